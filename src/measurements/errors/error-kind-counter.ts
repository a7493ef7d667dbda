import type { ErrorKind, ErrorKinds } from '../model.ts'

export const MOST_KINDS = 200
/** More than are kept in the end, because the kinds that are read first may not be the most frequent ones. */
const MOST_COUNTED = 5000
/** Codes are whole numbers below this. */
const CODES = 1000
export const NO_CODE = -1

interface Counted {
  label: number
  code: number
  message?: string
  count: number
  firstMs: number
  lastMs: number
  sample?: string
}

/** Counts errors by label and code, or by label and message. The memory is bounded, whatever fails. */
export class ErrorKindCounter {
  readonly #kinds = new Map<number | string, Counted>()
  readonly #codes = new Map<number, number>()
  #uncounted = 0
  #last: Counted | undefined

  /**
   * Counts an error; `code` is a status code or `NO_CODE`, `timeMs` may be NaN. True if a sample of the error
   * is wanted: then call `sample`.
   */
  add(label: number, code: number, timeMs: number): boolean {
    const valid = code >= 0 && code < CODES && Number.isInteger(code) ? code : NO_CODE
    if (valid !== NO_CODE) this.#codes.set(valid, (this.#codes.get(valid) ?? 0) + 1)
    const last = this.#last
    if (last?.label === label && last.code === valid && last.message === undefined) {
      count(last, 1, timeMs, timeMs)
      return last.sample === undefined
    }
    return this.#count((label + 1) * (CODES + 1) + valid + 1, { label, code: valid }, timeMs)
  }

  /** Counts an error that has a message instead of a code. */
  addMessage(label: number, message: string, timeMs: number): void {
    this.#count(messageKey(label, message), { label, code: NO_CODE, message }, timeMs)
  }

  /** Adds a sample of the error that was just counted. */
  sample(text: string): void {
    if (this.#last) this.#last.sample = text
  }

  /** Adds the counts of another counter; `labels` converts its label numbers to those of this one. */
  merge(other: ErrorKindCounter, labels: (label: number) => number): void {
    for (const [code, errors] of other.#codes) this.#codes.set(code, (this.#codes.get(code) ?? 0) + errors)
    this.#uncounted += other.#uncounted
    for (const kind of other.#kinds.values()) {
      const own = { ...kind, label: labels(kind.label) }
      const key =
        kind.message === undefined
          ? (own.label + 1) * (CODES + 1) + kind.code + 1
          : messageKey(own.label, kind.message)
      const known = this.#kinds.get(key)
      if (known) {
        count(known, kind.count, kind.firstMs, kind.lastMs)
        if (known.sample === undefined && kind.sample !== undefined) known.sample = kind.sample
      } else if (this.#kinds.size < MOST_COUNTED) this.#kinds.set(key, own)
      else this.#uncounted += kind.count
    }
    this.#last = undefined
  }

  /** All counts, most frequent first. `codes` is set only if the source has codes at all. */
  toErrorKinds(nameOf: (label: number) => string, hasCodes: boolean): ErrorKinds {
    const sorted = [...this.#kinds.values()].sort((a, b) => b.count - a.count)
    const rest = sorted.slice(MOST_KINDS).reduce((sum, kind) => sum + kind.count, this.#uncounted)
    const codes = [...this.#codes].sort(([, a], [, b]) => b - a)
    return {
      ...(hasCodes && { codes: codes.map(([code, errors]) => ({ code: String(code), count: errors })) }),
      kinds: sorted.slice(0, MOST_KINDS).map((kind) => toKind(kind, nameOf)),
      ...(rest > 0 && { unlistedErrors: rest }),
    }
  }

  #count(key: number | string, about: Pick<Counted, 'label' | 'code' | 'message'>, timeMs: number): boolean {
    let kind = this.#kinds.get(key)
    if (kind === undefined) {
      if (this.#kinds.size >= MOST_COUNTED) {
        this.#uncounted++
        this.#last = undefined
        return false
      }
      kind = { ...about, count: 0, firstMs: NaN, lastMs: NaN }
      this.#kinds.set(key, kind)
    }
    count(kind, 1, timeMs, timeMs)
    this.#last = kind
    return kind.sample === undefined
  }
}

function messageKey(label: number, message: string): string {
  return `${label} ${message}`
}

/** Unknown times (NaN) do not replace known ones. */
function count(kind: Counted, errors: number, firstMs: number, lastMs: number): void {
  kind.count += errors
  if (!(firstMs >= kind.firstMs)) kind.firstMs = Number.isNaN(firstMs) ? kind.firstMs : firstMs
  if (!(lastMs <= kind.lastMs)) kind.lastMs = Number.isNaN(lastMs) ? kind.lastMs : lastMs
}

function toKind(
  { label, code, message, count: errors, firstMs, lastMs, sample }: Counted,
  nameOf: (label: number) => string,
): ErrorKind {
  return {
    label: nameOf(label),
    ...(code !== NO_CODE && { code: String(code) }),
    ...(message !== undefined && { message }),
    count: errors,
    ...(!Number.isNaN(firstMs) && { firstAtMs: firstMs }),
    ...(!Number.isNaN(lastMs) && { lastAtMs: lastMs }),
    ...(sample !== undefined && sample !== '' && { sample }),
  }
}
