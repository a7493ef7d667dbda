import { MAX_RECORD_BYTES, readCsvRecord } from '../lines/csv-record.ts'
import { FieldIndex } from '../lines/field-index.ts'
import { release } from '../../formats/archives/inflated-chunks.ts'
import { LineFeed } from '../lines/line-feed.ts'
import { logColumnsOf } from './request-log-columns.ts'
import { RequestLogScanner } from './request-log-scanner.ts'
import { RequestLogTotals } from './request-log-totals.ts'

const LF = 10
const BYTE_ORDER_MARK = Buffer.from('\uFEFF')

export interface RequestLogOptions {
  maxLabels?: number
  /** One that may be used for this log; each makes its own when this is left out. */
  index?: FieldIndex
  /** Those of other logs of the same execution, to add this one to. */
  totals?: RequestLogTotals
}

/**
 * Reads a request log (CSV, header by name in any order; contract: `logs.zip` of the Test Results API) from its bytes in
 * chunks of any size. Throws when it has no header with the columns that are needed. A log without any line after its
 * header gives totals of nothing.
 */
export async function readRequestLog(
  chunks: AsyncIterable<Uint8Array>,
  options: RequestLogOptions = {},
): Promise<RequestLogTotals> {
  const totals = options.totals ?? new RequestLogTotals(options.maxLabels)
  let feed: LineFeed | undefined
  let head = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (feed) {
      feed.write(chunk)
      release(chunk)
    } else {
      head = Buffer.concat([head, chunk])
      feed = startAfterHeader(head, totals, options)
    }
  }
  feed ??= startAfterHeader(Buffer.concat([head, Buffer.of(LF)]), totals, options)
  feed?.end()
  totals.endLog()
  return totals
}

/** Undefined as long as the first line is not complete. */
function startAfterHeader(
  head: Buffer,
  totals: RequestLogTotals,
  options: RequestLogOptions,
): LineFeed | undefined {
  const firstLineEnd = head.indexOf(LF) + 1
  if (firstLineEnd === 0 && head.length <= MAX_RECORD_BYTES) return undefined
  if (firstLineEnd === 1 && head.length === 1) throw new Error('The request log is empty.')
  const hasMark = head.subarray(0, 3).equals(BYTE_ORDER_MARK)
  const header = readCsvRecord(head, hasMark ? 3 : 0, firstLineEnd)
  if (header.kind !== 'fields') throw new Error('The first line of the request log is not a header.')
  const columns = logColumnsOf(header.fields.map((field) => field.toString('utf8')))
  const index = options.index ?? new FieldIndex()
  const feed = new LineFeed(new RequestLogScanner(columns.roles, { sink: totals, time: totals.time, index }))
  feed.write(columns.hasHeader ? head.subarray(header.next) : head)
  return feed
}
