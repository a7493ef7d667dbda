import { describe, expect, test } from 'vitest'
import type { Measurements } from '../../../src/measurements/model.ts'
import type { CriterionEntry, Waiver } from '../../../src/criteria/language/criterion-entry.ts'
import { parseCriteriaInput } from '../../../src/criteria/sources/inline-criteria.ts'
import { criteriaFailed } from '../../../src/verdict/outcome/ranking.ts'
import { judge, type JudgeContext } from '../../../src/verdict/judge.ts'
import type { CriterionResult } from '../../../src/verdict/verdict.ts'
import { serviceNamed } from '../../../src/providers/service.ts'
import { SERVICES } from '../../../src/providers/services.ts'
import { labelOf, readPercentile, runOf, subjectOf, timingOf } from './run-data.ts'

const NOW = Date.parse('2026-05-10T12:00:00Z')

function entries(criteria: string): CriterionEntry[] {
  const parsed = parseCriteriaInput(criteria)
  expect(parsed.faults).toEqual([])
  return parsed.entries
}

function contextOf(measurements: Measurements, more: Partial<JudgeContext> = {}): JudgeContext {
  const { answers } = serviceNamed(SERVICES, measurements.run.provider)
  return { answers, measurements, percentileOf: readPercentile, troubles: [], nowMs: NOW, ...more }
}

async function judgeOne(
  criterion: string,
  measurements = runOf(),
  more: Partial<JudgeContext> = {},
): Promise<CriterionResult> {
  const [result] = await judge(entries(criterion), contextOf(measurements, more))
  if (!result) throw new Error('no result')
  return result
}

const brief = ({ status, message }: CriterionResult): string => `${status}: ${message}`

describe('criteria on errors by status code', () => {
  const requests = {
    source: 'request-log' as const,
    total: timingOf(400, { errors: 8 }),
    labels: [labelOf('Homepage', 300, { errors: 0 }), labelOf('Checkout', 800, { errors: 8 })],
    errorKinds: {
      codes: [
        { code: '503', count: 6 },
        { code: '404', count: 2 },
      ],
      kinds: [
        { label: 'Checkout', code: '503', count: 6 },
        { label: 'Checkout', code: '404', count: 2 },
      ],
    },
  }
  const run = (errorKinds: object | undefined = requests.errorKinds, errors = 8): Measurements => {
    const { errorKinds: _told, ...others } = requests
    const labels = [others.labels[0]!, labelOf('Checkout', 800, { errors })]
    const subject = { ...others, labels, ...(errorKinds && { errorKinds }) }
    return runOf({ run: { provider: 'errthquake', ids: ['7'] }, subjects: { requests: subject } })
  }

  test.each([
    ['requests.errors[503] <= 6', 'passed'],
    ['requests.errors[5xx] < 6', 'failed'],
    ['requests.errors[4xx] == 2', 'passed'],
    ['requests.errors[500] == 0', 'passed'],
    ['requests.errors[0] == 0', 'passed'],
    ['requests["Checkout"].errors[503] == 6', 'passed'],
    ['requests["Homepage"].errors[503] == 0', 'passed'],
    ['requests["*"].errors[5xx] == 0', 'failed'],
    ['requests.errors[503] <= baseline', 'passed'],
    ['requests["Checkout"].errors[503] <= baseline * 0.5', 'failed'],
    ['transactions.errors[503] == 0', 'error'],
  ])('%s: %s', async (criterion, status) => {
    const baseline = { use: { from: 'file:b', status: 'used' as const }, measurements: run() }
    expect(await judgeOne(criterion, run(), { baseline })).toMatchObject({ status })
  })

  test('name the labels that broke a wildcard', async () => {
    const { breaches } = await judgeOne('requests["*"].errors[5xx] == 0', run())
    expect(breaches).toMatchObject([{ label: 'Checkout', observed: '6' }])
  })

  test.each([
    ['no kinds at all', undefined, 8, 'requests.errors[503] == 0'],
    ['codes only for all labels together', { codes: [] }, 8, 'requests["Checkout"].errors[503] == 0'],
    ['kinds without codes', { kinds: [] }, 0, 'requests.errors[503] == 0'],
    [
      'kinds that are not listed',
      { codes: [], kinds: [], unlistedErrors: 8 },
      8,
      'requests["Checkout"].errors[503] == 0',
    ],
  ])('are an error with %s', async (_what, kinds, errors, criterion) => {
    expect(
      await judgeOne(criterion, kinds === undefined ? run(null as never, errors) : run(kinds, errors)),
    ).toMatchObject({
      status: 'error',
    })
  })

  test('cannot be compared with a baseline without codes', async () => {
    const baseline = { use: { from: 'file:b', status: 'used' as const }, measurements: run(null as never) }
    expect(await judgeOne('requests.errors[503] <= baseline', run(), { baseline })).toMatchObject({
      status: 'inconclusive',
    })
  })
})

