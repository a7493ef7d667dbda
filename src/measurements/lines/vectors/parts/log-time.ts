import { decimals, wholeBefore } from './numbers'

/** What `LogTime` keeps: the minute that most neighbors in a log have in common. */
@unmanaged
export class LogTime {
  minuteMs: f64
  seen: u32
  hasWholeSeconds: u32
  /** The first of the 16 bytes of `2026-01-15T09:30`. */
  minute: u32
}

const MINUTE_AT: usize = 16
const MINUTE_BYTES: usize = 16
/** `2026-01-15T09:30:15` */
const SECONDS_BYTES: u32 = 19
const ZERO: u32 = 0x30
const COLON: u8 = 0x3a
const POINT: u8 = 0x2e
const COMMA: u8 = 0x2c
const ZULU: u8 = 0x5a
const PLUS: u8 = 0x2b
const MINUS: u8 = 0x2d
/** More minutes than any zone has. */
const NO_OFFSET: i32 = 1 << 20
/** Bits of `seen`. */
const ISO: u32 = 1
const EPOCH_SECONDS: u32 = 2
const EPOCH_MS: u32 = 4

/** The time between two places in ms since 1970, for the usual forms; NaN for any that is left to `LogTime`. */
export function readTime(time: LogTime, start: usize, end: usize): f64 {
  const length = (end - start) as u32
  if (length === 13 || length === 10) return readEpoch(time, end, length)
  if (length < SECONDS_BYTES) return NaN
  // The minute must be that of the previous time.
  const minute = v128.load(changetype<usize>(time) + MINUTE_AT)
  if (v128.any_true(v128.xor(v128.load(start), minute))) return NaN
  const usual = length === 24 ? readUsual(time, start) : NaN
  return isNaN(usual) ? readSeconds(time, start + MINUTE_BYTES, end) : usual
}

function readEpoch(time: LogTime, end: usize, length: u32): f64 {
  const whole = wholeBefore(end, length)
  if (decimals !== 0 || isNaN(whole)) return NaN
  time.seen |= length === 13 ? EPOCH_MS : EPOCH_SECONDS
  if (length === 13) return whole
  time.hasWholeSeconds = 1
  return whole * 1000
}

/** `2026-01-15T09:30:15.250Z`. */
function readUsual(time: LogTime, start: usize): f64 {
  // The XOR turns digits into their values, and `:`, `.` and `Z` into zeros.
  const seconds = load<u32>(start, MINUTE_BYTES) ^ 0x2e30303a
  const rest = load<u32>(start, MINUTE_BYTES + 4) ^ 0x5a303030
  const areDigits = (((seconds + 0x06060606) | seconds | (rest + 0x06060606) | rest) & 0xf0f0f0f0) === 0
  if (!areDigits || (seconds & 0xff0000ff) !== 0 || (rest & 0xff000000) !== 0) return NaN
  time.seen |= ISO
  const second = ((seconds >> 8) & 15) * 10 + ((seconds >> 16) & 15)
  const thousandth = (rest & 15) * 100 + ((rest >> 8) & 15) * 10 + ((rest >> 16) & 15)
  return time.minuteMs + ((second * 1000 + thousandth) as f64)
}

/** `:15`, perhaps with a fraction, and then `Z`, a zone such as `+02:00` or `-0700`, or nothing. */
function readSeconds(time: LogTime, start: usize, end: usize): f64 {
  const second = twoDigits(start + 1)
  if (load<u8>(start) !== COLON || second < 0) return NaN
  let at = start + 3
  let thousandths: u32 = 0
  const isWhole = at >= end || (load<u8>(at) !== POINT && load<u8>(at) !== COMMA)
  if (!isWhole) {
    at += 1
    if (!isDigitAt(at, end)) return NaN
    for (let weight: u32 = 100; isDigitAt(at, end); at += 1, weight /= 10)
      thousandths += ((load<u8>(at) - ZERO) as u32) * weight
  }
  const offsetMinutes = offsetBetween(at, end)
  if (offsetMinutes === NO_OFFSET) return NaN
  time.seen |= ISO
  if (isWhole) time.hasWholeSeconds = 1
  return time.minuteMs + ((second * 1000 + (thousandths as i32) - offsetMinutes * 60_000) as f64)
}

function offsetBetween(at: usize, end: usize): i32 {
  const length = end - at
  if (length === 0 || (length === 1 && load<u8>(at) === ZULU)) return 0
  const hasColon = length === 6 && load<u8>(at + 3) === COLON
  if (length !== 5 && !hasColon) return NO_OFFSET
  const sign = load<u8>(at)
  const hours = twoDigits(at + 1)
  const minutes = twoDigits(end - 2)
  if ((sign !== PLUS && sign !== MINUS) || hours < 0 || minutes < 0) return NO_OFFSET
  return (hours * 60 + minutes) * (sign === MINUS ? -1 : 1)
}

/** Below 0 if they are not digits. */
function twoDigits(at: usize): i32 {
  const tens = (load<u8>(at) as u32) - ZERO
  const ones = (load<u8>(at + 1) as u32) - ZERO
  return tens <= 9 && ones <= 9 ? ((tens * 10 + ones) as i32) : -1
}

function isDigitAt(at: usize, end: usize): bool {
  return at < end && (load<u8>(at) as u32) - ZERO <= 9
}
