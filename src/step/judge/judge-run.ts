import type { KeptBefore } from './baseline-cache.ts'
import { keepRun } from './keep-run.ts'
import { findBaseline, type ComparingStep } from './baseline-store.ts'
import { messageOf } from '../../foundation/errors.ts'
import type { Findings } from '../findings.ts'
import { troublesOf } from './data-troubles.ts'
import type { Measurements } from '../../measurements/model.ts'
import type { Collected, RunHandle } from '../../providers/provider.ts'
import { serviceNamed } from '../../providers/service.ts'
import { chooseBaseline, mayBecomeBaseline, type BaselineAnswer } from '../../verdict/comparable-baseline.ts'
import { scrubTexts } from '../../foundation/scrub-texts.ts'
import { alignedRuns, comparableRuns } from './history/earlier-run.ts'
import { withEnd, withOrigin, withPartial } from './told-measurements.ts'
import type { AttemptRun } from './history/attempt-runs.ts'
import type { NamedRun } from './history/further-runs.ts'
import { runsOfCommit } from './history/runs-of-commit.ts'
import { countsForUsual, ownRun } from './history/own-run.ts'
import { runFiguresOf } from '../../verdict/against-usual/run-figures.ts'
import { wantedFigures } from '../../verdict/against-usual/usual-entries.ts'
import type { RunFigures } from '../../verdict/usual/model.ts'
import { judge } from '../../verdict/judge.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { decide } from '../../verdict/outcome/decide.ts'
import { type RunFailure } from '../../verdict/outcome/outcome-facts.ts'
import type { Step } from '../step.ts'

/** What mode `judge` has, too: without it there are a service and a cache to ask for a baseline. */
export type Judging = ComparingStep & Pick<Step, 'inputs' | 'criteria' | 'xpath' | 'workflow'>

/** What is known besides the files when it comes to the judgement. */
export interface JudgedRun {
  collected: Collected
  /** As the step started them; known from the files alone where absent. */
  executions?: RunHandle['executions']
  /** Measured before; read from the files where absent. */
  measurements?: Measurements
  failure?: RunFailure
  endedEarly?: string
  /** Further runs of the same commit, oldest first, which are judged together with this one. */
  furtherRuns?: NamedRun[]
  /** Those of earlier attempts, oldest first, and why some may be missing. */
  formerRuns?: AttemptRun[]
  doubt?: string
}

/** Whether the baseline that was looked for may be replaced: there is none, or somebody put another one in its place. */
interface FoundBefore {
  certainlyAbsent?: boolean
  foreign?: boolean
  /** What is kept for the branch already. */
  before?: KeptBefore
}

const MEASUREMENTS = 'measurements.json'
const BASELINE = 'baseline.json'

export interface Judged extends Pick<Findings, 'collected' | 'baseline'> {
  measurements: Measurements
  verdict: Verdict
}

/** Measures what was collected, compares and judges it, and leaves the files of it. */
export async function judgeRun(ports: Judging, run: JudgedRun): Promise<Judged> {
  const { collected } = run
  const executions = run.executions ?? executionsIn(collected)
  const { files, answers } = serviceNamed(ports.services, collected.facts.provider)
  const measured = run.measurements ?? (await files.measure(collected, executions))
  const troubles = troublesOf(files, collected, measured)
  const known = withPartial(measured, collected)
  const measurements = withEnd(withOrigin(ports.context, known), run)
  for (const { code, message } of measurements.warnings) if (code === 'note') ports.log.info(message)
  const { percentileOf } = await import('../../measurements/totals/histogram.ts')
  const wanted = wantedFigures(ports.criteria)
  const figuresOf = (one: Measurements): RunFigures => runFiguresOf(one, wanted, percentileOf)
  const baseline = await compare(ports, measurements, figuresOf)
  const reportPath = reportOf(collected)
  const asked = { measured: known, run: measurements.run, figuresOf }
  const { named: commitRuns, ...others } = runsOfCommit(ports, asked, run)
  const results = await judge(ports.criteria, {
    answers,
    measurements,
    percentileOf,
    ...(baseline !== undefined && {
      baseline: {
        use: baseline.use,
        ...(baseline.measurements && { measurements: baseline.measurements }),
      },
    }),
    usual: {
      ...others,
      ...rerunOf(ports),
      ...(run.doubt !== undefined && { doubt: run.doubt }),
      ...(baseline?.history && { history: baseline.history }),
    },
    troubles,
    ...(reportPath !== undefined && {
      judgeXPath: (expressions) => ports.xpath.judge(expressions, reportPath),
    }),
    nowMs: ports.nowMs(),
  })
  const verdict = decide({
    ...(run.failure !== undefined && { failure: run.failure }),
    ...(run.endedEarly !== undefined && { endedEarly: run.endedEarly }),
    criteria: results,
    ...(measurements.scorecard !== undefined && { scorecard: measurements.scorecard }),
    ...(baseline !== undefined && { baseline: baseline.use }),
    troubles,
    warnings: [...(baseline?.notes ?? []), ...notesOf(measurements)],
    failOn: ports.inputs.failOn,
  })
  const judged: Judged = {
    collected,
    measurements,
    ...(baseline?.measurements && { baseline: baseline.measurements }),
    verdict: { ...verdict, ...(commitRuns && { commitRuns }) },
  }
  await leaveFiles(ports, judged, baseline ?? {})
  return judged
}