describe('criteria on all labels together', () => {
  test.each([
    ['requests.count >= 1000', 'passed: requests.count is 1,000, exactly at the limit of 1,000'],
    ['requests.errors <= 4', 'failed: requests.errors is 5, 25% above the limit of 4'],
    ['requests.errors == 0', 'failed: requests.errors is 5, above the limit of 0'],
    ['requests.errors != 0', 'passed: requests.errors is 5, above the limit of 0'],
    ['requests.error-rate < 1%', 'passed: requests.error-rate is 0.5%, 50% below the limit of 1%'],
    ['requests.rate > 600/min', 'passed: requests.rate is 750/min, 25% above the limit of 600/min'],
    ['requests.rate > 13/s', 'failed: requests.rate is 12.5/s, 3.8% below the limit of 13/s'],
    ['requests.min < 5ms', 'passed: requests.min is 3 ms, 40% below the limit of 5 ms'],
    ['requests.mean < 0.25s', 'passed: requests.mean is 200 ms, 20% below the limit of 250 ms'],
    ['requests.median < 100ms', 'failed: requests.median is 133 ms, 33% above the limit of 100 ms'],
    ['requests.max < 1m', 'passed: requests.max is 800 ms, 99% below the limit of 60 s'],
    ['requests.deviation < 20ms', 'failed: requests.deviation is 20 ms, exactly at the limit of 20 ms'],
    ['requests.bytes-sent < 2MB', 'passed: requests.bytes-sent is 1 MB, 50% below the limit of 2 MB'],
    [
      'requests.bytes-received < 20000kB',
      'failed: requests.bytes-received is 25,000 kB, 25% above the limit of 20,000 kB',
    ],
    ['requests.p95 < 450ms', 'passed: requests.p95 is 400 ms, 11% below the limit of 450 ms'],
    ['requests.p99.9 < 450ms', 'failed: requests.p99.9 is 600 ms, 33% above the limit of 450 ms'],
    ['requests.p50 < 450ms', 'passed: requests.p50 is 133 ms, 70% below the limit of 450 ms'],
    ['requests.p100 < 450ms', 'failed: requests.p100 is 800 ms, 78% above the limit of 450 ms'],
    [
      'requests["Checkout"].p95 < 450ms',
      'failed: requests["Checkout"].p95 is 800 ms, 78% above the limit of 450 ms',
    ],
  ])('%s', async (criterion, expected) => {
    expect(brief(await judgeOne(criterion))).toBe(expected)
  })

  test('show as many digits as needed to distinguish the value from the limit', async () => {
    const data = runOf({
      subjects: { requests: { source: 'xlt-report', total: timingOf(500.04), labels: [] } },
    })
    expect(await judgeOne('requests.p95 <= 500ms', data)).toMatchObject({
      status: 'failed',
      observed: '500.04 ms',
      limit: '<= 500 ms',
    })
  })

  test('have separate fields for observed value, limit and margin', async () => {
    expect(await judgeOne('requests["Cart"].p95 < 400ms')).toMatchObject({
      id: 'criteria:1',
      criterion: 'requests["Cart"].p95 < 400ms',
      severity: 'error',
      observed: '500 ms',
      limit: '< 400 ms',
      margin: '25% above',
      subject: 'requests',
      label: 'Cart',
      badness: 0.25,
      source: { line: 1 },
    })
  })
})

