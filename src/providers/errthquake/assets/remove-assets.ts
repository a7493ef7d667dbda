import { messageOf } from '../../../foundation/errors.ts'
import { HttpError, type HttpPorts } from '../../../platform/http/http.ts'
import { FINAL_STAGES, type RemoteFile, type LeftBehind } from '../../provider.ts'
import type { ErrthquakeApi } from '../api.ts'
import { calls } from '../calls.ts'
import { parseListedResults, parseResult, type TestResult } from '../contract.ts'
import type { Execution } from '../executions/execution.ts'
import { isOwnName, stepOf } from './assets.ts'

interface Removing {
  api: ErrthquakeApi
  uid: string
  /** What this step runs. Another test that uses the same files runs the same. */
  executions: readonly Execution[]
  ports: HttpPorts
}

/**
 * Deletes the files, unless an active test may be using them. Returns the files that stay, with the reason.
 */
export async function removeAssets(
  removing: Removing,
  remoteFiles: readonly RemoteFile[],
  runIds: readonly string[],
): Promise<LeftBehind[]> {
  const own = remoteFiles.filter(({ id }) => isOwnName(id))
  if (own.length === 0) return []
  const kept = await reasonToKeep(removing, own, runIds)
  if (kept !== undefined) return own.map((one) => ({ ...one, why: kept }))
  const left: LeftBehind[] = []
  let missing = own
  for (let round = 1; missing.length > 0 && round <= ROUNDS; round++) {
    if (round > 1) await removing.ports.clock.sleep(ROUND_GAP_MS, removing.ports.signal())
    missing = await removeOnce(removing, missing, left)
  }
  return left
}

/** A file that is missing may arrive later: the step may have been cancelled in the middle of an upload. */
const ROUNDS = 3
const ROUND_GAP_MS = 2000

/** Adds what stays to `left`; returns the files that were missing. */
async function removeOnce(
  removing: Removing,
  own: readonly RemoteFile[],
  left: LeftBehind[],
): Promise<RemoteFile[]> {
  const missing: RemoteFile[] = []
  let trouble: Why | undefined
  for (const one of own) {
    // If the service does not respond, each further call would also take long to find that out.
    const result = trouble ?? (await remove(removing, one.id))
    if (result === 'missing') missing.push(one)
    else if (result !== 'removed') {
      left.push({ ...one, why: result.text })
      if (result.isOutage) trouble = result
    }
  }
  return missing
}

interface Why {
  text: string
  isOutage: boolean
}

async function remove({ api, uid }: Removing, name: string): Promise<'removed' | 'missing' | Why> {
  try {
    await api.patiently(calls.removeAsset(uid, name), () => undefined)
    return 'removed'
  } catch (error) {
    if (!(error instanceof HttpError)) return { text: withoutStop(messageOf(error)), isOutage: true }
    if (error.status === 404 || error.status === 410) return 'missing'
    const permission = error.status === 403 ? ' The service account may not delete it' : ''
    return { text: withoutStop(`${error.message}${permission}`), isOutage: error.kind !== 'status' }
  }
}

/** A test that is only being stored needs no file anymore; one that is about to begin does. */
async function reasonToKeep(
  { api, uid, executions }: Removing,
  own: readonly RemoteFile[],
  runIds: readonly string[],
): Promise<string | undefined> {
  try {
    const { results, unreadable = [] } = await api.patiently(calls.workspace(uid), parseListedResults)
    // The list may not show a test that has just been started.
    for (const id of runIds.filter((id) => !results.some((result) => result.id === id)))
      results.push(await api.patiently(calls.result(uid, id), parseResult))
    const users = results.filter((result) => mayUse(result, own, { executions, runIds }))
    if (users.length > 0) return `test ${users.map(({ id }) => id).join(', ')} may be using it`
    return unreadable.length > 0 ? 'a test of the workspace cannot be read, and may be using it' : undefined
  } catch (error) {
    return `it could not be checked whether a test is using it (${withoutStop(messageOf(error))})`
  }
}

function mayUse(
  { id, stage, told, virtualUsers, interactive }: TestResult,
  own: readonly RemoteFile[],
  { executions, runIds }: { executions: readonly Execution[]; runIds: readonly string[] },
): boolean {
  if (FINAL_STAGES.includes(stage) || stage === 'ending') return false
  if (runIds.includes(id)) return true
  const files = [told?.['test-input'], told?.['test-config']].filter((name) => name !== undefined)
  if (files.length === 2)
    return own.some(
      (one) => files.includes(one.id) || (isObject(one, executions) && files.some(isOfSameStep(one))),
    )
  return executions.some(
    (execution) =>
      execution.virtualUsers === virtualUsers && (execution.testType === 'interactive') === interactive,
  )
}

/** No test says which of these it uses. */
function isObject({ file }: RemoteFile, executions: readonly Execution[]): boolean {
  return executions.every(({ testInput, testConfig }) => testInput !== file && testConfig !== file)
}

/** Only configurations of the same step contain the name that an object got. */
function isOfSameStep({ id }: RemoteFile): (name: string) => boolean {
  return (name) => isOwnName(name) && stepOf(name) === stepOf(id)
}

function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/, '')
}
