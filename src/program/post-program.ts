import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { Cancellation } from '../platform/runner/cancellation.ts'
import { endUnknownRun } from '../step/stop/end-unknown-run.ts'
import { endRun, type Stopping } from '../step/stop/stop-run.ts'
import { causeLast } from '../foundation/errors.ts'
import { parseInputs, type Inputs } from '../inputs/parse-inputs.ts'
import { systemClock } from '../platform/clock.ts'
import { readContext } from '../platform/runner/context.ts'
import { createHttpPorts } from '../platform/http/http-ports.ts'
import { checkCertificates } from '../platform/http/certificate-trouble.ts'
import { inputNames, readInput } from '../platform/runner/workflow.ts'
import type { Log } from '../foundation/ports.ts'
import { beginProgram } from './begin-program.ts'
import { createProvider } from './create-provider.ts'
import { loadRemoteFiles } from '../step/traces/remote-files-state.ts'
import { removeRemoteFiles } from '../step/stop/remove-remote-files.ts'
import type { RemoteFile } from '../providers/provider.ts'
import { loadRunState, type RunState } from '../step/traces/run-state.ts'
import { NOTE_STOPPED } from './note-task.ts'

const WHY = 'Cleaning up'
const NOTE_MS = 30_000
/** After this time, a step without output looks as if it hung. */
const QUIET_MS = 10_000

/** The post program: stops or names the run that a cancelled or killed main step left behind. */
export async function runPost(env: NodeJS.ProcessEnv): Promise<0 | 1> {
  const { log, workflow } = beginProgram(env, () => true)
  // A later step may have set it. The run must be stopped anyway, and nobody on the network may get the
  // credentials.
  checkCertificates(env)
  const left: LeftByMain = { state: loadRunState(workflow), remoteFiles: loadRemoteFiles(workflow) }
  if (isNothing(left)) return 0
  try {
    const inputs = await parseInputs(readInput, inputNames(env), readContext(env))
    const http = createHttpPorts(new Cancellation(systemClock).signal, workflow.scrub)
    // Cleaning up reads states, whatever the mode was.
    const provider = await createProvider(
      { ...inputs, mode: inputs.mode === 'wait' ? 'wait' : 'run' },
      { ports: http, log, workflow },
    )
    const stopped = await cleanUp(left, inputs, { provider, log, http })
    if (stopped) await noteStopped(env, log)
    return 0
  } catch (error) {
    log.error(
      causeLast(
        `${WHY} failed, and ${whatMayBeLeft(left)}. Check the service, and stop and delete what should not be there.`,
        error,
      ),
    )
    return 1
  }
}

/** What the main step left at the service. */
export interface LeftByMain {
  state: RunState
  remoteFiles: readonly RemoteFile[]
}

export function isNothing({ state, remoteFiles }: LeftByMain): boolean {
  return isOver(state) && remoteFiles.length === 0
}

function isOver({ phase }: RunState): boolean {
  return phase === 'none' || phase === 'over'
}

/**
 * Stops or names the run, then deletes the uploaded files. True if this step stopped the run. While it waits,
 * the log says what for.
 */
export async function cleanUp(
  { state, remoteFiles }: LeftByMain,
  inputs: Inputs,
  ports: Stopping,
): Promise<boolean> {
  const stopped = isOver(state) ? false : await cleanUpRun(state, inputs, ports)
  // Only after that, because an active test needs its files.
  await removeRemoteFiles(ports, remoteFiles, state.phase === 'active' ? state.run : undefined)
  return stopped
}

async function cleanUpRun(state: RunState, inputs: Inputs, ports: Stopping): Promise<boolean> {
  const done = new AbortController()
  const what =
    state.phase === 'intent'
      ? 'looking for the run that the start request may have started'
      : `waiting for the service to confirm that run ${whatIsLeft(state)} has finished`
  void ports.http.clock.sleep(QUIET_MS, done.signal).then(
    () => ports.log.info(`${WHY}: still ${what}. This takes up to a minute and a half.`),
    () => undefined,
  )
  try {
    return await endOrName(state, inputs, ports)
  } finally {
    done.abort(new Error('done'))
  }
}

async function endOrName(state: RunState, inputs: Inputs, ports: Stopping): Promise<boolean> {
  const planned = inputs.setup?.planned ?? []
  if (state.phase === 'active') {
    if (inputs.onCancel === 'leave' && state.stopDue !== true) {
      ports.log.warning(
        `The step was cancelled, and run ${whatIsLeft(state)} was left running, as set by on-cancel.${state.run.url === undefined ? '' : ` Its page: ${state.run.url}`}`,
      )
      return false
    }
    const { unconfirmed } = state.run
    // The marker is more reliable than the response for finding our run.
    if (unconfirmed !== undefined && ports.provider.marksRuns) {
      await endUnknownRun({ ...ports, planned }, unconfirmed, { why: WHY, named: state.run })
      return false
    }
    return (await endRun(ports, state.run, WHY)) && ports.provider.canStop && state.run.adopted !== true
  }
  if (state.phase === 'intent') await endUnknownRun({ ...ports, planned }, state.intent, { why: WHY })
  return false
}

/** Main's bundle contains the cache; this one stays small, because it runs after every step. */
async function noteStopped(env: NodeJS.ProcessEnv, log: Log): Promise<void> {
  const main = join(dirname(process.argv[1] ?? ''), '..', 'main', 'index.js')
  const child = spawn(process.execPath, [main, NOTE_STOPPED], {
    env,
    stdio: 'inherit',
    timeout: NOTE_MS,
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) log.debug(`The note that the run was stopped could not be saved (exit code ${code}).`)
}

function whatMayBeLeft({ state, remoteFiles }: LeftByMain): string {
  const run = isOver(state) ? [] : [`a load test may be active (${whatIsLeft(state)})`]
  const files = remoteFiles.map(({ id, file }) => `${id} (${file})`).join(', ')
  return [...run, ...(files === '' ? [] : [`uploaded files stay (${files})`])].join(', and ')
}

function whatIsLeft(state: RunState): string {
  if (state.phase === 'active') return state.run.executions.map((execution) => execution.id).join(', ')
  return state.phase === 'intent' ? `started as ${state.intent.marker}` : ''
}