/** Mode `wait` judges the same run again, unless what starts it runs again too; without a cache nothing is known of others. */
function rerunOf({ inputs, context, cache }: Judging): { rerun?: 'job' | 'workflow' } {
  if (context.runId === '' || cache === undefined || cache.unavailable() !== undefined) return {}
  return { rerun: inputs.mode === 'wait' ? 'workflow' : 'job' }
}

/** Executions by their folders, where only files tell of them. */
function executionsIn({ facts }: Collected): { id: string; label: string }[] {
  return facts.ids.map((id, index) => ({ id, label: facts.loadProfile?.[index]?.name ?? id }))
}

/** What the data troubles do not say already, and is more than a remark. */
function notesOf({ warnings }: Measurements): string[] {
  const others = warnings.filter(({ code }) => code !== 'partial-archives' && code !== 'note')
  return others.map(({ message }) => message)
}

async function compare(
  ports: Judging,
  measurements: Measurements,
  figuresOf: (run: Measurements) => RunFigures,
): Promise<(BaselineAnswer & FoundBefore & { history?: RunFigures[] }) | undefined> {
  const { baseline } = ports.inputs
  if (baseline === undefined) return undefined
  const looked = await findBaseline(ports, baseline.choice, {
    services: ports.services,
    run: measurements.run,
    figuresOf,
  })
  // Before it is escaped for Markdown or HTML: after that a secret no longer looks like one.
  const found = 'missing' in looked ? { ...looked, missing: ports.workflow.scrub(looked.missing) } : looked
  if ('missing' in found) ports.log.warning(`Baseline ${baseline.text}: ${found.missing}`)
  const question = { from: baseline.text, nowMs: ports.nowMs() }
  const { history, before } = looked
  const kept = {
    ...(before && { before }),
    ...(history && {
      history: comparableRuns(ports.services, history, measurements.run).map(({ figures }) => figures),
    }),
  }
  if ('missing' in found) {
    const answer = chooseBaseline({ ...question, found, run: measurements.run })
    return { ...answer, ...kept, certainlyAbsent: found.certain === true }
  }
  const aligned = alignedRuns(ports.services, measurements.run, found.measurements.run)
  const answer = chooseBaseline({
    ...question,
    found: { ...found, measurements: { ...found.measurements, run: aligned.baseline } },
    run: aligned.run,
  })
  if (answer.use.status !== 'used') return { ...answer, ...kept, foreign: found.foreign === true }
  // As it was found: what it is aligned to is for this comparison only, and baseline.json is compared with again.
  return {
    ...answer,
    measurements: found.measurements,
    notes: [...answer.notes, ...aligned.notes],
    ...kept,
  }
}

function reportOf({ files }: Collected): string | undefined {
  const file = files.find((one) => one.kind === 'test-report') ?? files.find((one) => one.kind === 'report')
  return file?.path
}

async function leaveFiles(ports: Judging, judged: Judged, before: FoundBefore): Promise<void> {
  const { directory, inputs, log } = ports
  const { measurementsText } = await import('../../measurements/measurements-file.ts')
  let path: string
  try {
    // Labels may hold a secret; until here they are as they are measured, because criteria name them so.
    const { scrub } = ports.workflow
    const { measurements, baseline } = judged
    path = await directory.write(MEASUREMENTS, measurementsText(scrubTexts(measurements, scrub)))
    if (baseline !== undefined) await directory.write(BASELINE, measurementsText(scrubTexts(baseline, scrub)))
    await leaveCriteria(ports, judged)
  } catch (error) {
    log.warning(
      `The files of the verdict could not be written to ${directory.path}: ${messageOf(error)} The verdict is still valid.`,
    )
    return
  }
  const keeps = inputs.baseline?.choice.kind === 'branch' && inputs.mode !== 'judge'
  if (keeps) await keep(ports, judged, before, path)
}

async function keep(
  ports: Judging,
  { verdict, measurements }: Judged,
  { certainlyAbsent = false, foreign, before = { unknown: 'out-of-reach' } }: FoundBefore,
  measurementsPath: string,
): Promise<void> {
  const { percentileOf } = await import('../../measurements/totals/histogram.ts')
  const counts = countsForUsual(verdict, measurements)
  const asBaseline = mayBecomeBaseline(verdict, certainlyAbsent, foreign)
  if (!counts && !asBaseline) return
  const scrubbed = scrubTexts(measurements, ports.workflow.scrub)
  const earlier = counts ? { earlier: ownRun(scrubbed, ports.criteria, percentileOf) } : {}
  await keepRun(ports, { measurementsPath, asBaseline, before, ...earlier })
}

async function leaveCriteria({ directory, workflow }: Judging, judged: Judged): Promise<void> {
  const { verdict, collected } = judged
  const { criteriaFile } = await import('../../verdict/outcome/verdict-json.ts')
  // It becomes an artifact, and an answer of the service that is quoted may repeat a secret.
  await directory.write('criteria.json', workflow.scrub(criteriaFile(verdict, collected?.missing ?? [])))
}
