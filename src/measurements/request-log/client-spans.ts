import {
  addressIn,
  enlargedFloats,
  takeFloats,
  takeWords,
  type VectorMemory,
} from '../lines/vector-memory.ts'
import { LabelIndex } from '../totals/label-index.ts'
import type { LoadCollector } from '../totals/load-collector.ts'
import { DURATION_MS, TIME_MS } from '../totals/timing-accumulator.ts'

/** If there are more clients, their number counts as unknown. */
const MOST_CLIENTS = 1 << 16
const FIRST_CLIENTS = 256

/**
 * When each client of a log sent its first request, and when its last one ended. In between, it counts as a
 * virtual user.
 */
export class ClientSpans {
  readonly #memory: VectorMemory | undefined
  readonly #clients: LabelIndex
  #firstMs: Float64Array
  #lastMs: Float64Array
  /** For the vectors: where the clients and their times are. */
  readonly #tables: Int32Array
  #known = 0
  #hasMore = false

  constructor(memory?: VectorMemory) {
    this.#memory = memory
    this.#clients = new LabelIndex(MOST_CLIENTS, memory)
    this.#firstMs = takeFloats(memory, FIRST_CLIENTS)
    this.#lastMs = takeFloats(memory, FIRST_CLIENTS)
    this.#tables = takeWords(memory, 4)
    this.#tellTables()
  }

  /** Where the vectors find it in the memory; 0 if they cannot. */
  get address(): number {
    return addressIn(this.#memory, this.#tables)
  }

  /**
   * Adds a request of a client. Its name is in the bytes from `start` to `end`; `rows` has the numbers of the
   * request from `row` on.
   */
  add(bytes: DataView, start: number, end: number, rows: Float64Array, row: number): void {
    const startMs = rows[row + TIME_MS]!
    const endMs = startMs + rows[row + DURATION_MS]!
    // Also excludes NaN, from a broken record or one without a time.
    if (!(endMs >= startMs && endMs < Infinity)) return
    const client = this.#clients.find(bytes, start, end)
    if (client < 0) this.#hasMore = true
    else if (client === this.#known) this.#begin(client, startMs, endMs)
    else {
      if (startMs < this.#firstMs[client]!) this.#firstMs[client] = startMs
      if (endMs > this.#lastMs[client]!) this.#lastMs[client] = endMs
    }
  }

  addTo(load: LoadCollector): void {
    if (this.#hasMore) return
    for (let client = 0; client < this.#known; client++)
      load.addUser(this.#firstMs[client]!, this.#lastMs[client]!)
  }

  #begin(client: number, startMs: number, endMs: number): void {
    if (client >= this.#firstMs.length) {
      this.#firstMs = enlargedFloats(this.#memory, this.#firstMs)
      this.#lastMs = enlargedFloats(this.#memory, this.#lastMs)
      this.#tellTables()
    }
    this.#firstMs[client] = startMs
    this.#lastMs[client] = endMs
    this.#known++
  }

  #tellTables(): void {
    const firstMs = addressIn(this.#memory, this.#firstMs)
    const lastMs = addressIn(this.#memory, this.#lastMs)
    const areThere = firstMs > 0 && lastMs > 0
    this.#tables.set([areThere ? this.#clients.address : 0, firstMs, lastMs])
  }
}
