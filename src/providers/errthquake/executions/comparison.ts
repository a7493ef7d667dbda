import { formatSpan } from '../../../foundation/format.ts'
import type { AlignedRuns } from '../../service.ts'
import type { LoadProfileEntry, RunFacts } from '../../../measurements/model.ts'

/** Lengths that differ by less than this fraction count as the same planned duration. */
const SAME_LENGTH_SHARE = 0.05

/**
 * For a run that this action did not start, only its virtual users and its length are known, not its files or
 * its region. If one of the two is such a run, only these are compared, and a note says so. This is only for
 * the comparison: the saved facts do not change.
 */
export function errthquakeComparison(run: RunFacts, baseline: RunFacts): AlignedRuns {
  const planned = run.loadProfile !== undefined && baseline.loadProfile !== undefined
  if (planned || !run.observed?.length || !baseline.observed?.length) return { run, baseline, notes: [] }
  return {
    run: { ...run, loadProfile: observedProfile(run, run) },
    baseline: { ...baseline, loadProfile: observedProfile(baseline, run) },
    notes: [
      'Only the observed values of the two runs could be compared; whether they ran the same test, with the same ramp-up and regions, could not be verified.',
    ],
  }
}

function observedProfile({ observed = [] }: RunFacts, like: RunFacts): LoadProfileEntry[] {
  return observed.map(({ virtualUsers, lastedMs }, index) => {
    const type = new Map(like.loadProfile?.[index]?.settings).get('test-type') ?? ''
    // A benchmark takes as long as its work, and an interactive test runs until it is stopped.
    const fixed = type === 'duration' || type === ''
    const length: [string, string] = ['length', lengthText(lastedMs, like.observed?.[index]?.lastedMs)]
    return {
      name: `execution ${index + 1}`,
      settings: [['virtual-users', String(virtualUsers ?? 'unknown')], ...(fixed ? [length] : [])],
    }
  })
}

function lengthText(lastedMs: number | undefined, likeMs: number | undefined): string {
  if (lastedMs === undefined) return 'unknown'
  const same = likeMs !== undefined && Math.abs(lastedMs - likeMs) <= likeMs * SAME_LENGTH_SHARE
  return formatSpan(same ? likeMs : lastedMs)
}
