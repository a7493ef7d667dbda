import type { ArchiveReader } from '../formats/archives/archive-reader.ts'
import { INFLATE_LIMITS, InflateBudget } from '../formats/archives/inflate-budget.ts'
import type { Measurements } from './model.ts'
import { readRequestLog } from './request-log/request-log.ts'
import { RequestLogTotals } from './request-log/request-log-totals.ts'
import { isRequestLog } from '../formats/archives/zip-file.ts'
import { readXltTimers } from './xlt/xlt-timers.ts'

/** What was read of an archive while it was downloaded. */
export type ArrivedData =
  | { kind: 'request-log'; totals: RequestLogTotals }
  | { kind: 'xlt-timers'; timers: Pick<Measurements, 'subjects' | 'agents' | 'load' | 'warnings'> }

/**
 * Reads an archive while it is downloaded. Errors are not reported here: the file is then read again from
 * disk, and that reports them.
 */
export interface ArrivingData extends ArchiveReader {
  /** Undefined if not everything could be read. */
  data(): ArrivedData | undefined
}

/** For a `logs.zip`. */
export class ArrivingRequestLog implements ArrivingData {
  readonly #totals = new RequestLogTotals()
  readonly #budget = new InflateBudget()
  #logs = 0
  #logsRead = 0

  read(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    compressedBytes: () => number,
  ): Promise<void> | undefined {
    return isRequestLog(name) ? this.#add(within(this.#budget, bytes, compressedBytes)) : undefined
  }

  data(): ArrivedData | undefined {
    const isRead = this.#logs > 0 && this.#logs === this.#logsRead
    return isRead ? { kind: 'request-log', totals: this.#totals } : undefined
  }

  async #add(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    this.#logs++
    await readRequestLog(bytes, this.#totals)
    this.#logsRead++
  }
}

/** For a `result.tar.gz`. */
export class ArrivingTimers implements ArrivingData {
  #data: ArrivedData | undefined

  async read(_name: string, bytes: AsyncIterable<Uint8Array>, compressedBytes: () => number): Promise<void> {
    const budget = new InflateBudget(INFLATE_LIMITS, compressedBytes)
    const timers = await readXltTimers(within(budget, bytes, compressedBytes), { budget })
    this.#data = { kind: 'xlt-timers', timers }
  }

  data(): ArrivedData | undefined {
    return this.#data
  }
}

async function* within(
  budget: InflateBudget,
  bytes: AsyncIterable<Uint8Array>,
  compressedBytes: () => number,
): AsyncGenerator<Uint8Array> {
  let inflatedBytes = 0
  for await (const chunk of bytes) {
    inflatedBytes += chunk.length
    budget.take(chunk.length, inflatedBytes, compressedBytes())
    yield chunk
  }
}
