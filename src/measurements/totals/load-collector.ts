import type { VectorMemory } from '../lines/vector-memory.ts'
import type { LoadOverTime } from '../model.ts'
import { shownInterval } from './nice-intervals.ts'
import { TimeSums } from './time-sums.ts'

const MAX_INTERVALS = 120
/** If there are more load generators, only this many are followed over time. */
const MOST_AGENTS = 200

/** The load of one run or execution over time: its virtual users, and the CPU of its load generators. */
export class LoadCollector {
  readonly users = new TimeSums()
  readonly agents = new Map<string, TimeSums>()
  firstMs = Infinity
  lastMs = -Infinity

  /** Adds a virtual user that was active from `startMs` to `endMs`. */
  addUser(startMs: number, endMs: number): void {
    if (startMs < this.firstMs) this.firstMs = startMs
    if (endMs > this.lastMs) this.lastMs = endMs
    this.users.addSpan(startMs, endMs)
  }

  /** Collects the CPU of one load generator, in percent; undefined if there are too many. */
  cpuOf(agent: string, memory?: VectorMemory): TimeSums | undefined {
    const known = this.agents.get(agent)
    if (known !== undefined || this.agents.size >= MOST_AGENTS) return known
    const sums = new TimeSums(memory)
    this.agents.set(agent, sums)
    return sums
  }
}

/** The load of all executions together, in at most 120 intervals; undefined if nothing is known about it. */
export function loadOverTime(loads: readonly LoadCollector[]): LoadOverTime | undefined {
  const agents = loads.flatMap((load) => [...load.agents.values()])
  const all = [...loads.map(({ users }) => users), ...agents].flatMap((sums) =>
    [...sums.intervals()].map(([startMs]) => ({ startMs, intervalMs: sums.intervalMs })),
  )
  if (all.length === 0) return undefined
  const collectedMs = Math.max(...all.map(({ intervalMs }) => intervalMs))
  const times = all.map(({ startMs }) => startMs)
  const [fromMs, toMs] = [Math.min(...times), Math.max(...times)]
  const intervalMs = shownInterval(collectedMs, fromMs, toMs, MAX_INTERVALS)
  const startMs = Math.floor(fromMs / intervalMs) * intervalMs
  const length = Math.floor((toMs - startMs) / intervalMs) + 1
  const shown = { startMs, intervalMs, length }
  const users = usersOf(loads, shown)
  const cpu = agents.map((sums) => meansOf(sums, shown))
  return {
    startMs,
    intervalMs,
    ...(users.some((value) => value !== null) && { users }),
    ...(cpu.length > 0 && {
      cpuMeanPercent: Array.from({ length }, (_, at) => meanOf(valuesAt(cpu, at))),
      cpuMaxPercent: Array.from({ length }, (_, at) => maxOf(valuesAt(cpu, at))),
    }),
  }
}

interface Shown {
  startMs: number
  intervalMs: number
  length: number
}

/**
 * The average number of virtual users. Only the part of an interval during which the run was active counts.
 */
function usersOf(loads: readonly LoadCollector[], shown: Shown): (number | null)[] {
  const firstMs = Math.min(...loads.map((load) => load.firstMs))
  const lastMs = Math.max(...loads.map((load) => load.lastMs))
  const busyMs = new Float64Array(shown.length)
  for (const { users } of loads)
    for (const [atMs, sum] of users.intervals()) busyMs[placeOf(atMs, shown)]! += sum
  return Array.from(busyMs, (sum, at) => {
    const fromMs = Math.max(firstMs, shown.startMs + at * shown.intervalMs)
    const toMs = Math.min(lastMs, shown.startMs + (at + 1) * shown.intervalMs)
    return toMs > fromMs ? sum / (toMs - fromMs) : null
  })
}

function meansOf(sums: TimeSums, shown: Shown): (number | null)[] {
  const totals = new Float64Array(shown.length)
  const counts = new Float64Array(shown.length)
  for (const [atMs, sum, count] of sums.intervals()) {
    totals[placeOf(atMs, shown)]! += sum
    counts[placeOf(atMs, shown)]! += count
  }
  return Array.from(totals, (total, at) => (counts[at]! > 0 ? total / counts[at]! : null))
}

function placeOf(atMs: number, { startMs, intervalMs }: Shown): number {
  return Math.floor((atMs - startMs) / intervalMs)
}

function valuesAt(rows: readonly (number | null)[][], at: number): number[] {
  return rows.flatMap((row) => row[at] ?? [])
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

function maxOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values)
}
