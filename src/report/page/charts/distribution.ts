import { middleMs, percentilesOf } from '../../../measurements/totals/histogram.ts'
import type { HistogramData, Timing } from '../../../measurements/model.ts'

/**
 * A distribution in the form that the page draws: bars of equal width on a logarithmic axis, and the
 * percentile curve.
 */
export interface Distribution {
  /** Upper edge of each bar in milliseconds, and its count. */
  bars: [ms: number, count: number][]
  /** Percentile and milliseconds, ascending. */
  curve: [percentile: number, ms: number][]
}

const MOST_BARS = 72
const CURVE_PERCENTILES = [
  0, 5, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 96, 97, 98, 99, 99.25, 99.5, 99.7, 99.8, 99.9,
  99.95, 99.97, 99.99,
]

/** The distribution from the histogram; if there is none, from the percentiles that the source states. */
export function distributionOf(timing: Timing | undefined): Distribution | undefined {
  if (timing === undefined) return undefined
  if (timing.histogram !== undefined && timing.histogram.buckets.length > 0) {
    const values = valuesOf(timing.histogram)
    return { bars: barsOf(values), curve: curveOf(timing.histogram) }
  }
  const curve = statedCurve(timing)
  // Two points do not make a curve.
  return curve.length < 3 ? undefined : { bars: [], curve }
}

type Values = [ms: number, count: number][]

function valuesOf(histogram: HistogramData): Values {
  return histogram.buckets.map(([index, count]) => [middleMs(index, index + 1), count])
}

function barsOf(values: Values): [number, number][] {
  // A logarithmic axis has no zero, so everything below a tenth of a millisecond is at its left end.
  const logs = values.map(([ms]) => Math.log10(Math.max(0.1, ms)))
  const low = Math.min(...logs)
  const width = Math.max(0.02, (Math.max(...logs) - low) / (MOST_BARS - 1))
  const counts = Array.from<number>({ length: Math.round((Math.max(...logs) - low) / width) + 1 }).fill(0)
  values.forEach(([, count], position) => {
    const bar = Math.min(counts.length - 1, Math.round(((logs[position] ?? low) - low) / width))
    counts[bar] = (counts[bar] ?? 0) + count
  })
  return counts.map((count, bar) => [rounded(10 ** (low + bar * width)), count])
}

function curveOf(histogram: HistogramData): [number, number][] {
  const all = histogram.buckets.reduce((sum, [, count]) => sum + count, 0)
  // A percentile finer than a single value would only repeat the maximum.
  const wanted = CURVE_PERCENTILES.filter(
    (percentile) => (1 - percentile / 100) * all >= 1 || percentile === 0,
  )
  const valuesMs = percentilesOf(histogram, wanted)
  return wanted.map((percentile, at) => [percentile, rounded(valuesMs[at]!)])
}

function statedCurve(timing: Timing): [number, number][] {
  const stated = (timing.percentilesMs ?? []).filter(([percentile]) => percentile > 0 && percentile < 100)
  return timing.minMs === undefined ? stated : [[0, timing.minMs], ...stated]
}

function rounded(ms: number): number {
  return Number(ms.toPrecision(4))
}
