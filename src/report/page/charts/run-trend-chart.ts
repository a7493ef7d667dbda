import { escapeHtml, safeUrl } from '../../escape.ts'
import { runName, trendFigure } from '../../figures/trend-words.ts'
import type { RunTrend } from '../../../verdict/against-usual/trends/run-trends.ts'
import type { TrendPoint } from '../../../verdict/verdict.ts'

const WIDTH = 320
const HEIGHT = 96
/** The margins; the values are in the left one. */
const LEFT = 58
const RIGHT = 8
const TOP = 10
const BOTTOM = 10
const LINE_HEIGHT = 12

/**
 * A line over the runs, a dot for each with a link, the limit, and where the change began, as an SVG that needs no
 * script.
 */
export function runTrendChart(trend: RunTrend, name: string): string {
  const { points, limit, since } = trend
  const values = [...points.flatMap(({ value }) => value ?? []), ...(limit === undefined ? [] : [limit])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // The scale is never so small that a change of a few percent looks large.
  const room = Math.max(high - low, high * 0.2) * 0.15 || 1
  const [bottom, top] = [Math.max(0, Math.min(low, high * 0.8) - room), high + room]
  const step = (WIDTH - LEFT - RIGHT) / points.length
  const x = (index: number): string => (LEFT + (index + 0.5) * step).toFixed(1)
  const y = (value: number): string =>
    (TOP + ((top - value) / (top - bottom)) * (HEIGHT - TOP - BOTTOM)).toFixed(1)
  const shapes = [
    limit === undefined
      ? ''
      : `<line class="limit" x1="${LEFT}" y1="${y(limit)}" x2="${WIDTH - RIGHT}" y2="${y(limit)}"/>`,
    since === undefined
      ? ''
      : `<line class="level" x1="${x(since.index - 0.5)}" y1="${TOP}" x2="${x(since.index - 0.5)}" y2="${HEIGHT - BOTTOM}"/>`,
    `<path class="run-line" d="${pathOf(points, x, y)}"/>`,
    ...points.map((point, index) =>
      dotOf(trend, point, { x: x(index), y, isNow: index === points.length - 1 }),
    ),
    ...marksOf(points, limit, y).map(
      (value) =>
        `<text x="${LEFT - 6}" y="${Number(y(value)) + 4}" text-anchor="end">${escapeHtml(trendFigure(trend, value))}</text>`,
    ),
  ]
  return `<svg class="trend-chart small" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}">${shapes.join('')}</svg>`
}

type Scale = (value: number) => string

function pathOf(points: readonly TrendPoint[], x: Scale, y: Scale): string {
  let isDrawing = false
  return points
    .map(({ value }, index) => {
      const command = isDrawing ? 'L' : 'M'
      isDrawing = value !== undefined
      return value === undefined ? '' : `${command}${x(index)} ${y(value)}`
    })
    .join('')
}

function dotOf(trend: RunTrend, point: TrendPoint, at: { x: string; y: Scale; isNow: boolean }): string {
  if (point.value === undefined) return ''
  const title = `<title>${escapeHtml(`${at.isNow ? 'this run' : runName(point)}: ${trendFigure(trend, point.value)}`)}</title>`
  const dot = `<circle class="dot${at.isNow ? ' now' : ''}" cx="${at.x}" cy="${at.y(point.value)}" r="3.5">${title}</circle>`
  const url = at.isNow ? undefined : safeUrl(point.url)
  // For users of a keyboard, the table has the same links.
  return url === undefined ? dot : `<a href="${escapeHtml(url)}" tabindex="-1">${dot}</a>`
}

/** The values to write beside the chart, the most important first, except those that would overlap. */
function marksOf(points: readonly TrendPoint[], limit: number | undefined, y: Scale): number[] {
  const known = points.flatMap(({ value }) => value ?? [])
  const marks: number[] = []
  for (const value of [known.at(-1), limit, Math.max(...known), Math.min(...known)]) {
    if (
      value === undefined ||
      marks.some((mark) => Math.abs(Number(y(value)) - Number(y(mark))) < LINE_HEIGHT)
    )
      continue
    marks.push(value)
  }
  return marks
}
