import { isHead } from './escapes.ts'
import { BLANK, symbolOf } from './symbols.ts'

/** The state in which no word has begun. */
export const ROOT = 0
const NO_STATE = -1
const SYMBOLS = 0x10000
const ASCII = 0x80
const ASCII_BITS = 7

/**
 * Finds all of many words in one pass, whatever their number and length (Aho and Corasick, 1975). A state is
 * the longest beginning of a word that the text so far ends with.
 */
export class WordAutomaton {
  readonly #afterRoot = new Int32Array(SYMBOLS).fill(NO_STATE)
  /** For each pair of ASCII units: 1 if a word or an escape may begin with it. */
  readonly #pairs = new Uint8Array(ASCII * ASCII)
  /** For each state: the symbol that led to it, and the state before it. */
  readonly #symbols = [0]
  readonly #parents = [ROOT]
  readonly #depths = [0]
  /** Nearly every state has only one next state; more are in `#further`. */
  readonly #childSymbols = [NO_STATE]
  readonly #children = [NO_STATE]
  readonly #further = new Map<number, Map<number, number>>()
  /** The length of the longest word that a state ends with, in symbols; 0 if there is none. */
  readonly #ends = [0]
  /** The state to continue with if a symbol does not match. */
  #fallbacks = [ROOT]
  #isReady = true
  #steps = 0

  /** The number of transitions so far: tests compare it with the length of the text. */
  get steps(): number {
    return this.#steps
  }

  add(symbols: readonly number[]): void {
    let state = ROOT
    for (const symbol of symbols) {
      const next = this.#childOf(state, symbol)
      state = next === NO_STATE ? this.#addChild(state, symbol) : next
    }
    this.#ends[state] = symbols.length
    this.#isReady = false
  }

  depthOf(state: number): number {
    return this.#depths[state] ?? 0
  }

  wordEndingIn(state: number): number {
    return this.#ends[state] ?? 0
  }

  /** Whether a word or an escape may begin with a unit. */
  mayBegin(unit: number): boolean {
    return isHead(unit) || this.#childOf(ROOT, symbolOf(unit)) !== NO_STATE
  }

  /**
   * The first index from `from` on where a word or an escape may begin, if none has begun before; the length of the
   * text if there is none. Most letters begin some word, but few pairs of letters do.
   */
  nextBeginning(text: string, from: number): number {
    let unit = text.charCodeAt(from)
    for (let at = from; at < text.length; at++) {
      const next = text.charCodeAt(at + 1)
      if ((unit | next) < ASCII ? this.#pairs[(unit << ASCII_BITS) | next] === 1 : this.mayBegin(unit))
        return at
      unit = next
    }
    return text.length
  }

  isBlank(state: number): boolean {
    return this.#symbols[state] === BLANK
  }

  step(from: number, symbol: number): number {
    for (let state = from; ; state = this.#fallbacks[state] ?? ROOT) {
      this.#steps++
      const next = this.#childOf(state, symbol)
      if (next !== NO_STATE) return next
      if (state === ROOT) return ROOT
      // Any amount of white space counts as one space.
      if (symbol === BLANK && this.isBlank(state)) return state
    }
  }

  /** Must be called after the last word was added. */
  prepare(): void {
    if (this.#isReady) return
    this.#isReady = true
    this.#preparePairs()
    this.#fallbacks = [ROOT]
    const suffixes = [ROOT]
    for (const state of this.#shortestFirst()) {
      const parent = this.#parents[state] ?? ROOT
      const suffix = parent === ROOT ? ROOT : this.#suffixAfter(suffixes, parent, this.#symbols[state] ?? 0)
      suffixes[state] = suffix
      this.#ends[state] = Math.max(this.wordEndingIn(state), this.wordEndingIn(suffix))
      this.#fallbacks[state] = this.#addsNothing(suffix, state) ? (this.#fallbacks[suffix] ?? ROOT) : suffix
    }
  }

  #preparePairs(): void {
    for (let unit = 0; unit < ASCII; unit++) {
      const row = unit << ASCII_BITS
      if (isHead(unit)) this.#pairs.fill(1, row, row + ASCII)
      else if (this.mayBegin(unit))
        for (let next = 0; next < ASCII; next++) this.#pairs[row | next] = Number(this.#mayGoOn(unit, next))
    }
  }

  /** Whether a word that begins with the first unit may go on with the next one, or end before it. */
  #mayGoOn(unit: number, next: number): boolean {
    const state = this.#childOf(ROOT, symbolOf(unit))
    return !isPlain(next) || this.wordEndingIn(state) > 0 || this.#childOf(state, next) !== NO_STATE
  }

  #childOf(state: number, symbol: number): number {
    if (state === ROOT) return this.#afterRoot[symbol] ?? NO_STATE
    if (this.#childSymbols[state] === symbol) return this.#children[state] ?? NO_STATE
    return this.#further.get(state)?.get(symbol) ?? NO_STATE
  }

  #addChild(parent: number, symbol: number): number {
    const state = this.#symbols.push(symbol) - 1
    this.#parents.push(parent)
    this.#depths.push(this.depthOf(parent) + 1)
    this.#childSymbols.push(NO_STATE)
    this.#children.push(NO_STATE)
    this.#ends.push(0)
    if (parent === ROOT) this.#afterRoot[symbol] = state
    else if (this.#children[parent] === NO_STATE) {
      this.#childSymbols[parent] = symbol
      this.#children[parent] = state
    } else {
      const further = this.#further.get(parent) ?? new Map<number, number>()
      this.#further.set(parent, further.set(symbol, state))
    }
    return state
  }

  #shortestFirst(): number[] {
    const byDepth: number[][] = []
    for (let state = 1; state < this.#symbols.length; state++) {
      const depth = this.depthOf(state)
      const same = byDepth[depth]
      if (same === undefined) byDepth[depth] = [state]
      else same.push(state)
    }
    return byDepth.flat()
  }

  #suffixAfter(suffixes: readonly number[], parent: number, symbol: number): number {
    for (let state = suffixes[parent] ?? ROOT; ; state = suffixes[state] ?? ROOT) {
      const next = this.#childOf(state, symbol)
      if (next !== NO_STATE) return next
      if (state === ROOT) return ROOT
    }
  }

  /**
   * If no symbol that `state` lacks can match in `suffix`, trying it would be useless, and might happen
   * thousands of times.
   */
  #addsNothing(suffix: number, state: number): boolean {
    if (suffix === ROOT || this.#further.has(suffix)) return false
    return (
      this.#children[suffix] === NO_STATE ||
      this.#childOf(state, this.#childSymbols[suffix] ?? 0) !== NO_STATE
    )
  }
}

/** A character of ASCII that is visible, and stands for itself. */
function isPlain(unit: number): boolean {
  return unit > BLANK && unit < ASCII && symbolOf(unit) === unit && !isHead(unit)
}
