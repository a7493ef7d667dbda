import { describe, expect, test } from 'vitest'
import type { Measurements } from '../../../../src/measurements/model.ts'
import { FIGURE_MEASURES } from '../../../../src/report/figures/key-figures.ts'
import { runFiguresOf } from '../../../../src/verdict/against-usual/run-figures.ts'
import {
  judgedChanges,
  type JudgedChanges,
} from '../../../../src/verdict/against-usual/trends/judged-changes.ts'
import { withTrends } from '../../../../src/verdict/against-usual/trends/run-trends.ts'
import { readPercentile } from '../run-data.ts'
import { labelName, playedHistory, playedRun, type PlayedRun } from './played-runs.ts'

const WANTED = withTrends(new Map(), [], 'requests')
const figures = (run: Measurements) => runFiguresOf(run, WANTED, readPercentile)

function judged(run: Omit<PlayedRun, 'run'>, runs = 8, usual: Partial<PlayedRun> = {}): JudgedChanges {
  const history = playedHistory(runs, { ...run, slower: {}, ...usual })
  return judgedChanges(figures(playedRun({ run: 100, ...run })), history.map(figures))
}

const wordsOf = (changes: JudgedChanges, label: number): Record<string, string> =>
  Object.fromEntries(changes.get('requests')?.labels.get(labelName(label)) ?? [])

/** The labels with other words than `usual`. */
const unusual = (changes: JudgedChanges): string[] =>
  [...(changes.get('requests')?.labels ?? [])].flatMap(([label, words]) =>
    [...words.values()].some((word) => word !== 'usual') ? [label] : [],
  )

const USUAL = { rate: 'usual', 'error-rate': 'usual', mean: 'usual', p95: 'usual' }

describe('the figures of a run, against earlier runs', () => {
  test('are higher or lower only beyond chance, in either direction', () => {
    const changes = judged({ labels: 10, slower: { 3: 0.4, 4: -0.3 } })
    expect(wordsOf(changes, 3)).toEqual({ ...USUAL, rate: 'lower', mean: 'higher', p95: 'higher' })
    expect(wordsOf(changes, 4)).toEqual({ ...USUAL, rate: 'higher', mean: 'lower', p95: 'lower' })
    expect(unusual(changes)).toEqual([labelName(3), labelName(4)])
  })

  test('are usual if the runs differ as much', () => {
    expect(wordsOf(judged({ labels: 10, slower: { 3: 0.15 } }), 3)).toMatchObject({ p95: 'higher' })
    const noisy = judged({ labels: 10, slower: { 3: 0.15 }, spread: 0.15 })
    expect(unusual(noisy)).toEqual([])
    expect(wordsOf(noisy, 3)).toEqual(USUAL)
  })

  test('are higher for every label, and in total, if all labels are slower together', () => {
    const all = Object.fromEntries(Array.from({ length: 10 }, (_, label) => [label, 0.3]))
    const changes = judged({ labels: 10, slower: all })
    expect(unusual(changes)).toHaveLength(10)
    expect(wordsOf(changes, 7)).toMatchObject({ p95: 'higher', mean: 'higher', rate: 'lower' })
    expect(Object.fromEntries(changes.get('requests')!.total)).toMatchObject({ p95: 'higher', p50: 'higher' })
  })

  test('have more errors, fewer, or as many', () => {
    const errors = (now: number) => wordsOf(judged({ labels: 3, errors: now }, 8, { errors: 100 }), 1)
    expect([300, 105, 70, 10, 0].map((now) => errors(now)['error-rate'])).toEqual([
      'higher',
      'usual',
      'usual',
      'lower',
      'lower',
    ])
    const few = judged({ labels: 3, errors: 0 }, 8, { errors: 2 })
    expect(wordsOf(few, 1)['error-rate']).toBe('usual')
  })

  test('are not judged by fewer than three earlier runs, nor by copies of this one', () => {
    const run = { labels: 5, slower: { 1: 2 } }
    expect(judged(run, 2).size).toBe(0)
    expect(judged(run, 3).size).toBe(1)
    const same = figures(playedRun({ run: 1, ...run }))
    expect(judgedChanges(same, [same, same, same]).size).toBe(0)
  })

  test('are absent for new labels and those with few requests', () => {
    const runs = playedHistory(8, { labels: 5, count: 5000 }).map(figures)
    const changes = judgedChanges(figures(playedRun({ run: 100, labels: 6 })), runs)
    expect(wordsOf(changes, 5)).toEqual({})
    expect(wordsOf(changes, 4)).toEqual(USUAL)
    expect(judged({ labels: 3, count: 10, errors: 1 }).get('requests')?.labels.size).toBe(0)
  })

  test('are those of up to 1,000 labels, and otherwise of the total only', () => {
    const of = (labels: number) => judged({ labels, slower: { 3: 1 } }, 3).get('requests')!
    expect(of(1000).labels.size).toBe(1000)
    const more = of(1001)
    expect(more.labels.size).toBe(0)
    expect(more.total.size).toBeGreaterThan(3)
  })

  test('have the names by which reports look for them', () => {
    const names = FIGURE_MEASURES.map(({ id }) => id as string)
    const { total, labels } = judged({ labels: 2 }).get('requests')!
    const used = [...total.keys(), ...[...labels.values()].flatMap((words) => [...words.keys()])]
    expect(used.filter((name) => !names.includes(name))).toEqual([])
  })
})
