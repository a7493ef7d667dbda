import { serviceNamed, type AlignedRuns, type Service } from '../../../providers/service.ts'
import { TIMING_SUBJECTS, type Measurements, type RunFacts } from '../../../measurements/model.ts'
import { differencesFrom } from '../../../verdict/comparable-baseline.ts'
import type { RunFigures } from '../../../verdict/usual/model.ts'

/** More runs are neither kept nor read; the newest count. */
export const MOST_EARLIER_RUNS = 20

/** A run of the base branch, with only the figures that the usual is calculated from. */
export interface EarlierRun {
  facts: RunFacts
  figures: RunFigures
  /** When it ended, in milliseconds since 1970. A run with an unknown time counts as the oldest. */
  atMs: number
}

/** When a run ended, according to its measurements. */
export function timeOf({ run, subjects }: Measurements): number {
  const series = TIMING_SUBJECTS.map((subject) => subjects[subject]?.total?.series?.startMs)
  return run.finishedAtMs ?? run.startedAtMs ?? series.find((startMs) => startMs !== undefined) ?? -Infinity
}

/** Why a run cannot be compared with this one; undefined if it can. */
export function whyUnfit(
  services: readonly Service[],
  run: RunFacts,
  measurements: Measurements,
): string | undefined {
  return whyNotWhole(measurements) ?? differenceFrom(services, run, measurements.run)
}

/**
 * Why a run cannot be used for comparisons: it did not end well, or its data is partial. Otherwise undefined.
 */
export function whyNotWhole({ run: earlier, warnings }: Measurements): string | undefined {
  if (earlier.failure) return `it did not finish successfully: ${earlier.failure.message}`
  if (earlier.endedEarly !== undefined) return earlier.endedEarly
  const lost = warnings.find(({ code, affects }) => PARTIAL.has(code) || affects === 'result')
  if (lost) return `its data is partial: ${lost.message}`
  return undefined
}

/** The newest runs with the same test and load, oldest first. */
export function comparableRuns(
  services: readonly Service[],
  runs: readonly EarlierRun[],
  run: RunFacts,
): EarlierRun[] {
  return newestOf(runs.filter(({ facts }) => differenceFrom(services, run, facts) === undefined))
}

const PARTIAL = new Set(['partial-archives', 'unreadable-part'])

/** The newest runs, oldest first; runs with the same time stay in their order. */
export function newestOf(runs: readonly EarlierRun[]): EarlierRun[] {
  // Infinity minus Infinity is not a number.
  return runs.toSorted((a, b) => (a.atMs === b.atMs ? 0 : a.atMs - b.atMs)).slice(-MOST_EARLIER_RUNS)
}

/** The difference that prevents a comparison with an earlier run; undefined if there is none. */
export function differenceFrom(
  services: readonly Service[],
  run: RunFacts,
  earlier: RunFacts,
): string | undefined {
  const aligned = alignedRuns(services, run, earlier)
  return differencesFrom(aligned.run, aligned.baseline)[0]
}

/** Two runs, prepared for the comparison: if one of them was not started here, its plan is unknown. */
export function alignedRuns(services: readonly Service[], run: RunFacts, baseline: RunFacts): AlignedRuns {
  const { align } = serviceNamed(services, run.provider).files
  return run.provider === baseline.provider && align !== undefined
    ? align(run, baseline)
    : { run, baseline, notes: [] }
}
