/** What `FieldIndex` keeps: which lines have a row, and the columns that are numbers. */
@unmanaged
export class Rows {
  first: u32
  end: u32
  columns: usize
  columnsEnd: usize
}

/** The beginning of what `LineAdder` writes; `add-requests.ts` and `add-timers.ts` have the rest. */
@unmanaged
export class Lines {
  positions: usize
  lineEnds: usize
  numbers: usize
  rows: Rows
  /**
   * Not 0 if JavaScript has something left to do: for the line that was added last, with its label, or, if it is
   * `TO_SETTLE`, before the next line.
   */
  rest: u32
  label: i32
}

export const TO_SETTLE: u32 = 0x7fffffff
export const ROW_BYTES: usize = 64
/** Where a row says whether one of its fields could not be read. */
export const FAULTS_AT: usize = 56

/** The address of the position before the first field of a line, which is the end of the line before. */
export function beforeLine(lines: Lines, line: u32): usize {
  if (line === 0) return lines.positions
  const lineEnd = load<u32>(lines.lineEnds + (((line - 1) as usize) << 2)) as usize
  return lines.positions + ((lineEnd + 1) << 2)
}

/** The address of a line's row. */
export function rowOf(lines: Lines, line: u32): usize {
  return lines.numbers + ((line - lines.rows.first) as usize) * ROW_BYTES
}
