import { TIME_MS } from '../totals/timing-accumulator.ts'
import { addressIn, takeRecord, type VectorMemory } from './vector-memory.ts'

const ZERO = 48
const MINUTE_MS = 60_000
/** So small that every sum with it is below 0. */
const NO_DIGIT = -1e18
/** `2026-01-15T09:30`, which all times in a minute have in common, is four words long. */
const MINUTE_BYTES = 16
/** Places in `#words`. */
const SEEN = 0
const WHOLE_SECONDS = 1
const MINUTE = 2

export type TimeForm = 'ISO 8601' | 'epoch seconds' | 'epoch ms' | 'epoch µs' | 'epoch ns'
const FORMS: TimeForm[] = ['ISO 8601', 'epoch seconds', 'epoch ms', 'epoch µs', 'epoch ns']

/**
 * Reads times from bytes without creating strings: ISO 8601 (`T` or a space between date and time, UTC if
 * there is no zone), or the time since 1970 as a number, whose size shows its unit. The service does not
 * document the format. In a vector memory, the vectors read the usual forms (`vectors/parts/log-time.ts`).
 */
export class LogTime {
  readonly #memory: VectorMemory | undefined
  /** The minute of the previous time in ms: most neighbors in a log have the same. */
  readonly #minuteMs: Float64Array
  /** Bits for the forms that were read, whether a time had whole seconds, and the bytes of the minute. */
  readonly #words: Int32Array

  constructor(memory?: VectorMemory) {
    const { floats, words } = takeRecord(memory, 1, MINUTE + MINUTE_BYTES / 4)
    this.#memory = memory
    // There is no previous time yet.
    this.#minuteMs = floats.fill(NaN)
    this.#words = words
  }

  /** Where the vectors find it in the memory; 0 if they cannot. */
  get address(): number {
    return addressIn(this.#memory, this.#minuteMs)
  }

  /** True if a time without fractions of a second was read. */
  get hasWholeSeconds(): boolean {
    return this.#words[WHOLE_SECONDS] === 1
  }

  /** The forms that were read so far. */
  get forms(): TimeForm[] {
    return FORMS.filter((_, form) => this.#words[SEEN]! & (1 << form))
  }

  /** Writes the milliseconds since 1970, rounded down, to their place in the row; NaN if it is not a time. */
  read(view: DataView, start: number, end: number, rows: Float64Array, row: number): void {
    if (end - start === 24 && this.#isSameMinute(view, start) && this.#readUsual(view, start, rows, row))
      return
    const isIso = end - start >= MINUTE_BYTES && view.getUint8(start + 4) === 45
    rows[row + TIME_MS] = isIso ? this.#readIso(view, start, end) : this.#readEpoch(view, start, end)
  }

  /**
   * The form of most logs, `2026-01-15T09:30:15.250Z`, in the same minute as the previous time; false if it
   * is anything else.
   */
  #readUsual(view: DataView, start: number, rows: Float64Array, row: number): boolean {
    // `:15.` and `250Z`: the XOR turns digits into their values, and `:`, `.` and `Z` into zeros.
    const seconds = view.getInt32(start + 16, true) ^ 0x2e30303a
    const rest = view.getInt32(start + 20, true) ^ 0x5a303030
    const isOdd = ((seconds + 0x06060606) | seconds | (rest + 0x06060606) | rest) & 0xf0f0f0f0
    if (isOdd || (seconds & 0xff0000ff) !== 0 || rest >>> 24 !== 0) return false
    this.#see(0)
    const second = ((seconds >>> 8) & 15) * 10 + ((seconds >>> 16) & 15)
    const thousandth = (rest & 15) * 100 + ((rest >>> 8) & 15) * 10 + ((rest >>> 16) & 15)
    rows[row + TIME_MS] = this.#minuteMs[0]! + (second * 1000 + thousandth)
    return true
  }

  /**
   * The unit follows from the number of digits before the point: up to 11 are seconds, 14 ms, 17 µs, 20 ns.
   */
  #readEpoch(view: DataView, start: number, end: number): number {
    let digits = 0
    while (start + digits < end && isDigit(view.getUint8(start + digits))) digits++
    const pointAt = start + digits
    if (digits === 0 || digits > 20 || (pointAt < end && view.getUint8(pointAt) !== 46)) return NaN
    for (let i = pointAt + 1; i < end; i++) if (!isDigit(view.getUint8(i))) return NaN
    const form = digits <= 11 ? 1 : digits <= 14 ? 2 : digits <= 17 ? 3 : 4
    this.#see(form)
    if (form === 1 && pointAt >= end) this.#words[WHOLE_SECONDS] = 1
    const whole = digitsOf(view, start, digits - Math.max(0, form - 2) * 3)
    return form > 1 ? whole : whole * 1000 + thousandths(view, pointAt + 1, end)
  }

  #readIso(view: DataView, start: number, end: number): number {
    const minuteMs = this.#isSameMinute(view, start) ? this.#minuteMs[0]! : this.#readMinute(view, start)
    let at = start + 16
    let ms = minuteMs
    if (at < end && view.getUint8(at) === 58) {
      if (end - at < 3) return NaN
      ms += digitsOf(view, at + 1, 2) * 1000
      at += 3
      if (
        at < end - 1 &&
        (view.getUint8(at) === 46 || view.getUint8(at) === 44) &&
        isDigit(view.getUint8(at + 1))
      ) {
        ms += thousandths(view, ++at, end)
        while (at < end && isDigit(view.getUint8(at))) at++
      } else this.#words[WHOLE_SECONDS] = 1
    }
    if (at === end - 1 && view.getUint8(at) === 90) at = end
    else if (at !== end) ms -= offsetMinutes(view, at, end) * MINUTE_MS
    if (!(ms >= 0) || at > end) return NaN
    this.#see(0)
    return ms
  }

