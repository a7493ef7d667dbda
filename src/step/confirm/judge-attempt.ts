import { scrubTexts } from '../../foundation/scrub-texts.ts'
import type { Measurements } from '../../measurements/model.ts'
import type { RunNumber } from '../../providers/provider.ts'
import { wantedFigures } from '../../verdict/against-usual/usual-entries.ts'
import { areJudgedTogether, formerRuns, keepForNextAttempt } from '../judge/history/attempt-runs.ts'
import type { NamedRun } from '../judge/history/further-runs.ts'
import { whyNotWhole } from '../judge/history/earlier-run.ts'
import { countsForUsual, ownRun } from '../judge/history/own-run.ts'
import { whyNotTogether } from '../judge/history/runs-of-commit.ts'
import {
  judgePrepared,
  measureRun,
  prepareJudgment,
  type Judged,
  type JudgedRun,
  type Prepared,
} from '../judge/judge-run.ts'
import { keepForBranch, rewriteVerdict, writeVerdict } from '../judge/write-verdict.ts'
import type { Step } from '../step.ts'

/**
 * Judges a run that just ended, together with the runs of earlier attempts, so that a re-run adds evidence
 * instead of being another try. What the next attempt needs is saved before anybody sees the verdict.
 */
export async function judgeAttempt(step: Step, run: JudgedRun): Promise<AttemptJudgment> {
  const { runs, doubt } = await formerRuns(step)
  const asked = { ...run, formerRuns: runs, ...(doubt !== undefined && { doubt }) }
  const prepared = await prepareJudgment(step, asked)
  const judged = await judgePrepared(step, prepared)
  const areWritten = await writeVerdict(step, judged)
  const judgment = new AttemptJudgment(step, prepared, { judged, areWritten })
  await judgment.keepForNext()
  return judgment
}

/** The judgment of an attempt, which further runs of the commit can still change. */
export class AttemptJudgment {
  readonly #step: Step
  readonly #prepared: Prepared
  readonly #areWritten: boolean
  #judged: Judged
  readonly #further: NamedRun[] = []
  readonly #remarks: string[] = []

  constructor(step: Step, prepared: Prepared, first: { judged: Judged; areWritten: boolean }) {
    this.#step = step
    this.#prepared = prepared
    this.#judged = first.judged
    this.#areWritten = first.areWritten
  }

  get judged(): Judged {
    return this.#judged
  }

  /**
   * Judges all runs together with a further one. Returns why that run cannot be used, as a sentence, or
   * undefined.
   */
  async judgeWith(number: RunNumber, run: JudgedRun): Promise<string | undefined> {
    const { measurements } = await measureRun(this.#step, run)
    const name = `measurements-${number}.json`
    const why = this.#whyNot(measurements, run)
    if (why === undefined) {
      this.#further.push({ name, measurements, confirms: true })
      const judged = await judgePrepared(this.#step, this.#prepared, this.#further)
      this.#judged = this.#withRemarks(judged)
    }
    await rewriteVerdict(this.#step, this.#judged, { name, measurements })
    if (why === undefined) await this.keepForNext()
    return why
  }

  /** Adds a message about further runs to the verdict. */
  async remark(text: string): Promise<void> {
    this.#remarks.push(text)
    this.#judged = this.#withRemarks(this.#judged)
    await rewriteVerdict(this.#step, this.#judged)
  }

  #withRemarks(judged: Judged): Judged {
    const { verdict } = judged
    const warnings = [...new Set([...this.#remarks, ...verdict.warnings])]
    return { ...judged, verdict: { ...verdict, warnings } }
  }

  /** A run without the figures that are compared would look like a second opinion, but is none. */
  #whyNot(measurements: Measurements, { collected: { missing } }: JudgedRun): string | undefined {
    const { services, criteria } = this.#step
    const { known } = this.#prepared
    const subjects = [...wantedFigures(criteria).keys()]
    const lacks = subjects.find((subject) => known.subjects[subject] && !measurements.subjects[subject])
    const files = missing.map(({ name, reason }) => `${name}: ${reason}`).join(' ')
    return (
      whyNotWhole(measurements) ??
      (lacks === undefined ? undefined : `it has no figures of ${lacks}. ${files}`.trim()) ??
      whyNotTogether(services, known.run, measurements)
    )
  }

  /** Saves the runs that this attempt has judged so far for the next attempt. */
  async keepForNext(): Promise<void> {
    const { criteria, workflow } = this.#step
    const { verdict, measurements } = this.#judged
    if (!areJudgedTogether(this.#step) || !countsForUsual(verdict, measurements)) return
    const { percentileOf } = this.#prepared
    const runs = [measurements, ...this.#further.map((further) => further.measurements)]
    const kept = runs.map((run) => ownRun(scrubTexts(run, workflow.scrub), criteria, percentileOf))
    await keepForNextAttempt(this.#step, kept)
  }

  /** Saves the runs for their branch, when no further run will be judged together with them. */
  async keepForBranch(): Promise<void> {
    if (!this.#areWritten) return
    const further = this.#further.map(({ measurements }) => measurements)
    await keepForBranch(this.#step, this.#judged, this.#prepared.baseline ?? {}, further)
  }
}
