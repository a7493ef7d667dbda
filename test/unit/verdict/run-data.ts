import type { LabelTiming, Measurements, SubjectTimings, Timing } from '../../../src/measurements/model.ts'
import type { PercentileOf } from '../../../src/verdict/observe/observation.ts'

/** A label with simple figures around `p95`. */
export function labelOf(label: string, p95: number, more: Partial<Timing> = {}): LabelTiming {
  return { label, ...timingOf(p95, more) }
}

export function timingOf(p95: number, more: Partial<Timing> = {}): Timing {
  return {
    count: 1000,
    errors: 5,
    ratePerSecond: 12.5,
    minMs: 3,
    meanMs: p95 / 2,
    medianMs: p95 / 3,
    maxMs: p95 * 2,
    deviationMs: 20,
    bytesSent: 1_000_000,
    bytesReceived: 25_000_000,
    percentilesMs: [
      [50, p95 / 3],
      [95, p95],
      [99.9, p95 * 1.5],
    ],
    ...more,
  }
}

export function subjectOf(
  labels: LabelTiming[],
  source: SubjectTimings['source'] = 'xlt-report',
): SubjectTimings {
  return { source, total: timingOf(400), labels }
}

export function runOf(parts: Partial<Measurements> = {}): Measurements {
  return {
    schemaVersion: 1,
    run: { provider: 'xtc', ids: ['7'], test: 'Shop' },
    subjects: {
      requests: subjectOf([labelOf('Homepage', 300), labelOf('Checkout', 800), labelOf('Cart', 500)]),
      actions: subjectOf([labelOf('Browse', 250)]),
    },
    warnings: [],
    ...parts,
  }
}

/**
 * Reads the artificial histograms of these tests: the bucket index is the value in milliseconds, by nearest
 * rank.
 */
export const readPercentile: PercentileOf = (histogram, percentile) => {
  const all = histogram.buckets.flatMap(([value, count]) => Array.from({ length: count }, () => value))
  return all[Math.max(0, Math.ceil((percentile / 100) * all.length) - 1)]
}