  #see(form: number): void {
    this.#words[SEEN]! |= 1 << form
  }

  #isSameMinute(view: DataView, start: number): boolean {
    const words = this.#words
    return (
      view.getInt32(start + 12, true) === words[MINUTE + 3] &&
      view.getInt32(start + 8, true) === words[MINUTE + 2] &&
      view.getInt32(start + 4, true) === words[MINUTE + 1] &&
      view.getInt32(start, true) === words[MINUTE]
    )
  }

  /** NaN if it is not a date and time, or is before 1970. */
  #readMinute(view: DataView, start: number): number {
    const month = digitsOf(view, start + 5, 2)
    const day = digitsOf(view, start + 8, 2)
    const hour = digitsOf(view, start + 11, 2)
    const minute = digitsOf(view, start + 14, 2)
    const between = view.getUint8(start + 10)
    const isSeparated =
      view.getUint8(start + 7) === 45 &&
      (between === 84 || between === 32) &&
      view.getUint8(start + 13) === 58
    if (!isSeparated || month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59) return NaN
    if (hour < 0 || minute < 0) return NaN
    const minuteMs = Date.UTC(digitsOf(view, start, 4), month - 1, day, hour, minute)
    // The fast way for the next time in this minute does not check whether it is one.
    if (!(minuteMs >= 0)) return NaN
    this.#minuteMs[0] = minuteMs
    for (let i = 0; i < MINUTE_BYTES / 4; i++) this.#words[MINUTE + i] = view.getInt32(start + 4 * i, true)
    return minuteMs
  }
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 57
}

/** The number made of this many digits; far below 0 if one of them is not a digit. */
function digitsOf(view: DataView, start: number, length: number): number {
  let value = 0
  for (let i = start; i < start + length; i++) {
    const digit = view.getUint8(i) - ZERO
    if (!(digit >= 0 && digit <= 9)) return NO_DIGIT
    value = value * 10 + digit
  }
  return value
}

/** Up to three digits after a point as thousandths; 0 if there are none. */
function thousandths(view: DataView, start: number, end: number): number {
  let value = 0
  let weight = 100
  for (let at = start; at < end && weight >= 1 && isDigit(view.getUint8(at)); at++) {
    value += (view.getUint8(at) - ZERO) * weight
    weight = weight === 100 ? 10 : weight === 10 ? 1 : 0
  }
  return value
}

/** A zone such as `+02:00` or ` -0700`, perhaps followed by a name, in minutes; NaN if it is not a zone. */
function offsetMinutes(view: DataView, start: number, end: number): number {
  const zone = Buffer.from(view.buffer, view.byteOffset + start, end - start).toString('latin1')
  const [, sign, hours, minutes] = /^ ?([+-])(\d\d):?(\d\d)?( .*)?$/.exec(zone) ?? []
  if (hours === undefined) return zone.trim() === 'UTC' ? 0 : NaN
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))
}
