import { createHash } from 'node:crypto'
import { GateError } from '../../../foundation/errors.ts'
import { formatBytes } from '../../../foundation/format.ts'
import { oneLine } from '../../../foundation/one-line.ts'
import { FileError } from '../../../platform/files/file-errors.ts'
import { HttpError } from '../../../platform/http/http.ts'
import type { RemoteFile, ExecutionStatus, LeftBehind, Preflight, RunStatus } from '../../provider.ts'
import type { ProviderPorts } from '../../service.ts'
import type { XtcApi } from '../api.ts'
import type { LoadTestDetails } from '../contracts/contract.ts'
import type { XtcInputs } from '../inputs.ts'
import { listLoadTests } from '../load-tests/list-load-tests.ts'
import { isActive } from '../load-tests/list-runs.ts'
import { UNNUMBERED } from './remove-code.ts'
import type { TestCode } from './test-code.ts'

type Tested = Pick<RunStatus, 'revision' | 'notes' | 'warnings' | 'isOther'>
type Keep = (remoteFiles: readonly RemoteFile[]) => void

interface Options extends Pick<ProviderPorts, 'ports' | 'log'> {
  inputs: XtcInputs
  api: XtcApi
}

const LIST_BUDGET_MS = 30_000
/** Only this many links and other special files are named. */
const MOST_NAMED = 5

/** Uploads the code of the checkout to XTC, and deletes it there. Does nothing without `xtc-test-code`. */
export class CodeAtService {
  readonly #options: Options
  /** All archives that were uploaded, by their IDs. */
  readonly #remoteFiles = new Map<string, RemoteFile>()
  /** The newest of them, if its number is known. */
  #newest: string | undefined
  #uploads = 0
  #keep: Keep = () => undefined
  /** What the service said about each run after it had begun, by the run's number. */
  readonly #seen = new Map<number, Tested>()

  constructor(options: Options) {
    this.#options = options
  }

  /** What is known before the start. */
  checked(found: Preflight, loadTest: LoadTestDetails): Preflight {
    const code = this.#options.inputs.testCode
    if (code === undefined) return found
    const { folder, others } = code
    const usesLatest = loadTest.code?.usesLatest
    const which = `Load test ${loadTest.number} '${oneLine(loadTest.name, 80)}'`
    const cure = 'Set its code archive to Use Latest in XTC.'
    const more = others.length > MOST_NAMED ? `, and ${others.length - MOST_NAMED} more` : ''
    const names = others.slice(0, MOST_NAMED).map((name) => oneLine(name, 100))
    return {
      ...found,
      lines: [...found.lines, `${textOf(code)} is uploaded as the newest code archive before the start.`],
      facts: [...found.facts, ['Code', textOf(code)]],
      warnings: [
        ...found.warnings,
        ...(usesLatest === false
          ? [`${which} does not use the latest code archive, so it does not run ${folder}. ${cure}`]
          : []),
        ...(others.length === 0
          ? []
          : [`In ${folder}, links and other special files are left out: ${names.join(', ')}${more}.`]),
      ],
      unknown: [
        ...(found.unknown ?? []),
        ...(usesLatest === undefined
          ? [`${which}: XTC does not say whether it uses the latest code archive. ${cure}`]
          : []),
      ],
    }
  }

