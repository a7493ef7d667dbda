import type { Span } from './decoded-text.ts'
import { escapeAt, isHead, UNFINISHED, UNFINISHED_LENGTH } from './escapes.ts'
import { MatchTrail, NO_STEP } from './match-trail.ts'
import { BLANK, BLANK_OR_UNSEEN, isInvisiblePair, symbolOf, UNSEEN } from './symbols.ts'
import { ROOT, type WordAutomaton } from './word-automaton.ts'

/** If a text was cut, the beginning of a word may be before `…`. Shorter beginnings are too common. */
const SHORTEST_CUT = 4
const ELLIPSIS = 0x2026
/**
 * The number of readings of the text that are followed at the same time. There are more only if escapes are
 * inside escapes.
 */
const MOST_READINGS = 8

/** One reading of the text so far: its state, and its last symbol on the trail. */
interface Reading {
  state: number
  step: number
}

/** A place where an escape may begin, and the readings before it. */
interface Head {
  at: number
  readings: readonly Reading[]
}

/**
 * Finds the words in a text, even if some of their characters are escaped. Something that looks like an
 * escape is read in both ways, because it may be an escape or a part of the word. The time is proportional to
 * the length of the text.
 */
export function findWords(text: string, automaton: WordAutomaton): Span[] {
  const search = new Search(text, automaton)
  for (let at = automaton.nextBeginning(text, 0); at < text.length; at++) {
    search.readAt(at)
    if (search.isAtRest) at = automaton.nextBeginning(text, at + 1) - 1
  }
  return search.end()
}

class Search {
  readonly #text: string
  readonly #automaton: WordAutomaton
  readonly #trail = new MatchTrail()
  readonly #spans: Span[] = []
  /** Empty if no reading ends with the beginning of a word. */
  #readings: readonly Reading[] = NONE
  /** Readings that continue after an escape, by the index where it ends. */
  readonly #later = new Map<number, Reading[]>()
  #heads: Head[] = []

  constructor(text: string, automaton: WordAutomaton) {
    this.#text = text
    this.#automaton = automaton
  }

  /** No word has begun, and no escape may be incomplete. */
  get isAtRest(): boolean {
    return this.#readings.length === 0 && this.#later.size === 0 && this.#heads.length === 0
  }

  readAt(at: number): void {
    if (this.#later.size > 0) this.#takeUp(at)
    const unit = this.#text.charCodeAt(at)
    if (this.#readings.length === 0 && this.#later.size === 0) {
      this.#heads = this.#recentHeads(at)
      if (this.#heads.length === 0) {
        this.#trail.flushInto(this.#spans)
        if (!this.#automaton.mayBegin(unit)) return
      }
    }
    if (unit === ELLIPSIS) this.#cutAt(at)
    if (isHead(unit)) this.#readEscape(at)
    const isHidden = isInvisiblePair(this.#text, at) || isInvisiblePair(this.#text, at - 1)
    if (!isHidden) this.#readings = this.#after(this.#readings, unit, at, at + 1)
  }

  end(): Span[] {
    this.#trail.flushInto(this.#spans)
    return this.#spans
  }

  #takeUp(at: number): void {
    const waiting = this.#later.get(at)
    if (waiting === undefined) return
    this.#later.delete(at)
    const readings = [...this.#readings]
    for (const reading of waiting) join(readings, reading)
    this.#readings = this.#mostPromising(readings)
  }

  #mostPromising(readings: Reading[]): Reading[] {
    if (readings.length <= MOST_READINGS) return readings
    const depthOf = ({ state }: Reading): number => this.#automaton.depthOf(state)
    return readings.sort((a, b) => depthOf(b) - depthOf(a)).slice(0, MOST_READINGS)
  }

  #recentHeads(at: number): Head[] {
    return this.#heads.length === 0
      ? this.#heads
      : this.#heads.filter((head) => at - head.at <= UNFINISHED_LENGTH)
  }

  #readEscape(at: number): void {
    if (this.#readings.length > 0) {
      this.#heads = [...this.#recentHeads(at), { at, readings: this.#readings }]
    }
    const escape = escapeAt(this.#text, at)
    if (escape === undefined) return
    if (escape.text.charCodeAt(0) === ELLIPSIS) this.#cutAt(at)
    let readings = this.#readings
    for (let index = 0; index < escape.text.length; index++) {
      if (isInvisiblePair(escape.text, index) || isInvisiblePair(escape.text, index - 1)) continue
      readings = this.#after(readings, escape.text.charCodeAt(index), at, escape.end)
    }
    if (readings.length === 0) return
    this.#later.set(escape.end, [...(this.#later.get(escape.end) ?? []), ...readings])
  }

  #after(readings: readonly Reading[], unit: number, from: number, to: number): readonly Reading[] {
    const symbol = symbolOf(unit)
    if (symbol === UNSEEN) return readings
    if (readings.length === 0) return this.#afterNothing(symbol, from, to)
    const next: Reading[] = symbol === BLANK_OR_UNSEEN ? [...readings] : []
    const seen = symbol === BLANK_OR_UNSEEN ? BLANK : symbol
    for (const reading of readings) {
      const state = this.#automaton.step(reading.state, seen)
      if (state === ROOT) continue
      if (state === reading.state && this.#automaton.isBlank(state)) join(next, reading)
      else if (!next.some((one) => one.state === state))
        next.push({ state, step: this.#stepTo(state, reading, from, to) })
    }
    return this.#mostPromising(next)
  }

  #afterNothing(symbol: number, from: number, to: number): readonly Reading[] {
    const state = this.#automaton.step(ROOT, symbol === BLANK_OR_UNSEEN ? BLANK : symbol)
    return state === ROOT ? NONE : [{ state, step: this.#stepTo(state, START, from, to) }]
  }

  #stepTo(state: number, { step }: Reading, from: number, to: number): number {
    const own = this.#trail.add(step, from, to)
    const found = this.#automaton.wordEndingIn(state)
    if (found > 0) this.#trail.found(own, found)
    return own
  }

  /** The text before `…` may be the beginning of a word, and may end in the middle of an escape. */
  #cutAt(at: number): void {
    this.#cutBehind(this.#readings, at, at)
    for (const head of this.#heads) {
      const rest = this.#text.slice(head.at, at)
      if (rest.length <= UNFINISHED_LENGTH && UNFINISHED.test(rest))
        this.#cutBehind(head.readings, head.at, at)
    }
  }

  #cutBehind(readings: readonly Reading[], from: number, to: number): void {
    for (const { state, step } of readings) {
      const depth = this.#automaton.depthOf(state)
      if (depth < SHORTEST_CUT) continue
      this.#trail.found(step, depth)
      if (to > from) this.#trail.found(this.#trail.add(step, from, to), depth + 1)
    }
  }
}

const START: Reading = { state: ROOT, step: NO_STEP }
const NONE: readonly Reading[] = []

function join(readings: Reading[], reading: Reading): void {
  if (!readings.some(({ state }) => state === reading.state)) readings.push(reading)
}
