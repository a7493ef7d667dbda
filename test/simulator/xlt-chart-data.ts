/** XLT's charts are 900 pixels wide and have at most twice as many slots. */
const MOST_SLOTS = 1800

interface Slot {
  /** How many seconds it covers. */
  seconds: number
  count: number
  sumMs: number
  minMs: number
  maxMs: number
}

const EMPTY: Slot = { seconds: 0, count: 0, sumMs: 0, minMs: Infinity, maxMs: 0 }

/** What XLT 9.2 and later write beside a chart: `[[timeMs, mean, min, max, count per second], …]`. */
export class ChartData {
  readonly #slots = new Map<number, Slot>()
  #firstMs = Infinity

  /** Adds a request that ended at `endMs`: charts show when something ended. */
  add(endMs: number, runMs: number): void {
    const second = Math.floor(endMs / 1000)
    const one = { seconds: 0, count: 1, sumMs: runMs, minMs: runMs, maxMs: runMs }
    this.#slots.set(second, joined(this.#slots.get(second) ?? EMPTY, one))
    this.#firstMs = Math.min(this.#firstMs, endMs)
  }

  json(): string {
    const seconds = [...this.#slots.keys()]
    const [first, last] = [Math.min(...seconds), Math.max(...seconds)]
    let scale = 1
    while (Math.floor(last / scale) - Math.floor(first / scale) >= MOST_SLOTS) scale *= 2
    const slots = new Map<number, Slot>()
    // Seconds without requests count too, between the first and the last one.
    for (let second = first; second <= last; second++) {
      const slot = Math.floor(second / scale)
      const one = { ...(this.#slots.get(second) ?? EMPTY), seconds: 1 }
      slots.set(slot, joined(slots.get(slot) ?? EMPTY, one))
    }
    const rows = [...slots].filter(([, { count }]) => count > 0)
    return JSON.stringify(
      rows.map(([slot, { seconds: length, count, sumMs, minMs, maxMs }]) => {
        const timeMs = this.#firstMs + (slot - Math.floor(first / scale)) * scale * 1000
        const toSecond = Math.floor(timeMs / 1000) * 1000
        return [toSecond, Math.floor(sumMs / count), minMs, maxMs, Math.floor(count / length)]
      }),
    )
  }
}

/** The name of a chart's file: XLT replaces characters that not every file system allows. */
export function chartFileName(label: string): string {
  const illegal = '/\\<>|*?:";,%#$'
  return Array.from(label, (character) =>
    illegal.includes(character) ? `$${character.charCodeAt(0).toString(16)}` : character,
  ).join('')
}

function joined(a: Slot, b: Slot): Slot {
  return {
    seconds: a.seconds + b.seconds,
    count: a.count + b.count,
    sumMs: a.sumMs + b.sumMs,
    minMs: Math.min(a.minMs, b.minMs),
    maxMs: Math.max(a.maxMs, b.maxMs),
  }
}
