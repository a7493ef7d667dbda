import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeUsual } from '../../../../src/verdict/usual/judge-usual.ts'
import type {
  Comparison,
  ComparisonVerdict,
  LabelVerdict,
  RunFigures,
} from '../../../../src/verdict/usual/model.ts'
import { label, QUIET, run, runsOf, SLOWER } from './runs.ts'

function judge(history: RunFigures[], runs: RunFigures[], comparison = SLOWER): ComparisonVerdict {
  return judgeUsual({ history, runs, comparisons: [comparison] }).comparisons[0]!
}

/** Statements that no verdict may make. */
function faultsOf({ status, suspect, labels }: ComparisonVerdict, nothingToCompare: boolean): string[] {
  const faults = labels.flatMap(({ word, facts }) => [
    word !== 'not-judged' && !facts ? `${word} without facts` : '',
    facts && !(facts.p >= 0 && facts.p <= 1) ? `p is ${facts.p}` : '',
  ])
  if (nothingToCompare && status !== 'inconclusive') faults.push(`${status} with nothing to compare`)
  if (suspect && status !== 'inconclusive') faults.push(`suspect and ${status}`)
  return faults.filter((fault) => fault !== '')
}

const named = ({ labels }: ComparisonVerdict, name: string): LabelVerdict =>
  labels.find((verdict) => verdict.label === name)!

describe('one label', () => {
  test('as usual is fine, with the numbers that show why', () => {
    const verdict = judge(runsOf(...QUIET), runsOf(402))
    expect(verdict).toMatchObject({
      status: 'passed',
      suspect: false,
      judgedShare: 1,
      runs: 1,
      earlierRuns: 8,
    })
    const { word, facts } = verdict.labels[0]!
    expect(word).toBe('fine')
    expect(facts!.value).toBeCloseTo(402, 6)
    expect(facts!.usual).toBeCloseTo(400.7, 0)
    expect(facts!.change).toBeCloseTo(402 / facts!.usual! - 1, 9)
    expect(facts!.interval.low).toBeLessThan(facts!.change)
    expect(facts!.interval.high).toBeGreaterThan(facts!.change)
    expect(facts!.band!.low).toBeLessThan(394)
    expect(facts!.band!.high).toBeGreaterThan(407)
    expect(facts).toMatchObject({ runs: 1, earlierRuns: 8, levelStart: 0 })
  })

  test('that is 20 % slower fails after one run', () => {
    const verdict = judge(runsOf(...QUIET), runsOf(481))
    expect(verdict.status).toBe('failed')
    expect(verdict.labels[0]).toMatchObject({ word: 'regression' })
    expect(verdict.words.regression).toBe(1)
  })

  test('that is slower than the limit, but possibly by chance, is suspicious until another run confirms it', () => {
    const noisy = QUIET.map((p95, index) => p95 * (1 + 0.015 * Math.cos(index)))
    const first = judge(runsOf(...noisy), runsOf(428))
    expect(first).toMatchObject({ status: 'inconclusive', suspect: true })
    expect(first.settledBy.moreRuns).toBeGreaterThanOrEqual(1)
    const confirmed = judge(runsOf(...noisy), runsOf(428, 435))
    expect(confirmed).toMatchObject({ status: 'failed', suspect: false, runs: 2 })
    const relieved = judge(runsOf(...noisy), runsOf(428, 400))
    expect(relieved.status).not.toBe('failed')
  })

  test('does not fail if only one of two runs is slow, however slow', () => {
    expect(judge(runsOf(...QUIET), runsOf(700, 401)).status).toBe('inconclusive')
  })

  test('that is faster is fine', () => {
    expect(judge(runsOf(...QUIET), runsOf(300))).toMatchObject({ status: 'passed' })
  })

  test('of which more is better is judged the other way around', () => {
    const rate: Comparison = { ...SLOWER, worse: 'lower' }
    const slower = judge(runsOf(...QUIET), runsOf(320), rate)
    expect(slower.status).toBe('failed')
    expect(slower.labels[0]!.facts!.change).toBeCloseTo(-0.2, 2)
    expect(slower.labels[0]!.facts!.interval.low).toBeLessThan(slower.labels[0]!.facts!.interval.high)
    expect(judge(runsOf(...QUIET), runsOf(480), rate).status).toBe('passed')
  })

  test('with one earlier run fails only if it is far slower', () => {
    expect(judge(runsOf(400.3), runsOf(440))).toMatchObject({ status: 'inconclusive' })
    expect(judge(runsOf(400.3), runsOf(4000.7)).status).not.toBe('passed')
  })

  test('without earlier runs is new, and nothing is stated', () => {
    const verdict = judge([], runsOf(400))
    expect(verdict).toMatchObject({ status: 'inconclusive', earlierRuns: 0, judgedShare: 0, settledBy: {} })
    expect(verdict.labels[0]).toEqual({ label: 'Cart', word: 'not-judged', why: 'new' })
  })

  test('says what it would find, and that another run would find less', () => {
    const noisy = QUIET.map((p95) => 400.3 + 3 * (p95 - 400.3))
    const { findable } = judge(runsOf(...noisy), runsOf(402))
    expect(findable!.now).toBeGreaterThan(0.1)
    expect(findable!.now).toBeLessThan(0.3)
    expect(findable!.withOneMore).toBeLessThan(findable!.now)
  })
})

