import { expect, test } from 'vitest'
import { criteriaFile, criteriaOutput } from '../../../../src/verdict/outcome/verdict-json.ts'
import type { CriterionResult } from '../../../../src/verdict/verdict.ts'

const result = (id: string, message = 'ä is slow'): CriterionResult => ({
  id,
  criterion: 'requests.p95 < 1s',
  severity: 'error',
  status: 'failed',
  observed: '2 s',
  limit: '< 1 s',
  margin: '100% above',
  message,
  source: { line: 1 },
})

test('the output has six fields of each result', () => {
  expect(JSON.parse(criteriaOutput([result('a')]))).toEqual([
    {
      id: 'a',
      criterion: 'requests.p95 < 1s',
      status: 'failed',
      observed: '2 s',
      limit: '< 1 s',
      message: 'ä is slow',
    },
  ])
  expect(criteriaOutput([])).toBe('[]')
})

test.each([1, 10, 500, 2000])(
  '%d results stay within 100 kB, and the last element counts the rest',
  (count) => {
    const output = criteriaOutput(Array.from({ length: count }, (_, i) => result(`c${i}`, 'ä'.repeat(200))))
    expect(Buffer.byteLength(output)).toBeLessThanOrEqual(100_000)
    const list: unknown = JSON.parse(output)
    if (!Array.isArray(list)) throw new Error('not a list')
    const leftOut = Number(/"leftOut":(\d+)\}\]$/.exec(output)?.[1] ?? 0)
    expect(list.length - (leftOut > 0 ? 1 : 0) + leftOut).toBe(count)
  },
)

test('one result over the limit leaves only the count', () => {
  expect(criteriaOutput([result('a', 'x'.repeat(200_000))])).toBe('[{"leftOut":1}]')
})

test('the file contains everything, including which files were unavailable', () => {
  const verdict = {
    outcome: 'failed' as const,
    reason: 'criteria' as const,
    message: 'm',
    failsStep: true,
    criteria: [result('a')],
    warnings: [],
  }
  expect(JSON.parse(criteriaFile(verdict, []))).not.toHaveProperty('missingFiles')
  const missing = [{ name: 'report.tar.gz', reason: 'refused', measuredWithout: true as const }]
  expect(JSON.parse(criteriaFile(verdict, missing))).toMatchObject({
    schemaVersion: 1,
    outcome: 'failed',
    missingFiles: [{ name: 'report.tar.gz', reason: 'refused' }],
    criteria: [{ id: 'a', margin: '100% above' }],
  })
})
