import { describe, expect, test } from 'vitest'

import { GateError } from '../../../src/foundation/errors.ts'
import { regularFile } from '../../../src/platform/files/regular-file.ts'
import { parseMeasurements, readMeasurements } from '../../../src/measurements/measurements-file.ts'

const PROVIDERS = ['xtc', 'errthquake']
const VALID = {
  schemaVersion: 1,
  run: { provider: 'xtc', ids: ['1'] },
  subjects: { requests: { source: 'request-log', labels: [{ label: 'a', count: 1 }] } },
  warnings: [],
}

const withTiming = (timing: object) => ({
  ...VALID,
  subjects: { requests: { source: 'request-log', total: { count: 1, ...timing }, labels: [] } },
})
const series = (length: number, rest: number) => ({
  startMs: 0,
  intervalMs: 1000,
  count: Array.from({ length }, () => 1),
  ...Object.fromEntries(
    ['errors', 'meanMs', 'p50Ms', 'p95Ms'].map((row) => [row, Array.from({ length: rest }, () => 0)]),
  ),
})

test('reads parameters, and ignores everything else', () => {
  const parameters = [
    { name: 'a', value: '1' },
    { name: 'b', secretHash: '0'.repeat(32) },
  ]
  const content = (list: object[]) => JSON.stringify({ ...VALID, run: { ...VALID.run, parameters: list } })
  expect(parseMeasurements(content(parameters), PROVIDERS).run.parameters).toEqual(parameters)
  expect(() => parseMeasurements(content([{ name: 'b', secretHash: 'x' }]), PROVIDERS)).toThrow('parameters')
})

test('reads a valid file', () => {
  expect(parseMeasurements(JSON.stringify(VALID), PROVIDERS)).toEqual(VALID)
})

describe('rejects with a reason', () => {
  test.each([
    ['another version', { ...VALID, schemaVersion: 2 }, 'schemaVersion is 2'],
    ['no version', {}, 'schemaVersion is undefined'],
    ['null', null, 'schemaVersion is undefined'],
    ['another provider', { ...VALID, run: { provider: 'x', ids: [] } }, 'run.provider'],
    ['a negative count', withTiming({ count: -1 }), 'subjects.requests.total.count'],
    ['a count as text', withTiming({ errors: '1' }), 'subjects.requests.total.errors'],
    [
      'a histogram out of range',
      withTiming({ histogram: { relativeError: 1 / 256, buckets: [[99_999, 1]] } }),
      'histogram',
    ],
    [
      'a histogram with another error',
      withTiming({ histogram: { relativeError: 0.5, buckets: [] } }),
      'histogram',
    ],
    ['a series that is too long', withTiming({ series: series(121, 121) }), 'series.count'],
    ['a series with rows of other lengths', withTiming({ series: series(2, 3) }), 'equally long'],
    [
      'a label that is too long',
      { ...VALID, warnings: [{ code: 'note', message: 'x'.repeat(20_000) }] },
      'warnings.0',
    ],
  ])('%s', (_, content, message) => {
    expect(() => parseMeasurements(JSON.stringify(content), PROVIDERS)).toThrow(message)
  })

  test('text that is not JSON', () => {
    expect(() => parseMeasurements('<html>', PROVIDERS)).toThrow('JSON')
  })
})

test('unknown keys, including __proto__, are dropped', () => {
  const json = JSON.stringify(VALID).replace(
    '{"provider"',
    '{"__proto__":{"polluted":true},"surprise":1,"provider"',
  )
  const { run } = parseMeasurements(json, PROVIDERS)
  expect(Object.keys(run)).toEqual(['provider', 'ids'])
  expect(run).not.toHaveProperty('polluted')
})

test('a missing file is a bad input that is named', async () => {
  const error = await readMeasurements(regularFile('/does/not/exist.json'), PROVIDERS).catch(
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(GateError)
  expect(error).toMatchObject({
    reason: 'bad-input',
    message: expect.stringContaining('/does/not/exist.json'),
  })
})
