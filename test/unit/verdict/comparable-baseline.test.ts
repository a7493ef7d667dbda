import { describe, expect, test } from 'vitest'
import type { RunFacts } from '../../../src/measurements/model.ts'
import {
  chooseBaseline,
  mayBecomeBaseline,
  provenanceText,
} from '../../../src/verdict/comparable-baseline.ts'
import { runOf } from './run-data.ts'

const NOW = Date.parse('2026-05-10T12:00:00Z')
const RUN: RunFacts = {
  provider: 'xtc',
  ids: ['8'],
  test: 'Shop',
  loadProfile: [
    {
      name: 'TOrder',
      settings: [
        ['numberOfUsers', '5'],
        ['rampUp', '10'],
      ],
    },
  ],
}

const choose = (
  baseline: Partial<RunFacts>,
  run: Partial<RunFacts> = {},
): ReturnType<typeof chooseBaseline> =>
  chooseBaseline({
    from: 'run:7',
    found: {
      measurements: runOf({ run: { ...RUN, ids: ['7'], finishedAtMs: NOW - 3 * 86_400_000, ...baseline } }),
    },
    run: { ...RUN, ...run },
    nowMs: NOW,
  })

test('rejects a test of another revision, and says so if only one revision is known', () => {
  const other = choose({ revision: 'main/aaa' }, { revision: 'main/bbb' })
  expect(other.use).toMatchObject({ status: 'refused' })
  expect(other.use.reason).toContain("tested the revision 'main/aaa', this run 'main/bbb'")
  expect(choose({ revision: 'main/aaa' }, { revision: 'main/aaa' })).toMatchObject({
    use: { status: 'used' },
    notes: [],
  })
  const half = choose({}, { revision: 'main/bbb' })
  expect(half.use.status).toBe('used')
  expect(half.notes).toEqual([expect.stringContaining('revision of the test')])
})

describe('parameters', () => {
  const users = (value: string) => ({ parameters: [{ name: 'users', value }] })
  const secret = (digit: string) => ({ parameters: [{ name: 'key', secretHash: digit.repeat(32) }] })

  test('are comparable if they are the same, or both absent', () => {
    expect(choose(users('5'), users('5')).use.status).toBe('used')
    expect(choose(secret('a'), secret('a')).use.status).toBe('used')
    expect(choose({}, { parameters: [] }).use.status).toBe('used')
  })

  test.each([
    [users('5'), users('6'), "parameter 'users' is '6', and was '5'"],
    [{}, users('6'), "parameter 'users' is '6', and was not set"],
    [users('5'), {}, "parameter 'users' is not set, and was '5'"],
    [secret('a'), secret('b'), "parameter 'key' has another value"],
    [{ parameters: [{ name: 'key', value: 'x' }] }, secret('b'), "parameter 'key' is a secret, and was 'x'"],
  ])('are not comparable otherwise (%#)', (baseline, run, reason) => {
    const { use } = choose(baseline, run)
    expect(use.status).toBe('refused')
    expect(use.reason).toContain(reason)
  })
})

test('uses a comparable baseline and says where it comes from', () => {
  const answer = choose({ commit: '1a2b3c4d5e6f' })
  expect(answer.use).toEqual({
    from: 'run:7',
    status: 'used',
    runId: '7',
    commit: '1a2b3c4d5e6f',
    ageMs: 259_200_000,
  })
  expect(answer.measurements).toBeDefined()
  expect(provenanceText(answer.use)).toBe('run 7, commit 1a2b3c4, 3 days old')
  expect(provenanceText({ from: 'branch', status: 'used' })).toBe('of unknown origin')
})

test('the order of scenarios and settings does not matter', () => {
  const settings: [string, string][] = [
    ['rampUp', '10'],
    ['numberOfUsers', ' 5'],
  ]
  const other = { name: 'A', settings: [['x', '1']] as [string, string][] }
  expect(
    choose(
      { loadProfile: [{ name: 'TOrder', settings }, other] },
      { loadProfile: [other, ...RUN.loadProfile!] },
    ).use.status,
  ).toBe('used')
})

describe('rejects, and names the difference', () => {
  test.each<[Partial<RunFacts>, string]>([
    [{ provider: 'errthquake' }, 'it is from errthquake, this run is from xtc.'],
    [{ test: 'Blog' }, "it is from the test 'Blog', this run is from 'Shop'."],
    [
      {
        loadProfile: [
          {
            name: 'TOrder',
            settings: [
              ['numberOfUsers', '1...5'],
              ['rampUp', '10'],
            ],
          },
        ],
      },
      "numberOfUsers of 'TOrder' is 5, and was 1...5.",
    ],
    [
      { loadProfile: [{ name: 'TOrder', settings: [['numberOfUsers', '5']] }] },
      "rampUp of 'TOrder' is 10, and was not set.",
    ],
    [
      { loadProfile: [{ name: 'TBrowse', settings: [] }] },
      "'TBrowse' is missing in this run; 'TOrder' is new in this run.",
    ],
    [{ loadProfile: [...RUN.loadProfile!, ...RUN.loadProfile!] }, "'TOrder (2)' is missing in this run."],
  ])('%j', (baseline, reason) => {
    const answer = choose(baseline)
    expect(answer.use).toMatchObject({ status: 'refused', reason, runId: '7' })
    expect(answer.measurements).toBeUndefined()
  })

  test('a load profile that only one side has', () => {
    const { loadProfile: _gone, ...bare } = RUN
    const found = { measurements: runOf({ run: bare }) }
    expect(chooseBaseline({ from: 'branch', found, run: RUN, nowMs: NOW }).use.reason).toBe(
      'the load profile of the baseline is unknown.',
    )
    expect(chooseBaseline({ from: 'branch', found, run: bare, nowMs: NOW })).toMatchObject({
      use: { status: 'used' },
      notes: ['Could not verify that the baseline ran the same load profile: the data does not name it.'],
    })
  })
})

test('a missing baseline has a reason, as a sentence', () => {
  expect(
    chooseBaseline({ from: 'branch', found: { missing: 'nothing is saved for main' }, run: RUN, nowMs: NOW })
      .use,
  ).toEqual({
    from: 'branch',
    status: 'missing',
    reason: 'nothing is saved for main.',
  })
})

test('a first run may become the baseline, a failed one may not', () => {
  expect(mayBecomeBaseline({ outcome: 'passed', reason: '' }, false)).toBe(true)
  expect(mayBecomeBaseline({ outcome: 'inconclusive', reason: 'validity' }, true)).toBe(false)
  expect(mayBecomeBaseline({ outcome: 'failed', reason: 'criteria' }, true)).toBe(false)
})

test.each([
  ['missing', true, true],
  ['missing', false, false],
  ['refused', false, true],
  ['used', false, false],
] as const)('without a comparable baseline: %s, certainly absent %s: kept %s', (status, certain, kept) => {
  const baseline = { from: 'branch', status }
  expect(mayBecomeBaseline({ outcome: 'inconclusive', reason: 'baseline', baseline }, certain)).toBe(kept)
})

test('a baseline that somebody replaced is overwritten only by a run that passed', () => {
  const baseline = { from: 'branch', status: 'refused' as const }
  const inconclusive = { outcome: 'inconclusive', reason: 'baseline', baseline } as const
  expect(mayBecomeBaseline(inconclusive, false, true)).toBe(false)
  expect(mayBecomeBaseline({ outcome: 'passed', reason: '', baseline }, false, true)).toBe(true)
})
