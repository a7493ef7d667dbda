import { bucketOf, RELATIVE_ERROR } from '../../../src/measurements/totals/histogram.ts'
import type {
  HistogramData,
  LabelTiming,
  LoadOverTime,
  Measurements,
  Series,
  Timing,
} from '../../../src/measurements/model.ts'

/** What to generate; the same options give the same data. */
export interface DataOptions {
  seed?: number
  labels?: number
  criteria?: number
  intervals?: number
  /** Gives every label a series; real measurements have them for the 50 busiest. */
  seriesOfEveryLabel?: boolean
  /** CPU of the busiest load generator while the application is slow; default: 71. */
  busyPercent?: number
  nameLength?: number
  baseline?: boolean
}

export const START_MS = Date.UTC(2026, 10, 21, 22, 10)
const NAMES = [
  'Homepage',
  'Search',
  'ProductDetails',
  'AddToCart',
  'Checkout',
  'Login',
  'CategoryPage',
  'Pay',
  'Suggest',
  'MyAccount',
]

/** Numbers from 0 to 1: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Plausible measurements; `slowness` below 1 gives the faster run for comparison. */
export function measurementsWith(options: DataOptions, random: () => number, slowness: number): Measurements {
  const labels = Array.from({ length: options.labels ?? 24 }, (_, index) =>
    labelAt(index, options, random, slowness),
  )
  const count = labels.reduce((sum, label) => sum + label.count, 0)
  const errors = labels.reduce((sum, label) => sum + (label.errors ?? 0), 0)
  const intervals = options.intervals ?? 120
  const total = timingAround(180 * slowness, count, errors, random)
  if (intervals > 0) total.series = seriesAround(180 * slowness, count, errors, intervals, random)
  return {
    schemaVersion: 1,
    run: {
      provider: 'xtc',
      ids: ['4711'],
      loadProfile: [
        {
          name: 'TBrowse',
          settings: [
            ['numberOfUsers', '1...50'],
            ['rampUpPeriod', '5m'],
          ],
        },
      ],
    },
    subjects: {
      requests: { source: 'xlt-report', total, labels },
      transactions: {
        source: 'xlt-report',
        labels: labels.slice(0, 4).map(withoutSeries),
        total: withoutSeries(total),
      },
    },
    agents: [{ agent: 'ac0001', cpuMeanPercent: 41.2, cpuMaxPercent: 77, memoryMaxMb: 812 }],
    ...(total.series && { load: loadBeside(total.series, options.busyPercent ?? 71) }),
    scorecard: {
      points: 87,
      totalPoints: 100,
      pointsPercent: 87,
      testFailed: false,
      rating: 'B',
      rules: [
        {
          group: 'Response times',
          rule: 'P95 of checkout',
          testFailed: false,
          result: 'NOTPASSED',
          message: 'p95 is 1,204 ms',
        },
      ],
    },
    warnings: [],
  }
}

function withoutSeries<T extends Timing>(timing: T): T {
  const copy = { ...timing }
  delete copy.series
  delete copy.histogram
  return copy
}

function labelAt(index: number, options: DataOptions, random: () => number, slowness: number): LabelTiming {
  const name = `${NAMES[index % NAMES.length]}${index < NAMES.length ? '' : `.${Math.floor(index / NAMES.length)}`}`
  const drift = random()
  // The baseline differs from label to label, but both runs use the same random numbers.
  const center = (60 + random() * 700) * (slowness === 1 ? 1 : slowness * (0.85 + drift * 0.4))
  const count = Math.round(500 + random() ** 4 * 60_000)
  const errors = random() < 0.25 ? Math.round(count * random() * 0.03) : 0
  const timing = timingAround(center, count, errors, random)
  const intervals = options.intervals ?? 120
  if (intervals > 0 && (index < 50 || options.seriesOfEveryLabel === true)) {
    timing.series = seriesAround(center, count, errors, intervals, random)
  }
  return { label: name.padEnd(options.nameLength ?? 0, 'AbcDef/ghi.Jkl'), ...timing }
}

function timingAround(centerMs: number, count: number, errors: number, random: () => number): Timing {
  const at = (quantile: number) => Math.round(centerMs * Math.exp(0.55 * quantile) * (0.98 + random() * 0.04))
  return {
    count,
    errors,
    ratePerSecond: count / 1800,
    minMs: at(-2.6),
    meanMs: Math.round(centerMs * 1.16),
    medianMs: Math.round(centerMs),
    maxMs: at(4.2),
    deviationMs: Math.round(centerMs * 0.7),
    percentilesMs: [
      [50, Math.round(centerMs)],
      [95, at(1.645)],
      [99, at(2.326)],
      [99.9, at(3.09)],
    ],
    bytesSent: count * 800,
    bytesReceived: count * 14_000,
    histogram: histogramAround(centerMs, count),
  }
}

function histogramAround(centerMs: number, count: number): HistogramData {
  const counts = new Map<number, number>()
  for (let z = -2.8; z < 4; z += 0.02) {
    const share = Math.exp((-z * z) / 2) + (z > 1.6 && z < 2.2 ? 0.12 : 0)
    const bucket = bucketOf(centerMs * Math.exp(0.55 * z))
    const inBucket = Math.round((count * share) / 128)
    if (inBucket > 0) counts.set(bucket, (counts.get(bucket) ?? 0) + inBucket)
  }
  return { relativeError: RELATIVE_ERROR, buckets: [...counts] }
}

/**
 * Users that begin one after the other, and two load generators, one of them busier while the application is
 * slow.
 */
function loadBeside({ startMs, intervalMs, count }: Series, busyPercent: number): LoadOverTime {
  const isSlow = (at: number): boolean => at > count.length * 0.6 && at < count.length * 0.66
  const cpuMaxPercent = count.map((_, at) => (isSlow(at) ? busyPercent : 44 + (at % 5)))
  return {
    startMs,
    intervalMs,
    users: count.map((_, at) => Math.min(150, Math.round((150 * (at + 1)) / (count.length * 0.15)))),
    cpuMeanPercent: cpuMaxPercent.map((percent) => Math.round(percent * 0.8)),
    cpuMaxPercent,
  }
}

function seriesAround(
  centerMs: number,
  count: number,
  errors: number,
  intervals: number,
  random: () => number,
): Required<Series> {
  const series: Required<Series> = {
    startMs: START_MS,
    intervalMs: Math.round(1_800_000 / intervals),
    count: [],
    errors: [],
    meanMs: [],
    p50Ms: [],
    p95Ms: [],
  }
  for (let index = 0; index < intervals; index += 1) {
    const ramp = Math.min(1, (index + 1) / (intervals * 0.15))
    const wave = 1 + 0.12 * Math.sin(index / 6) + (random() - 0.5) * 0.15
    const spike = index > intervals * 0.6 && index < intervals * 0.66 ? 1.9 : 1
    const isGap = index === Math.floor(intervals * 0.8) && intervals > 10
    const here = isGap ? 0 : Math.round((count / intervals) * ramp * wave)
    series.count.push(here)
    series.errors.push(
      isGap ? 0 : Math.min(here, Math.round((errors / intervals) * spike * spike * random() * 2)),
    )
    series.meanMs.push(isGap ? null : Math.round(centerMs * 1.16 * wave * spike))
    series.p50Ms.push(isGap ? null : Math.round(centerMs * wave * (1 + (spike - 1) / 2)))
    series.p95Ms.push(isGap ? null : Math.round(centerMs * 2.4 * wave * spike))
  }
  return series
}
