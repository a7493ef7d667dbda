import type { KeptBefore } from './baseline-cache.ts'
import { findBaseline, type ComparingStep } from './baseline-store.ts'
import type { Findings } from '../findings.ts'
import { troublesOf } from './data-troubles.ts'
import type { Measurements } from '../../measurements/model.ts'
import type { Collected, RunHandle } from '../../providers/provider.ts'
import { serviceNamed } from '../../providers/service.ts'
import { chooseBaseline, whyNoBaseline, type BaselineAnswer } from '../../verdict/comparable-baseline.ts'
import { alignedRuns, comparableRuns } from './history/earlier-run.ts'
import { withEnd, withOrigin, withPartialData } from './add-run-facts.ts'
import type { AttemptRun } from './history/attempt-runs.ts'
import type { NamedRun } from './history/further-runs.ts'
import { suggestionsFrom } from './history/suggestions.ts'
import { shownFigures, trendsIn } from './history/trends.ts'
import type { Suggestions } from '../../verdict/suggest/suggest-criteria.ts'
import { runsOfCommit } from './history/runs-of-commit.ts'
import { runFiguresOf } from '../../verdict/against-usual/run-figures.ts'
import { judgedChanges, type JudgedChanges } from '../../verdict/against-usual/trends/judged-changes.ts'
import { wantedFigures } from '../../verdict/against-usual/usual-entries.ts'
import type { RunFigures } from '../../verdict/usual/model.ts'
import type { Answers } from '../../criteria/answers.ts'
import type { DataTrouble } from '../../verdict/data-needs.ts'
import type { PercentileOf } from '../../verdict/observe/observation.ts'
import { judge } from '../../verdict/judge.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { decide } from '../../verdict/outcome/decide.ts'
import { saysNoBaseline } from '../../verdict/outcome/other-warnings.ts'
import { type RunFailure } from '../../verdict/outcome/outcome-facts.ts'
import type { Step } from '../step.ts'

/** What mode `judge` has too. In the other modes a service and a cache can be asked for a baseline. */
export type Judging = ComparingStep & Pick<Step, 'inputs' | 'criteria' | 'xpath' | 'workflow'>

/** What is known about a run, besides its files, when it is judged. */
export interface JudgedRun {
  collected: Collected
  /** The executions that the step started. If absent, they are taken from the files. */
  executions?: RunHandle['executions']
  /** Earlier measurements. If absent, the files are measured. */
  measurements?: Measurements
  failure?: RunFailure
  endedEarly?: string
  /** The runs of earlier attempts, oldest first, and why some may be missing. */
  formerRuns?: AttemptRun[]
  doubt?: string
}

/**
 * Whether the current baseline may be replaced: there is none, or somebody put a foreign one in its place.
 */
export interface FoundBefore {
  certainlyAbsent?: boolean
  foreign?: boolean
  /** What is already kept for the branch. */
  before?: KeptBefore
}

export interface Judged extends Pick<
  Findings,
  'collected' | 'baseline' | 'againstUsual' | 'suggestions' | 'trends'
> {
  measurements: Measurements
  verdict: Verdict
}

/**
 * Everything that a judgment needs. It is measured and looked up once, and judged again whenever another run
 * of the commit is added.
 */
export interface Prepared {
  run: JudgedRun
  /** As read from the files; `measurements` adds what the workflow and the step know. */
  known: Measurements
  measurements: Measurements
  troubles: DataTrouble[]
  answers: Answers
  percentileOf: PercentileOf
  /** The figures of each run that are compared and shown. */
  figuresOf: (run: Measurements) => RunFigures
  baseline?: Compared | undefined
  againstUsual?: JudgedChanges | undefined
  suggestions?: Suggestions | undefined
}

type Compared = BaselineAnswer & FoundBefore & { history?: RunFigures[] }

/** Measures what was collected, and finds what to compare it with. */
export async function prepareJudgment(ports: Judging, run: JudgedRun): Promise<Prepared> {
  const measured = await measureRun(ports, run)
  const { percentileOf } = await import('../../measurements/totals/histogram.ts')
  const wanted = shownFigures(wantedFigures(ports.criteria), ports.criteria, measured.measurements)
  const figuresOf = (one: Measurements): RunFigures => runFiguresOf(one, wanted, percentileOf)
  const baseline = await compare(ports, measured.measurements, figuresOf)
  const suggestions = suggestionsFrom(baseline?.history, ports.criteria, ports.workflow.scrub)
  const history = baseline?.history
  const againstUsual = history && judgedChanges(figuresOf(measured.measurements), history)
  return { run, ...measured, percentileOf, figuresOf, baseline, againstUsual, suggestions }
}

