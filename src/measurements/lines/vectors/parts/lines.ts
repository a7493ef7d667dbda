/** The beginning of what `LineAdder` writes; `add-requests.ts` and `add-timers.ts` have the rest. */
@unmanaged
export class Lines {
  positions: usize
  lineEnds: usize
  rows: usize
  /** Of the line that was added last: not 0 if JavaScript has something left to do, and its label. */
  rest: u32
  label: i32
}

export const ROW_BYTES: usize = 64
/** Where a row says whether one of its fields could not be read. */
export const FAULTS_AT: usize = 56

/** The address of the position before the first field of a line, which is the end of the line before. */
export function beforeLine(lines: Lines, line: u32): usize {
  if (line === 0) return lines.positions
  const lineEnd = load<u32>(lines.lineEnds + (((line - 1) as usize) << 2)) as usize
  return lines.positions + ((lineEnd + 1) << 2)
}

export function rowOf(lines: Lines, line: u32, firstOfRows: u32): usize {
  return lines.rows + ((line - firstOfRows) as usize) * ROW_BYTES
}
