import { describe, expect, test } from 'vitest'
import { errorsIn, scenario, type Scenario } from './scenario.ts'
import { expectGate } from './gate-tools.ts'

type Service = 'xtc' | 'errthquake'

/** Steps whose requests the service rejects, and its response. */
const REJECTED: [
  what: string,
  service: Service,
  inputs: Record<string, string>,
  raw: RegExp,
  reason: string,
][] = [
  [
    'a wrong secret',
    'xtc',
    { 'xtc-client-secret': 'wrong-secret' },
    /POST \S+ failed with status 401/,
    'credentials',
  ],
  ['a wrong project', 'xtc', { 'xtc-project': 'shopp' }, /GET \S+ failed with status 404/, 'preflight'],
  ['an unknown number', 'xtc', { 'xtc-load-test': '4711' }, /GET \S+ failed with status 404/, 'preflight'],
  [
    'a baseline that no longer exists',
    'xtc',
    { baseline: 'run:9999', criteria: 'requests.p95 <= baseline' },
    /GET \S+ failed with status 404/,
    'preflight',
  ],
  [
    'a wrong token',
    'errthquake',
    { 'errthquake-token': 'wrong token-value' },
    /GET \S+ failed with status 401/,
    'credentials',
  ],
  [
    'an unknown region',
    'errthquake',
    { region: 'eu-west-9' },
    /POST \S+ failed with status 400/,
    'preflight',
  ],
]

const times = (text: string, part: RegExp): number => text.match(new RegExp(part, 'g'))?.length ?? 0

describe.concurrent('requests that the service rejects', { timeout: 300_000 }, () => {
  test.each(REJECTED)(
    '%s: cause and advice come first, the raw response comes last and only once',
    (_what, service, inputs, raw, reason) =>
      scenario({}, async (all: Scenario) => {
        const result = await all[service](inputs)
        expectGate(result, 1, 'error', reason)
        const errors = errorsIn(result.mainLog)
        expect(errors).toHaveLength(1)
        const message = errors[0]?.replace(/^.*?::/, '').replace(/^.*?::/, '') ?? ''
        expect(times(message, raw)).toBe(1)
        // It is in parentheses at the end.
        const at = message.search(raw)
        expect(message.slice(at - 2, at)).toBe(' (')
        expect(message).toMatch(/\)$/)
        expect(times(result.summary, /failed with status/)).toBe(1)
        expect(all.starts().filter(({ status }) => (status ?? 0) < 300)).toEqual([])
      }),
  )
})

test('each fault keeps its line, and the caret is the end of its line', { timeout: 300_000 }, () =>
  scenario({}, async ({ xtc }) => {
    const one = await xtc({ criteria: 'requests.error-rate < 0.01' })
    expectGate(one, 1, 'error', 'bad-input')
    expect(errorsIn(one.mainLog)[0]).toMatch(
      /::1 input needs attention: .*%0A {2}requests\.error-rate < 0\.01%0A +\^$/,
    )
    const two = await xtc({ criteria: 'requests.throughput > 5/s', timeout: '3' })
    expect(
      errorsIn(two.mainLog)[0]
        ?.split('%0A')
        .filter((line) => line.startsWith('- ')),
    ).toHaveLength(2)
  }),
)
