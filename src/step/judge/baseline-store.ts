import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { BaselineChoice } from '../../inputs/baseline-choice.ts'
import { GateError, messageOf } from '../../foundation/errors.ts'
import { oneLine } from '../../foundation/one-line.ts'
import { isSigned, sign } from '../../foundation/signature.ts'
import { measureCollected, troublesOf } from './measure-files.ts'
import type { Measurements } from '../../measurements/model.ts'
import { failureOfEnd } from '../wait/run-failure.ts'
import type { CacheStore } from '../../platform/cache/cache-store.ts'
import { isFileError } from '../../platform/files/file-errors.ts'
import type { OutputFolder } from '../../platform/files/output-folder.ts'
import { readBytes, regularFile, sizeOf } from '../../platform/files/regular-file.ts'
import { HttpError, type HttpPorts } from '../../platform/http/http.ts'
import { retrySafe } from '../../platform/http/retry.ts'
import type { Log, WorkflowContext } from '../../foundation/ports.ts'
import { isFinal, type Provider, type RunHandle } from '../../providers/provider.ts'

export interface BaselinePorts {
  /** Absent in mode `judge`, which asks neither service nor cache. */
  provider?: Provider
  http?: HttpPorts
  cache?: CacheStore
  log: Log
  context: WorkflowContext
  /** Tells this step's baseline from those of others; the same on every branch. */
  baselineKey: string
  key: Buffer
  directory: OutputFolder
}

/** `certain`: there is none that could be used, now or later; otherwise it may only be out of reach. */
export type FoundBaseline = { measurements: Measurements } | { missing: string; certain?: boolean }

/** Never throws for a baseline that is not there: its criteria end inconclusive. A cancel is passed on. */
export async function findBaseline(ports: BaselinePorts, choice: BaselineChoice): Promise<FoundBaseline> {
  try {
    if (choice.kind === 'file') return await fromFile(resolve(choice.path))
    return await (choice.kind === 'run' ? fromService(ports, choice.ids) : fromCache(ports))
  } catch (error) {
    if (error instanceof GateError || error instanceof HttpError || isFileError(error))
      return { missing: messageOf(error) }
    throw error
  }
}

async function fromFile(path: string): Promise<FoundBaseline> {
  const { readMeasurements } = await import('../../measurements/measurements-file.ts')
  return { measurements: await readMeasurements(regularFile(path)) }
}

async function fromService(
  { provider, http, directory }: BaselinePorts,
  ids: string[],
): Promise<FoundBaseline> {
  if (provider === undefined || http === undefined)
    return {
      missing: 'Mode judge asks no service; use file: or leave baseline.json in the output directory.',
    }
  const several = ids.length > 1
  const executions = ids.map((id) => ({ id, label: several ? id : '' }))
  const run: RunHandle = { provider: provider.name, executions, startedAtMs: 0, attached: true }
  const status = await retrySafe(http, { budgetMs: CONTACT_BUDGET_MS }, () => provider.status(run))
  if (!status.executions.every(isFinal)) return { missing: `Run ${ids.join(', ')} has not ended yet.` }
  const failure = failureOfEnd('final', status)
  if (failure !== undefined) return { missing: `Run ${ids.join(', ')} is no baseline: ${failure.message}` }
  const collected = await provider.collect(run, status, directory.folder('baseline'))
  const measurements = await measureCollected(collected, executions)
  const troubles = troublesOf(collected, measurements).filter(({ file }) =>
    ['report', 'result'].includes(file),
  )
  if (Object.keys(measurements.subjects).length > 0) {
    if (troubles.length === 0) return { measurements }
    const whole = [...new Set(troubles.map(({ reason }) => reason))].join(' ')
    return { missing: `The data of run ${ids.join(', ')} is not complete. ${whole}` }
  }
  const reasons = [
    ...collected.missing.map((file) => file.reason),
    ...measurements.warnings.map((warning) => warning.message),
  ]
  return { missing: `Run ${ids.join(', ')} has no data that could be read. ${reasons.join(' ')}` }
}

const CONTACT_BUDGET_MS = 60_000
const KEY_VERSION = 'load-test-gate-baseline-2'
/** More than this is not read back: a baseline is a few MB. */
const MAX_BYTES = 64e6
const MOST_KEY_CHARACTERS = 200

