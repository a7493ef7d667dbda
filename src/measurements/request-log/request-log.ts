import { MAX_RECORD_BYTES, readCsvRecord } from '../lines/csv-record.ts'
import { release } from '../../formats/archives/inflated-chunks.ts'
import { LineFeed } from '../lines/line-feed.ts'
import { logColumnsOf } from './request-log-columns.ts'
import { RequestLogScanner } from './request-log-scanner.ts'
import { RequestLogTotals } from './request-log-totals.ts'

const LF = 10
const BYTE_ORDER_MARK = Buffer.from('\uFEFF')

/**
 * Reads a request log from its bytes, in chunks of any size: CSV, columns by name in any order (contract:
 * `logs.zip` of the Test Results API), and adds it to the totals of its execution. Throws if it has no header
 * with the required columns. A log with only a header adds nothing.
 */
export async function readRequestLog(
  chunks: AsyncIterable<Uint8Array>,
  totals = new RequestLogTotals(),
): Promise<RequestLogTotals> {
  let feed: LineFeed | undefined
  let head = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (feed) {
      feed.write(chunk)
      release(chunk)
    } else {
      head = Buffer.concat([head, chunk])
      feed = startAfterHeader(head, totals)
    }
  }
  feed ??= startAfterHeader(Buffer.concat([head, Buffer.of(LF)]), totals)
  feed?.end()
  totals.endLog()
  return totals
}

/** Undefined as long as the first line is incomplete. */
function startAfterHeader(head: Buffer, totals: RequestLogTotals): LineFeed | undefined {
  const firstLineEnd = head.indexOf(LF) + 1
  if (firstLineEnd === 0 && head.length <= MAX_RECORD_BYTES) return undefined
  if (firstLineEnd === 1 && head.length === 1) throw new Error('The request log is empty.')
  const hasMark = head.subarray(0, 3).equals(BYTE_ORDER_MARK)
  const header = readCsvRecord(head, hasMark ? 3 : 0, firstLineEnd)
  if (header.kind !== 'fields') throw new Error('The first line of the request log is not a header.')
  const columns = logColumnsOf(header.fields.map((field) => field.toString('utf8')))
  const feed = new LineFeed(new RequestLogScanner(columns.roles, totals))
  feed.write(columns.hasHeader ? head.subarray(header.next) : head)
  return feed
}
