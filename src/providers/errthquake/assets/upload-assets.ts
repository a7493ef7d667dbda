import { causeLast, GateError } from '../../../foundation/errors.ts'
import { formatBytes } from '../../../foundation/format.ts'
import type { Log } from '../../../foundation/ports.ts'
import { FileError } from '../../../platform/files/file-errors.ts'
import { HttpError, type HttpPorts } from '../../../platform/http/http.ts'
import { backoffMs, policyFor } from '../../../platform/http/retry.ts'
import type { RemoteFile } from '../../provider.ts'
import { explainRefusal, type ErrthquakeApi } from '../api.ts'
import { calls, permissionOf } from '../calls.ts'
import { parseAssets } from '../contract.ts'
import type { Asset } from './assets.ts'

const SEND_BUDGET_MS = 5 * 60_000
/** An upload whose response was lost may still be in progress. */
const LOOK_GAP_MS = 2000
const LOOKS = 2

export interface AssetPorts {
  api: ErrthquakeApi
  uid: string
  ports: HttpPorts
  log: Pick<Log, 'info'>
}

/** The files in the workspace, as far as the service account may list them. */
export async function listAssets({
  api,
  uid,
}: Pick<AssetPorts, 'api' | 'uid'>): Promise<ReturnType<typeof parseAssets>> {
  try {
    return await api.patiently(calls.assets(uid), parseAssets)
  } catch (error) {
    if (error instanceof HttpError && error.status === 403) {
      const needed = 'the permissions View Test Inputs and View Test Configs'
      throw new GateError(
        'preflight',
        causeLast(
          `The files of the workspace may not be listed. Files of the checkout need ${needed}: give them to the service account in Errthquake.`,
          error,
        ),
        {
          cause: error,
        },
      )
    }
    throw explainRefusal(error, 'Listing the files of the workspace')
  }
}

/**
 * Whether the service has exactly this file: the name depends on the content, and an incomplete file has
 * another size.
 */
export function hasAsset(listed: ReturnType<typeof parseAssets>, { name, sizeBytes }: Asset): boolean {
  const there = listed.get(name)
  return there !== undefined && (there.sizeBytes ?? sizeBytes) === sizeBytes
}

interface Keeping {
  /** All files that this step uploaded. Each is added before it is sent. */
  remoteFiles: Map<string, RemoteFile>
  keep: (remoteFiles: readonly RemoteFile[]) => void
}

/** Uploads the files that are missing in the workspace; returns how many. */
export async function uploadAssets(
  ports: AssetPorts,
  assets: readonly Asset[],
  keeping: Keeping,
): Promise<number> {
  const listed = await listAssets(ports)
  const missing = assets.filter((asset) => !hasAsset(listed, asset))
  for (const asset of assets) {
    if (missing.includes(asset)) await uploadAsset(ports, asset, keeping)
    else if (!keeping.remoteFiles.has(asset.name)) sayThere(ports, asset)
  }
  return missing.length
}

function sayThere({ log }: AssetPorts, { name, file }: Asset): void {
  log.info(`${file} is in the workspace already, as ${name}.`)
}

async function uploadAsset(ports: AssetPorts, asset: Asset, { remoteFiles, keep }: Keeping): Promise<void> {
  const { name, file } = asset
  const isNew = !remoteFiles.has(name)
  remoteFiles.set(name, { id: name, file })
  keep([...remoteFiles.values()])
  // Logged before the upload, so that the file is named even if the step is killed during it.
  ports.log.info(`Uploading ${file} (${formatBytes(asset.sizeBytes)}) as ${name}.`)
  let isUnclear = false
  try {
    await uploadOnce(ports, asset, () => (isUnclear = true))
  } catch (error) {
    // An earlier request of this upload may still be carried out.
    if (isNew && !isUnclear && isRefused(error)) {
      remoteFiles.delete(name)
      keep([...remoteFiles.values()])
    }
    // Another run of the same step may have uploaded the same file in the meantime.
    const isConflict = error instanceof HttpError && error.status === 409
    if (!isConflict || !(await isListedSoon(ports, asset))) throw explainUpload(error, asset)
    sayThere(ports, asset)
  }
}

/**
 * Sends the file again only if the service certainly did not accept it, or does not list it after an unclear
 * response. `onUnclear` is called after each response that leaves open whether the file was uploaded.
 */
async function uploadOnce(ports: AssetPorts, asset: Asset, onUnclear: () => void): Promise<void> {
  const { api, uid, ports: http, log } = ports
  const { name, type } = asset
  const bytes = await asset.load()
  const endMs = http.clock.monotonicMs() + SEND_BUDGET_MS
  for (let failures = 1; ; failures++) {
    try {
      return await api.once(calls.upload(uid, { name, type, bytes }), () => undefined)
    } catch (error) {
      if (!(error instanceof HttpError) || error.permanent) throw error
      const reaction = policyFor(error).start
      if (reaction === 'refused' || reaction === 'renew') throw error
      if (reaction !== 'again') {
        onUnclear()
        log.info(causeLast(`It is unclear whether ${asset.file} was uploaded. Looking for it.`, error))
        if (await isListedSoon(ports, asset)) return
      }
      const pauseMs = Math.max(error.retryAfterMs ?? 0, backoffMs(failures, http.random))
      if (http.clock.monotonicMs() + pauseMs >= endMs) throw error
      await http.clock.sleep(pauseMs, http.signal())
    }
  }
}

async function isListedSoon(ports: AssetPorts, asset: Asset): Promise<boolean> {
  const { clock, signal } = ports.ports
  for (let looks = 0; looks < LOOKS; looks++) {
    await clock.sleep(LOOK_GAP_MS, signal())
    if (hasAsset(await listAssets(ports), asset)) return true
  }
  return false
}

function isRefused(error: unknown): boolean {
  return error instanceof FileError || (error instanceof HttpError && policyFor(error).start === 'refused')
}

function explainUpload(error: unknown, { file, type }: Asset): unknown {
  if (error instanceof FileError)
    return new GateError('preflight', `${file} cannot be uploaded: ${error.message}`, { cause: error })
  if (!(error instanceof HttpError)) return error
  if (error.status === 403) {
    return new GateError(
      'preflight',
      causeLast(
        `${file} may not be uploaded. Give the service account the permission ${permissionOf(type)} in Errthquake.`,
        error,
      ),
      { cause: error },
    )
  }
  return explainRefusal(error, `Uploading ${file}`)
}
