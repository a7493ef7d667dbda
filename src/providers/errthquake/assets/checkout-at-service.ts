import { parametersText } from '../../../formats/parameter-lines.ts'
import { formatBytes } from '../../../foundation/format.ts'
import { HttpError } from '../../../platform/http/http.ts'
import { policyFor } from '../../../platform/http/retry.ts'
import type { RemoteFile, LeftBehind, Preflight } from '../../provider.ts'
import type { ConnectOptions } from '../../service.ts'
import type { ErrthquakeApi } from '../api.ts'
import type { Execution } from '../executions/execution.ts'
import type { ErrthquakeInputs } from '../inputs.ts'
import type { Assets } from './assets.ts'

type Keep = (remoteFiles: readonly RemoteFile[]) => void

type Options = Pick<ConnectOptions, 'ports' | 'log' | 'origin'> & {
  inputs: ErrthquakeInputs
  api: ErrthquakeApi
}

/**
 * Uploads the files of the checkout to the service, and deletes them there. Does nothing if the executions
 * name none. `uid` is the ID of the workspace at the service.
 */
export class CheckoutAtService {
  readonly #options: Options
  readonly #remoteFiles = new Map<string, RemoteFile>()
  #made: Promise<Assets> | undefined
  #keep: Keep = () => undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** The executions, with the names that the files have at the service. */
  async executions(): Promise<Execution[]> {
    return (await this.#assets()).executions
  }

  /** Adds to the preflight what was found in the files, and what will be uploaded. */
  async checked(uid: string, found: Preflight): Promise<Preflight> {
    const { inputs, api } = this.#options
    const { checkout, variables } = inputs
    if (checkout === undefined) return found
    const filledIn = variables.length === 0 ? [] : [parametersText(variables)]
    const { list, warnings } = await this.#assets()
    const { hasAsset, listAssets } = await import('./upload-assets.ts')
    const listed = await listAssets({ api, uid })
    const lines = list.map((asset) => {
      const then = hasAsset(listed, asset) ? 'is in the workspace already' : 'is uploaded before the start'
      return `${asset.file} (${formatBytes(asset.sizeBytes)}) ${then}, as ${asset.name}.`
    })
    return {
      ...found,
      lines: [...found.lines, ...filledIn.map((text) => `Variables: ${text}`), ...lines],
      facts: [...found.facts, ...filledIn.map((text): [string, string] => ['Variables', text])],
      warnings: [...found.warnings, ...checkout.warnings, ...warnings],
      unknown: [...(found.unknown ?? []), ...checkout.unknown],
    }
  }

  async upload(uid: string, keep: Keep): Promise<void> {
    this.#keep = keep
    await this.#uploadAll(uid)
  }

  /**
   * Sends the start request. If the service refuses it, and a file is missing there, uploads the file again
   * and sends the request once more.
   */
  async withFilesThere<T>(uid: string, submit: () => Promise<T>): Promise<T> {
    try {
      return await submit()
    } catch (error) {
      const isRefused = error instanceof HttpError && policyFor(error).start === 'refused'
      // Another run of this step may have deleted a file when it finished, although it existed before this
      // run.
      if (!isRefused || (await this.#uploadAll(uid)) === 0) throw error
      this.#options.log.info('A file was gone from the workspace, and is there again. Starting once more.')
      return await submit()
    }
  }

  async remove(
    uid: string,
    remoteFiles: readonly RemoteFile[],
    runIds: readonly string[],
  ): Promise<LeftBehind[]> {
    const { api, inputs, ports } = this.#options
    const { removeAssets } = await import('./remove-assets.ts')
    return await removeAssets({ api, uid, ports, executions: inputs.executions }, remoteFiles, runIds)
  }

  async #assets(): Promise<Assets> {
    const { checkout, executions, token } = this.#options.inputs
    if (checkout === undefined) return { list: [], executions, warnings: [] }
    const { assetsOf } = await import('./assets.ts')
    const { origin = '' } = this.#options
    return await (this.#made ??= assetsOf(checkout, executions, { origin, key: token }))
  }

  /** Returns the number of files that were uploaded. */
  async #uploadAll(uid: string): Promise<number> {
    const { list } = await this.#assets()
    if (list.length === 0) return 0
    const { uploadAssets } = await import('./upload-assets.ts')
    const { api, ports, log } = this.#options
    return await uploadAssets({ api, uid, ports, log }, list, {
      remoteFiles: this.#remoteFiles,
      keep: this.#keep,
    })
  }
}
