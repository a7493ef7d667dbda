import type { Series, Timing } from '../../measurements/model.ts'
import type { Measure } from '../../criteria/language/criterion.ts'
import {
  samplingVarianceOfBlocks,
  samplingVarianceOfMean,
  samplingVarianceOfPercentile,
  samplingVarianceOfRate,
  type PercentileValue,
} from '../usual/mathematics/sampling-error.ts'

const LEAST_BLOCKS = 8
/** With fewer requests, the figure of a block is too uncertain. */
const LEAST_REQUESTS = 20
/** Blocks during ramp-up and shutdown are small, and may be left out. */
const SHARE_OF_BLOCKS = 0.8

/**
 * How much a figure varies by chance within its run, as a variance of its logarithm: the larger of the
 * variance that independent requests would have, and the variance between blocks of time. Undefined if the
 * timing does not have the data.
 */
export function samplingVarianceOf(timing: Timing, measure: Measure): number | undefined {
  const parts = [independentPart(timing, measure), blocksPart(timing.series, measure)]
  const known = parts.filter((part) => part !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

function independentPart(timing: Timing, measure: Measure): number | undefined {
  const { count, meanMs, deviationMs } = timing
  switch (measure.name) {
    case 'percentile':
      return samplingVarianceOfPercentile(measure.percentile, count, percentilesOf(timing))
    case 'median':
      return samplingVarianceOfPercentile(50, count, percentilesOf(timing))
    case 'mean':
      return meanMs === undefined || deviationMs === undefined
        ? undefined
        : samplingVarianceOfMean(meanMs, deviationMs, count)
    case 'rate':
    case 'count':
      return samplingVarianceOfRate(count)
    default:
      return undefined
  }
}

function percentilesOf({ percentilesMs = [], medianMs }: Timing): readonly PercentileValue[] {
  const hasMedian = medianMs === undefined || percentilesMs.some(([percentile]) => percentile === 50)
  return hasMedian ? percentilesMs : [...percentilesMs, [50, medianMs]]
}

function blocksPart(series: Series | undefined, measure: Measure): number | undefined {
  const values = series && valuesOf(series, measure)
  return series && values && samplingVarianceOfBlocks(blocksOf(series.count, values))
}

function valuesOf({ p95Ms, p50Ms, meanMs }: Series, measure: Measure): Series['meanMs'] | undefined {
  // A series without percentiles has approximate counts: it is only for charts.
  if (p95Ms === undefined) return undefined
  if (measure.name === 'mean') return meanMs
  if (measure.name === 'median') return p50Ms
  if (measure.name !== 'percentile') return undefined
  return measure.percentile === 95 ? p95Ms : measure.percentile === 50 ? p50Ms : undefined
}

/** The shortest blocks of which most have enough requests; empty if there would be too few of them. */
function blocksOf(counts: readonly number[], values: Series['meanMs']): number[] {
  for (let length = 1; counts.length >= LEAST_BLOCKS * length; length++) {
    const blocks = joined(counts, values, length)
    const large = blocks.filter(({ count }) => count >= LEAST_REQUESTS)
    if (large.length >= Math.max(LEAST_BLOCKS, SHARE_OF_BLOCKS * blocks.length))
      return large.map(({ value }) => value)
  }
  return []
}

function joined(
  counts: readonly number[],
  values: Series['meanMs'],
  length: number,
): { count: number; value: number }[] {
  return Array.from({ length: Math.floor(counts.length / length) }, (_, block) => {
    let [count, sum] = [0, 0]
    for (let at = block * length; at < (block + 1) * length; at++) {
      const value = values[at]
      if (value === null || value === undefined) continue
      count += counts[at] ?? 0
      sum += (counts[at] ?? 0) * value
    }
    return { count, value: sum / count }
  })
}
