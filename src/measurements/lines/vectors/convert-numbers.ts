import { FAULTS_AT, ROW_BYTES } from './parts/lines'
import { CR } from './parts/memory'
import { digitsBefore, otherNumber, shortNumber, WORD_BYTES } from './parts/numbers'

/** Whether it is CSV: after seven columns of eight bytes. */
const CSV_AT: usize = 56

/** Behind that, for each column, a `Previous` in 32 bytes. */
const PREVIOUS_AT: usize = 64

/** The previous short number of a column: a status or a figure of a machine is often the same in many lines. */
@unmanaged
class Previous {
  digits: u64
  value: f64
  length: u32
}

/**
 * `Converter` of `load-vectors.ts`: the numbers of many lines at once, the short ones as words of 64 bits
 * and others as vectors. Six columns of a log take about 35 ns a line.
 */
export function convert(
  before: usize,
  firstLine: usize,
  linesEnd: usize,
  columns: usize,
  columnsEnd: usize,
  rows: usize,
  positions: usize,
): void {
  const isCsv = load<u32>(columns, CSV_AT)
  let row = rows
  for (let line = firstLine; line < linesEnd; line += 4) {
    const last = positions + 4 + ((load<u32>(line) as usize) << 2)
    const lineEnd = load<u32>(last)
    // A CR before the line end belongs to it.
    const crLineEnd: u32 = load<u8>(lineEnd - 1) === CR ? lineEnd : 0
    let faults: u32 = 0
    for (let column = columns; column < columnsEnd; column += 8) {
      const field = before + load<u32>(column)
      let value = NaN
      if (field < last) {
        const fieldEnd = load<u32>(field, 4)
        const end = fieldEnd - ((fieldEnd === crLineEnd) as u32)
        const length = end - load<u32>(field) - 1
        if (length !== 0) {
          if (length <= WORD_BYTES) {
            const previous = changetype<Previous>(columns + PREVIOUS_AT + ((column - columns) << 2))
            value = shortOrPrevious(previous, digitsBefore(end, length), length)
          }
          if (isNaN(value)) {
            value = otherNumber(end, length, isCsv)
            faults |= isNaN(value) as u32
          }
        }
      }
      store<f64>(row + load<u32>(column, 4), value)
    }
    store<u32>(row, faults, FAULTS_AT)
    before = last
    row += ROW_BYTES
  }
}

function shortOrPrevious(previous: Previous, digits: u64, length: u32): f64 {
  if (digits === previous.digits && length === previous.length) return previous.value
  const value = shortNumber(digits, length)
  previous.digits = digits
  previous.value = value
  previous.length = length
  return value
}
