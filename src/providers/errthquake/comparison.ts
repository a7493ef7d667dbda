import { formatDuration } from '../../duration.ts'
import type { LoadProfileEntry, Measurements, RunFacts } from '../../measurements/model.ts'

/** Lengths that differ by less than this part are the same planned duration. */
const SAME_LENGTH_SHARE = 0.05

/**
 * An earlier Errthquake run tells its virtual users and how long it lasted, and neither its files nor its region. Where
 * the baseline is such a run, only these two are compared, and a note says so.
 */
export function errthquakeComparison(
  run: RunFacts,
  baseline: Measurements,
): { run: RunFacts; found: { measurements: Measurements }; notes: string[] } {
  const knownOnBothSides = run.provider !== 'errthquake' || baseline.run.provider !== 'errthquake'
  if (knownOnBothSides) return { run, found: { measurements: baseline }, notes: [] }
  const now = observedProfile(run)
  const before = observedProfile(baseline.run, run)
  return {
    run: { ...run, loadProfile: now },
    found: { measurements: { ...baseline, run: { ...baseline.run, loadProfile: before } } },
    notes: [
      'Of the baseline only virtual users and length are known; whether test, ramp-up and region are the same could not be checked.',
    ],
  }
}

function observedProfile(run: RunFacts, like?: RunFacts): LoadProfileEntry[] {
  return (run.observed ?? []).map(({ virtualUsers, lastedMs }, index) => {
    const likeMs = like?.observed?.[index]?.lastedMs
    const same =
      likeMs !== undefined &&
      lastedMs !== undefined &&
      Math.abs(lastedMs - likeMs) <= likeMs * SAME_LENGTH_SHARE
    return {
      name: `execution ${index + 1}`,
      settings: [
        ['virtual-users', String(virtualUsers ?? 'unknown')],
        ['length', lastedMs === undefined ? 'unknown' : formatDuration(same ? likeMs : lastedMs)],
      ],
    }
  })
}
