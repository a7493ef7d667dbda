import { Readable } from 'node:stream'
import { type ArchiveBody, archiveInMemory, archiveOfStream } from './archive-body.ts'
import type { ErrthquakeData } from './errthquake-options.ts'
import type { ErrthquakeMoment, ErrthquakeTest } from './errthquake-tests.ts'
import { loggedRequests, requestLogCsv, type RequestLogOptions } from './request-log.ts'
import { zipStream } from './zip-writer.ts'

export type RequestLogSettings = Pick<RequestLogOptions, 'lines' | 'timeForm' | 'slowness' | 'errorShare'>

export const DEFAULT_REQUEST_LOG: RequestLogSettings = {
  lines: 5000,
  timeForm: 'iso',
  slowness: 1,
  errorShare: 0.004,
}

// Larger logs are generated while they are sent, without a known length.
const BUFFERED_LINES = 200_000
const ZIP64_LINES = 20_000_000

/** The options that a test's log is generated with, for tests that generate it again to compare. */
export function logOptionsOf(
  test: ErrthquakeTest,
  moment: ErrthquakeMoment,
  seed: number,
  settings: RequestLogSettings,
): RequestLogOptions {
  const startMs = Math.round(moment.startMs ?? 0)
  return {
    ...settings,
    seed,
    startMs,
    endMs: Math.round(moment.finishMs ?? startMs),
    virtualUsers: test.document['virtual-users'],
  }
}

/** Logs and metrics that match each other; settings may be changed between tests. */
export function generatedErrthquakeData(settings: RequestLogSettings): ErrthquakeData {
  return {
    logs: async (test, moment, seed): Promise<ArchiveBody> => {
      const options = logOptionsOf(test, moment, seed, settings)
      const open = (): Readable => zippedLog(test.id, options)
      return options.lines <= BUFFERED_LINES ? archiveInMemory(open) : archiveOfStream(open)
    },
    metrics: async (test, moment, seed) => metricsOf(test.id, logOptionsOf(test, moment, seed, settings)),
  }
}

function zippedLog(id: string, options: RequestLogOptions): Readable {
  const entry = {
    name: `${id}.csv`,
    compress: true,
    open: () => Readable.from(requestLogCsv(options), { objectMode: false }),
  }
  return zipStream([entry], { zip64: options.lines >= ZIP64_LINES, modifiedAtMs: options.endMs })
}

/** The fields of this document are not public; these are only plausible. */
function metricsOf(id: string, options: RequestLogOptions): unknown {
  const commands: Record<string, { requests: number; errors: number; 'msec-mean': number }> = {}
  const sample = { ...options, lines: Math.min(options.lines, BUFFERED_LINES) }
  for (const request of loggedRequests(sample)) {
    const entry = (commands[request.command] ??= { requests: 0, errors: 0, 'msec-mean': 0 })
    entry.requests++
    if (request.status >= 500) entry.errors++
    entry['msec-mean'] += (request.durationMs - entry['msec-mean']) / entry.requests
  }
  return { 'test-id': id, requests: options.lines, commands }
}