describe('the usual', () => {
  test('is the level of the newest runs: an accepted slow-down is not reported again', () => {
    const history = runsOf(...QUIET.slice(0, 5), ...QUIET.slice(0, 4).map((p95) => p95 * 1.2))
    const verdict = judge(history, runsOf(484))
    expect(verdict.status).toBe('passed')
    expect(verdict.labels[0]!.facts).toMatchObject({ levelStart: 5, earlierRuns: 4 })
    expect(verdict.labels[0]!.facts!.formerUsual).toBeCloseTo(400, -1)
  })

  test('is uncertain if only the last run shows a step: neither failed nor passed', () => {
    const history = runsOf(...QUIET, 481)
    expect(judge(history, runsOf(484))).toMatchObject({ status: 'inconclusive' })
    expect(judge(history, runsOf(402)).status).toBe('passed')
  })

  test('counts the newest 12 runs, with indexes into all given runs', () => {
    const history = runsOf(...Array.from({ length: 9 }, () => 100.3), ...QUIET, ...QUIET.slice(0, 4))
    const verdict = judge(history, runsOf(402))
    expect(verdict.earlierRuns).toBe(12)
    expect(verdict.labels[0]!.facts).toMatchObject({ levelStart: 9, earlierRuns: 12 })
  })

  test('counts no run twice, nor a run that is itself judged', () => {
    const history = QUIET.map((p95, index) => run([label('Cart', p95)], `run ${index}`))
    const ours = run([label('Cart', 402)], 'ours')
    const verdict = judge([history[3]!, ...history, ours], [ours])
    expect(verdict).toMatchObject({ runs: 1, earlierRuns: 8 })
    // Its index in the given runs, where the first run appears twice.
    expect(verdict.labels[0]!.facts!.levelStart).toBe(1)
  })

  test('is robust against one odd run: a single run must be further out than that', () => {
    const odd = [...QUIET.slice(0, 4), 560, ...QUIET.slice(4)]
    expect(judge(runsOf(...odd), runsOf(500))).toMatchObject({ status: 'inconclusive', suspect: true })
    expect(judge(runsOf(...odd), runsOf(500, 502)).status).toBe('failed')
  })
})

