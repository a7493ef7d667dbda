/**
 * This many bytes before a field may be read, whatever they are. It is also the largest number of digits that
 * are converted as words.
 */
const WORD_DIGITS = 8
const ZEROS = 0x30303030
const POINT = 46
/** Numbers with this many digits, and the powers of ten that they need, are exact. */
const MOST_DIGITS = 15

/**
 * Reads the number in a field of digits, perhaps with a point inside, to a place in a row; NaN if the field
 * is empty. False for anything else: another notation, or not a number. Up to eight digits are converted four
 * at a time, because the processor cannot predict the length of a loop. There must be eight bytes before the
 * field, whatever they are. The result is written to a row, because returning a number with a fraction would
 * allocate memory.
 */
export function readNumber(
  view: DataView,
  start: number,
  end: number,
  row: Float64Array,
  place: number,
): boolean {
  const length = end - start
  if (length === 0) {
    row[place] = NaN
    return true
  }
  if (length > WORD_DIGITS) return readLong(view, start, end, row, place)
  const low = fourDigits(view.getInt32(end - 4, true), length)
  if (low < 0) return readTenths(view, start, end, row, place)
  if (length <= 4) {
    row[place] = low
    return true
  }
  const high = fourDigits(view.getInt32(end - 8, true), length - 4)
  if (high < 0) return readDecimal(view, start, end, row, place)
  row[place] = high * 10_000 + low
  return true
}

/** Nine to fifteen digits, such as a time in ms; passes on everything else. */
function readLong(view: DataView, start: number, end: number, row: Float64Array, place: number): boolean {
  const length = end - start
  if (length > MOST_DIGITS) return false
  const first = length > 12 ? fourDigits(view.getInt32(end - 16, true), length - 12) : 0
  const second = fourDigits(view.getInt32(end - 12, true), length - 8)
  const third = fourDigits(view.getInt32(end - 8, true), 4)
  const fourth = fourDigits(view.getInt32(end - 4, true), 4)
  if ((first | second | third | fourth) < 0) return readDecimal(view, start, end, row, place)
  row[place] = (first * 10_000 + second) * 1e8 + (third * 10_000 + fourth)
  return true
}

/** `62.4` and `6.2`, as percentages are written; passes on everything else. */
function readTenths(view: DataView, start: number, end: number, row: Float64Array, place: number): boolean {
  const length = end - start
  const word = view.getInt32(end - 4, true)
  if (length < 3 || length > 4 || ((word >>> 16) & 255) !== POINT)
    return readDecimal(view, start, end, row, place)
  const digits = fourDigits((word & 0xff000000) | ((word & 0xffff) << 8) | 48, length - 1)
  if (digits < 0) return false
  row[place] = digits / 10
  return true
}

/** The last digits of a word, up to four; -1 if they are not all digits. */
function fourDigits(word: number, length: number): number {
  const digits = (word ^ ZEROS) & (length >= 4 ? -1 : -1 << ((4 - length) << 3))
  // A value above 9 sets a bit in the upper half of its byte, directly or after adding 6.
  if (((digits + 0x06060606) | digits) & 0xf0f0f0f0) return -1
  return (digits & 15) * 1000 + ((digits >>> 8) & 15) * 100 + ((digits >>> 16) & 15) * 10 + (digits >>> 24)
}

/**
 * Digits with a point: the quotient of a whole number and a power of ten. Both are exact, so the result is
 * the same as that of `Number`.
 */
function readDecimal(view: DataView, start: number, end: number, row: Float64Array, place: number): boolean {
  let value = 0
  let divisor = 1
  let pointAt = -1
  if (end - start > MOST_DIGITS) return false
  for (let at = start; at < end; at++) {
    const digit = view.getUint8(at) - 48
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit
      if (pointAt >= 0) divisor *= 10
    } else if (digit === POINT - 48 && pointAt < 0 && at > start && at < end - 1) pointAt = at
    else return false
  }
  row[place] = value / divisor
  return true
}

/** The number in a text of any decimal notation; NaN if it is not a number. */
export function numberOf(text: string): number {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN
}
