import { serviceNamed, type AlignedRuns, type Service } from '../../../providers/service.ts'
import { TIMING_SUBJECTS, type Measurements, type RunFacts } from '../../../measurements/model.ts'
import { differencesFrom } from '../../../verdict/comparable-baseline.ts'
import type { RunFigures } from '../../../verdict/usual/model.ts'

/** More are neither kept nor read; the newest count. */
export const MOST_EARLIER_RUNS = 20

/** A run of the base branch, with what the usual is taken from and nothing else that it measured. */
export interface EarlierRun {
  facts: RunFacts
  figures: RunFigures
  /** When it ended, in milliseconds since 1970; unknown ones count as older than all others. */
  atMs: number
}

/** When a run ended, by its own account. */
export function timeOf({ run, subjects }: Measurements): number {
  const series = TIMING_SUBJECTS.map((subject) => subjects[subject]?.total?.series?.startMs)
  return run.finishedAtMs ?? run.startedAtMs ?? series.find((startMs) => startMs !== undefined) ?? -Infinity
}

/** Why a run cannot be one of those that this run is compared with; undefined where it can. */
export function whyUnfit(
  services: readonly Service[],
  run: RunFacts,
  measurements: Measurements,
): string | undefined {
  return whyNotWhole(measurements) ?? differenceFrom(services, run, measurements.run)
}

/** Why a run says nothing about the next ones: it did not end well, or its data is partial. */
export function whyNotWhole({ run: earlier, warnings }: Measurements): string | undefined {
  if (earlier.failure) return `it did not finish successfully: ${earlier.failure.message}`
  if (earlier.endedEarly !== undefined) return earlier.endedEarly
  const lost = warnings.find(({ code, affects }) => PARTIAL.has(code) || affects === 'result')
  if (lost) return `its data is partial: ${lost.message}`
  return undefined
}

/** Those of the same test and load, the newest, oldest first. */
export function comparableRuns(
  services: readonly Service[],
  runs: readonly EarlierRun[],
  run: RunFacts,
): EarlierRun[] {
  return newestOf(runs.filter(({ facts }) => differenceFrom(services, run, facts) === undefined))
}

const PARTIAL = new Set(['partial-archives', 'unreadable-part'])

/** The newest, oldest first; those of the same time stay in their order. */
export function newestOf(runs: readonly EarlierRun[]): EarlierRun[] {
  // Infinity minus itself is not a number.
  return runs.toSorted((a, b) => (a.atMs === b.atMs ? 0 : a.atMs - b.atMs)).slice(-MOST_EARLIER_RUNS)
}

/** What an earlier run differs in, so that it cannot be compared; undefined where it can. */
export function differenceFrom(
  services: readonly Service[],
  run: RunFacts,
  earlier: RunFacts,
): string | undefined {
  const aligned = alignedRuns(services, run, earlier)
  return differencesFrom(aligned.run, aligned.baseline)[0]
}

/** Two runs as they must be compared, where one of them was not started here and its plan is not known. */
export function alignedRuns(services: readonly Service[], run: RunFacts, baseline: RunFacts): AlignedRuns {
  const { align } = serviceNamed(services, run.provider).files
  return run.provider === baseline.provider && align !== undefined
    ? align(run, baseline)
    : { run, baseline, notes: [] }
}