describe('several labels', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F']
  const wobble = (index: number, at: number) => 1 + 0.01 * Math.sin(7 * index + 3 * at)
  const shared = [1, 1.03, 0.97, 1.01, 0.98, 1.02, 0.99, 1]
  const history = shared.map((all, at) =>
    run(names.map((name, index) => label(name, 100.3 * (index + 1) * all * wobble(index, at)))),
  )
  const now = (factors: Partial<Record<string, number>>, all = 1) =>
    run(
      names.map((name, index) =>
        label(name, 100.3 * (index + 1) * all * wobble(index, 9) * (factors[name] ?? 1)),
      ),
    )

  test('have their environment removed, so that one slow label shows in a noisy one', () => {
    const verdict = judge(history, [now({ C: 1.15 }), now({ C: 1.15 }, 1.02)])
    expect(verdict.status).toBe('failed')
    expect(verdict.words).toMatchObject({ regression: 1, fine: 5 })
    expect(named(verdict, 'C').facts!.change).toBeCloseTo(0.15, 1)
    expect(verdict.environment!.facts!.value).toBeUndefined()
  })

  test('fail together if everything got slower', () => {
    const verdict = judge(history, [now({}, 1.3), now({}, 1.31)])
    expect(verdict.status).toBe('failed')
    expect(verdict.environment).toMatchObject({ word: 'regression' })
    expect(verdict.words.regression).toBe(0)
  })

  test('fail together in whole milliseconds too: a figure of 300 ms has a smaller rounding error', () => {
    const whole = (all: number, at: number) =>
      run(
        names.map((name, index) => label(name, Math.round(100 * (index + 1) * all * wobble(index, at)))),
        `run ${at}`,
      )
    const earlier = [1, 1.005, 0.995, 1.002, 0.998, 1.004, 0.996, 1].map(whole)
    const slower = judge(earlier, [whole(1.12, 9)])
    expect(slower.environment).toMatchObject({ word: 'regression' })
    const { low, high } = slower.environment!.facts!.interval
    expect(high - low).toBeLessThan(0.1)
    expect(judge(earlier, [whole(1, 9)])).toMatchObject({ status: 'passed', environment: { word: 'fine' } })
  })

  test('are named if they are new, gone, or have too few requests', () => {
    const last = run([
      ...names.slice(1).map((name) => label(name, 200.5)),
      label('Gone', 90),
      label('Rare', 9, { count: 5 }),
    ])
    const ours = run([
      ...names.slice(0, 5).map((name) => label(name, 200.5)),
      label('New', 50),
      label('F', 70, { count: 19 }),
    ])
    const verdict = judge([...history, last], [ours])
    expect(verdict.vanished).toEqual(['Gone'])
    expect(named(verdict, 'New')).toEqual({ label: 'New', word: 'not-judged', why: 'new' })
    expect(named(verdict, 'F')).toEqual({ label: 'F', word: 'not-judged', why: 'few-requests' })
    expect(verdict.labels.map(({ label: name }) => name)).toEqual(['A', 'B', 'C', 'D', 'E', 'New', 'F'])
  })

  test('can be selected, also with more requests required', () => {
    expect(judge(history, [now({})], { ...SLOWER, labels: ['B', 'X', 'B'] }).labels).toHaveLength(1)
    const verdict = judge(history, [now({})], { ...SLOWER, minRequests: 5000 })
    expect(verdict).toMatchObject({ status: 'inconclusive', judgedShare: 0 })
  })

  test('share one error budget with all comparisons of the step', () => {
    const comparisons = Array.from({ length: 10 }, () => SLOWER)
    const noisy = history.map((_, at) =>
      run(names.map((name, index) => label(name, 100.3 * wobble(index, at) ** 5))),
    )
    const one = judgeUsual({ history: noisy, runs: [noisy[0]!], comparisons: [SLOWER] })
    const ten = judgeUsual({ history: noisy, runs: [noisy[0]!], comparisons })
    expect(one.compared).toBe(7)
    expect(ten.compared).toBe(70)
    expect(ten.comparisons[0]!.findable!.now).toBeGreaterThan(one.comparisons[0]!.findable!.now)
  })
})

test('a total is compared as if it were one label', () => {
  const withTotal = (p95: number): RunFigures => ({
    subjects: new Map([['requests', { total: label('', p95), labels: [label('Cart', 5)] }]]),
  })
  const verdict = judge(QUIET.map(withTotal), [withTotal(481)], { ...SLOWER, labels: 'total' })
  expect(verdict.status).toBe('failed')
  expect(verdict.labels).toHaveLength(1)
  expect(verdict.vanished).toEqual([])
})

describe('whole milliseconds', () => {
  test('do not make a step of one millisecond a slow-down', () => {
    expect(judge(runsOf(12, 12, 12, 12, 12, 12, 12, 12), runsOf(13)).status).not.toBe('failed')
    expect(judge(runsOf(12, 12, 12, 12, 12, 12, 12, 12), runsOf(13, 13)).status).not.toBe('failed')
    expect(judge(runsOf(12, 12, 12, 12, 12, 12, 12, 12), runsOf(16, 16)).status).toBe('failed')
  })

  test('may be 0, which has no logarithm', () => {
    const verdict = judge(runsOf(0, 0, 1, 0, 1, 0, 0, 1), runsOf(1))
    expect(verdict.status).toBe('inconclusive')
    expect(judge(runsOf(0, 0, 0, 0, 0, 0), runsOf(40, 41)).status).not.toBe('passed')
  })

  test('that never change are usual, with a band', () => {
    const verdict = judge(runsOf(500, 500, 500, 500, 500, 500), runsOf(500))
    expect(verdict.status).toBe('passed')
    expect(verdict.labels[0]!.facts!.band!.high).toBeGreaterThan(500)
  })
})

