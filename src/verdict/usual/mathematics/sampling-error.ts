/**
 * How much a figure of one run varies by chance alone, as a variance of its logarithm; undefined if the
 * numbers are not sufficient. The requests of a run are not independent, so use the larger of the independent
 * part and that of blocks.
 */

const MIN_BLOCKS = 8

/** A percentile (0 to 100) and its value, for example [95, 412]. */
export type PercentileValue = readonly [percentile: number, value: number]

/**
 * q (1 − q) / count · slope²: the asymptotic variance of an order statistic (David and Nagaraja, Order
 * Statistics, 2003, 10.2). The slope of ln(value) per probability comes from the nearest other percentiles.
 */
export function samplingVarianceOfPercentile(
  percentile: number,
  count: number,
  percentiles: readonly PercentileValue[],
): number | undefined {
  const usable = percentiles.filter(
    ([at, value]) => at > 0 && at < 100 && value > 0 && Number.isFinite(value),
  )
  const below = nearest(
    usable.filter(([at]) => at < percentile),
    percentile,
  )
  const above = nearest(
    usable.filter(([at]) => at > percentile),
    percentile,
  )
  const self = usable.find(([at]) => at === percentile)
  const [from, to] = [below ?? self, above ?? self]
  if (!from || !to || from[0] >= to[0] || !(count > 0)) return undefined
  const slope = (100 * Math.log(to[1] / from[1])) / (to[0] - from[0])
  const q = percentile / 100
  return finite((q * (1 - q) * slope * slope) / count)
}

function nearest(values: readonly PercentileValue[], percentile: number): PercentileValue | undefined {
  return values.toSorted((a, b) => Math.abs(a[0] - percentile) - Math.abs(b[0] - percentile))[0]
}

/** (deviation / mean)² / count: the variance of a mean, as a variance of its logarithm. */
export function samplingVarianceOfMean(mean: number, deviation: number, count: number): number | undefined {
  return mean > 0 && count > 0 ? finite((deviation / mean) ** 2 / count) : undefined
}

/** 1 / count: the variance of a Poisson count, as a variance of its logarithm. */
export function samplingVarianceOfRate(count: number): number | undefined {
  return count > 0 ? finite(1 / count) : undefined
}

/**
 * The variance of ln(value) over at least 8 equal blocks of the run's time, divided by their number: batch
 * means (Law, Simulation Modeling and Analysis, 9.5). It includes what requests that are close in time have
 * in common.
 */
export function samplingVarianceOfBlocks(values: readonly (number | null)[]): number | undefined {
  const logs = values.flatMap((value) =>
    value !== null && value > 0 && Number.isFinite(value) ? [Math.log(value)] : [],
  )
  if (logs.length < MIN_BLOCKS) return undefined
  const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length
  const squares = logs.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return squares / (logs.length - 1) / logs.length
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)
