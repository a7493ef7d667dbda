import { messageOf } from '../../foundation/errors.ts'
import type { Brought, LeftBehind, RunHandle } from '../../providers/provider.ts'
import { inTime, type Stopping } from './stop-run.ts'

const REMOVE_MS = 60_000

/**
 * Deletes the files that were uploaded to the service for a run, or logs which ones stay there. Never throws
 * for a problem of the service.
 */
export async function removeBrought(
  ports: Stopping,
  brought: readonly Brought[],
  run: Pick<RunHandle, 'executions'> | undefined,
): Promise<void> {
  if (brought.length === 0) return
  const { provider, log } = ports
  const ids = run?.executions.map(({ id }) => id) ?? []
  const left = await inTime(ports, REMOVE_MS, removeAll(ports, brought, ids))
  const gone = brought.length - (left ?? brought).length
  if (gone > 0) log.info(`Deleted ${gone} uploaded file${gone === 1 ? '' : 's'} at ${provider.name}.`)
  if (left?.length !== 0)
    log.warning(textOf(left ?? brought.map((one) => ({ ...one, why: 'there was no response in time' }))))
}

async function removeAll(
  { provider, http }: Stopping,
  brought: readonly Brought[],
  ids: readonly string[],
): Promise<LeftBehind[]> {
  try {
    return (await provider.removeBrought?.(brought, ids)) ?? []
  } catch (error) {
    http.signal().throwIfAborted()
    return brought.map((one) => ({ ...one, why: messageOf(error).replace(/[.\s]+$/, '') }))
  }
}

function textOf(left: readonly LeftBehind[]): string {
  const byReason = Map.groupBy(left, ({ why }) => why)
  const parts = [...byReason].map(
    ([why, those]) => `${those.map(({ id, file }) => `${id} (${file})`).join(', ')}: ${why}.`,
  )
  return `Files that this step uploaded stay at the service. ${parts.join(' ')} Delete them there once no test uses them.`
}