describe('absent data is an error, never zero and never passes', () => {
  const bare = runOf({ subjects: { requests: { source: 'request-log', total: { count: 0 }, labels: [] } } })
  test.each([
    ['requests.errors < 5', 'requests.errors is not in the data.'],
    ['requests.error-rate < 5%', 'requests.error-rate is not in the data: it has no error counts.'],
    ['requests.p95 < 5s', 'requests.p95 is not in the data.'],
    ['requests.median < 5s', 'requests.median is not in the data.'],
    ['requests.bytes-sent < 5MB', 'requests.bytes-sent is not in the data.'],
    ['actions.p95 < 5s', 'The data has no actions; it has requests.'],
    [
      'raw-requests.p95 < 5s',
      'There are no raw-requests: they come from the raw result of an XTC run, which is missing.',
    ],
    ['agents.cpu-max < 5%', 'The data has no agents.'],
    ['web-vitals["lcp"].score < 5s', 'The data has no web vitals.'],
    ['requests["a"].p95 < 5s', 'The data has no labels of requests.'],
  ])('%s', async (criterion, message) => {
    expect(await judgeOne(criterion, bare)).toMatchObject({ status: 'error', message })
  })

  test('also for the error rate of no requests', async () => {
    const none = runOf({
      subjects: { requests: { source: 'request-log', total: { count: 0, errors: 0 }, labels: [] } },
    })
    expect(brief(await judgeOne('requests.error-rate < 5%', none))).toBe(
      'error: requests.error-rate is unknown: nothing was counted.',
    )
  })

  test('and NaN counts as absent', async () => {
    const broken = runOf({
      subjects: { requests: { source: 'request-log', total: timingOf(1, { meanMs: NaN }), labels: [] } },
    })
    expect(brief(await judgeOne('requests.mean > 5ms', broken))).toBe(
      'error: requests.mean is not in the data.',
    )
  })

  test('such as actions of Errthquake', async () => {
    const data = runOf({ run: { provider: 'errthquake', ids: ['e'] }, subjects: {} })
    expect(brief(await judgeOne('actions.p95 < 5s', data))).toContain('Errthquake has no actions')
  })

  test('and a label without a match names the closest labels', async () => {
    expect(brief(await judgeOne('requests["checkout"].p95 < 5s'))).toBe(
      'error: "checkout" does not match any of the 3 labels of requests. Nearest: "Checkout".',
    )
    expect(brief(await judgeOne('requests["Zebra*"].p95 < 5s'))).toBe(
      'error: "Zebra*" does not match any of the 3 labels of requests. For example, there are "Homepage", "Checkout", "Cart".',
    )
  })
})

describe('percentiles that the report lacks', () => {
  const histogram = {
    relativeError: 0.005,
    buckets: [
      [100, 90],
      [200, 9],
      [900, 1],
    ] as [number, number][],
  }
  const data = runOf({
    subjects: {
      requests: { source: 'xlt-report', total: timingOf(400, { histogram }), labels: [] },
      actions: { source: 'xlt-report', total: timingOf(400, { histogram }), labels: [] },
      transactions: { source: 'xlt-report', total: timingOf(400), labels: [] },
      'raw-requests': { source: 'xlt-timers', total: { count: 100, histogram }, labels: [] },
    },
  })

  test('come from the raw result for actions and raw-requests', async () => {
    expect(await judgeOne('actions.p97 < 1s', data)).toMatchObject({ status: 'passed', observed: '200 ms' })
    expect(await judgeOne('raw-requests.p100 < 1s', data)).toMatchObject({
      status: 'passed',
      observed: '900 ms',
    })
    expect(await judgeOne('raw-requests.median < 1s', data)).toMatchObject({
      status: 'passed',
      observed: '100 ms',
    })
  })

  test('are not needed if the percentile is stated', async () => {
    expect(await judgeOne('actions.p95 < 1s', data)).toMatchObject({ observed: '400 ms' })
  })

  test('are never calculated for requests: the error names raw-requests', async () => {
    expect(brief(await judgeOne('requests.p97 < 1s', data))).toBe(
      'error: requests.p97 is not in the report, which states p50, p95, p99.9; raw-requests.p97 has it, for the unmerged names of the raw result.',
    )
  })

  test('are inconclusive if the raw result is unavailable', async () => {
    const troubles = [
      { file: 'result', kind: 'missing', reason: 'result.tar.gz could not be downloaded.' },
    ] as const
    expect(brief(await judgeOne('transactions.p97 < 1s', data, { troubles }))).toBe(
      'inconclusive: transactions.p97 is not in the report, which states p50, p95, p99.9; the raw result, which has it, could not be used. result.tar.gz could not be downloaded.',
    )
    expect(brief(await judgeOne('transactions.p97 < 1s', data))).toContain('error: ')
  })
})

