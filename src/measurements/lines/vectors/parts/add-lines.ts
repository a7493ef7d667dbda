import { convert } from '../convert-numbers'
import { beforeLine, Lines, ROW_BYTES, rowOf } from './lines'

/** The same as in `field-index.ts`. */
const LINES_AT_A_TIME: u32 = 256

/**
 * Reads and adds lines from `firstLine` on, each by the task's own `add`, which returns false if it added nothing.
 * Returns the first line that was not added: `end`, the line after one for which JavaScript has something left to do,
 * or a line that JavaScript has to read.
 */
export function addLines<T extends Lines>(task: T, firstLine: u32, end: u32): u32 {
  task.rest = 0
  for (let line = firstLine; line < end;) {
    const endOfRows = fillRows(task, line, end)
    let before = beforeLine(task, line)
    let row = rowOf(task, line)
    for (; line < endOfRows; line++) {
      const last = beforeLine(task, line + 1)
      if (!task.add(before, last, row)) return line
      if (task.rest !== 0) return line + 1
      before = last
      row += ROW_BYTES
    }
  }
  return end
}

/** Converts the numbers of some lines from this one on, unless it has a row. Returns the first line after those with a row. */
function fillRows(lines: Lines, line: u32, end: u32): u32 {
  const rows = lines.rows
  if (line < rows.end) return rows.end
  rows.first = line
  rows.end = min(end, line + LINES_AT_A_TIME)
  const lineEnd = lines.lineEnds + ((line as usize) << 2)
  const lastLineEnd = lines.lineEnds + ((rows.end as usize) << 2)
  const before = beforeLine(lines, line)
  convert(before, lineEnd, lastLineEnd, rows.columns, rows.columnsEnd, lines.numbers, lines.positions)
  return rows.end
}
