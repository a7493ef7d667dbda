/** Random numbers from a seed: the same seed gives the same data on every machine. */
export interface Random {
  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number
  integer(from: number, to: number): number
  /** Log-normal around a median, like response times. */
  logNormal(median: number, sigma: number): number
  pick<T>(items: readonly T[]): T
  text(alphabet: string, length: number): string
}

export const LOWER_CASE_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'
export const HEX = '0123456789abcdef'

export function createRandom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0

  // mulberry32: small, fast, and good enough for data that only has to look real
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  }

  function integer(from: number, to: number): number {
    return from + Math.floor(next() * (to - from + 1))
  }

  return {
    next,
    integer,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    pick<T>(items: readonly T[]): T {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    text(alphabet, length) {
      let text = ''
      for (let i = 0; i < length; i++) text += alphabet.charAt(Math.floor(next() * alphabet.length))
      return text
    },
  }
}

/** A separate seed for a named part, so that its data does not change when another part's does. */
export function derivedSeed(seed: number, name: string): number {
  let hash = 2166136261 ^ seed
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619)
  return hash >>> 0
}
