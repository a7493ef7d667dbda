import { expect, test } from 'vitest'
import { hastyClock } from '../../simulator/for-recipes.ts'

test('a clock is fast only while something is active, which may ask for the time itself', () => {
  let realMs = 1000
  let isActive = false
  const asked: number[] = []
  const now = hastyClock(
    () => {
      asked.push(now())
      return isActive
    },
    200,
    () => realMs,
  )
  realMs += 10
  expect(now()).toBe(1010)
  isActive = true
  realMs += 10
  expect(now()).toBe(3010)
  isActive = false
  realMs += 10
  expect(now()).toBe(3020)
  expect(asked).toEqual([1000, 1010, 3010])
})
