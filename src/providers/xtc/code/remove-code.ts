import { messageOf } from '../../../foundation/errors.ts'
import { HttpError } from '../../../platform/http/http.ts'
import type { RemoteFile, LeftBehind } from '../../provider.ts'
import type { XtcApi } from '../api.ts'
import { STATES } from '../contracts/contract.ts'
import { listLoadTests } from '../load-tests/list-load-tests.ts'
import { isAboutToBegin } from '../load-tests/list-runs.ts'

/** The name of an archive as long as its number is unknown. */
export const UNNUMBERED = 'upload-'
const LIST_BUDGET_MS = 30_000

/**
 * Deletes the archives, unless a run may be about to use one. Returns the archives that stay, with the
 * reason.
 */
export async function removeCode(
  api: XtcApi,
  remoteFiles: readonly RemoteFile[],
  runIds: readonly string[],
): Promise<LeftBehind[]> {
  const unnumbered = remoteFiles.filter(({ id }) => id.startsWith(UNNUMBERED))
  const left = unnumbered.map((one) => ({
    ...one,
    why: 'its number is unknown, and it may not have been uploaded',
  }))
  const numbered = remoteFiles.filter((one) => !unnumbered.includes(one))
  if (numbered.length === 0) return left
  const kept = await reasonToKeep(api, new Set([...runIds, ...numbered.flatMap(({ runs = [] }) => runs)]))
  if (kept !== undefined) return [...left, ...numbered.map((one) => ({ ...one, why: kept }))]
  let trouble: string | undefined
  for (const one of numbered) {
    // If the service does not respond, the next call would also take long to find that out.
    const why = trouble ?? (await remove(api, one.id, (text) => (trouble = text)))
    if (why !== undefined) left.push({ ...one, why })
  }
  return left
}

async function remove(api: XtcApi, id: string, onOutage: (why: string) => void): Promise<string | undefined> {
  const call = api.contract.code?.remove(id)
  if (call === undefined) return 'this version of the API has no code archives'
  try {
    await api.patiently(call, (json) =>
      json === undefined ? undefined : api.contract.code?.parseUploaded(json),
    )
    return undefined
  } catch (error) {
    const why = withoutStop(messageOf(error))
    if (!(error instanceof HttpError) || error.kind !== 'status') onOutage(why)
    else if (error.status === 404 || error.status === 410) return undefined
    return why
  }
}

/**
 * A run that has begun already has its code. One that has not begun may use the newest archive when it
 * begins.
 */
async function reasonToKeep(api: XtcApi, runIds: ReadonlySet<string>): Promise<string | undefined> {
  try {
    if (!(await api.tokens.has('CODEARCHIVE_DELETE'))) return 'the credentials lack scope CODEARCHIVE_DELETE'
    for (const id of runIds)
      if (await isWaiting(api, Number(id))) return `run ${id} has not taken its code yet`
    const { loadTests } = await listLoadTests(api, { budgetMs: LIST_BUDGET_MS, patiently: true })
    const users = loadTests.filter(isAboutToBegin).map(({ number }) => number)
    return users.length === 0 ? undefined : `run ${users.join(', ')} may be about to take it`
  } catch (error) {
    return `it could not be checked whether a run is about to take it (${withoutStop(messageOf(error))})`
  }
}

/** A fresh run may not be visible yet. */
async function isWaiting(api: XtcApi, number: number): Promise<boolean> {
  try {
    const { state } = await api.patiently(api.contract.status(number), (json) =>
      api.contract.parseStatus(json, number),
    )
    const stage = STATES[state.toUpperCase() as keyof typeof STATES] as string | undefined
    return stage === undefined || stage === 'waiting'
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return true
    throw error
  }
}

function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/, '')
}
