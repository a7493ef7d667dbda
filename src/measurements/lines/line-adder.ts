import type { FieldIndex } from './field-index.ts'
import type { Adder } from './load-vectors.ts'
import { takeWords, type VectorMemory } from './vector-memory.ts'

/** Places in the task, which tells the vectors where everything is; `vectors/parts/lines.ts` has the same. */
const REST = 4
const LABEL = 5
const OWN_WORDS = 6
/** What is left to do before the next line: `AddedLines.settle`. */
const TO_SETTLE = 0x7fffffff

export interface AddedLines {
  /**
   * A line was added, but the vectors leave something to do for it: `rest`, which is not 0, says what, see the task in
   * `vectors/add-requests.ts` and `vectors/add-timers.ts`. `label` is the number of its label.
   */
  finish(line: number, label: number, rest: number): void
  /** Makes room for what the vectors count. */
  settle(): void
}

/**
 * Passes the lines of a block to the vectors that read the usual ones, and add them to totals. A line that has anything
 * new (a label, an interval, a page of a histogram) or unusual is left to the caller, who then continues here.
 */
export class LineAdder {
  readonly #add: Adder
  readonly #task: Int32Array
  readonly #taskAt: number

  /** `addresses` are what the vectors need for one kind of lines, in the order of their `Task`. */
  constructor(
    { memory, index }: { memory: VectorMemory; index: FieldIndex },
    add: Adder,
    addresses: readonly number[],
  ) {
    this.#add = add
    this.#task = takeWords(memory, OWN_WORDS + addresses.length)
    this.#taskAt = memory.addressOf(this.#task)
    const tables = [index.positions, index.lineEnds, index.rows, index.rowRange].map(
      (table) => table.byteOffset,
    )
    this.#task.set([...tables, 0, 0, ...addresses])
  }

  /** Returns the first line from this one on that was not added, or `lines`, the number of lines. */
  addFrom(first: number, lines: number, use: AddedLines): number {
    // If the memory is full, JavaScript reads everything.
    if (this.#taskAt === 0) return first
    for (let line = first; line < lines;) {
      const next = this.#add(this.#taskAt, line, lines)
      const rest = this.#task[REST]!
      if (rest === 0) return next
      if (rest === TO_SETTLE) use.settle()
      else use.finish(next - 1, this.#task[LABEL]!, rest)
      line = next
    }
    return lines
  }
}
