import * as z from 'zod/mini'

import type { Series } from '../model.ts'
import { MAX_INTERVALS } from '../totals/series-figures.ts'

/** XLT writes at most twice as many as a chart is wide, 900 pixels by default. */
const MAX_ROWS = 5000
/** The greatest number that XLT can write, a Java `int`. */
const MAX_VALUE = 2 ** 31
/** A series that lacks more of the requests would show the rounding rather than the run. */
const MOST_LOST = 0.2

type Row = [timeMs: number, meanMs: number, minMs: number, maxMs: number, perSecond: number]

/** The schema of the chart data of one label: one row per slot with requests. */
export function chartSchema() {
  const amount = z.number().check(z.minimum(0), z.maximum(MAX_VALUE))
  const time = z.int().check(z.minimum(Date.UTC(2000)), z.maximum(Date.UTC(2100)))
  const row = z.tuple([time, amount, amount, amount, amount])
  const isAscending = (rows: Row[]) =>
    rows.every(([timeMs], at) => at === 0 || timeMs > (rows[at - 1]?.[0] ?? 0))
  // The length is checked before each row is.
  return z.pipe(
    z.array(z.unknown()).check(z.minLength(1), z.maxLength(MAX_ROWS)),
    z.array(row).check(z.refine(isAscending)),
  )
}

/**
 * The series of a label with `count` requests, in at most 120 intervals from the first row on. XLT writes
 * means and requests per second as whole numbers, rounded down: with slots of one second the counts are
 * exact, and for longer slots what is missing of `count` is spread evenly. Undefined if the rows and `count`
 * do not fit together, or if too much is missing.
 */
export function seriesOfChart(rows: readonly Row[], count: number): Series | undefined {
  const [first, last] = [rows[0]?.[0], rows.at(-1)?.[0]]
  const slotSeconds = slotSecondsOf(rows, count)
  if (first === undefined || last === undefined || slotSeconds === undefined) return undefined
  const slotMs = slotSeconds * 1000
  const slots = Math.floor((last - first) / slotMs) + 1
  const intervalMs = slotMs * Math.ceil(slots / MAX_INTERVALS)
  const length = Math.floor((last - first) / intervalMs) + 1
  const counts = new Float64Array(length)
  const sumsMs = new Float64Array(length)
  const countOf = countsOf(rows, count, slotSeconds)
  for (const row of rows) {
    const interval = Math.floor((row[0] - first) / intervalMs)
    counts[interval]! += countOf(row)
    sumsMs[interval]! += countOf(row) * row[1]
  }
  return {
    startMs: first,
    intervalMs,
    count: wholeNumbers(counts),
    meanMs: [...sumsMs].map((sumMs, at) => (counts[at]! > 0 ? sumMs / counts[at]! : null)),
  }
}

/**
 * XLT's slots have 1, 2, 4, … seconds, and slots without requests have no row, so the distances between rows
 * are multiples of a slot. The longest slot with which there are not too many requests is the right one.
 */
function slotSecondsOf(rows: readonly Row[], count: number): number | undefined {
  const distance = rows.reduce((divisor, [timeMs]) => gcd(timeMs - (rows[0]?.[0] ?? 0), divisor), 0)
  const rate = ratesOf(rows)
  // The first and the last slot may be shorter than the others, so their rates may count too much.
  const ends = (rows[0]?.[4] ?? 0) + (rows.at(-1)?.[4] ?? 0)
  let found: number | undefined
  for (let seconds = 1; seconds === 1 || distance % (seconds * 1000) === 0; seconds *= 2) {
    if (distance > 0 ? seconds * 1000 > distance : seconds > 1) break
    const lost = count - rate * seconds
    if (lost === 0) return seconds
    const isEnough = lost <= count * MOST_LOST && lost <= rows.length * seconds
    if (isEnough && lost >= (seconds === 1 ? 0 : -ends * seconds)) found = seconds
  }
  return found
}

/** The number of requests of a row, so that all together are `count`. */
function countsOf(rows: readonly Row[], count: number, slotSeconds: number): (row: Row) => number {
  const rate = ratesOf(rows)
  const lost = count - rate * slotSeconds
  return lost >= 0
    ? ([, , , , perSecond]) => perSecond * slotSeconds + lost / rows.length
    : ([, , , , perSecond]) => (perSecond * count) / rate
}

function ratesOf(rows: readonly Row[]): number {
  return rows.reduce((sum, [, , , , perSecond]) => sum + perSecond, 0)
}

/** Rounded so that their sum stays the same. */
function wholeNumbers(values: Float64Array): number[] {
  let [sum, given] = [0, 0]
  return [...values].map((value) => {
    sum += value
    const whole = Math.round(sum) - given
    given += whole
    return whole
  })
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