describe('wildcards', () => {
  test('every match must meet the limit, and the worst is named first', async () => {
    const result = await judgeOne('requests["*"].p95 < 400ms')
    expect(result).toMatchObject({
      status: 'failed',
      observed: '800 ms',
      matched: 3,
      breached: 2,
      message:
        '2 of 3 labels exceed the limit of 400 ms: "Checkout" 800 ms, "Cart" 500 ms; the other one does not',
      shortMessage: '2 of 3 labels exceed the limit of 400 ms',
      breaches: [
        { label: 'Checkout', observed: '800 ms', limit: '< 400 ms' },
        { label: 'Cart', observed: '500 ms', limit: '< 400 ms' },
      ],
    })
    expect(result.label).toBeUndefined()
  })

  test("the message without the labels keeps the criteria file's own words", async () => {
    const [entry] = entries('requests["*"].p95 < 400ms')
    const message = 'Tell the team: "Checkout" matters'
    const [result] = await judge([{ ...entry!, message }], contextOf(runOf()))
    expect(result?.shortMessage).toBe(`${message} (2 of 3 labels exceed the limit of 400 ms)`)
  })

  test('says which label is closest to the limit if all meet it', async () => {
    expect(brief(await judgeOne('requests["C*"].p95 < 1s'))).toBe(
      'passed: All 2 labels meet the limit; closest is "Checkout" at 800 ms, 20% below the limit of 1 s',
    )
  })

  test('an escaped star is a star', async () => {
    const data = runOf({ subjects: { requests: subjectOf([labelOf('a*', 1), labelOf('ab', 900)]) } })
    expect(await judgeOne('requests["a\\*"].p95 < 5ms', data)).toMatchObject({
      status: 'passed',
      label: 'a*',
    })
  })

  test('works with ten thousand hostile labels', async () => {
    const labels = Array.from({ length: 10_000 }, (_, i) => labelOf(`__proto__"\n${i}`, 500 + i))
    const data = runOf({ subjects: { requests: subjectOf([...labels, labelOf('constructor', 1)]) } })
    const result = await judgeOne('requests["*"].p95 < 400ms', data)
    expect(result).toMatchObject({ status: 'failed', matched: 10_001, breached: 10_000 })
    expect(result.breaches?.[0]).toMatchObject({ label: '__proto__"\n9999', observed: '10.5 s' })
    expect(result.message).not.toContain('\n')
    expect(result.breaches).toHaveLength(1000)
    expect(brief(await judgeOne('requests["__proto__"].p95 < 1s', data))).toMatch(
      /^error: .*Nearest: "__proto__"␣0"/,
    )
  })
})

describe('agents', () => {
  const agents = [
    { agent: 'a1', cpuMeanPercent: 40, cpuMaxPercent: 90, memoryMaxMb: 4000 },
    { agent: 'a2', cpuMeanPercent: 60, cpuMaxPercent: 70, memoryMaxMb: 8000 },
  ]
  test.each([
    ['agents.cpu-mean < 80%', '50%'],
    ['agents.cpu-max < 80%', '90%'],
    ['agents.memory-max < 10GB', '8 GB'],
    ['agents["a1"].cpu-mean < 80%', '40%'],
    ['agents["*"].cpu-max < 80%', '90%'],
  ])('%s', async (criterion, observed) => {
    expect((await judgeOne(criterion, runOf({ agents }))).observed).toBe(observed)
  })

  test('one agent without the figure is an error for all together', async () => {
    expect(
      brief(await judgeOne('agents.memory-max < 1GB', runOf({ agents: [...agents, { agent: 'a3' }] }))),
    ).toBe(`error: memory-max of agent "a3" is not in the data. XLT reports don't include it.`)
  })
})

describe('web vitals', () => {
  const webVitals = [
    { page: 'Home', vital: 'lcp', score: 2000, goodCount: 90, improveCount: 5, poorCount: 5 },
    { page: 'Cart', vital: 'lcp', score: 3000, goodCount: 10, improveCount: 60, poorCount: 30 },
    { page: 'Home', vital: 'cls', score: 0.05, goodCount: 1, improveCount: 0, poorCount: 0 },
  ]
  test.each([
    [
      'web-vitals["lcp"].score < 2500',
      'failed: web-vitals["lcp"].score is 3,000 ms, 20% above the limit of 2,500 ms',
    ],
    [
      'web-vitals["lcp"].score < 2.5s',
      'failed: web-vitals["lcp"].score is 3 s, 20% above the limit of 2.5 s',
    ],
    ['web-vitals["cls"].score < 0.1', 'passed: web-vitals["cls"].score is 0.05, 50% below the limit of 0.1'],
    [
      'web-vitals["lcp"].good-share >= 50%',
      'passed: web-vitals["lcp"].good-share is 50%, exactly at the limit of 50%',
    ],
    [
      'web-vitals["lcp"].poor-share < 20%',
      'passed: web-vitals["lcp"].poor-share is 17.5%, 13% below the limit of 20%',
    ],
    [
      'web-vitals["Home/lcp"].good-share > 80%',
      'passed: web-vitals["Home/lcp"].good-share is 90%, 13% above the limit of 80%',
    ],
  ])('%s', async (criterion, expected) => {
    expect(brief(await judgeOne(criterion, runOf({ webVitals })))).toBe(expected)
  })
})

