import { expect, test } from 'vitest'
import { didYouMean, editDistance, nearestNames } from '../../src/nearest.ts'

test('counts insertions, deletions, replacements and swaps of neighbours', () => {
  expect(editDistance('region', 'region')).toBe(0)
  expect(editDistance('regon', 'region')).toBe(1)
  expect(editDistance('regions', 'region')).toBe(1)
  expect(editDistance('ragion', 'region')).toBe(1)
  expect(editDistance('regoin', 'region')).toBe(1)
  expect(editDistance('', 'abc')).toBe(3)
})

test('offers the closest names first and none that is far off', () => {
  const names = ['customers.csv', 'customer.csv', 'products.csv', 'x']
  expect(nearestNames('custmers.csv', names)).toEqual(['customers.csv', 'customer.csv'])
  expect(nearestNames('Customers.CSV', names)).toEqual(['customers.csv', 'customer.csv'])
  expect(nearestNames('entirely different', names)).toEqual([])
})

test('offers names that hold what was written', () => {
  expect(nearestNames('checkout', ['Nightly checkout of the whole shop', 'Browse'])).toEqual([
    'Nightly checkout of the whole shop',
  ])
})

test('offers three names at most, each once', () => {
  expect(nearestNames('aa', ['ab', 'ac', 'ad', 'ae', 'ab'])).toHaveLength(3)
})

test('says nothing where there is nothing to offer', () => {
  expect(didYouMean('abc', [])).toBe('')
  expect(didYouMean('browse', ['browse.yaml', 'browser.yaml'])).toBe(
    ' Did you mean "browse.yaml" or "browser.yaml"?',
  )
})
