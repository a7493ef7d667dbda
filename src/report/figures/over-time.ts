import type { Series } from '../../measurements/model.ts'

/**
 * The same series with at most `maxPoints` intervals: counts are added, durations are weighted by their
 * counts.
 */
export function downsample(series: Series, maxPoints: number): Series {
  const points = series.count.length
  const group = Math.ceil(points / maxPoints)
  if (group <= 1) return series
  const { errors } = series
  const starts = Array.from({ length: Math.ceil(points / group) }, (_, index) => index * group)
  const weighted = (values: (number | null)[]) =>
    starts.map((start) => weightedMean(values, series.count, start, start + group))
  return {
    startMs: series.startMs,
    intervalMs: series.intervalMs * group,
    count: starts.map((start) => sum(series.count, start, start + group)),
    ...(errors && { errors: starts.map((start) => sum(errors, start, start + group)) }),
    meanMs: weighted(series.meanMs),
    ...(series.p50Ms && { p50Ms: weighted(series.p50Ms) }),
    ...(series.p95Ms && { p95Ms: weighted(series.p95Ms) }),
  }
}

/**
 * Requests per second of each interval. The last interval, and after downsampling the last group, may be
 * shorter than the others: `endMs` is the end of the run, if it is known.
 */
export function ratesPerSecond(series: Series, endMs?: number): number[] {
  return series.count.map((count, index) => {
    const startMs = series.startMs + index * series.intervalMs
    const isLast = index === series.count.length - 1
    const restMs = isLast && endMs !== undefined ? endMs - startMs : series.intervalMs
    // For a very short interval, the rate would be random.
    const lengthMs =
      restMs >= series.intervalMs / 4 && restMs < series.intervalMs ? restMs : series.intervalMs
    return (count * 1000) / lengthMs
  })
}

/**
 * Fills gaps between values with a straight line, for charts that have no gaps; at the ends, the nearest
 * value is used.
 */
export function bridgeGaps(values: readonly (number | null)[]): number[] {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]))
  let next = 0
  return values.map((value, index) => {
    if (value !== null) return value
    while (next < known.length && (known[next]?.index ?? 0) < index) next += 1
    const after = known[next]
    const before = known[next - 1]
    if (before === undefined || after === undefined) return (before ?? after)?.value ?? 0
    return (
      before.value + ((after.value - before.value) * (index - before.index)) / (after.index - before.index)
    )
  })
}

const BARS = '▁▂▃▄▅▆▇█'

/** `▁▃█▅·▂`: from zero to the greatest value; a dot for an unknown value. */
export function sparkline(values: readonly (number | null)[]): string {
  const greatest = Math.max(0, ...values.map((value) => value ?? 0))
  return values
    .map((value) => {
      if (value === null) return '·'
      const step = greatest === 0 ? 0 : Math.round((value / greatest) * (BARS.length - 1))
      return BARS.charAt(step)
    })
    .join('')
}

function sum(values: readonly number[], start: number, end: number): number {
  return values.slice(start, end).reduce((total, value) => total + value, 0)
}

function weightedMean(
  values: readonly (number | null)[],
  weights: readonly number[],
  start: number,
  end: number,
): number | null {
  let total = 0
  let weight = 0
  for (let index = start; index < Math.min(end, values.length); index += 1) {
    const value = values[index]
    const count = weights[index] ?? 0
    if (value === null || value === undefined || count === 0) continue
    total += value * count
    weight += count
  }
  return weight === 0 ? null : total / weight
}
