import { isoTime } from '../../foundation/duration.ts'
import type { Reason } from '../../foundation/reason.ts'
import type { Series, TimingSubject } from '../../measurements/model.ts'
import { effectiveStatusOf, worstFirst } from '../../verdict/outcome/effective-status.ts'
import type { BaselineUse, Outcome } from '../../verdict/verdict.ts'
import { type ErrorRow, errorRows } from '../figures/error-rows.ts'
import { chartedSubject } from '../figures/label-rows.ts'
import type { Presentation } from '../presentation.ts'
import { countStatuses, type StatusCounts } from '../verdict-words.ts'
import { type BrokenCriterion, brokenCriteria } from './broken-criteria.ts'
import { busyWhileSlow } from './busy-generators.ts'
import { type Generators, generatorsOf } from './generators.ts'
import type { NextStep } from './next-step.ts'
import { nextSteps } from './next-steps.ts'
import { onsetOfErrors, onsetOfSlowness, type Onset } from './onset.ts'
import { type WorstLabel, worstLabels } from './worst-labels.ts'

/** The content of `diagnosis.json`, as in docs/diagnosis.schema.json. Unknown values are absent. */
export interface Diagnosis {
  schemaVersion: 1
  outcome: Outcome
  reason: Reason | ''
  message: string
  failsStep: boolean
  run: DiagnosedRun
  baseline?: BaselineUse
  criteria: {
    counts: StatusCounts
    /** The criteria that did not pass, worst first. */
    broken: BrokenCriterion[]
    /** How many of those are not listed; `criteria.json` has them. */
    leftOut: number
  }
  /** Since when all requests together have been failing or slow. */
  overall?: { errorsSince?: Onset; slowSince?: Onset }
  /** The most frequent kinds of errors, at most ten. */
  errors: ErrorRow[]
  labels: WorstLabel[]
  generators: Generators
  warnings: string[]
  next: NextStep[]
}

interface DiagnosedRun {
  service?: string
  ids: string[]
  url?: string
  reportUrl?: string
  /** The artifact `summary.html`. */
  pageUrl?: string
  test?: string
  state?: string
  startedAt?: string
  finishedAt?: string
  commit?: string
  pullRequest?: number
  workflowRunUrl?: string
}

const MOST_CRITERIA = 50
const MOST_WARNINGS = 20
const MOST_ERRORS = 10

/** What a program or an agent needs to investigate a failed gate. */
export function diagnosisOf(presentation: Presentation): Diagnosis {
  const { verdict, measurements } = presentation
  const broken = brokenCriteria(verdict.criteria)
  const listed = broken.slice(0, MOST_CRITERIA)
  const charted = chartedSubject(measurements)
  const series = charted && measurements?.subjects[charted]?.total?.series
  const overall = overallOf(charted, series)
  const whileSlow = busyWhileSlow(measurements?.load, series, overall?.slowSince)
  const generators = { ...generatorsOf(measurements?.agents), ...(whileSlow !== undefined && { whileSlow }) }
  const notPassed = worstFirst(verdict.criteria).filter(
    (criterion) => !['passed', 'skipped'].includes(effectiveStatusOf(criterion)),
  )
  return {
    schemaVersion: 1,
    outcome: verdict.outcome,
    reason: verdict.reason,
    message: verdict.message,
    failsStep: verdict.failsStep,
    run: runOf(presentation),
    ...(verdict.baseline !== undefined && { baseline: verdict.baseline }),
    criteria: {
      counts: countStatuses(verdict.criteria),
      broken: listed,
      leftOut: broken.length - listed.length,
    },
    ...(overall !== undefined && { overall }),
    errors: errorRows(measurements).slice(0, MOST_ERRORS),
    labels: worstLabels(presentation, notPassed),
    generators,
    warnings: verdict.warnings.slice(0, MOST_WARNINGS),
    next: nextSteps({ presentation, broken, generators }),
  }
}

function runOf({ run, workflow, pageUrl }: Presentation): DiagnosedRun {
  const { service, ids, url, report, test, state, startedAtMs, finishedAtMs } = run
  const { commit, pullRequest, runUrl } = workflow ?? {}
  return {
    ...(service !== undefined && { service }),
    ids: ids.slice(0, 100),
    ...(url !== undefined && { url }),
    ...(report !== undefined && { reportUrl: report.url }),
    ...(pageUrl !== undefined && { pageUrl }),
    ...(test !== undefined && { test }),
    ...(state !== undefined && { state }),
    ...(startedAtMs !== undefined && { startedAt: isoTime(startedAtMs) }),
    ...(finishedAtMs !== undefined && { finishedAt: isoTime(finishedAtMs) }),
    ...(commit !== undefined && { commit: commit.sha }),
    ...(pullRequest !== undefined && { pullRequest: pullRequest.number }),
    ...(runUrl !== undefined && { workflowRunUrl: runUrl }),
  }
}

function overallOf(subject?: TimingSubject, series?: Series): Diagnosis['overall'] {
  if (subject === undefined || series === undefined) return undefined
  const errorsSince = onsetOfErrors(series, subject)
  const slowSince = onsetOfSlowness(series, subject)
  return {
    ...(errorsSince !== undefined && { errorsSince }),
    ...(slowSince !== undefined && { slowSince }),
  }
}
