import type { Reason } from '../../foundation/reason.ts'
import type { Presentation } from '../presentation.ts'
import type { BrokenCriterion } from './broken-criteria.ts'
import type { Generators } from './generators.ts'
import type { NextStep } from './next-step.ts'

/** What the advice is based on. */
export interface Known {
  presentation: Presentation
  broken: readonly BrokenCriterion[]
  generators: Generators
}

/** The advice for this outcome; empty if everything passed. */
export function nextSteps(known: Known): NextStep[] {
  const { verdict } = known.presentation
  const { reason, outcome, nothingJudged } = verdict
  if (outcome === 'started') return [ATTACH_STARTED]
  if (nothingJudged === true) return [ADD_CRITERIA]
  if (reason === '') return []
  return ADVICE[reason](known)
}

const ADVICE: Record<Reason, (known: Known) => NextStep[]> = {
  'bad-input': () => [
    {
      action: 'fix-inputs',
      why: 'The message names every input that is wrong.',
      see: 'docs/troubleshooting.md',
    },
    CHECK,
  ],
  credentials: () => [
    {
      action: 'fix-credentials',
      why: 'The service refused the credentials, or they lack a scope.',
      see: 'docs/permissions.md',
    },
    CHECK,
  ],
  preflight: () => [CHECK],
  'start-unknown': (known) => [lookAtRun(known, 'It is not known whether the test started.'), attach(known)],
  'contact-lost': (known) => [lookAtRun(known, 'The run may still be active.'), attach(known)],
  internal: (known) => [reRun(known, 'The action failed, not the test.'), ...judgeAgain(known)],
  'remote-failed': (known) => [
    lookAtRun(known, 'The run failed at the service.'),
    reRun(known, 'Another attempt starts a new run.'),
  ],
  'remote-aborted': (known) => [
    lookAtRun(known, 'Somebody or something aborted the run at the service.'),
    reRun(known, 'Another attempt starts a new run.'),
  ],
  'remote-unresponsive': (known) => [
    ...strongerGenerators(known),
    lookAtRun(known, 'The load generators stopped answering.'),
    reRun(known, 'Another attempt starts a new run.'),
  ],
  timeout: (known) => [
    {
      action: 'more-time',
      why: 'The step reached its timeout or max-minutes: allow more, or run a shorter test.',
      see: 'docs/cancel-and-re-run.md',
    },
    lookAtRun(known, 'It shows whether the test made any progress.'),
  ],
  validity: (known) => [...strongerGenerators(known), ...whyNotJudged(known)],
  criteria: (known) => [...strongerGenerators(known), ...ofCriteria(known), ...judgeAgain(known)],
  scorecard: (known) => [
    ...strongerGenerators(known),
    { action: 'look-at-labels', why: 'The scorecard names the rules that failed.', see: 'docs/outcomes.md' },
  ],
  baseline: (known) => [...settling(known), ...confirm(known), KEEP_BASELINE],
  cancelled: (known) => [reRun(known, 'The step was cancelled before it could judge.')],
}

const CHECK: NextStep = {
  action: 'check',
  why: 'Mode check verifies credentials, names, limits and criteria, and starts nothing.',
  inputs: { mode: 'check' },
  see: 'docs/troubleshooting.md',
}

const ADD_CRITERIA: NextStep = {
  action: 'add-criteria',
  why: 'No criterion was judged, so the run could not fail.',
  see: 'docs/criteria.md',
}

const KEEP_BASELINE: NextStep = {
  action: 'keep-baseline',
  why: 'Run the test on the base branch: a run that passes there is kept as the baseline.',
  see: 'docs/baselines.md',
}

const ATTACH_STARTED: NextStep = {
  action: 'attach',
  why: 'The run is still active; mode wait judges it.',
  inputs: { mode: 'wait' },
  see: 'docs/cancel-and-re-run.md',
}

