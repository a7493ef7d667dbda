import { describe, expect, test } from 'vitest'
import type { LabelTiming } from '../../../../src/measurements/model.ts'
import { changedLabels, figuresInWords } from '../../../../src/report/figures/changed-labels.ts'
import type { Presentation } from '../../../../src/report/presentation.ts'
import { bareData } from '../presentation-data.ts'

function timing(label: string, change: Partial<LabelTiming> = {}): LabelTiming {
  return {
    label,
    count: 5000,
    errors: 0,
    ratePerSecond: 5,
    meanMs: 200,
    deviationMs: 100,
    percentilesMs: [
      [50, 180],
      [95, 400],
      [99, 600],
    ],
    ...change,
  }
}

function compared(now: LabelTiming[], before: LabelTiming[]): Presentation {
  const of = (labels: LabelTiming[]) => ({
    schemaVersion: 1 as const,
    run: { provider: 'xtc', ids: ['1'] },
    subjects: { requests: { source: 'request-log' as const, labels } },
    warnings: [],
  })
  return { ...bareData(), measurements: of(now), baseline: of(before) }
}

const slower = (factor: number): Partial<LabelTiming> => ({
  meanMs: 200 * factor,
  deviationMs: 100 * factor,
  percentilesMs: [
    [50, 180 * factor],
    [95, 400 * factor],
    [99, 600 * factor],
  ],
})

describe('the labels that changed most', () => {
  test('are ranked by the change beyond chance and the usual difference of two runs', () => {
    const names = ['Same', 'Slower', 'Slowest', 'Faster', 'Noise']
    const changes = changedLabels(
      compared(
        [
          timing('Same', slower(1.04)),
          timing('Slower', slower(1.3)),
          timing('Slowest', slower(2)),
          timing('Faster', slower(0.6)),
          // Three times as slow, but with only eight requests.
          timing('Noise', { ...slower(3), count: 8 }),
        ],
        names.map((name) => timing(name, name === 'Noise' ? { count: 8 } : {})),
      ),
    )
    expect(changes?.changed.map(({ now }) => now.label)).toEqual(['Slowest', 'Faster', 'Slower'])
    expect(changes?.changed.map(({ figures }) => figures[0]?.change.tone)).toEqual([
      'worse',
      'better',
      'worse',
    ])
    expect(changes?.compared).toBe(5)
  })

  test('are compared by count, errors, throughput, mean and p95, most changed first', () => {
    const { changed } = changedLabels(
      compared(
        [
          timing('Errors', { errors: 150 }),
          timing('Rarer', { count: 1000, ratePerSecond: 1 }),
          timing('Shorter run', { count: 1000 }),
        ],
        [timing('Errors'), timing('Rarer'), timing('Shorter run')],
      ),
    )!
    const figures = Object.fromEntries(
      changed.map(({ now, figures: all }) => [now.label, all.map(({ id }) => id)]),
    )
    expect(figures).toEqual({ Errors: ['error-rate'], Rarer: ['rate'], 'Shorter run': ['count'] })
    expect(figuresInWords(changed.find(({ now }) => now.label === 'Errors')!.figures)).toBe(
      'Error rate 0% → 3% (▲ +3.00 pp)',
    )
  })

  test('include new and vanished labels, busiest first', () => {
    const changes = changedLabels(
      compared(
        [timing('Kept'), timing('Little', { count: 10 }), timing('Much')],
        [timing('Kept'), timing('Gone')],
      ),
    )
    expect(changes).toMatchObject({ changed: [], added: ['Much', 'Little'], vanished: ['Gone'], compared: 1 })
  })

  test('are absent without a baseline of the subject', () => {
    expect(changedLabels({ ...compared([timing('A')], []), baseline: undefined! })).toBeUndefined()
    expect(changedLabels(compared([], []))).toBeUndefined()
  })
})
