/** Judges many simulated steps of one scenario, and counts the verdicts. */
import { judgeUsual } from '../../src/verdict/usual/judge-usual.ts'
import type { Comparison, ComparisonVerdict, UsualStatus } from '../../src/verdict/usual/model.ts'
import { play, type Change, type Played, type Scenario } from './play-history.ts'
import { randomFrom } from './random.ts'

export const COMPARISON: Comparison = {
  name: 'requests["*"].p95 <= usual + 5%',
  subject: 'requests',
  labels: 'all',
  figure: 'p95',
  kind: 'figure',
  worse: 'higher',
  limit: { ratio: 0.05 },
}

/** How many runs a commit gets: one, two, or a second one if the first is suspicious (`confirm: 1`). */
export const CONFIRMING = ['one', 'two', 'onSuspicion'] as const
export type Confirming = (typeof CONFIRMING)[number]

export interface Tally extends Record<UsualStatus, number> {
  /** Passed although the slower label was among those that were judged. */
  wrongGreen: number
  /** Runs of the commit that were needed. */
  runs: number
}

export interface Counts {
  steps: number
  tallies: Record<Confirming, Tally>
  /** Steps that each rival would fail, in the order of the rivals. */
  rivals: number[]
}

export interface Trial {
  /** Used in turn. */
  scenarios: readonly Scenario[]
  change: Change
  steps: number
  seed: number
  rivals?: readonly ((played: Played) => boolean)[]
}

export function countVerdicts({ scenarios, change, steps, seed, rivals = [] }: Trial): Counts {
  const random = randomFrom(seed)
  const tally = (): Tally => ({ failed: 0, passed: 0, inconclusive: 0, wrongGreen: 0, runs: 0 })
  const tallies = { one: tally(), two: tally(), onSuspicion: tally() }
  const red = rivals.map(() => 0)
  for (let step = 0; step < steps; step++) {
    const played = play(scenarios[step % scenarios.length]!, change, random)
    const verdicts = [1, 2].map((runs) => verdictOf(played, runs))
    const [one, two] = [verdicts[0]!, verdicts[1]!]
    count(tallies.one, one, change)
    count(tallies.two, two, change)
    count(tallies.onSuspicion, one.suspect ? two : one, change)
    for (const [index, rival] of rivals.entries()) if (rival(played)) red[index]!++
  }
  return { steps, tallies, rivals: red }
}

function verdictOf({ history, runs }: Played, count: number): ComparisonVerdict {
  return judgeUsual({ history, runs: runs.slice(0, count), comparisons: [COMPARISON] }).comparisons[0]!
}

function count(tally: Tally, verdict: ComparisonVerdict, change: Change): void {
  tally[verdict.status]++
  tally.runs += verdict.runs
  if (verdict.status === 'passed' && change.ratio > 0 && slowerWasJudged(verdict, change)) tally.wrongGreen++
}

/** The slower label is the first one that is not rare, which is always the first (`play-history.ts`). */
function slowerWasJudged({ labels }: ComparisonVerdict, { of }: Change): boolean {
  return of === 'all' || labels[0]?.word !== 'not-judged'
}