type Measured = Pick<Prepared, 'known' | 'measurements' | 'troubles' | 'answers'>

/** Measures what was collected. */
export async function measureRun(ports: Judging, run: JudgedRun): Promise<Measured> {
  const { collected } = run
  const executions = run.executions ?? executionsIn(collected)
  const { files, answers } = serviceNamed(ports.services, collected.facts.provider)
  const measured = run.measurements ?? (await files.measure(collected, executions))
  const troubles = troublesOf(files, collected, measured)
  const known = withPartialData(measured, collected)
  const measurements = withEnd(withOrigin(ports.context, known), run)
  for (const { code, message } of measurements.warnings) if (code === 'note') ports.log.info(message)
  return { known, measurements, troubles, answers }
}

function figuresFor({ criteria }: Judging, percentileOf: PercentileOf): (run: Measurements) => RunFigures {
  const wanted = wantedFigures(criteria)
  return (run) => runFiguresOf(run, wanted, percentileOf)
}

/** Judges the run together with further ones of the same commit, oldest first. */
export async function judgePrepared(
  ports: Judging,
  prepared: Prepared,
  furtherRuns: readonly NamedRun[] = [],
): Promise<Judged> {
  const { run, known, measurements, troubles, answers, percentileOf, baseline, againstUsual, suggestions } =
    prepared
  const reportPath = reportOf(run.collected)
  const asked = { measured: known, run: measurements.run, figuresOf: figuresFor(ports, percentileOf) }
  const { formerRuns, doubt, failure, endedEarly } = run
  const { named: commitRuns, ...others } = runsOfCommit(ports, asked, { formerRuns, furtherRuns })
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
      ...(doubt !== undefined && { doubt }),
      ...(baseline?.history && { history: baseline.history }),
    },
    troubles,
    ...(reportPath !== undefined && {
      judgeXPath: (expressions) => ports.xpath.judge(expressions, reportPath),
    }),
    nowMs: ports.nowMs(),
  })
  const verdict = decide({
    ...(failure !== undefined && { failure }),
    ...(endedEarly !== undefined && { endedEarly }),
    criteria: results,
    ...(measurements.scorecard !== undefined && { scorecard: measurements.scorecard }),
    ...(baseline !== undefined && { baseline: baseline.use }),
    troubles,
    warnings: [...(baseline?.notes ?? []), ...notesOf(measurements)],
    failOn: ports.inputs.failOn,
  })
  // What decides the outcome is said with it; people who read the log only must find the rest there too.
  const isUnsaid = baseline?.use.status === 'missing' && !saysNoBaseline(verdict)
  if (isUnsaid && furtherRuns.length === 0) ports.log.warning(whyNoBaseline(baseline.use))
  return {
    collected: run.collected,
    measurements,
    ...(baseline?.measurements && { baseline: baseline.measurements }),
    verdict: { ...verdict, ...(commitRuns && { commitRuns }) },
    ...(againstUsual && { againstUsual }),
    ...(suggestions && { suggestions }),
    ...trendsIn(ports.criteria, prepared, results),
  }
}

/**
 * What has to run again to get another run. In mode `wait` a re-run of the job would judge the same run
 * again, so the whole workflow has to run. Without a cache, no other run can be known.
 */
function rerunOf({ inputs, context, cache }: Judging): { rerun?: 'job' | 'workflow' } {
  if (context.runId === '' || cache === undefined || cache.unavailable() !== undefined) return {}
  return { rerun: inputs.mode === 'wait' ? 'workflow' : 'job' }
}

/** If only files are known, executions are named by their folders. */
function executionsIn({ facts }: Collected): { id: string; label: string }[] {
  return facts.ids.map((id, index) => ({ id, label: facts.loadProfile?.[index]?.name ?? id }))
}

/** Warnings that are more than a note, and not already in the data troubles. */
function notesOf({ warnings }: Measurements): string[] {
  const others = warnings.filter(({ code }) => code !== 'partial-archives' && code !== 'note')
  return others.map(({ message }) => message)
}

async function compare(
  ports: Judging,
  measurements: Measurements,
  figuresOf: (run: Measurements) => RunFigures,
): Promise<Compared | undefined> {
  const { baseline } = ports.inputs
  if (baseline === undefined) return undefined
  const looked = await findBaseline(ports, baseline.choice, {
    services: ports.services,
    run: measurements.run,
    figuresOf,
  })
  // Secrets are removed before the text is escaped for Markdown or HTML, because after that they are not
  // recognized.
  const found = 'missing' in looked ? { ...looked, missing: ports.workflow.scrub(looked.missing) } : looked
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
  // `baseline.json` gets the measurements as they were found: the alignment is only for this comparison.
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
