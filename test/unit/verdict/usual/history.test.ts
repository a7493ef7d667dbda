import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../../../bench/verdict/random.ts'
import type { FigureRow } from '../../../../src/verdict/usual/figures.ts'
import { environmentOf } from '../../../../src/verdict/usual/history/environment.ts'
import { levelStarts } from '../../../../src/verdict/usual/history/levels.ts'
import { accidentsOf, worstAccident } from '../../../../src/verdict/usual/history/outliers.ts'
import { fitOf } from '../../../../src/verdict/usual/history/reference.ts'
import { drawnTogether, roughSpreads } from '../../../../src/verdict/usual/history/spread.ts'

const scratch = new Float64Array(50)
const starts = (x: number[], spread: number) => levelStarts(Float64Array.from(x), spread, scratch)
const fit = (x: number[], rough: number) => fitOf(Float64Array.from(x), rough, scratch)

describe('levels', () => {
  test('begin where the median changes permanently', () => {
    expect(starts([0, 0.01, 0, 0.01, 0.2, 0.21, 0.2], 0.01)).toEqual([0, 4])
    expect(starts([0, 0.01, 0, 0.3, 0.31, 0.3, 0.5, 0.51, 0.5], 0.01)).toEqual([0, 3, 6])
  })

  test('are not started by an outlier, by two runs, or by fewer than 5 runs', () => {
    expect(starts([0, 0.01, 0, 0.9, 0.01, 0, 0.01], 0.01)).toEqual([0])
    expect(starts([0, 0.01, 0, 0.01, 0, 0.2, 0.21], 0.01)).toEqual([0])
    expect(starts([0, 0.2, 0.21, 0.2], 0.01)).toEqual([0])
  })
})

describe('the reference', () => {
  test('is the current level, and remembers the one before', () => {
    const { reference } = fit([0, 0.01, 0, 0.01, 0.2, 0.21, 0.2], 0.01)
    expect(reference).toMatchObject({ start: 4, runs: 3 })
    expect(reference.x).toBeCloseTo(0.203, 2)
    expect(reference.former).toBeCloseTo(0.005, 2)
  })

  test('is hardly moved by an outlier, whose distance is still known', () => {
    const { reference, furthest, scatter } = fit([0, 0.01, -0.01, 0.9, 0.01, 0, -0.01, 0], 0.01)
    expect(Math.abs(reference.x)).toBeLessThan(0.005)
    expect(furthest).toBeGreaterThan(0.89)
    expect(scatter.squares).toBeLessThan(0.002)
  })

  test('is that of the newest runs if these are certainly above', () => {
    const { reference } = fit([0, 0.01, -0.01, 0.01, 0, -0.01, 0.3, 0.31], 0.01)
    expect(reference.x).toBeCloseTo(0.305, 3)
    expect(reference).toMatchObject({ runs: 2, start: 6 })
    expect(reference.level).toBeCloseTo(0, 1)
  })
})

describe('the environment', () => {
  const rows = (values: number[][]) =>
    values.map((x, index): FigureRow => ({
      label: `${index}`,
      count: 100,
      why: undefined,
      x: Float64Array.from(x),
      earlierSampling: 0,
      sampling: 0,
    }))

  test('is what most labels have in common, whatever single ones do', () => {
    const own = [1, 2, 3, 4, 5]
    const table = {
      earlier: 3,
      columns: 4,
      roundedTo: 0,
      field: 0.03,
      rows: rows(own.map((x, index) => [x, x + 0.1, x, x + 0.2 + (index === 2 ? 0.5 : 0)])),
    }
    const environment = environmentOf(table)!
    expect(environment[1]! - environment[0]!).toBeCloseTo(0.1, 12)
    expect(environment[3]! - environment[0]!).toBeCloseTo(0.2, 12)
  })

  test('is unknown with fewer than 5 labels, and for an earlier run that has fewer', () => {
    const five = [1, 2, 3, 4, 5].map((x) => [x, x === 1 ? Number.NaN : x, x])
    expect(
      environmentOf({ earlier: 2, columns: 3, roundedTo: 0, field: 0.03, rows: rows(five.slice(1)) }),
    ).toBeUndefined()
    expect(
      environmentOf({ earlier: 2, columns: 3, roundedTo: 0, field: 0.03, rows: rows(five) })![1],
    ).toBeNaN()
  })
})

describe('spreads', () => {
  const scatter = (spread: number, freedom: number, sampling = 0) => ({
    squares: freedom * spread ** 2,
    freedom,
    sampling,
  })
  const spreadOf = ({ variance }: { variance: number }) => Math.sqrt(variance)

  test('of similar labels are pooled, and known better than each by itself', () => {
    const random = randomFrom(4)
    const labels = Array.from({ length: 40 }, () => {
      const squares = random.normal() ** 2 + random.normal() ** 2
      return { squares: squares * 0.02 ** 2, freedom: 2, sampling: 0 }
    })
    const drawn = drawnTogether(labels)
    expect(Math.max(...drawn.map(spreadOf)) / Math.min(...drawn.map(spreadOf))).toBeLessThan(4)
    expect(drawn[0]!.freedom).toBeGreaterThan(5)
    const middle = drawn.map(spreadOf).sort((a, b) => a - b)[20]!
    expect(middle).toBeGreaterThan(0.014)
    expect(middle).toBeLessThan(0.028)
  })

  test('of few labels fall back to the field, which does not calm a noisy label', () => {
    expect(spreadOf(drawnTogether([scatter(0, 0)])[0]!)).toBeGreaterThan(0.02)
    expect(spreadOf(drawnTogether([scatter(0.01, 7)])[0]!)).toBeLessThan(0.015)
    expect(spreadOf(drawnTogether([scatter(0.1, 7)])[0]!)).toBeGreaterThan(0.1)
  })

  test('are never below 0.3 %, nor below a sampling error that the runs do not contradict', () => {
    const still = drawnTogether(Array.from({ length: 6 }, () => scatter(0, 7)))
    expect(spreadOf(still[0]!)).toBeGreaterThanOrEqual(0.003)
    const believed = drawnTogether(Array.from({ length: 6 }, () => scatter(0.02, 1, 0.03 ** 2)))
    expect(spreadOf(believed[0]!)).toBeGreaterThanOrEqual(0.03)
    const refuted = drawnTogether(Array.from({ length: 20 }, () => scatter(0.01, 7, 0.05 ** 2)))
    expect(spreadOf(refuted[0]!)).toBeLessThan(0.015)
  })

  test('are roughly known despite a step in the runs', () => {
    const x = Float64Array.from([0, 0.01, 0, 0.01, 0.3, 0.31, 0.3, 0.31])
    expect(roughSpreads([x], scratch)[0]).toBeLessThan(0.03)
  })
})

test('an outlier counts for calm labels, and for a noisy label in proportion', () => {
  const accidents = accidentsOf([0.01, 0.3].map((distance) => ({ distance, spread: 0.02 })))
  expect(accidents).toHaveLength(1)
  expect(worstAccident(accidents, 0.02)).toBeCloseTo(0.3, 12)
  expect(worstAccident([{ distance: 0.9, spread: 0.2 }], 0.02)).toBeCloseTo(0.27, 12)
  expect(worstAccident([], 0.02)).toBe(0)
})
