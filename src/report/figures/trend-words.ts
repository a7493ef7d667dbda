import { formatCount, formatDuration, formatPercent, formatRate } from '../../foundation/format.ts'
import { clip, oneLine } from '../../foundation/one-line.ts'
import type { RunTrend } from '../../verdict/against-usual/trends/run-trends.ts'
import { figureFor, readableUnit } from '../../verdict/figures.ts'
import type { TrendPoint } from '../../verdict/verdict.ts'
import { sparkline } from './over-time.ts'

/** `412 ms`, `0.8%`: a value of a trend, as the same figure is shown elsewhere. */
export function trendFigure({ dimension }: Pick<RunTrend, 'dimension'>, value: number): string {
  if (dimension === 'duration') return formatDuration(value)
  if (dimension === 'share') return formatPercent(value)
  if (dimension === 'rate') return formatRate(value)
  return dimension === 'count' ? formatCount(value) : figureFor(value, readableUnit(value, dimension))
}

/** `2026-11-20`; empty if the time is not known. */
export function dayOf({ atMs = NaN }: TrendPoint): string {
  const date = new Date(atMs)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

/** `2026-11-20 (commit abc1234)`, as far as it is known; `run 4711` otherwise. */
export function runName(point: TrendPoint): string {
  const commit = point.commit === undefined ? '' : `commit ${oneLine(point.commit, 100).slice(0, 7)}`
  const day = dayOf(point)
  if (day !== '') return commit === '' ? day : `${day} (${commit})`
  return commit === '' ? `run ${oneLine(point.runId ?? '', 60)}`.trim() : commit
}

/** `limit broken since 2026-11-20 (commit abc1234), in 3 runs`; empty if nothing changed. */
export function sinceInWords({ points, since }: RunTrend): string {
  if (since === undefined) return ''
  const { what, index, orEarlier } = since
  const known = points.slice(index).filter(({ value }) => value !== undefined).length
  const state = what === 'broken' ? 'limit broken' : `${what} than before`
  if (index === points.length - 1)
    return what === 'broken' ? 'limit broken first by this run' : `${state}, first in this run`
  if (orEarlier === true) return `${state} in all ${known} runs`
  return `${state} since ${runName(points[index]!)}, in ${known} runs`
}

const EVEN = 0.2

/**
 * A column for each run. The scale spans at least a fifth of the greatest value, so that changes of a few percent
 * look small.
 */
export function trendSparkline(points: readonly TrendPoint[]): string {
  const known = points.flatMap(({ value }) => value ?? [])
  const greatest = Math.max(0, ...known)
  const from = Math.max(0, Math.min(...known, greatest * (1 - EVEN)) - greatest * 0.02)
  return sparkline(points.map(({ value }) => (value === undefined ? null : value - from)))
}

/** `412 ms to 582 ms over 12 runs, 543 ms now; higher than before since …`: what the chart shows. */
export function trendInWords(trend: RunTrend): string {
  const known = trend.points.flatMap(({ value }) => value ?? [])
  const [low, high] = [Math.min(...known), Math.max(...known)].map((value) => trendFigure(trend, value))
  const range = low === high ? `always ${low}` : `${low} to ${high}`
  const now = trendFigure(trend, known.at(-1) ?? 0)
  const words = [`${range} over ${known.length} runs, ${now} now`, sinceInWords(trend)]
  return words.filter((part) => part !== '').join('; ')
}

const NAMES: Record<string, string> = {
  rate: 'Throughput',
  'error-rate': 'Error rate',
  mean: 'Mean',
  count: 'Count',
}

/** The name on the tile; for a criterion, its text. */
export function trendName({ name, kind }: RunTrend): string {
  return kind === 'figure' ? (NAMES[name] ?? name) : clip(name, 200)
}