async function fromCache(ports: BaselinePorts): Promise<FoundBaseline> {
  const { cache, context, key, log } = ports
  const unavailable = cache === undefined ? 'mode judge asks no cache' : cache.unavailable()
  if (cache === undefined || unavailable !== undefined)
    return { missing: `The Actions cache cannot be read: ${unavailable}.` }
  const branch = baseBranchOf(context)
  const prefix = prefixOf(ports, branch)
  const { entries, trouble } = await cache.find([prefix])
  const [entry] = entries
  if (trouble !== undefined) return { missing: `The Actions cache cannot be read: ${trouble}.` }
  if (entry === undefined)
    return { missing: `No baseline of this step is kept for the branch ${branch}.`, certain: true }
  const read = await cache.read(entry, MAX_BYTES)
  if ('trouble' in read) return { missing: `The Actions cache cannot be read: ${read.trouble}.` }
  if ('refused' in read) {
    const name = JSON.stringify(oneLine(entry.key, MOST_KEY_CHARACTERS))
    log.warning(`The entry ${name} of the Actions cache is refused: ${read.refused}. Nothing of it was used.`)
    return {
      missing: `The baseline in the Actions cache is refused, because this action did not write it: ${read.refused}.`,
    }
  }
  const { content } = read
  if (!isGenuine(entry.key, prefix, content, key)) {
    log.warning('The baseline in the Actions cache is not signed by these credentials and is ignored.')
    return { missing: 'The baseline in the Actions cache is not signed by these credentials.' }
  }
  const { parseMeasurements } = await import('../../measurements/measurements-file.ts')
  try {
    return { measurements: parseMeasurements(content.toString('utf8')) }
  } catch (error) {
    // Our own, of another version: no run could ever be compared with it.
    return { missing: `The baseline in the Actions cache cannot be read: ${messageOf(error)}`, certain: true }
  }
}

/** Events that run for somebody else's change, or on behalf of others, never write a baseline. */
const NEVER_SAVED = /^(pull_request.*|merge_group|issue_comment|workflow_run)$/

/** Keeps the run as its branch's baseline. What fails here is said and decides nothing. */
export async function saveBaseline(ports: BaselinePorts, measurementsPath: string): Promise<void> {
  const { cache, context, key, log } = ports
  if (cache === undefined || NEVER_SAVED.test(context.eventName)) return
  const unavailable = cache.unavailable()
  if (unavailable !== undefined) {
    log.info(`The run was not kept as a baseline: ${unavailable}.`)
    return
  }
  if ((await sizeOf(measurementsPath)) > MAX_BYTES) {
    log.info(`The run was not kept as a baseline: its measurements are larger than ${MAX_BYTES / 1e6} MB.`)
    return
  }
  const content = await readBytes(measurementsPath, MAX_BYTES)
  const prefix = prefixOf(ports, context.refName)
  const origin = `${context.runId}-${context.attempt}`
  const saved = await cache.write(
    `${prefix}${origin}.${sign(key, 'baseline', signedWith(`${prefix}${origin}`, content))}`,
    content,
  )
  log.info(
    saved
      ? `The run was kept as the baseline of ${context.refName}.`
      : 'The run was not kept as a baseline: the cache did not take it.',
  )
}

/** The branch that the change goes to; without a change, the branch's own. */
function baseBranchOf({ baseRef, ref, refName }: WorkflowContext): string {
  if (baseRef !== '') return baseRef
  return /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(ref)?.[1] ?? refName
}

/** With the branch in it, since a job may also read the entries of the default branch. */
function prefixOf({ baselineKey }: BaselinePorts, branch: string): string {
  const branchKey = createHash('sha256').update(branch).digest('hex').slice(0, 16)
  return `${KEY_VERSION}-${baselineKey}-${branchKey}-`
}

function isGenuine(cacheKey: string, prefix: string, content: Buffer, key: Buffer): boolean {
  const [origin, signature] = cacheKey.split('.')
  if (origin === undefined || signature === undefined || !origin.startsWith(prefix)) return false
  return isSigned(key, 'baseline', signedWith(origin, content), signature)
}

function signedWith(origin: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${origin}\n`), content])
}
