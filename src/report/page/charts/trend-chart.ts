import type { TrendPoint, UsualTrend } from '../../../verdict/verdict.ts'
import { figureFor, readableUnit } from '../../../verdict/figures.ts'
import { escapeHtml } from '../../escape.ts'
import { dayOf } from '../../figures/trend-words.ts'

const WIDTH = 600
const HEIGHT = 170
/** Room for the values on the left and the days below. */
const LEFT = 64
const RIGHT = 12
const TOP = 10
const BOTTOM = 24
/** Room above and below, as a share of the range of values. */
const MARGIN = 0.12
const LINE_HEIGHT = 12

/** A value of the trend as text: `412 ms`, `0.8%`. */
export function trendValue({ dimension }: UsualTrend, value: number): string {
  // Error rates are shares.
  const inBase = dimension === 'share' ? value * 100 : value
  return figureFor(inBase, readableUnit(inBase, dimension))
}

/** What to call a run: its day and commit, as far as they are known. */
export function pointName(point: TrendPoint): string {
  const commit = point.commit === undefined ? '' : `commit ${point.commit.slice(0, 7)}`
  return [dayOf(point), commit].filter((part) => part !== '').join(', ') || 'run'
}

interface Scales {
  x: (index: number) => number
  y: (value: number) => number
}

/**
 * The earlier runs with the band of the usual, the beginning of its level, and this commit's runs, as SVG
 * without a script. `name` must already be escaped. The axis does not begin at 0, because the band would be
 * too small to see.
 */
export function trendChart(trend: UsualTrend, name: string): string {
  const scales = scalesOf(trend)
  const { earlier, now } = trend
  const shapes = [
    axisOf(trend, scales),
    bandOf(trend, scales),
    levelOf(trend, scales),
    ...earlier.map((point, index) => dotOf(trend, scales, { point, index })),
    ...now.map((point, index) => diamondOf(trend, scales, { point, index: earlier.length + index })),
    daysOf(trend, scales),
  ]
  return `<svg class="trend-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}">${shapes.join('')}</svg>`
}

function scalesOf({ earlier, now, band, formerUsual }: UsualTrend): Scales {
  const known = [...earlier, ...now].flatMap(({ value }) => value ?? [])
  const values = [...known, band.low, band.high, ...(formerUsual === undefined ? [] : [formerUsual])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = (high - low || Math.abs(high) || 1) * MARGIN
  const [bottom, top] = [Math.max(0, low - room), high + room]
  const step = (WIDTH - LEFT - RIGHT) / (earlier.length + now.length)
  return {
    x: (index) => LEFT + (index + 0.5) * step,
    y: (value) => TOP + ((top - value) / (top - bottom)) * (HEIGHT - TOP - BOTTOM),
  }
}

const at = (value: number): string => value.toFixed(1)

function line(kind: string, from: [number, number], to: [number, number]): string {
  return `<line class="${kind}" x1="${at(from[0])}" y1="${at(from[1])}" x2="${at(to[0])}" y2="${at(to[1])}"/>`
}

/**
 * The usual, this commit's value, the former usual and the ends of the band; a value too close to one before
 * it is left out.
 */
function axisOf(trend: UsualTrend, { y }: Scales): string {
  const { usual, band, now, formerUsual } = trend
  const marks: number[] = []
  for (const value of [usual, now.at(-1)?.value, formerUsual, band.high, band.low]) {
    if (value === undefined || marks.some((mark) => Math.abs(y(value) - y(mark)) < LINE_HEIGHT)) continue
    marks.push(value)
  }
  return marks
    .map(
      (value) =>
        `<text x="${LEFT - 8}" y="${at(y(value) + 4)}" text-anchor="end">${escapeHtml(trendValue(trend, value))}</text>`,
    )
    .join('')
}

/** From the beginning of the level to this commit. */
function bandOf({ earlier, now, band, usual, levelStart }: UsualTrend, { x, y }: Scales): string {
  const half = x(1) - x(0)
  const [from, to] = [x(levelStart) - half / 2, x(earlier.length + now.length - 1) + half / 2]
  const rect = `<rect class="band" x="${at(from)}" y="${at(y(band.high))}" width="${at(to - from)}" height="${at(Math.max(1, y(band.low) - y(band.high)))}"/>`
  return rect + line('usual', [from, y(usual)], [to, y(usual)])
}

/** The former usual, up to the beginning of the current level. */
function levelOf({ levelStart, formerUsual }: UsualTrend, { x, y }: Scales): string {
  if (formerUsual === undefined) return ''
  const begin = x(levelStart) - (x(1) - x(0)) / 2
  return (
    line('former', [LEFT, y(formerUsual)], [begin, y(formerUsual)]) +
    line('level', [begin, TOP], [begin, HEIGHT - BOTTOM])
  )
}

interface Placed {
  point: TrendPoint
  index: number
}

function dotOf(trend: UsualTrend, { x, y }: Scales, { point, index }: Placed): string {
  if (point.value === undefined) return ''
  const kind = index < trend.levelStart ? 'dot old' : 'dot'
  return `<circle class="${kind}" cx="${at(x(index))}" cy="${at(y(point.value))}" r="3.5">${titleOf(trend, point)}</circle>`
}

function diamondOf(trend: UsualTrend, { x, y }: Scales, { point, index }: Placed): string {
  if (point.value === undefined) return ''
  const [cx, cy] = [x(index), y(point.value)]
  const corners = [
    [cx, cy - 6],
    [cx + 6, cy],
    [cx, cy + 6],
    [cx - 6, cy],
  ]
  return `<polygon class="diamond" points="${corners.map((corner) => corner.map(at).join(',')).join(' ')}">${titleOf(trend, point)}</polygon>`
}

function titleOf(trend: UsualTrend, point: TrendPoint): string {
  return `<title>${escapeHtml(`${pointName(point)}: ${trendValue(trend, point.value ?? 0)}`)}</title>`
}

/** The day of the first run, the day of the level's first run, and this commit. */
function daysOf({ earlier, levelStart, formerUsual }: UsualTrend, { x }: Scales): string {
  const text = (words: string, where: number, anchor: string): string =>
    words === ''
      ? ''
      : `<text x="${at(where)}" y="${HEIGHT - 8}" text-anchor="${anchor}">${escapeHtml(words)}</text>`
  const first = earlier[0] ? dayOf(earlier[0]) : ''
  const since = formerUsual === undefined || !earlier[levelStart] ? '' : dayOf(earlier[levelStart])
  const middle = x(levelStart)
  // Days are about 62 units wide; one that would touch another is left out.
  const fits = middle > LEFT + 110 && middle < WIDTH - RIGHT - 130
  return (
    text(first, LEFT, 'start') +
    (fits ? text(since, middle, 'middle') : '') +
    text('this commit', WIDTH - RIGHT, 'end')
  )
}
