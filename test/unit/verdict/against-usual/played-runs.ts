import type { LabelTiming, Measurements } from '../../../../src/measurements/model.ts'
import { labelOf, runOf, timingOf } from '../run-data.ts'

/** Deviations like those of a branch, roughly normal, by run and label; always the same. */
export function noise(run: number, label: number): number {
  let state = (run * 7919 + label * 104_729 + 12_345) >>> 0
  let sum = 0
  for (let draw = 0; draw < 12; draw++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    sum += state / 2 ** 32
  }
  return sum - 6
}

export interface PlayedRun {
  run: number
  labels: number
  /** Standard deviation between runs, as a ratio. */
  spread?: number
  /** How much slower than usual, by label; 0.1 for 10 %. */
  slower?: Record<number, number>
  count?: number
  errors?: number
}

export const labelName = (label: number): string => `Label ${label}`

/** One run of a test with labels of 100, 110, 120 ms and so on. */
export function playedRun({
  run,
  labels,
  spread = 0.01,
  slower = {},
  count = 5000,
  errors = 10,
}: PlayedRun): Measurements {
  const timings = Array.from({ length: labels }, (_, label): LabelTiming => {
    const p95 = (100 + 10 * label) * (1 + (slower[label] ?? 0)) * Math.exp(spread * noise(run, label))
    return labelOf(labelName(label), p95, { count, errors, ratePerSecond: (12.5 * 100) / p95 })
  })
  const mean = timings.reduce((sum, { meanMs = 0 }) => sum + meanMs, 0) / labels
  const total = timingOf(2 * mean, { count: count * labels, errors: errors * labels })
  return runOf({
    run: {
      provider: 'xtc',
      ids: [String(run)],
      test: 'Shop',
      finishedAtMs: 1_700_000_000_000 + run * 86_400_000,
    },
    subjects: { requests: { source: 'xlt-report', total, labels: timings } },
  })
}

export const playedHistory = (runs: number, more: Omit<PlayedRun, 'run'>): Measurements[] =>
  Array.from({ length: runs }, (_, run) => playedRun({ run, ...more }))
