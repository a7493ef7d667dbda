import type { KeptBefore } from './baseline-cache.ts'
import { findBaseline, type ComparingStep } from './baseline-store.ts'
import type { Findings } from '../findings.ts'
import { troublesOf } from './data-troubles.ts'
import type { Measurements } from '../../measurements/model.ts'
import type { Collected, RunHandle } from '../../providers/provider.ts'
import { serviceNamed } from '../../providers/service.ts'
import { chooseBaseline, type BaselineAnswer } from '../../verdict/comparable-baseline.ts'
import { alignedRuns, comparableRuns } from './history/earlier-run.ts'
import { withEnd, withOrigin, withPartial } from './told-measurements.ts'
import type { AttemptRun } from './history/attempt-runs.ts'
import type { NamedRun } from './history/further-runs.ts'
import { suggestionsFrom, withSuggested } from './history/suggestions.ts'
import type { Suggestions } from '../../verdict/suggest/suggest-criteria.ts'
import { runsOfCommit } from './history/runs-of-commit.ts'
import { runFiguresOf } from '../../verdict/against-usual/run-figures.ts'
import { wantedFigures } from '../../verdict/against-usual/usual-entries.ts'
import type { RunFigures } from '../../verdict/usual/model.ts'
import type { Answers } from '../../criteria/answers.ts'
import type { DataTrouble } from '../../verdict/data-needs.ts'
import type { PercentileOf } from '../../verdict/observe/observation.ts'
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
  /** Those of earlier attempts, oldest first, and why some may be missing. */
  formerRuns?: AttemptRun[]
  doubt?: string
}

/** Whether the baseline that was looked for may be replaced: there is none, or somebody put another one in its place. */
export interface FoundBefore {
  certainlyAbsent?: boolean
  foreign?: boolean
  /** What is kept for the branch already. */
  before?: KeptBefore
}

export interface Judged extends Pick<Findings, 'collected' | 'baseline' | 'suggestions'> {
  measurements: Measurements
  verdict: Verdict
}

/** What a judgement is made of: measured and looked up once, judged as often as another run of the commit has come. */
export interface Prepared {
  run: JudgedRun
  /** As it was read, and with what the workflow and the step say of it. */
  known: Measurements
  measurements: Measurements
  troubles: DataTrouble[]
  answers: Answers
  percentileOf: PercentileOf
  baseline?: Compared | undefined
  suggestions?: Suggestions | undefined
}

type Compared = BaselineAnswer & FoundBefore & { history?: RunFigures[] }

/** Measures what was collected, and finds what it is compared with. */
export async function prepareJudgement(ports: Judging, run: JudgedRun): Promise<Prepared> {
  const measured = await measureRun(ports, run)
  const { percentileOf } = await import('../../measurements/totals/histogram.ts')
  const wanted = withSuggested(wantedFigures(ports.criteria), measured.measurements)
  const baseline = await compare(ports, measured.measurements, (one) =>
    runFiguresOf(one, wanted, percentileOf),
  )
  const suggestions = suggestionsFrom(baseline?.history, ports.criteria, ports.workflow.scrub)
  return { run, ...measured, percentileOf, baseline, suggestions }
}

type Measured = Pick<Prepared, 'known' | 'measurements' | 'troubles' | 'answers'>

/** Measures what was collected. */
export async function measureRun(ports: Judging, run: JudgedRun): Promise<Measured> {
  const { collected } = run
  const executions = run.executions ?? executionsIn(collected)
  const { files, answers } = serviceNamed(ports.services, collected.facts.provider)
  const measured = run.measurements ?? (await files.measure(collected, executions))
  const troubles = troublesOf(files, collected, measured)
  const known = withPartial(measured, collected)
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
  const { run, known, measurements, troubles, answers, percentileOf, baseline, suggestions } = prepared
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
  return {
    collected: run.collected,
    measurements,
    ...(baseline?.measurements && { baseline: baseline.measurements }),
    verdict: { ...verdict, ...(commitRuns && { commitRuns }) },
    ...(suggestions && { suggestions }),
  }
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
): Promise<Compared | undefined> {
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
