import { describe, expect, test } from 'vitest'
import { figuresSoFar } from '../../../../../src/providers/errthquake/executions/so-far.ts'

describe('the figures of a metrics document', () => {
  test('begin with those that show whether the test works', () => {
    const document = { 'test-id': 'a', cpu: 5, 'p95-ms': 480, errors: 12, rate: 7.5, requests: 4210 }
    expect(figuresSoFar(document)).toEqual([
      ['requests', 4210],
      ['errors', 12],
      ['rate', 7.5],
      ['p95-ms', 480],
    ])
  })

  test('include sums of counts that only the parts have, and no other sums', () => {
    const commands = { a: { requests: 3, errors: 1, mean: 7 }, b: { requests: 4, errors: 2, mean: 9 } }
    expect(figuresSoFar({ commands })).toEqual([
      ['requests', 7],
      ['errors', 3],
    ])
    expect(figuresSoFar({ requests: 9, commands })).toEqual([
      ['requests', 9],
      ['errors', 3],
    ])
  })

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'requests'],
    ['numbers as text', { requests: '4' }],
    ['impossible counts', { requests: -1, errors: Number.NaN, rate: Number.POSITIVE_INFINITY }],
    ['too deep', { a: { b: { c: { d: { requests: 1 } } } } }],
  ])('%s has none', (_what, document) => {
    expect(figuresSoFar(document)).toEqual([])
  })

  test('of any length fit on a line of visible characters', () => {
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`\u001b[2J\n::error::errors ${index}`.repeat(9), index]),
    )
    const figures = figuresSoFar(many)
    expect(figures).toHaveLength(6)
    for (const [name] of figures) {
      expect(name.length).toBeLessThanOrEqual(30)
      // oxlint-disable-next-line no-control-regex -- the test looks for control characters
      expect(name).not.toMatch(/[\u0000-\u001f]/)
    }
  })
})
