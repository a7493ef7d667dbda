import { QUOTE, TABLES, VECTOR_BYTES } from './memory'

export const WORD_BYTES: u32 = 8
/** Numbers of so many digits, and powers of ten up to the 22nd, are exact, and so is what one quotient of them gives. */
const MOST_DIGITS: u32 = 15
const MOST_POWER: i32 = 22
const ZERO: u8 = 0x30
const ZEROS: u64 = 0x3030303030303030
/** A point in each byte, when the XOR has turned digits into their values. */
const POINTS: u64 = 0x1e1e1e1e1e1e1e1e
const POINT: u8 = 0x2e
const EXPONENT: u8 = 0x65
/** What makes a letter a small one. */
const SMALL: u8 = 0x20
/** Among the tables, behind 16 bytes of zeros and 16 of ones. */
const SHIFTS_AT: usize = 32
const POWERS_AT: usize = 288

/** The values of the up to eight digits of a field; bytes before them are 0. */
export function digitsBefore(end: usize, length: u32): u64 {
  const missingBits = ((WORD_BYTES - length) << 3) as u64
  return ((load<u64>(end - WORD_BYTES) ^ ZEROS) >> missingBits) << missingBits
}

/**
 * Numbers of up to eight bytes, perhaps with a point within: in one word of 64 bits they need fewer instructions than
 * in a vector. NaN for anything else.
 */
export function shortNumber(digits: u64, length: u32): f64 {
  const points = zeroBytes(digits ^ POINTS)
  if (points === 0) return wordNumber(digits)
  const at = (ctz(points) as u32) >> 3
  if (at === WORD_BYTES - length || at === WORD_BYTES - 1) return NaN
  // The digits before the point move up.
  const pointBits = (at << 3) as u64
  const before = digits & (((1 as u64) << pointBits) - 1)
  const behind = ((digits >> pointBits) >> 8) << pointBits
  return wordNumber((behind | before) << 8) / powerOfTen((WORD_BYTES - 1 - at) as i32)
}

/** The highest bit of the lowest byte that is 0 is the lowest bit of the result; higher bits mean nothing. */
function zeroBytes(word: u64): u64 {
  return (word - 0x0101010101010101) & ~word & 0x8080808080808080
}

/** Neighbors become one number: of two digits, then of four, then of eight. NaN if one of them is no digit. */
function wordNumber(digits: u64): f64 {
  const pairs = (digits * 10 + (digits >> 8)) & 0x00ff00ff00ff00ff
  const fours = (pairs * 100 + (pairs >> 16)) & 0x0000ffff0000ffff
  const eights = (fours * 10_000 + (fours >> 32)) & 0x00000000ffffffff
  // A value above 9 sets a bit in the upper half of its byte, directly or after adding 6.
  const areDigits = (((digits + 0x0606060606060606) | digits) & 0xf0f0f0f0f0f0f0f0) === 0
  // Processors have an instruction only for signed numbers.
  return areDigits ? (eights as i64 as f64) : NaN
}

/** Any number that ends before `end`; NaN for a form that is left to `readNumber`. */
export function otherNumber(fieldEnd: usize, fieldLength: u32, isCsv: u32): f64 {
  let end = fieldEnd
  let length = fieldLength
  if (isCsv !== 0 && length > 1 && load<u8>(end - 1) === QUOTE) {
    // Lines with other quotes are not found.
    end -= 1
    length -= 2
  }
  const value = length !== 0 ? numberBefore(end, length) : NaN
  return isNaN(value) && isCsv !== 0 ? scientific(end - length, end) : value
}

/** How many digits of the number that `wholeBefore` gave last are after the point: a function returns only one number. */
export let decimals: i32 = 0

/** The number in a field of digits, perhaps with a point within, that ends before `end`; NaN for anything else. */
function numberBefore(end: usize, length: u32): f64 {
  const whole = wholeBefore(end, length)
  return decimals === 0 ? whole : whole / powerOfTen(decimals)
}

/** Its digits as one number. */
export function wholeBefore(end: usize, length: u32): f64 {
  decimals = 0
  if (length > MOST_DIGITS) return NaN
  const digits = v128.and(
    v128.xor(v128.load(end - VECTOR_BYTES), i8x16.splat(ZERO)),
    v128.load(TABLES + length),
  )
  const points = i8x16.bitmask(i8x16.eq(digits, i8x16.splat(POINT ^ ZERO)))
  if (points === 0) return numberOf(digits)
  const at: u32 = ctz(points)
  if (at === VECTOR_BYTES - length || at === VECTOR_BYTES - 1) return NaN
  decimals = VECTOR_BYTES - 1 - at
  return numberOf(i8x16.swizzle(digits, v128.load(TABLES + SHIFTS_AT + at * VECTOR_BYTES)))
}

/** The same as `wordNumber`. */
function numberOf(digits: v128): f64 {
  if (v128.any_true(i8x16.gt_u(digits, i8x16.splat(9)))) return NaN
  // The first of two bytes is the lower one.
  const pairs = i16x8.add(
    i16x8.mul(v128.and(digits, i16x8.splat(0xff)), i16x8.splat(10)),
    i16x8.shr_u(digits, 8),
  )
  const fours = i32x4.dot_i16x8_s(pairs, i16x8(100, 1, 100, 1, 100, 1, 100, 1))
  const eights = i32x4.dot_i16x8_s(
    i16x8.narrow_i32x4_s(fours, fours),
    i16x8(10_000, 1, 10_000, 1, 10_000, 1, 10_000, 1),
  )
  return (i32x4.extract_lane(eights, 0) as f64) * 1e8 + (i32x4.extract_lane(eights, 1) as f64)
}

function powerOfTen(power: i32): f64 {
  return load<f64>(TABLES + POWERS_AT + power * 8)
}

/** `1.5e-3`, if its value is certain; NaN for anything else. */
function scientific(start: usize, end: usize): f64 {
  let at = end - 1
  let power: i32 = 0
  let weight: i32 = 1
  for (; at > start && isDigit(load<u8>(at)); at -= 1, weight *= 10) {
    if (weight > 100) return NaN
    power += ((load<u8>(at) - ZERO) as i32) * weight
  }
  if (weight === 1) return NaN
  const sign = load<u8>(at)
  if (sign === 0x2d) power = -power
  if (sign === 0x2d || sign === 0x2b) at -= 1
  if (at <= start || (load<u8>(at) | SMALL) !== EXPONENT) return NaN
  const whole = wholeBefore(at, (at - start) as u32)
  power -= decimals
  if (power > MOST_POWER || power < -MOST_POWER) return NaN
  return power < 0 ? whole / powerOfTen(-power) : whole * powerOfTen(power)
}

function isDigit(byte: u8): bool {
  return byte >= ZERO && byte <= ZERO + 9
}