describe('against a baseline', () => {
  const baseline = { use: { from: 'branch', status: 'used' as const }, measurements: runOf() }
  const slower = runOf({
    subjects: {
      requests: subjectOf([labelOf('Homepage', 300), labelOf('Checkout', 900), labelOf('New', 1)]),
    },
  })
  test.each([
    ['requests["Checkout"].p95 <= baseline', '<= 800 ms (baseline 800 ms)', 'failed'],
    ['requests["Checkout"].p95 <= baseline + 12.5%', '<= 900 ms (baseline 800 ms + 12.5%)', 'passed'],
    ['requests["Checkout"].p95 < baseline * 1.1', '< 880 ms (baseline 800 ms × 1.1)', 'failed'],
    ['requests["Checkout"].p95 < baseline + 101ms', '< 901 ms (baseline 800 ms + 101ms)', 'passed'],
    ['requests["Checkout"].p95 > baseline - 0.1s', '> 700 ms (baseline 800 ms - 0.1s)', 'passed'],
    ['requests.error-rate <= baseline + 0.5pp', '<= 1% (baseline 0.5% + 0.5pp)', 'passed'],
    ['requests.error-rate <= baseline + 10%', '<= 0.55% (baseline 0.5% + 10%)', 'passed'],
    ['requests.count >= baseline - 10%', '>= 900 (baseline 1,000 - 10%)', 'passed'],
  ])('%s', async (criterion, limit, status) => {
    expect(await judgeOne(criterion, slower, { baseline })).toMatchObject({ limit, status })
  })

  test('a label that the baseline lacks is inconclusive', async () => {
    expect(await judgeOne('requests["New"].p95 < baseline', slower, { baseline })).toMatchObject({
      status: 'inconclusive',
      inconclusiveBecause: 'baseline',
      message:
        'Baseline: "New" does not match any of the 3 labels of requests. For example, there are "Homepage", "Checkout", "Cart".',
    })
  })

  test('a breach matters more than labels without a baseline; without a breach they are inconclusive', async () => {
    expect(brief(await judgeOne('requests["*"].p95 <= baseline', slower, { baseline }))).toBe(
      'failed: 1 of 3 labels exceeds the limit of 800 ms (baseline 800 ms): "Checkout" 900 ms; the other one does not; 1 has no baseline',
    )
    expect(brief(await judgeOne('requests["*"].p95 <= baseline * 2', slower, { baseline }))).toBe(
      'inconclusive: The baseline has no "New".',
    )
  })

  test('one of thousands of labels may have no such figure in the baseline', async () => {
    const labels = Array.from({ length: 5000 }, (_, i) => labelOf(`l${i}`, 500))
    const { percentilesMs: _gone, ...bare } = labelOf('bare', 500)
    const before = {
      ...baseline,
      measurements: runOf({ subjects: { requests: subjectOf([...labels, bare]) } }),
    }
    const now = runOf({
      subjects: { requests: subjectOf([...labels, labelOf('bare', 1), labelOf('new', 1)]) },
    })
    const result = await judgeOne('requests["*"].p95 <= baseline', now, { baseline: before })
    expect(brief(result)).toBe(
      'inconclusive: Baseline: requests["bare"].p95 is not in the report, which states no percentiles; raw-requests.p95 has it, for the unmerged names of the raw result. (and 1 more label)',
    )
    const broken = await judgeOne('requests["l*"].p95 <= baseline - 1ms', now, { baseline: before })
    expect(broken).toMatchObject({ status: 'failed', breached: 5000 })
  })

  test('each label has its own limit', async () => {
    const result = await judgeOne('requests["C*"].p95 < baseline * 0.9', runOf(), { baseline })
    expect(result.message).toBe(
      '2 of 2 labels exceed their limits: "Checkout" 800 ms (limit 720 ms), "Cart" 500 ms (limit 450 ms)',
    )
  })

  test.each([
    [undefined, "There is no baseline to compare with: set the input 'baseline'."],
    [
      { use: { from: 'branch', status: 'missing' as const, reason: 'nothing was saved for main yet.' } },
      'nothing was saved for main yet.',
    ],
    [
      { use: { from: 'run:7', status: 'refused' as const, reason: 'another test.' } },
      'The baseline run:7 is not comparable: another test.',
    ],
  ])('a missing or rejected one is inconclusive, never passed (%#)', async (given, message) => {
    const more = given ? { baseline: given } : {}
    expect(await judgeOne('requests.p95 < baseline + 1000%', runOf(), more)).toMatchObject({
      status: 'inconclusive',
      inconclusiveBecause: 'baseline',
      message,
    })
  })
})