test('a run with few requests gets the error that few requests have', () => {
  const history = QUIET.map((p95) => run([label('Cart', p95, { variance: 0.0001 })]))
  expect(judge(history, [run([label('Cart', 460, { variance: 0.0001 })])]).status).toBe('failed')
  expect(judge(history, [run([label('Cart', 460, { variance: 0.01 })])]).status).toBe('inconclusive')
})

describe('invalid limits and numbers', () => {
  test.each([Number.NaN, -0.1, Infinity])('a limit of %d judges nothing', (ratio) => {
    const verdict = judge(runsOf(...QUIET), runsOf(900), { ...SLOWER, limit: { ratio } })
    expect(verdict).toMatchObject({ status: 'inconclusive', suspect: false })
    expect(verdict.labels).toEqual([{ label: 'Cart', word: 'not-judged', why: 'no-limit' }])
  })

  test('`usual` alone allows 3 %', () => {
    const verdict = judge(runsOf(...QUIET), runsOf(481), { ...SLOWER, limit: { ratio: 0 } })
    expect(verdict.status).toBe('failed')
  })

  test.each([Number.NaN, Infinity, -5])('a figure of %d is not judged', (value) => {
    const verdict = judge(runsOf(...QUIET), runsOf(value))
    expect(verdict.labels).toEqual([{ label: 'Cart', word: 'not-judged', why: 'no-figure' }])
    expect(judge([...runsOf(...QUIET), ...runsOf(value)], runsOf(402))).toMatchObject({ status: 'passed' })
  })

  const anyNumber = fc.oneof(
    fc.double(),
    fc.constantFrom(0, -0, 1, 20, 1e-320, 1e308, Number.NaN, Infinity, -Infinity),
    fc.integer({ min: -5, max: 3000 }),
  )
  const anyLabel = fc.record({
    label: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '', '__proto__', 'constructor'),
    count: fc.oneof(anyNumber, fc.integer({ min: 15, max: 5000 })),
    errors: fc.oneof(anyNumber, fc.integer({ min: 0, max: 50 })),
    figures: fc
      .record({ value: anyNumber, samplingVariance: anyNumber }, { requiredKeys: ['value'] })
      .map((figure) => new Map([['p95', figure]])),
  })
  const anyRun = fc.array(anyLabel, { maxLength: 9 }).map((labels) => run(labels))
  const anyComparison = fc.record({
    name: fc.constant('any'),
    subject: fc.constantFrom('requests', 'nothing'),
    labels: fc.constantFrom('all' as const, 'total' as const, ['a', 'b']),
    figure: fc.constantFrom('p95', 'p50'),
    kind: fc.constantFrom('figure' as const, 'error-share' as const),
    worse: fc.constantFrom('higher' as const, 'lower' as const),
    limit: fc.oneof(
      anyNumber.map((ratio) => ({ ratio })),
      anyNumber.map((points) => ({ points })),
    ),
    minRequests: anyNumber,
  })

  test('never throws, and never passes or fails without evidence, whatever the numbers are', () => {
    fc.assert(
      fc.property(
        fc.array(anyRun, { maxLength: 14 }),
        fc.array(anyRun, { maxLength: 4 }),
        fc.array(anyComparison, { maxLength: 3 }),
        (history, runs, comparisons) => {
          const question = { history, runs, comparisons }
          const verdict = judgeUsual(question)
          expect(judgeUsual(question)).toEqual(verdict)
          expect(verdict.comparisons).toHaveLength(comparisons.length)
          expect(
            verdict.comparisons.flatMap((one) => faultsOf(one, history.length * runs.length === 0)),
          ).toEqual([])
        },
      ),
      { numRuns: 400, seed: 1 },
    )
  })

  test('a slower run never gets a better verdict', () => {
    const order = ['fine', 'not-judged', 'undecided', 'suspect', 'regression']
    const values = fc.array(fc.double({ min: 90, max: 110, noNaN: true }), { minLength: 5, maxLength: 10 })
    fc.assert(
      fc.property(values, fc.double({ min: 80, max: 200, noNaN: true }), (history, p95) => {
        const words = [p95, p95 * 1.1].map(
          (now) => judge(runsOf(...history), runsOf(now + 0.01)).labels[0]!.word,
        )
        expect(order.indexOf(words[1]!)).toBeGreaterThanOrEqual(order.indexOf(words[0]!))
      }),
      { numRuns: 300, seed: 2 },
    )
  })
})
