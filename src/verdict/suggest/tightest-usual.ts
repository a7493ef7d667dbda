import { usualJudge, type UsualJudge } from '../usual/judge-usual.ts'
import type { Comparison, RunFigures } from '../usual/model.ts'

/** A criterion whose limit is searched. */
export type UsualCandidate = Pick<Comparison, 'subject' | 'labels' | 'figure' | 'kind'>

/**
 * In percent, and in percentage points: values that people write. Larger ones would miss changes that matter.
 */
const STEPS = {
  figure: [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 25, 30, 35, 40, 45, 50],
  'error-share': [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 4, 5],
}

/**
 * For each candidate, the tightest step at which every run passes against the others; undefined if there is
 * none. A run that passes at a limit also passes at each larger one, so the step is found by binary search,
 * for all candidates at once.
 */
export function tightestUsual(
  history: readonly RunFigures[],
  candidates: readonly UsualCandidate[],
): (number | undefined)[] {
  // Each run is judged against all others as if it were the newest.
  const judges = history.map((run) =>
    usualJudge(
      [run],
      history.filter((other) => other !== run),
    ),
  )
  const range = candidates.map(({ kind }) => ({ low: 0, high: STEPS[kind].length }))
  for (;;) {
    const open = [...range.keys()].filter((index) => range[index]!.low < range[index]!.high)
    if (open.length === 0) break
    const tried = open.map((index) => {
      const { low, high } = range[index]!
      return (low + high) >> 1
    })
    const passed = allPass(
      judges,
      open.map((index, at) => comparisonOf(candidates[index]!, STEPS[candidates[index]!.kind][tried[at]!]!)),
    )
    for (const [at, index] of open.entries()) {
      if (passed[at]) range[index]!.high = tried[at]!
      else range[index]!.low = tried[at]! + 1
    }
  }
  return candidates.map(({ kind }, index) => STEPS[kind][range[index]!.low])
}

function comparisonOf(candidate: UsualCandidate, limit: number): Comparison {
  const part = limit / 100
  return {
    ...candidate,
    name: '',
    worse: 'higher',
    limit: candidate.kind === 'figure' ? { ratio: part } : { points: part },
  }
}

/** Whether each comparison passes for every run. */
function allPass(judges: readonly UsualJudge[], comparisons: readonly Comparison[]): boolean[] {
  const passed = comparisons.map(() => true)
  for (const judge of judges) {
    const left = [...comparisons.keys()].filter((index) => passed[index])
    if (left.length === 0) break
    const decisions = judge.decisions(left.map((index) => comparisons[index]!))
    for (const [at, { status }] of decisions.entries()) if (status !== 'passed') passed[left[at]!] = false
  }
  return passed
}
