import { expect, test } from 'vitest'
import { mergePatch } from '../../../../../src/providers/xtc/contracts/merge-patch.ts'

test('adds, replaces and removes', () => {
  expect(mergePatch({ a: 1, b: 2, c: 3 }, { b: 'two', c: null, d: [4] })).toEqual({ a: 1, b: 'two', d: [4] })
})

test('merges objects, but replaces lists as a whole', () => {
  const target = { properties: { x: 1, y: 2 }, list: [1, 2] }
  expect(mergePatch(target, { properties: { y: null, z: 3 }, list: [3] })).toEqual({
    properties: { x: 1, z: 3 },
    list: [3],
  })
})

test('an object replaces any other value, without the nulls in it', () => {
  expect(mergePatch({ a: 'text' }, { a: { b: 1, c: null } })).toEqual({ a: { b: 1 } })
})

test('does not change the target', () => {
  const target = { a: { b: 1 } }
  mergePatch(target, { a: { b: 2 } })
  expect(target).toEqual({ a: { b: 1 } })
})

test('a key named __proto__ stays data', () => {
  const merged = mergePatch({}, JSON.parse('{"__proto__": {"polluted": true}}') as Record<string, unknown>)
  expect(Object.keys(merged)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
