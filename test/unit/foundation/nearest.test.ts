import { expect, test } from 'vitest'
import { didYouMean, editDistance, nearestNames } from '../../../src/foundation/nearest.ts'

test('counts insertions, deletions, replacements and swaps of neighbors', () => {
  expect(editDistance('region', 'region')).toBe(0)
  expect(editDistance('regon', 'region')).toBe(1)
  expect(editDistance('regions', 'region')).toBe(1)
  expect(editDistance('ragion', 'region')).toBe(1)
  expect(editDistance('regoin', 'region')).toBe(1)
  expect(editDistance('', 'abc')).toBe(3)
})

test('suggests the closest names first, and none that is too different', () => {
  const names = ['customers.csv', 'customer.csv', 'products.csv', 'x']
  expect(nearestNames('custmers.csv', names, 3)).toEqual(['customers.csv', 'customer.csv'])
  expect(nearestNames('Customers.CSV', names, 3)).toEqual(['customers.csv', 'customer.csv'])
  expect(nearestNames('entirely different', names, 3)).toEqual([])
})

test('suggests names that contain what was written', () => {
  expect(nearestNames('checkout', ['Nightly checkout of the whole shop', 'Browse'], 3)).toEqual([
    'Nightly checkout of the whole shop',
  ])
})

test('suggests no more names than requested, each once', () => {
  expect(nearestNames('aa', ['ab', 'ac', 'ad', 'ae', 'ab'], 3)).toHaveLength(3)
})

test('suggests a name that is contained in what was written', () => {
  expect(nearestNames('chekout', ['Cart', 'Checkouts', 'Checkout'], 3)).toEqual(['Checkout', 'Checkouts'])
  expect(nearestNames('the checkout', ['Cart', 'Checkout'], 3)).toEqual(['Checkout'])
})

test('keeps the order of equally similar names', () => {
  expect(nearestNames('run', ['b run', 'a run'], 3)).toEqual(['b run', 'a run'])
})

test('is empty if nothing is similar', () => {
  expect(didYouMean('abc', [])).toBe('')
  expect(didYouMean('xyz', ['requests'])).toBe('')
})

test('names the closest, or several if requested', () => {
  const names = ['browse.yaml', 'browser.yaml']
  expect(didYouMean('browse', names)).toBe(" Did you mean 'browse.yaml'?")
  expect(didYouMean('browse', names, 3)).toBe(" Did you mean 'browse.yaml' or 'browser.yaml'?")
})
