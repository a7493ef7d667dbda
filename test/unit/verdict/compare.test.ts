import { expect, test } from 'vitest'
import { parseCriterion } from '../../../src/criteria/language/criterion-parser.ts'
import { Comparison } from '../../../src/verdict/compare.ts'

function compared(text: string, observed: number, limit: number): string[] {
  const parsed = parseCriterion(text)
  if (!('criterion' in parsed) || parsed.criterion.limit.kind === 'usual') throw new Error(text)
  const comparison = new Comparison(
    { ...parsed.criterion, limit: parsed.criterion.limit },
    { observed, limit },
  )
  return [comparison.observed, comparison.limit, comparison.margin]
}

test.each([
  ['requests.p95 <= 5s', 582, 5000, ['582 ms', '<= 5 s', '88% below']],
  ['requests.p95 <= 300ms', 1734, 300, ['1.73 s', '<= 300 ms', '478% above']],
  ['requests.p95 <= 1730ms', 1734, 1730, ['1.734 s', '<= 1.73 s', '0.2% above']],
  ['requests.max <= 1m', 125_400, 60_000, ['125 s', '<= 60 s', '109% above']],
  ['requests.mean <= 100ms', 12.44, 100, ['12.4 ms', '<= 100 ms', '88% below']],
  ['requests.count >= 100', 3999, 100, ['3,999', '>= 100', '40 times the limit']],
  ['requests.count >= 1', 1_234_567, 1, ['1,234,567', '>= 1', 'over 1,000 times the limit']],
  ['requests.errors == 0', 3, 0, ['3', '== 0', 'above']],
  ['requests.error-rate < 5%', 0.01, 5, ['0.01%', '< 5%', '99.8% below']],
  ['requests.rate >= 10/s', 10, 10, ['10/s', '>= 10/s', 'exactly at the limit']],
])('%s with %d', (text, observed, limit, expected) => {
  expect(compared(text, observed, limit)).toEqual(expected)
})
