import { messageOf } from '../../../foundation/errors.ts'
import { HttpError } from '../../../platform/http/http.ts'
import { FINAL_STAGES, type Brought, type LeftBehind } from '../../provider.ts'
import type { ErrthquakeApi } from '../api.ts'
import { calls } from '../calls.ts'
import { parseListedResults, type TestResult } from '../contract.ts'
import type { Execution } from '../executions/execution.ts'
import { isOwnName } from './assets.ts'

interface Removing {
  api: ErrthquakeApi
  uid: string
  /** What this step runs. Another test that uses the same files runs the same. */
  executions: readonly Execution[]
}

/**
 * Deletes the files, unless an active test may be using them. Returns the files that stay, with the reason.
 */
export async function removeAssets(
  removing: Removing,
  brought: readonly Brought[],
  runIds: readonly string[],
): Promise<LeftBehind[]> {
  const own = brought.filter(({ id }) => isOwnName(id))
  if (own.length === 0) return []
  const kept = await reasonToKeep(removing, own, runIds)
  if (kept !== undefined) return own.map((one) => ({ ...one, why: kept }))
  const left: LeftBehind[] = []
  let trouble: Why | undefined
  for (const one of own) {
    // If the service does not respond, each further call would also take long to find that out.
    const why = trouble ?? (await remove(removing, one.id))
    if (why === undefined) continue
    left.push({ ...one, why: why.text })
    if (why.isOutage) trouble = why
  }
  return left
}

interface Why {
  text: string
  isOutage: boolean
}

async function remove({ api, uid }: Removing, name: string): Promise<Why | undefined> {
  try {
    await api.patiently(calls.removeAsset(uid, name), () => undefined)
    return undefined
  } catch (error) {
    if (!(error instanceof HttpError)) return { text: withoutStop(messageOf(error)), isOutage: true }
    if (error.status === 404 || error.status === 410) return undefined
    const permission = error.status === 403 ? ' The service account may not delete it' : ''
    return { text: withoutStop(`${error.message}${permission}`), isOutage: error.kind !== 'status' }
  }
}

/** A test that is only being stored needs no file anymore; one that is about to begin does. */
async function reasonToKeep(
  { api, uid, executions }: Removing,
  own: readonly Brought[],
  runIds: readonly string[],
): Promise<string | undefined> {
  try {
    const { results, unreadable = [] } = await api.patiently(calls.workspace(uid), parseListedResults)
    const users = results.filter((result) => mayUse(result, own, { executions, runIds }))
    if (users.length > 0) return `test ${users.map(({ id }) => id).join(', ')} may be using it`
    return unreadable.length > 0 ? 'a test of the workspace cannot be read, and may be using it' : undefined
  } catch (error) {
    return `whether a test is using it cannot be seen (${withoutStop(messageOf(error))})`
  }
}

function mayUse(
  { id, stage, told, virtualUsers, interactive }: TestResult,
  own: readonly Brought[],
  { executions, runIds }: { executions: readonly Execution[]; runIds: readonly string[] },
): boolean {
  if (FINAL_STAGES.includes(stage) || stage === 'ending') return false
  if (runIds.includes(id)) return true
  const files = [told?.['test-input'], told?.['test-config']].filter((name) => name !== undefined)
  if (files.length === 2) return own.some((one) => files.includes(one.id))
  return executions.some(
    (execution) =>
      execution.virtualUsers === virtualUsers && (execution.testType === 'interactive') === interactive,
  )
}

function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/, '')
}
