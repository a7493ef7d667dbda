/** Other methods on the same figures, for comparison: each says whether it would fail a step. */
import { upperTailOfT } from '../../src/verdict/usual/mathematics/student-t.ts'
import type { Played } from './play-history.ts'
import type { Random } from './random.ts'

type Rival = (played: Played) => boolean

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length

/** ln(p95) of one label: in the earlier runs, and in the first run of the commit. */
function labelsOf({ history, x }: Played): { earlier: number[]; now: number }[] {
  const now = x[history.length]!
  return now.map((value, label) => ({
    earlier: x.slice(0, history.length).map((run) => run[label]!),
    now: value,
  }))
}

/** `baseline + 10%`: any label is 10 % slower than in the last run. */
export const lastRun: Rival = (played) =>
  labelsOf(played).some(({ earlier, now }) => now - earlier.at(-1)! > Math.log(1.1))

/** A boundary of 1 % by Student's t for each label separately, like Bencher's t-test threshold. */
export const boundaryPerLabel: Rival = (played) =>
  labelsOf(played).some(({ earlier, now }) => {
    if (earlier.length < 2) return false
    const usual = mean(earlier)
    const variance = mean(earlier.map((x) => (x - usual) ** 2)) * (earlier.length / (earlier.length - 1))
    const error = Math.sqrt(variance * (1 + 1 / earlier.length))
    return upperTailOfT((now - usual) / error, earlier.length - 1) < 0.01
  })

const BLOCKS = 20
/**
 * How much 20 time blocks of one run differ. Runs differ more from each other, which is why this test goes
 * wrong.
 */
const BETWEEN_BLOCKS = 0.05

/** Mann-Whitney on 20 time blocks each of the last run and this one, at 1 % for each label. */
export function mannWhitney(random: Random): Rival {
  return (played) =>
    labelsOf(played).some(({ earlier, now }) => {
      const blocks = (x: number) => Array.from({ length: BLOCKS }, () => x + BETWEEN_BLOCKS * random.normal())
      const [before, after] = [blocks(earlier.at(-1)!), blocks(now)]
      const wins = after.reduce((sum, a) => sum + before.filter((b) => a > b).length, 0)
      const deviation = Math.sqrt((BLOCKS * BLOCKS * (2 * BLOCKS + 1)) / 12)
      return (wins - (BLOCKS * BLOCKS) / 2) / deviation > 2.326
    })
}
