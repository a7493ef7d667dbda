import { expect, test } from 'vitest'
import { ErrorKindCounter, NO_CODE } from '../../../../src/measurements/errors/error-kind-counter.ts'
import { errorsOfCode } from '../../../../src/measurements/errors/errors-of-code.ts'
import type { SubjectTimings } from '../../../../src/measurements/model.ts'

const NAMES = ['home', 'cart']
const nameOf = (label: number): string => NAMES[label] ?? 'others'

test('counts by label and code, with first and last time and one sample, most frequent first', () => {
  const counter = new ErrorKindCounter()
  expect(counter.add(0, 503, 2000)).toBe(true)
  counter.sample('/a')
  expect(counter.add(0, 503, 1000)).toBe(false)
  expect(counter.add(1, 404, NaN)).toBe(true)
  expect(counter.add(0, 503, 3000)).toBe(false)
  for (const code of [NaN, NO_CODE, 1000, 12.5, Infinity]) counter.add(-1, code, 7)
  counter.add(1, 0, 5)
  counter.addMessage(0, 'No such page', 9)
  expect(counter.toErrorKinds(nameOf, true)).toEqual({
    codes: [
      { code: '503', count: 3 },
      { code: '404', count: 1 },
      { code: '0', count: 1 },
    ],
    kinds: [
      { label: 'others', count: 5, firstAtMs: 7, lastAtMs: 7 },
      { label: 'home', code: '503', count: 3, firstAtMs: 1000, lastAtMs: 3000, sample: '/a' },
      { label: 'cart', code: '404', count: 1 },
      { label: 'cart', code: '0', count: 1, firstAtMs: 5, lastAtMs: 5 },
      { label: 'home', message: 'No such page', count: 1, firstAtMs: 9, lastAtMs: 9 },
    ],
  })
})

test('merging gives the same result as one counter, even if the labels have other numbers', () => {
  const [one, two, all] = [new ErrorKindCounter(), new ErrorKindCounter(), new ErrorKindCounter()]
  for (const [index, counter] of [one, two].entries()) {
    for (let n = 0; n < 50; n++) {
      const [label, code, timeMs] = [n % 2, 500 + (n % 3), 1000 * index + n] as const
      if (counter.add(index === 0 ? label : 1 - label, code, timeMs)) counter.sample(`/${code}`)
      if (all.add(label, code, timeMs)) all.sample(`/${code}`)
    }
    counter.addMessage(index, 'x', 5)
    all.addMessage(0, 'x', 5)
  }
  one.merge(two, (label) => 1 - label)
  expect(one.toErrorKinds(nameOf, true)).toEqual(all.toErrorKinds(nameOf, true))
})

test('lists 200 kinds, counts all others, and knows every code', () => {
  const counter = new ErrorKindCounter()
  for (let label = 0; label < 7000; label++) counter.add(label, 500, 1)
  for (let n = 0; n < 10; n++) counter.add(42, 503, 1)
  const { codes, kinds, unlistedErrors } = counter.toErrorKinds(String, true)
  expect(codes).toEqual([
    { code: '500', count: 7000 },
    { code: '503', count: 10 },
  ])
  expect(kinds).toHaveLength(200)
  expect(unlistedErrors).toBe(7010 - (kinds ?? []).reduce((sum, { count }) => sum + count, 0))
})

const timings: SubjectTimings = {
  source: 'request-log',
  labels: [
    { label: 'home', count: 10, errors: 3 },
    { label: 'cart', count: 10, errors: 5 },
    { label: 'fine', count: 10, errors: 0 },
  ],
  errorKinds: {
    codes: [
      { code: '503', count: 4 },
      { code: '404', count: 2 },
      { code: '0', count: 1 },
    ],
    kinds: [
      { label: 'home', code: '503', count: 2 },
      { label: 'home', count: 1 },
      { label: 'cart', code: '503', count: 2 },
    ],
    unlistedErrors: 3,
  },
}
const [home, cart, fine] = timings.labels

test.each([
  ['503', undefined, 4],
  ['5xx', undefined, 4],
  ['4xx', undefined, 2],
  ['0', undefined, 1],
  ['500', undefined, 0],
  ['3xx', undefined, 0],
  ['503', home, 2],
  ['404', home, 0],
  // Three of its five errors are of kinds that are not listed.
  ['503', cart, undefined],
  ['404', cart, undefined],
  ['5xx', fine, 0],
])('errors[%s] of %j: %s', (code, label, expected) => {
  expect(errorsOfCode(timings, code, label)).toBe(expected)
})

test('the number is unknown if there are no codes, or none by label', () => {
  const { errorKinds: _kinds, ...without } = timings
  expect(errorsOfCode(without, '503')).toBeUndefined()
  expect(errorsOfCode({ ...timings, errorKinds: { kinds: [] } }, '503')).toBeUndefined()
  expect(errorsOfCode({ ...timings, errorKinds: { codes: [] } }, '503')).toBe(0)
  expect(errorsOfCode({ ...timings, errorKinds: { codes: [] } }, '503', fine)).toBeUndefined()
})
