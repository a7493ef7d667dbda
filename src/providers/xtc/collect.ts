import { join } from 'node:path'
import { GateError, messageOf } from '../../errors.ts'
import { download } from '../../platform/download.ts'
import { FileError } from '../../platform/files.ts'
import { HttpError, type HttpPorts } from '../../platform/http.ts'
import { oneLine } from '../../platform/safe-text.ts'
import type { Log } from '../../ports.ts'
import type { Collected, RunHandle, RunStatus } from '../provider.ts'
import type { XtcApi } from './api.ts'
import type { ArchiveKind, LoadTestDetails } from './contract.ts'

/** XTC downloads, archives and reports after the end of a test; only then can the archives be had. */
const NOT_YET = [404, 409]
const FINISHED_BUDGET_MS = 15 * 60_000
/** A run that was aborted or failed may never get archives. */
const BROKEN_BUDGET_MS = 2 * 60_000

const PARTIAL = /Download from \d+ of \d+ agent controllers failed\.?/i

export async function collectXtc(options: {
  ports: HttpPorts
  log: Log
  api: XtcApi
  kinds: readonly ArchiveKind[]
  run: RunHandle
  status: RunStatus
  directory: string
}): Promise<Collected> {
  const { run, status, kinds } = options
  const number = Number(run.executions[0]?.id)
  const details = await detailsOf(options.api, number)
  const broken = status.executions.some((execution) => execution.stage !== 'finished')
  const budgetMs = broken ? BROKEN_BUDGET_MS : FINISHED_BUDGET_MS
  const outcomes = await Promise.all(
    kinds.map((kind) => collectArchive({ ...options, kind, number, details, budgetMs })),
  )
  // The names may say only now, after the archives were made, that data is partial.
  const last = (await detailsOf(options.api, number)) ?? details
  const execution = status.executions[0]
  return {
    files: outcomes.flatMap((outcome) => (outcome.file === undefined ? [] : [outcome.file])),
    missing: outcomes.flatMap((outcome) => (outcome.missing === undefined ? [] : [outcome.missing])),
    partial: partialNames(last),
    ...(last?.url === undefined ? {} : { url: last.url }),
    facts: {
      provider: 'xtc',
      ids: [String(number)],
      // The copy's own name is made for this run; what is compared is the load test that was copied.
      ...(run.executions[0]?.test === undefined ? {} : { test: run.executions[0].test }),
      ...(execution === undefined ? {} : { state: execution.state }),
      ...(execution?.startedAtMs === undefined ? {} : { startedAtMs: execution.startedAtMs }),
      ...(execution?.finishedAtMs === undefined ? {} : { finishedAtMs: execution.finishedAtMs }),
    },
  }
}

/** Details are welcome, not needed: the endpoints of the archives are known without them. */
async function detailsOf(api: XtcApi, number: number): Promise<LoadTestDetails | undefined> {
  try {
    return await api.patiently(api.contract.details(number), (json) => api.contract.parseDetails(json))
  } catch (error) {
    if (error instanceof HttpError || error instanceof GateError) return undefined
    throw error
  }
}

function partialNames(details: LoadTestDetails | undefined): string[] {
  const said = (details?.archiveNames ?? []).flatMap((name) => PARTIAL.exec(oneLine(name, 500))?.[0] ?? [])
  return [...new Set(said)]
}

interface ArchiveOutcome {
  file?: Collected['files'][number]
  missing?: Collected['missing'][number]
}

async function collectArchive(options: {
  ports: HttpPorts
  log: Log
  api: XtcApi
  kind: ArchiveKind
  number: number
  details: LoadTestDetails | undefined
  directory: string
  budgetMs: number
}): Promise<ArchiveOutcome> {
  const { api, kind, number, log } = options
  const name = `${kind}.tar.gz`
  const path = join(options.directory, name)
  let said = ''
  let sent: Record<string, string> = {}
  try {
    const sizeBytes = await download(options.ports, {
      urls: api.contract.archive(kind, number, options.details).map(api.urlOf),
      headersFor: async (url) => (sent = await api.authorization(url)),
      renew: () => {
        api.tokens.renew((sent['authorization'] ?? '').replace(/^Bearer /, ''))
        return true
      },
      path,
      format: 'gzip',
      budgetMs: options.budgetMs,
      notYet: NOT_YET,
      onRetry: (error) => {
        const what = NOT_YET.includes(error.status ?? 0) ? `${name} is not ready yet` : error.message
        if (what !== said) log.info(`${what}; trying again.`)
        said = what
      },
    })
    return { file: { kind, name, path, sizeBytes } }
  } catch (error) {
    // Without a token nothing more can be had, and what the other archive brought must not be lost.
    if (!(error instanceof HttpError || error instanceof FileError || error instanceof GateError)) throw error
    return { missing: { name, reason: messageOf(error) } }
  }
}
