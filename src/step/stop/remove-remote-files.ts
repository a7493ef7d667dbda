import { messageOf } from '../../foundation/errors.ts'
import type { RemoteFile, LeftBehind, RunHandle } from '../../providers/provider.ts'
import { inTime, type Stopping } from './stop-run.ts'

const REMOVE_MS = 60_000

/**
 * Deletes the files that were uploaded to the service for a run, or logs which ones stay there. Never throws
 * for a problem of the service.
 */
export async function removeRemoteFiles(
  ports: Stopping,
  remoteFiles: readonly RemoteFile[],
  run: Pick<RunHandle, 'executions'> | undefined,
): Promise<void> {
  if (remoteFiles.length === 0) return
  const { provider, log } = ports
  const ids = run?.executions.map(({ id }) => id) ?? []
  const left = await inTime(ports, REMOVE_MS, removeAll(ports, remoteFiles, ids))
  const gone = remoteFiles.length - (left ?? remoteFiles).length
  if (gone > 0) log.info(`Deleted ${gone} uploaded file${gone === 1 ? '' : 's'} at ${provider.name}.`)
  if (left?.length !== 0)
    log.warning(textOf(left ?? remoteFiles.map((one) => ({ ...one, why: 'there was no response in time' }))))
}

async function removeAll(
  { provider, http }: Stopping,
  remoteFiles: readonly RemoteFile[],
  ids: readonly string[],
): Promise<LeftBehind[]> {
  try {
    return (await provider.removeFiles?.(remoteFiles, ids)) ?? []
  } catch (error) {
    http.signal().throwIfAborted()
    return remoteFiles.map((one) => ({ ...one, why: messageOf(error).replace(/[.\s]+$/, '') }))
  }
}

function textOf(left: readonly LeftBehind[]): string {
  const byReason = Map.groupBy(left, ({ why }) => why)
  const parts = [...byReason].map(
    ([why, those]) => `${those.map(({ id, file }) => `${id} (${file})`).join(', ')}: ${why}.`,
  )
  return `Files that this step uploaded stay at the service. ${parts.join(' ')} Delete them there once no test uses them.`
}
