import { scrubTexts } from '../../foundation/scrub-texts.ts'
import type { Step } from '../step.ts'
import { areJudgedTogether, formerRuns, keepForNextAttempt } from './history/attempt-runs.ts'
import { countsForUsual, ownRun } from './history/own-run.ts'
import { judgeRun, type Judged, type JudgedRun } from './judge-run.ts'

/**
 * Judges a run that just ended, together with those of earlier attempts: a re-run is a second opinion, not another draw.
 * What the next attempt needs is kept before anybody learns the verdict.
 */
export async function judgeAttempt(step: Step, run: JudgedRun): Promise<Judged> {
  const { runs, doubt } = await formerRuns(step)
  const judged = await judgeRun(step, { ...run, formerRuns: runs, ...(doubt !== undefined && { doubt }) })
  const { verdict, measurements } = judged
  if (areJudgedTogether(step) && countsForUsual(verdict, measurements)) {
    const { percentileOf } = await import('../../measurements/totals/histogram.ts')
    const scrubbed = scrubTexts(measurements, step.workflow.scrub)
    await keepForNextAttempt(step, [ownRun(scrubbed, step.criteria, percentileOf)])
  }
  return judged
}
