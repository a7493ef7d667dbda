import type { FieldIndex } from '../lines/field-index.ts'
import { takeWords, type VectorMemory } from '../lines/vector-memory.ts'
import type { RequestAdder } from '../lines/load-vectors.ts'

/** Places in `#task`; `vectors/add-requests.ts` has the same. */
const FAILED = 12
const LABEL = 13
const WORDS = 14
const NO_COLUMN = -1

/** Which columns of a log have what; -1 if there is none. */
export interface RequestColumns {
  columns: number
  label: number
  time: number
  client: number
}

/** Where the vectors find the totals of a request log; 0 if they cannot. */
export interface TotalsAddresses {
  subject: number
  time: number
  clients: number
  cpu: number
  totals: number
}

/** The vectors that read the usual lines of a request log, and add them to its totals. */
export class VectorRequests {
  readonly #index: FieldIndex
  readonly #add: RequestAdder
  readonly #task: Int32Array

  private constructor(index: FieldIndex, add: RequestAdder, task: Int32Array) {
    this.#index = index
    this.#add = add
    this.#task = task
  }

  /** Undefined if the vectors cannot read such a log: the platform has none, or it has no times. */
  static of(
    { memory, index }: { memory: VectorMemory; index: FieldIndex },
    { columns, label, time, client }: RequestColumns,
    addresses: TotalsAddresses,
  ): VectorRequests | undefined {
    const task = takeWords(memory, WORDS)
    const areThere = [memory.addressOf(task), ...Object.values(addresses)].every((address) => address > 0)
    if (!memory.vectors || !areThere || time === NO_COLUMN) return undefined
    const tables = [index.positions, index.lineEnds, index.rows].map(({ byteOffset }) => byteOffset)
    const places = [columns, label, time, client].map((column) => (column < 0 ? NO_COLUMN : 4 * column))
    const { subject, clients, cpu, totals } = addresses
    task.set([...tables, ...places, subject, addresses.time, clients, cpu, totals])
    return new VectorRequests(index, memory.vectors.addRequests, task)
  }

  /**
   * Adds lines of the index from this one on, at most so many that the series must be settled. Returns the first line
   * that was not added.
   */
  addFrom(line: number): number {
    this.#index.fillRows(line)
    return this.#add(this.#task.byteOffset, line, this.#index.endOfRows, this.#index.firstOfRows)
  }

  /** The label of the last line that was added, if its request failed; undefined otherwise. */
  get failedLabel(): number | undefined {
    return this.#task[FAILED] === 1 ? this.#task[LABEL] : undefined
  }
}