describe('problems with the data', () => {
  test('a missing file makes the criteria that need it inconclusive', async () => {
    const troubles = [{ file: 'report', kind: 'missing', reason: 'report.tar.gz is not there.' }] as const
    const results = await judge(
      entries('requests.p95 < 1s\nraw-requests.p95 < 1s'),
      contextOf(runOf(), { troubles }),
    )
    expect(results.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'criteria:2 error',
      'criteria:1 inconclusive',
    ])
    const nothing = await judge(entries('requests.p95 < 1s'), {
      answers: serviceNamed(SERVICES, 'xtc').answers,
      percentileOf: readPercentile,
      troubles: [],
      nowMs: NOW,
    })
    expect(nothing[0]).toMatchObject({ status: 'inconclusive', inconclusiveBecause: 'data' })
  })

  test('partial data is judged and marked', async () => {
    const troubles = [
      { file: 'report', kind: 'partial', reason: 'Download from 1 of 3 agent controllers failed.' },
    ] as const
    expect(await judgeOne('requests.p95 < 1s', runOf(), { troubles })).toMatchObject({
      status: 'passed',
      partialData: 'Download from 1 of 3 agent controllers failed.',
    })
  })
})

describe('waivers', () => {
  const waiver: Waiver = { until: '2026-05-10', owner: 'ann', reason: 'slow disk' }
  const at = async (now: string): Promise<CriterionResult> => {
    const [entry] = entries('requests.p95 < 1ms')
    const [result] = await judge([{ ...entry!, waiver }], contextOf(runOf(), { nowMs: Date.parse(now) }))
    return result!
  }

  test.each([
    ['2026-05-09T00:00:00Z', true],
    ['2026-05-10T00:00:00Z', true],
    ['2026-05-10T23:59:59.999Z', true],
    ['2026-05-11T00:00:00.000Z', false],
    ['2026-05-11T01:00:00+02:00', true],
  ])('at %s active: %s', async (now, active) => {
    const result = await at(now)
    expect(result).toMatchObject({ status: 'failed', waiver: { ...waiver, active } })
    expect(criteriaFailed([result])).toBe(active ? 0 : 1)
    expect(result.message).toContain(
      active
        ? 'Waived by ann through 2026-05-10: slow disk.'
        : 'Waiver by ann expired 2026-05-10: slow disk.',
    )
  })
})

test('warn and valid are kept, the worst comes first, and the author’s message leads', async () => {
  const list = entries(
    'requests.p95 < 399ms\nwarn: requests.p95 < 1ms\nrequests.p95 < 1s\nvalid: requests.count > 5000\nrequests.p95 < 100ms\nactions["x"].p95 < 1s',
  )
  list[4] = { ...list[4]!, message: 'Shop must stay fast' }
  list.push({ ...list[2]!, id: 'off', enabled: false })
  const results = await judge(list, contextOf(runOf()))
  expect(results.map(({ id, status, severity }) => `${id} ${status} ${severity}`)).toEqual([
    'criteria:5 failed error',
    'criteria:1 failed error',
    'criteria:6 error error',
    'criteria:4 failed validity',
    'criteria:2 failed warning',
    'off skipped error',
    'criteria:3 passed error',
  ])
  expect(results[0]?.message).toBe(
    'Shop must stay fast (requests.p95 is 400 ms, 300% above the limit of 100 ms)',
  )
  expect(criteriaFailed(results)).toBe(4)
})