function attach({ presentation: { run } }: Known): NextStep {
  return {
    action: 'attach',
    why: 'Once the run is known, mode wait continues with it, without a second load test.',
    inputs: { mode: 'wait', ...(run.ids.length > 0 && { 'run-id': run.ids.join(',') }) },
    see: 'docs/reliability.md',
  }
}

function lookAtRun({ presentation: { run } }: Known, why: string): NextStep {
  const page = run.url === undefined ? '' : ' Its page is run.url.'
  return { action: 'look-at-run', why: why + page, see: 'docs/outcomes.md' }
}

function reRun({ presentation: { workflow } }: Known, why: string): NextStep {
  const runId = /\/actions\/runs\/(\d+)$/.exec(workflow?.runUrl ?? '')?.[1]
  return {
    action: 're-run',
    why,
    ...(runId !== undefined && { command: `gh run rerun ${runId} --failed` }),
    see: 'docs/cancel-and-re-run.md',
  }
}

function strongerGenerators({ generators }: Known): NextStep[] {
  if (generators.cpu !== 'short' && generators.whileSlow === undefined) return []
  const why =
    'The load generators were short of CPU, so they may have caused the response times and errors themselves: use more or larger ones, or less load.'
  return [{ action: 'stronger-generators', why, see: 'docs/criteria.md' }]
}

function whyNotJudged({ presentation: { verdict }, broken }: Known): NextStep[] {
  const isTooShort = broken.some(({ standing }) => standing === 'invalid') || verdict.criteria.length === 0
  return [
    isTooShort
      ? {
          action: 'longer-test',
          why: 'The run has too little data to be judged: run the whole test, or a longer one.',
          see: 'docs/criteria.md',
        }
      : {
          action: 'fix-criteria',
          why: 'Data that a criterion needs is missing or partial; its message says which.',
          see: 'docs/outcomes.md',
        },
  ]
}

function ofCriteria(known: Known): NextStep[] {
  const { broken } = known
  const failed = broken.filter(({ standing }) => standing === 'failed')
  const errors = broken.filter(({ standing }) => standing === 'error')
  return [
    ...(errors.length === 0
      ? []
      : [
          {
            action: 'fix-criteria' as const,
            why: 'A criterion in error cannot be judged at all; its message says why.',
            see: 'docs/criteria.md',
          },
        ]),
    ...(failed.length === 0
      ? []
      : [
          {
            action: 'look-at-labels' as const,
            why: 'The worst labels show since when they have failed or been slow, and which errors they have.',
            see: 'docs/files.md',
          },
        ]),
    ...settling(known),
  ]
}

/** Further runs of the same commit, if they would settle criteria that compare with the usual. */
function settling(known: Known): NextStep[] {
  const runs = known.broken.flatMap(({ history }) => history?.settledBy.moreRuns ?? [])
  if (runs.length === 0) return []
  const more = Math.max(...runs)
  const why = `${more === 1 ? 'One more run' : `${more} more runs`} of this commit would settle what the usual leaves open.`
  return [{ ...reRun(known, why), see: 'docs/baselines.md' }]
}

/** A suspicion that the step itself may settle the next time. */
function confirm({ presentation: { run, verdict } }: Known): NextStep[] {
  const isSuspect = verdict.criteria.some(
    ({ usual, severity }) => usual?.suspect === true && severity !== 'warning',
  )
  if (!isSuspect || run.mode !== 'run' || (run.mostConfirming ?? 0) > 0) return []
  return [
    {
      action: 'confirm',
      why: 'A limit from the usual looks broken but is not proven: with confirm, the step itself runs the test up to two more times and settles it.',
      inputs: { confirm: '2' },
      see: 'docs/baselines.md',
    },
  ]
}

function judgeAgain({ presentation: { measurements } }: Known): NextStep[] {
  if (measurements === undefined) return []
  return [
    {
      action: 'judge-again',
      why: 'If a limit is wrong, the same files can be judged again without a load test.',
      inputs: { mode: 'judge' },
      see: 'docs/files.md',
    },
  ]
}
