import type { FieldIndex } from './field-index.ts'
import type { Adder } from './load-vectors.ts'
import { takeWords, type VectorMemory } from './vector-memory.ts'

/** Places in the task, which tells the vectors where everything is; `vectors/parts/lines.ts` has the same. */
const REST = 3
const LABEL = 4
const OWN_WORDS = 5

export interface AddedLines {
  /** Called after lines were added. */
  added(): void
  /**
   * A line was added, but the vectors leave something to do for it: `rest`, which is not 0, says what, see the task in
   * `vectors/add-requests.ts` and `vectors/add-timers.ts`. `label` is the number of its label.
   */
  finish(line: number, label: number, rest: number): void
}

/**
 * Passes the lines of a block to the vectors that read the usual ones, and add them to totals. A line that has anything
 * new (a label, an interval, a page of a histogram) or unusual is left to the caller, who then continues here.
 */
export class LineAdder {
  readonly #index: FieldIndex
  readonly #add: Adder
  readonly #task: Int32Array
  readonly #taskAt: number

  /** `addresses` are what the vectors need for one kind of lines, in the order of their `Task`. */
  constructor(
    { memory, index }: { memory: VectorMemory; index: FieldIndex },
    add: Adder,
    addresses: readonly number[],
  ) {
    this.#index = index
    this.#add = add
    this.#task = takeWords(memory, OWN_WORDS + addresses.length)
    this.#taskAt = memory.addressOf(this.#task)
    const tables = [index.positions, index.lineEnds, index.rows].map(({ byteOffset }) => byteOffset)
    this.#task.set([...tables, 0, 0, ...addresses])
  }

  /** Returns the first line from this one on that was not added, or `lines`, the number of lines. */
  addFrom(first: number, lines: number, use: AddedLines): number {
    // If the memory is full, JavaScript reads everything.
    if (this.#taskAt === 0) return first
    for (let line = first; line < lines;) {
      this.#index.fillRows(line)
      const next = this.#add(this.#taskAt, line, this.#index.endOfRows, this.#index.firstOfRows)
      if (next > line) use.added()
      if (this.#task[REST] !== 0) use.finish(next - 1, this.#task[LABEL]!, this.#task[REST]!)
      // Lines have rows only up to there, so the next one may be read by vectors too.
      else if (next < this.#index.endOfRows) return next
      line = next
    }
    return lines
  }
}
