import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import {
  parseHours,
  parseResult,
  parseWorkspace,
  parseWorkspaces,
} from '../../../../src/providers/errthquake/contract.ts'
import { startedIds } from '../../../../src/providers/errthquake/executions/started-ids.ts'
import { calls } from '../../../../src/providers/errthquake/calls.ts'

const RESULT = {
  id: 'abcd1234',
  'utc-start-time': '2026-01-05T09:00:00Z',
  'utc-finish-time': '2026-01-05T09:10:00.5Z',
  'test-pending': false,
  'test-stopping': false,
  'test-complete': false,
  'test-failed': false,
  'test-unresponsive': false,
  interactive: false,
  'virtual-users': 20,
}

describe('the response to a start', () => {
  test.each<[string, unknown, string[]]>([
    ['an object with an id', { id: 'abcd1234' }, ['abcd1234']],
    ['a list of such objects', [{ id: 'abcd1234' }, { id: 'efgh5678' }], ['abcd1234', 'efgh5678']],
    ['an object with a list of ids', { id: ['abcd1234', 'efgh5678'] }, ['abcd1234', 'efgh5678']],
    ['a map of names to objects', { one: { id: 'abcd1234' } }, ['abcd1234']],
    ['the same id for two', { id: ['abcd1234', 'abcd1234'] }, ['abcd1234']],
  ])('%s names ids', (_shape, answer, ids) => {
    expect(startedIds(answer)).toEqual({ ids, isGuess: false })
  })

  test.each<[string, unknown, string[]]>([
    ['a map of names to ids', { one: 'abcd1234', two: 'efgh5678' }, ['abcd1234', 'efgh5678']],
    ['a list of ids', ['abcd1234'], ['abcd1234']],
    ['a map of ids to documents', { abcd1234: { region: 'eu-west-1' } }, ['abcd1234']],
    ['a word that looks like an id', { status: 'accepted' }, ['accepted']],
  ])('%s only looks like ids', (_shape, answer, ids) => {
    expect(startedIds(answer)).toEqual({ ids, isGuess: true })
  })

  test.each([
    { error: 'quota' },
    [{ error: 'quota' }],
    { id: 'abcd1234', error: 'quota' },
    { success: false },
  ])('%j is an error', (answer) => {
    expect(() => startedIds(answer)).toThrow(/reports an error|success: false/)
  })

  test.each([
    {},
    [],
    { id: null },
    { id: 7 },
    { error: 'a sentence is no id' },
    null,
    'x',
    { id: '' },
    undefined,
  ])('%j names none', (answer) => {
    expect(() => startedIds(answer)).toThrow('it contains no test id')
  })
})

describe('the state in one word', () => {
  test.each([
    [{}, 'running', 'running'],
    [{ 'test-pending': true }, 'pending', 'waiting'],
    [{ 'utc-start-time': null }, 'pending', 'waiting'],
    [{ 'test-stopping': true }, 'stopping', 'ending'],
    [{ 'test-complete': true, 'test-stopping': true }, 'complete', 'finished'],
    [{ 'test-unresponsive': true, 'test-stopping': true }, 'unresponsive', 'unresponsive'],
    [{ 'test-unresponsive': true, 'test-complete': true }, 'unresponsive', 'lost'],
    [{ 'test-failed': true, 'test-unresponsive': true, 'test-pending': true }, 'failed', 'failed'],
  ])('%j is %s', (flags, state, stage) => {
    expect(parseResult({ ...RESULT, ...flags })).toMatchObject({ state, stage })
  })
})

test('times without a zone are UTC, null and invalid ones are absent', () => {
  const startOf = (time: unknown): number | undefined =>
    parseResult({ ...RESULT, 'utc-start-time': time }).startedAtMs
  expect(startOf('2026-01-05T09:00:00')).toBe(Date.UTC(2026, 0, 5, 9))
  expect(startOf('2026-01-05T10:00:00+01:00')).toBe(Date.UTC(2026, 0, 5, 9))
  expect(startOf(null)).toBeUndefined()
  expect(startOf('')).toBeUndefined()
  expect(startOf('yesterday')).toBeUndefined()
})

test('a response without an id is rejected', () => {
  expect(() => parseResult({ ...RESULT, id: '' })).toThrow(z.core.$ZodError)
  expect(() => parseResult({ unexpected: true })).toThrow(z.core.$ZodError)
})

test('the workspace may leave out any field', () => {
  expect(parseWorkspace({})).toEqual({ name: '', results: [] })
  expect(
    parseWorkspace({
      name: 'Shop',
      'test-results': [RESULT],
      'test-inputs': ['a.csv'],
      'test-configs': [],
      'max-test-duration': '2h0m0s',
      'max-virtual-users': 1000,
    }),
  ).toMatchObject({ name: 'Shop', results: [{ id: 'abcd1234' }], testInputs: ['a.csv'], testConfigs: [] })
})

test('a service account belongs to the first workspace', () => {
  expect(parseWorkspaces([{ 'workspace-uid': 'u1', name: 'Shop' }])).toEqual({ uid: 'u1', name: 'Shop' })
  expect(parseWorkspaces([])).toBeUndefined()
  expect(() => parseWorkspaces({ 'workspace-uid': 'u1' })).toThrow(z.core.$ZodError)
})

test('the hours are those of the first bucket', () => {
  const bucket = {
    'minutes-allocated': 20,
    'minutes-remaining': 0,
    'minutes-active-tests': 2,
    'utc-rollover-date': '2026-02-01T00:00:00Z',
  }
  expect(parseHours([bucket])).toEqual({
    allocatedMinutes: 20,
    remainingMinutes: 0,
    activeMinutes: 2,
    rollover: '2026-02-01T00:00:00Z',
  })
  expect(parseHours([])).toEqual({})
})

test('ids cannot change other parts of the path', () => {
  expect(calls.stop('../x', 'a/b?c').path).toBe('/results/..%2Fx/a%2Fb%3Fc/stop')
})