  /**
   * Uploads the code. This is necessary before each start, because somebody may have uploaded another archive
   * in the meantime.
   */
  async upload(keep: Keep): Promise<void> {
    const { inputs, api, ports, log } = this.#options
    const { testCode } = inputs
    const calls = api.contract.code
    if (testCode === undefined || calls === undefined) return
    const zip = await packed(testCode)
    const { uploadContent } = await import('../contracts/code-archives.ts')
    const { explainUpload, isRefusedUpload, uploadOnce } = await import('./upload-code.ts')
    const call = calls.upload(uploadContent(zip, createHash('sha512').update(zip).digest()))
    this.#keep = keep
    const pending = { id: `${UNNUMBERED}${++this.#uploads}`, file: testCode.folder }
    this.#newest = undefined
    this.#remoteFiles.set(pending.id, pending)
    keep([...this.#remoteFiles.values()])
    // Logged before the upload, so that it is named even if the step is killed during it.
    log.info(`Uploading ${textOf(testCode)} as the newest code archive.`)
    try {
      this.#newest = await uploadOnce({ api, ports }, call, (json) => calls.parseUploaded(json))
    } catch (error) {
      if (isRefusedUpload(error)) this.#isNow(pending, undefined, keep)
      throw explainUpload(error, inputs, call)
    }
    if (this.#newest === undefined)
      return log.warning(
        `${testCode.folder} was uploaded, but the response does not say the number of the code archive.`,
      )
    this.#isNow(pending, { ...pending, id: this.#newest }, keep)
    log.info(`${testCode.folder} is code archive ${this.#newest} of ${inputs.project}.`)
  }

  /**
   * Remembers the run that was started with the archive. The archive is not deleted while the run may still need it,
   * even if the service does not show the run yet.
   */
  started(executions: readonly Pick<ExecutionStatus, 'id'>[]): void {
    const newest = [...this.#remoteFiles.values()].at(-1)
    if (newest === undefined) return
    const runs = [...(newest.runs ?? []), ...executions.map(({ id }) => id)]
    this.#remoteFiles.set(newest.id, { ...newest, runs })
    this.#keep([...this.#remoteFiles.values()])
  }

  async remove(remoteFiles: readonly RemoteFile[], runIds: readonly string[]): Promise<LeftBehind[]> {
    const { removeCode } = await import('./remove-code.ts')
    return await removeCode(this.#options.api, remoteFiles, runIds)
  }

  /** Which code a run tested that has begun, as far as the service shows it. */
  async tested(number: number, stage: ExecutionStatus['stage']): Promise<Tested> {
    const { testCode } = this.#options.inputs
    if (testCode === undefined || stage === 'waiting') return {}
    let seen = this.#seen.get(number)
    if (seen === undefined) {
      seen = await this.#look(number, testCode)
      if (seen === undefined) return {}
      this.#seen.set(number, seen)
    }
    // The archive gets a new number with each upload, even if the code is the same.
    return seen.isOther === undefined ? { revision: `sha256:${testCode.sha256.slice(0, 16)}`, ...seen } : seen
  }

  /** Undefined if it is unknown at the moment. */
  async #look(number: number, { folder }: TestCode): Promise<Tested | undefined> {
    const { api } = this.#options
    const newest = this.#newest
    try {
      const { code } = await api.once(api.contract.details(number), (json) =>
        api.contract.parseDetails(json, number),
      )
      const ran = code?.archive
      if (newest === undefined)
        return ran === undefined ? {} : { notes: [`Run ${number} runs code archive ${ran}.`] }
      if (ran === newest) return { notes: [`Run ${number} runs code archive ${ran}, which is ${folder}.`] }
      if (ran !== undefined)
        return {
          isOther: `The run tested code archive ${ran}, and not ${newest}, which this step had uploaded from ${folder}.`,
        }
      const later = await this.#startedAfter(number)
      const silence = `XTC does not say which code archive run ${number} runs.`
      if (later.length === 0)
        return { notes: [`${silence} The newest one that this step knows of is ${newest}, from ${folder}.`] }
      return {
        warnings: [
          `${silence} It may be another one than ${newest}, which this step uploaded from ${folder}: ${later.join(', ')} was started before the run had begun.`,
        ],
      }
    } catch (error) {
      if (error instanceof HttpError || error instanceof GateError) return undefined
      throw error
    }
  }

  /** Active load tests that were started after this one: another archive may have been uploaded for them. */
  async #startedAfter(number: number): Promise<string[]> {
    const { api } = this.#options
    const { loadTests } = await listLoadTests(api, { budgetMs: LIST_BUDGET_MS, patiently: false })
    return loadTests
      .filter((other) => other.number > number && isActive(other))
      .map((other) => `load test ${other.number} '${oneLine(other.name, 80)}'`)
  }

  #isNow(pending: RemoteFile, uploaded: RemoteFile | undefined, keep: Keep): void {
    this.#remoteFiles.delete(pending.id)
    if (uploaded !== undefined) this.#remoteFiles.set(uploaded.id, uploaded)
    keep([...this.#remoteFiles.values()])
  }
}

async function packed(code: TestCode): Promise<Buffer> {
  const { packTestCode } = await import('./test-code.ts')
  try {
    return await packTestCode(code)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw new GateError(
      'preflight',
      `${code.folder} cannot be packed: ${error.message} Nothing was started.`,
      {
        cause: error,
      },
    )
  }
}

function textOf({ folder, fileCount, archiveBytes }: TestCode): string {
  return `${folder} (${fileCount} file${fileCount === 1 ? '' : 's'}, ${formatBytes(archiveBytes)} packed)`
}
