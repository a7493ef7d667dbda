import { convert } from '../convert-numbers'
import { beforeLine, Lines } from './lines'

/** The same as in `field-index.ts`. */
const LINES_AT_A_TIME: u32 = 256

/** Converts the numbers of some lines from this one on, unless it has a row. Returns the first line after those with a row. */
export function fillRows(lines: Lines, line: u32, end: u32): u32 {
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
