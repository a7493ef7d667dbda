/** Count, errors and spread of values. */
export class SpreadStatistics {
  count = 0
  errors = 0
  min = Infinity
  max = -Infinity
  #sum = 0
  #squares = 0

  add(value: number, failed = false): void {
    this.count++
    if (failed) this.errors++
    if (value < this.min) this.min = value
    if (value > this.max) this.max = value
    this.#sum += value
    this.#squares += value * value
  }

  get total(): number {
    return this.#sum
  }

  get mean(): number {
    return this.count === 0 ? 0 : this.#sum / this.count
  }

  get deviation(): number {
    if (this.count < 2) return 0
    return Math.sqrt(Math.max(0, this.#squares / this.count - this.mean ** 2))
  }
}

/** Exact percentiles as well, for values with few distinct numbers, such as whole milliseconds. */
export class TimerStatistics extends SpreadStatistics {
  #counts = new Map<number, number>()

  override add(value: number, failed = false): void {
    super.add(value, failed)
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1)
  }

  /** XLT's rule: if n·p is a whole number, the mean of two neighbors, otherwise the next higher value. */
  percentiles(shares: readonly number[]): number[] {
    const values = [...this.#counts.keys()].sort((a, b) => a - b)
    return shares.map((share) => this.#percentile(values, share))
  }

  #percentile(values: number[], share: number): number {
    if (this.count === 0) return 0
    const rank = (this.count * share) / 100
    const isWhole = Math.abs(rank - Math.round(rank)) < 1e-9
    if (!isWhole) return this.#ranked(values, Math.ceil(rank))
    const whole = Math.round(rank)
    return (this.#ranked(values, whole) + this.#ranked(values, whole + 1)) / 2
  }

  #ranked(values: number[], rank: number): number {
    let seen = 0
    for (const value of values) {
      seen += this.#counts.get(value) ?? 0
      if (seen >= rank) return value
    }
    return values.at(-1) ?? 0
  }
}

/** Statistics by name, created when a name first appears. */
export class NamedStatistics<S extends SpreadStatistics> {
  readonly byName = new Map<string, S>()
  readonly all: S
  #create: () => S

  constructor(create: () => S) {
    this.#create = create
    this.all = create()
  }

  add(name: string, value: number, failed = false): void {
    let statistics = this.byName.get(name)
    if (statistics === undefined) {
      statistics = this.#create()
      this.byName.set(name, statistics)
    }
    statistics.add(value, failed)
    this.all.add(value, failed)
  }
}

export type NamedTimers = NamedStatistics<TimerStatistics>

export function namedTimers(): NamedTimers {
  return new NamedStatistics(() => new TimerStatistics())
}
