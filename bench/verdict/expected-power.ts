/** What the method's own power formula predicts for a scenario, from its true spread. */
import type { Evidence } from '../../src/verdict/usual/decide.ts'
import { gridOf, tableOf } from '../../src/verdict/usual/figures.ts'
import { chanceOfFinding, powerOf } from '../../src/verdict/usual/findable.ts'
import { casesOf } from '../../src/verdict/usual/judge-figures.ts'
import { proofOf } from '../../src/verdict/usual/judge-usual.ts'
import { COMPARISON } from './count-verdicts.ts'
import { play, type Scenario } from './play-history.ts'
import { randomFrom } from './random.ts'

/**
 * The variance of a median over labels, as a multiple of the variance of one label divided by their number.
 */
const MEDIAN_FACTOR = 1.57
const MEDIAN_SHARE = 1

/** How often a label that is slower by this ratio should be found with this many runs of the commit. */
export function expectedPower(scenario: Scenario, ratio: number, runs: 1 | 2): number {
  const { history, runs: ours } = play(scenario, { ratio: 0, of: 'one' }, randomFrom(1))
  const cases = casesOf(
    tableOf(gridOf(history, ours.slice(0, runs), COMPARISON, [COMPARISON.figure]), COMPARISON),
  )
  const { spread, labels, common } = scenario
  const shared = cases.environment !== undefined
  const own = shared
    ? spread ** 2 * (1 - common) * (1 + (MEDIAN_FACTOR - 2 * MEDIAN_SHARE) / labels)
    : spread ** 2
  const first = cases.labels[0]!.evidence
  const { reference } = first
  const evidence: Evidence = { ...first, spread: { ...first.spread, variance: own } }
  const budget = { labels, environments: shared ? 1 : 0, runs }
  const { limit } = COMPARISON
  const proof = proofOf('label', budget, Math.log1p('ratio' in limit ? limit.ratio : 0))
  const ofEnvironment = spread ** 2 * (common + ((1 - common) * MEDIAN_FACTOR) / labels)
  const environmentError = shared ? Math.sqrt(ofEnvironment * (1 / runs + reference.varianceShare)) : 0
  return chanceOfFinding(powerOf(evidence, proof.now, { runs, environmentError }), Math.log1p(ratio))
}
