import { expect, test } from 'vitest'
import { shapeOf } from '../../../scripts/live/answer-shape.ts'
import { learned } from '../../../scripts/live/learned.ts'
import type { Observation } from '../../../scripts/live/observation.ts'
import { RunnerLog } from '../../../scripts/live/runner-log.ts'
import { xtcAssumptions } from '../../../src/providers/xtc/assumptions.ts'
import { contractV2 } from '../../../src/providers/xtc/contracts/contract-v2.ts'

const PATH = '/public/api/v2/orgs/acme/projects/shop/load-tests/41'

function observed(answer: unknown, more: Partial<Observation> = {}): Observation {
  return {
    startedAtMs: 0,
    endedAtMs: 0,
    method: 'GET',
    path: PATH,
    queryNames: [],
    status: 200,
    headers: {},
    bodyBytes: 0,
    ...shapeOf(JSON.stringify(answer)),
    ...more,
  }
}

function findingOf(item: string, observation: Observation): string {
  const details = learned(xtcAssumptions(contractV2), [observation]).find(({ title }) =>
    title.startsWith('read a load test'),
  )
  const finding = details?.findings.find((one) => one.item === item)
  return `${finding?.status}: ${finding?.found}`
}

test('only places, types, states and times of a response are kept', () => {
  const shape = shapeOf(
    JSON.stringify({
      access_token: 'a-token',
      expires_in: 3600,
      data: {
        name: 'Secret launch',
        state: 'RUNNING',
        endTime: 12,
        items: [{ id: 1 }, { id: 'x' }],
        none: [],
        gone: null,
      },
    }),
  )
  expect(shape).toEqual({
    types: {
      access_token: ['string'],
      expires_in: ['integer'],
      'data.name': ['string'],
      'data.state': ['string'],
      'data.endTime': ['integer'],
      'data.items[].id': ['integer', 'string'],
      'data.none[]': ['nothing'],
      'data.gone': ['null'],
    },
    states: ['RUNNING'],
    endTimeMs: 12,
    tokenLifeSeconds: 3600,
  })
  expect(shapeOf('<html>')).toEqual({ types: {}, states: [] })
})

test.each<[what: string, item: string, answer: unknown, finding: string]>([
  ['the other name', 'the number', { data: { index: 7 } }, 'confirmed: data.index (integer)'],
  ['another type', 'the number', { data: { id: '7' } }, 'contradicted: data.id was string'],
  ['null if the client rejects it', 'the number', { data: { id: null } }, 'contradicted: data.id was null'],
  ['null if the client accepts it', 'the name', { data: { name: null } }, 'confirmed: data.name (null)'],
  ['nothing', 'the number', { data: {} }, 'not found: in none of 1 responses'],
  ['an empty list', "the reports' names", { data: { reports: [] } }, 'not seen: the list was empty'],
  ['a fraction', 'the start in ms', { data: { startTime: 1.5 } }, 'confirmed: data.startTime (number)'],
])('%s', (_what, item, answer, finding) => {
  expect(findingOf(item, observed(answer))).toBe(finding)
})

test('rejected requests confirm nothing', () => {
  expect(findingOf('path', observed({}, { status: 403 }))).toBe('not found: status 403')
  expect(findingOf('path', observed({}, { path: '/elsewhere' }))).toBe(
    'not seen: this run did not request it',
  )
})

test("a runner's log has masks, groups and commands, in pieces of any size", () => {
  let written = ''
  const log = new RunnerLog(['first-secret'], (text) => (written += text))
  const text =
    '::add-mask::second%25secret\n::group::Wait\nfirst-secret and second%secret\n::endgroup::\n' +
    '::error title=a::it failed\n::debug::nothing\nlast second%secret'
  for (const character of text) log.add(character)
  log.end()
  expect(written).toBe('Wait\n*** and ***\nerror: it failed\nlast ***\n')
})
