import type { Span } from './decoded-text.ts'

/** The first symbol has none before it. */
export const NO_STEP = -1

/**
 * The symbols that may belong to a word, each with the one before it and its place in the text. A found word
 * is recorded by its last symbol and its length. The places of all symbols are collected in one pass from the
 * end, so that overlapping words cost no more than others.
 */
export class MatchTrail {
  #previous: number[] = []
  #from: number[] = []
  #to: number[] = []
  /** How many symbols back from here belong to a found word. */
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

  /** Appends the found parts to `spans`, the last part first, and clears the trail. */
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
      // Invisible characters between two symbols belong to the word too.
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
