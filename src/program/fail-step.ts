import { GateError, messageOf } from '../foundation/errors.ts'
import type { Log, Workflow } from '../foundation/ports.ts'
import type { Inputs } from '../inputs/parse-inputs.ts'
import { FileError } from '../platform/files/file-errors.ts'
import { idsOf, type RunHandle } from '../providers/provider.ts'
import { escapeMarkdown } from '../report/escape.ts'
import { verdictWords } from '../report/verdict-words.ts'
import { activeRun, type Findings } from '../step/findings.ts'
import { saveRunState } from '../step/traces/run-state.ts'
import { internalError, verdictOfError } from '../step/wait/run-failure.ts'
import type { Verdict } from '../verdict/verdict.ts'

interface FailPorts {
  log: Log
  workflow: Workflow
  /** Absent if they could not be parsed. */
  inputs?: Inputs
  /** The value of the input `summary`, whether or not the others could be parsed. */
  summary: boolean
  /** The same for the input `annotations`. */
  annotations: boolean
}

/** GitHub keeps ten annotations of each level for a step. */
const MOST_PLACED = 9
const TITLE = 'Load Test Gate'

/**
 * Handles errors that nothing else caught: bad inputs, or a bug inside the action. Returns the exit code.
 * Everything found out so far is kept, and a run that may be active is never ignored.
 */
export async function failStep(ports: FailPorts, findings: Findings, error: unknown): Promise<0 | 1> {
  const { run } = findings
  if (!(error instanceof GateError || error instanceof FileError))
    ports.log.debug(error instanceof Error ? (error.stack ?? '') : '')
  return run === undefined
    ? await failBeforeStart(ports, findings, error)
    : await failWithRun(ports, findings, run, error)
}

/** As far as is known, nothing was started: one message is enough. */
async function failBeforeStart(ports: FailPorts, findings: Findings, error: unknown): Promise<1> {
  const verdict = verdictWithoutRun(findings, error)
  const isDoubtful = findings.mayHaveStarted === true
  if (!isDoubtful) attempt(ports, () => saveRunState(ports.workflow, { phase: 'over' }))
  writeOutcome(ports, verdict)
  ports.log.error(verdict.message, { title: TITLE })
  const placed = ports.annotations && error instanceof GateError ? error.placed : []
  for (const { text, place } of placed.slice(0, MOST_PLACED))
    ports.log.error(text, { title: TITLE, ...place })
  const why = isDoubtful
    ? escapeMarkdown(verdict.message)
    : "Nothing was started. The inputs or the runner need attention; see the step's log."
  await writeSummary(ports, `### ⛔ Load test: ${verdictWords(verdict)}\n\n${why}\n`)
  return 1
}

function verdictWithoutRun(findings: Findings, error: unknown): Verdict {
  const isFile = error instanceof FileError && findings.mayHaveStarted !== true
  if (!(error instanceof GateError || isFile))
    return withKnown(findings.verdict, internalError(findings, error, new Set()))
  return verdictOfError(error instanceof GateError ? error.reason : 'bad-input', messageOf(error), new Set())
}

/** A run is known, so its ID and its page are reported, whatever broke. */
async function failWithRun(
  ports: FailPorts,
  findings: Findings,
  run: RunHandle,
  error: unknown,
): Promise<0 | 1> {
  const { log, workflow, inputs } = ports
  const { status, verdict: known } = findings
  const verdict = withKnown(known, internalError(findings, error, inputs?.failOn ?? new Set(['run'])))
  const url = run.url ?? status?.url
  const message = [
    verdict.message,
    `Run: ${idsOf(run)}.`,
    ...(findings.confirming ?? []).flatMap((further) =>
      further.run === undefined ? [] : [`Run to confirm it: ${idsOf(further.run)}.`],
    ),
    ...(url === undefined ? [] : [`Page: ${url}`]),
    ...(keepForPost(ports, findings, run) ? [POST_ENDS_IT] : []),
  ].join(' ')
  const state = status?.executions.map((execution) => execution.state).join(',')
  attempt(ports, () => workflow.output('run-id', idsOf(run, ',')))
  if (url !== undefined) attempt(ports, () => workflow.output('run-url', url))
  if (state !== undefined) attempt(ports, () => workflow.output('state', state))
  writeOutcome(ports, verdict)
  if (verdict.failsStep) log.error(message, { title: TITLE })
  else log.warning(message, { title: TITLE })
  await writeSummary(ports, `### ⛔ Load test: ${verdictWords(verdict)}\n\n${escapeMarkdown(message)}\n`)
  return verdict.failsStep ? 1 : 0
}

const POST_ENDS_IT = 'If it is still active, the post step stops it, or names it if it cannot.'

/**
 * Whether the post step takes care of the run. The saved state stays: after an error it says that the run
 * must be stopped, or that the user wants it to continue. Only a run that mode `start` leaves to others has
 * nobody to take care of it now.
 */
function keepForPost(ports: FailPorts, findings: Findings, run: RunHandle): boolean {
  const { verdict } = findings
  if (activeRun(findings) === undefined) return false
  if (verdict?.outcome === 'started')
    attempt(ports, () => saveRunState(ports.workflow, { phase: 'active', run, stopDue: true }))
  return verdict === undefined || ['error', 'started'].includes(verdict.outcome)
}

/** An error or cancellation that was concluded before keeps its reason; the verdict so far is reported. */
function withKnown(known: Verdict | undefined, broken: Verdict): Verdict {
  if (known === undefined) return broken
  const failsStep = known.failsStep || broken.failsStep
  if (known.outcome === 'error' || known.outcome === 'cancelled') {
    const besides = known.message === broken.message ? '' : ` Besides: ${broken.message}`
    return { ...known, failsStep, message: known.message + besides }
  }
  const message = `${broken.message} Before that, the outcome was '${known.outcome}': ${known.message}`
  return { ...broken, failsStep, message }
}

function writeOutcome(ports: FailPorts, { outcome, reason }: Verdict): void {
  attempt(ports, () => ports.workflow.output('outcome', outcome))
  attempt(ports, () => ports.workflow.output('reason', reason))
}

async function writeSummary({ log, workflow, summary }: FailPorts, markdown: string): Promise<void> {
  if (!summary) return
  try {
    await workflow.summary(markdown)
  } catch (error) {
    log.warning(`The job summary could not be written: ${messageOf(error)}`)
  }
}

/** The runner's own files may be the problem; the next one may work. */
function attempt({ log }: FailPorts, work: () => void): void {
  try {
    work()
  } catch (error) {
    log.warning(`The runner did not accept an output or the state: ${messageOf(error)}`)
  }
}
