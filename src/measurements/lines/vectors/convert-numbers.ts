const CR: u8 = 0x0d
const WORD_DIGITS: u32 = 8
/** Numbers with this many digits, and the powers of ten that they need, are exact. */
const MOST_DIGITS: u32 = 15
const ZEROS: u64 = 0x3030303030303030
/** A point, after the XOR with the zeros. */
const POINT: u8 = 0x1e
const ROW_BYTES: usize = 64
/** The place in a row that shows whether one of its fields could not be read. */
const FAULTS_AT: usize = 56

/**
 * `Converter` of `load-vectors.ts`: converts the numbers of many lines at once, up to eight digits in one
 * word of 64 bits. Six columns of a log take about 40 ns per line; JavaScript with words of 32 bits needs 70.
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
  let row = rows
  for (let line = firstLine; line < linesEnd; line += 4) {
    const last = positions + 4 + ((load<u32>(line) as usize) << 2)
    const lineEnd = load<u32>(last)
    // A CR before the line end does not belong to the field.
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
          value = length <= WORD_DIGITS ? shortNumber(end, length) : longNumber(end, length)
          faults |= isNaN(value) as u32
        }
      }
      store<f64>(row + load<u32>(column, 4), value)
    }
    store<u32>(row, faults, FAULTS_AT)
    before = last
    row += ROW_BYTES
  }
}

/**
 * The number in a field of one to eight bytes that ends before `end`; NaN for a form that `readNumber` has to
 * read.
 */
function shortNumber(end: usize, length: u32): f64 {
  const digits = digitsBefore(end, length)
  // `62.4`: the point before the last digit is removed, the digits before it move up, and the result is
  // divided by ten.
  if (length > 2 && ((digits >> 48) as u8) === POINT)
    return numberOf((digits & 0xff00000000000000) | ((digits << 16) >> 8)) / 10
  return numberOf(digits)
}

/** The same for more than eight bytes. */
function longNumber(end: usize, length: u32): f64 {
  if (length > MOST_DIGITS) return NaN
  const high = numberOf(digitsBefore(end - WORD_DIGITS, length - WORD_DIGITS))
  return high * 1e8 + numberOf(digitsBefore(end, WORD_DIGITS))
}

/**
 * One to eight digits as values from 0 to 9 in a word, the first digit lowest, with a zero below it for each
 * missing digit.
 */
function digitsBefore(end: usize, length: u32): u64 {
  const missingBits = ((WORD_DIGITS - length) << 3) as u64
  return ((load<u64>(end - WORD_DIGITS) ^ ZEROS) >> missingBits) << missingBits
}

/**
 * Combines neighbors: into numbers of two digits, then four, then eight. NaN if one of them is not a digit.
 */
function numberOf(digits: u64): f64 {
  const pairs = (digits * 10 + (digits >> 8)) & 0x00ff00ff00ff00ff
  const fours = (pairs * 100 + (pairs >> 16)) & 0x0000ffff0000ffff
  const eights = (fours * 10_000 + (fours >> 32)) & 0x00000000ffffffff
  // A value above 9 sets a bit in the upper half of its byte, directly or after adding 6.
  const areDigits = (((digits + 0x0606060606060606) | digits) & 0xf0f0f0f0f0f0f0f0) === 0
  // Converted through a signed number, because processors have an instruction only for those.
  return areDigits ? (eights as i64 as f64) : NaN
}
