import type { Span } from './decoded-text.ts'

/** No symbol before. */
export const NO_STEP = -1

/**
 * The symbols that may belong to a word, each with the one before it and its place in the text. A word that was found is
 * told by its last symbol and its length; the places of all its symbols are gathered in one go from the end, so that
 * words that overlap cost no more than others.
 */
export class MatchTrail {
  #previous: number[] = []
  #from: number[] = []
  #to: number[] = []
  /** How many symbols back from here belong to a word that was found. */
  #wanted: number[] = []
  #hasFinds = false

  add(previous: number, from: number, to: number): number {
    this.#previous.push(previous)
    this.#from.push(from)
    this.#to.push(to)
    return this.#wanted.push(0) - 1
  }

  found(step: number, symbols: number): void {
    this.#hasFinds = true
    this.#wanted[step] = Math.max(this.#wanted[step] ?? 0, symbols)
  }

  /** Appends what was found to `spans`, the last part first, and forgets everything. */
  flushInto(spans: Span[]): void {
    if (this.#wanted.length === 0) return
    if (this.#hasFinds) this.#gather(spans)
    this.#previous = []
    this.#from = []
    this.#to = []
    this.#wanted = []
    this.#hasFinds = false
  }

  #gather(spans: Span[]): void {
    for (let step = this.#wanted.length - 1; step >= 0; step--) {
      const wanted = this.#wanted[step] ?? 0
      if (wanted === 0) continue
      const from = this.#from[step] ?? 0
      cover(spans, { from, to: this.#to[step] ?? from })
      const previous = this.#previous[step] ?? NO_STEP
      if (wanted === 1 || previous === NO_STEP) continue
      this.#wanted[previous] = Math.max(this.#wanted[previous] ?? 0, wanted - 1)
      // What nobody sees between two symbols goes with them.
      cover(spans, { from: this.#to[previous] ?? from, to: from })
    }
  }
}

function cover(spans: Span[], span: Span): void {
  const last = spans.at(-1)
  if (last !== undefined && span.to >= last.from && span.to <= last.to) {
    last.from = Math.min(last.from, span.from)
  } else if (span.to > span.from) spans.push(span)
}
