import { parseDuration } from './duration.ts'
import type { FilePlace } from './errors.ts'

/** How the text of one input is read: trimmed, and empty if the input is not given. */
export interface Field<T> {
  /** Undefined for text that is not allowed. */
  read: (text: string) => T | undefined
  /** What is wrong with text that is not allowed; the text of a secret is never repeated. */
  faultOf: (text: string) => string
}

export type FieldValue<F> = F extends Field<infer T> ? T : never

export interface Fault {
  text: string
  /** Set if it is a fault in a file of the checkout. */
  place?: FilePlace
}

/** Inputs that contradict each other, or are missing. */
export interface InputFault extends Fault {
  /** The inputs that it names. If one of them is itself invalid, only that is reported. */
  about: readonly string[]
  /** A credential is missing, as in jobs for forks, which get none. */
  lacksSecret?: true
}

/** `read` returns undefined for text that is not allowed; `allowed` describes what is. */
export function field<T>(
  allowed: string,
  read: (text: string) => T | undefined,
  options: { secret?: boolean } = {},
): Field<T> {
  const got = (text: string): string =>
    options.secret ? '' : `, got '${text.length > 80 ? `${text.slice(0, 80)}…` : text}'`
  return { read, faultOf: (text) => `must be ${allowed}${got(text)}.` }
}

/** A field that may be empty. */
export function optional<T>(
  allowed: string,
  read: (text: string) => T | undefined,
  options: { secret?: boolean } = {},
): Field<{ value?: T }> {
  return field<{ value?: T }>(
    allowed,
    (text) => {
      if (text === '') return {}
      const value = read(text)
      return value === undefined ? undefined : { value }
    },
    options,
  )
}

export const anyText: Field<string> = field('text', (text) => text)

/** A credential; line breaks around it were already removed by the runner. */
export const credential: Field<string> = field(
  'one line, without line breaks or other control characters: store it again, exactly as you got it',
  (text) => (/[\p{Cc}\u2028\u2029]/u.test(text) ? undefined : text),
  { secret: true },
)

/** A credential that goes into a header, where a line break would start another header. */
export const headerCredential: Field<string> = field(
  'one line of characters that are allowed in a header, without line breaks or typographic characters: store it again, exactly as you got it',
  (text) => (/^[\x20-\x7e\xa0-\xff]*$/.test(text) ? text : undefined),
  { secret: true },
)

export function choice<const T extends string>(values: readonly T[], byDefault?: T): Field<T> {
  return field(`one of ${values.map((value) => `'${value}'`).join(', ')}`, (text) =>
    text === '' && byDefault !== undefined ? byDefault : values.find((value) => value === text),
  )
}

export function flag(byDefault: boolean): Field<boolean> {
  return field("'true' or 'false'", (text) => {
    if (text === '') return byDefault
    const lower = text.toLowerCase()
    return lower === 'true' ? true : lower === 'false' ? false : undefined
  })
}

export function wholeNumber(text: string, min: number, max: number): number | undefined {
  if (!/^\d{1,15}$/.test(text)) return undefined
  const value = Number(text)
  return value >= min && value <= max ? value : undefined
}

export function durationWithin(text: string, minMs: number, maxMs: number): number | undefined {
  const ms = parseDuration(text)
  return ms !== undefined && ms >= minMs && ms <= maxMs ? ms : undefined
}

/**
 * A base URL without a trailing slash. Plain `http:` is allowed only for this machine, because credentials
 * are sent over it.
 */
export function baseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  if (!safe || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return undefined
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

export const BASE_URL_ALLOWED =
  "an https URL without user, query or fragment (http only for this machine's loopback addresses)"

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
