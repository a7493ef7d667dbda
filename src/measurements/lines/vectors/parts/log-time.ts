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
/** Bits of `seen`. */
const ISO: u32 = 1
const EPOCH_SECONDS: u32 = 2
const EPOCH_MS: u32 = 4

/** The time between two places in ms since 1970, for the usual forms; NaN for any that is left to `LogTime`. */
export function readTime(time: LogTime, start: usize, end: usize): f64 {
  const length = (end - start) as u32
  if (length === 24 || length === 20) return readIso(time, start, length)
  if (length !== 13 && length !== 10) return NaN
  const whole = wholeBefore(end, length)
  if (decimals !== 0 || isNaN(whole)) return NaN
  time.seen |= length === 13 ? EPOCH_MS : EPOCH_SECONDS
  if (length === 13) return whole
  time.hasWholeSeconds = 1
  return whole * 1000
}

/** `2026-01-15T09:30:15.250Z` or `2026-01-15T09:30:15Z`, if its minute is the previous one. */
function readIso(time: LogTime, start: usize, length: u32): f64 {
  const minute = v128.load(changetype<usize>(time) + MINUTE_AT)
  if (v128.any_true(v128.xor(v128.load(start), minute))) return NaN
  // The XOR turns digits into their values, and `:`, `.` and `Z` into zeros.
  const isWhole = length === 20
  const seconds = load<u32>(start, MINUTE_BYTES) ^ (isWhole ? 0x5a30303a : 0x2e30303a)
  const rest = isWhole ? 0 : load<u32>(start, MINUTE_BYTES + 4) ^ 0x5a303030
  const areDigits = (((seconds + 0x06060606) | seconds | (rest + 0x06060606) | rest) & 0xf0f0f0f0) === 0
  if (!areDigits || (seconds & 0xff0000ff) !== 0 || (rest & 0xff000000) !== 0) return NaN
  time.seen |= ISO
  if (isWhole) time.hasWholeSeconds = 1
  const second = ((seconds >> 8) & 15) * 10 + ((seconds >> 16) & 15)
  const thousandth = (rest & 15) * 100 + ((rest >> 8) & 15) * 10 + ((rest >> 16) & 15)
  return time.minuteMs + ((second * 1000 + thousandth) as f64)
}
