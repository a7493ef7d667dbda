import { GateError } from '../../foundation/errors.ts'
import type { ArrivingData } from '../../measurements/arriving.ts'
import { HttpError, type HttpPorts } from '../../platform/http/http.ts'
import { oneLine } from '../../foundation/one-line.ts'
import type { Log } from '../../foundation/ports.ts'
import type { OutputFolder } from '../../platform/files/output-folder.ts'
import { collectFile, together, type FileOutcome, type WantedFile } from '../collect-file.ts'
import type { Collected, RunHandle, RunStatus } from '../provider.ts'
import type { XtcApi } from './api.ts'
import type { DocumentKind, LoadTestDetails } from './contracts/contract.ts'

/** XTC downloads, archives and reports after a test has finished; only then are the archives available. */
const FINISHED_BUDGET_MS = 15 * 60_000
/** A run that was aborted or failed may never get archives. */
const BROKEN_BUDGET_MS = 2 * 60_000
/** The report's separate files are requested only if its archive is unavailable. */
const DOCUMENT_BUDGET_MS = 60_000

const PARTIAL = /Download from \d+ of \d+ agent controllers failed\.?/i

interface Source {
  ports: HttpPorts
  log: Log
  api: XtcApi
  directory: OutputFolder
}

export async function collectXtc(source: Source, run: RunHandle, status: RunStatus): Promise<Collected> {
  const number = Number(run.executions[0]?.id)
  const details = await detailsOf(source.api, number)
  const broken = status.executions.some((execution) => execution.stage !== 'finished')
  const budgetMs = broken ? BROKEN_BUDGET_MS : FINISHED_BUDGET_MS
  const archive = (kind: 'report' | 'result'): Promise<FileOutcome> =>
    collect(source, source.api.contract.archive(kind, number, details), {
      kind,
      name: `${kind}.tar.gz`,
      format: 'gzip',
      budgetMs,
    })
  const [report, result] = await Promise.all([archive('report'), archive('result')])
  const documents = report.files.length > 0 ? [] : await reportDocuments(source, number, details)
  // Only now, after the archives were created, the names may say that data is partial.
  const last = (await detailsOf(source.api, number)) ?? details
  const execution = status.executions[0]
  return {
    ...together([report, result, ...documents]),
    partial: partialNames(last),
    ...(last?.url !== undefined && { url: last.url }),
    ...(last?.reportUrl !== undefined && { reportUrl: last.reportUrl }),
    facts: {
      provider: 'xtc',
      ids: [String(number)],
      // The copy's own name is unique to this run; for comparisons, the load test that was copied counts.
      ...(run.executions[0]?.test !== undefined && { test: run.executions[0].test }),
      ...(status.revision !== undefined && { revision: status.revision }),
      ...(execution !== undefined && { state: execution.state }),
      ...(execution?.startedAtMs !== undefined && { startedAtMs: execution.startedAtMs }),
      ...(execution?.finishedAtMs !== undefined && { finishedAtMs: execution.finishedAtMs }),
    },
  }
}

/** Details are useful but not necessary: the endpoints of the archives are known without them. */
async function detailsOf(api: XtcApi, number: number): Promise<LoadTestDetails | undefined> {
  try {
    return await api.patiently(api.contract.details(number), (json) =>
      api.contract.parseDetails(json, number),
    )
  } catch (error) {
    if (error instanceof HttpError || error instanceof GateError) return undefined
    throw error
  }
}

function partialNames(details: LoadTestDetails | undefined): string[] {
  const said = (details?.archiveNames ?? []).flatMap((name) => PARTIAL.exec(oneLine(name, 500))?.[0] ?? [])
  return [...new Set(said)]
}

/**
 * `testreport.xml` and `scorecard.xml` as separate files, if this version has them; it is no problem if they
 * don't exist.
 */
async function reportDocuments(
  source: Source,
  number: number,
  details: LoadTestDetails | undefined,
): Promise<FileOutcome[]> {
  const { document } = source.api.contract
  if (document === undefined) return []
  const documents: [DocumentKind, string][] = [
    ['test-report', 'testreport.xml'],
    ['scorecard', 'scorecard.xml'],
  ]
  const outcomes = await Promise.all(
    documents.map(([kind, name]) =>
      collect(source, document(kind, number, details), {
        kind,
        name,
        format: 'xml',
        budgetMs: DOCUMENT_BUDGET_MS,
        absent: [404],
      }),
    ),
  )
  // A missing report is already reported for its archive; a missing scorecard may be one that failed.
  return outcomes.map(({ files, missing }) => ({
    files,
    missing: missing.filter(({ name }) => name === 'scorecard.xml'),
  }))
}

async function collect(
  { ports, log, api, directory }: Source,
  paths: string[],
  wanted: Pick<WantedFile, 'kind' | 'name' | 'format' | 'budgetMs' | 'absent'>,
): Promise<FileOutcome> {
  // An invalid link must not prevent the use of the endpoint after it.
  const urls = paths.flatMap((path) => (path.startsWith('/') || URL.canParse(path) ? [api.urlOf(path)] : []))
  let sent: Record<string, string> = {}
  return await collectFile(ports, log, directory, {
    ...wanted,
    serviceUrl: api.serviceUrl,
    urls,
    headersFor: async (url) => (sent = await api.authorization(url)),
    renew: () => {
      api.tokens.renew((sent['authorization'] ?? '').replace(/^Bearer /, ''))
      return true
    },
    ...(wanted.kind === 'result' && { openReader }),
  })
}

/** Loaded only here, because a run that waits for hours needs no reader. */
async function openReader(): Promise<ArrivingData> {
  const { ArrivingTimers } = await import('../../measurements/arriving.ts')
  return new ArrivingTimers()
}
