import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Reason } from '../../../../src/foundation/reason.ts'
import { type Diagnosis, diagnosisOf } from '../../../../src/report/diagnosis/diagnosis.ts'
import { diagnosisFile } from '../../../../src/report/diagnosis/diagnosis-file.ts'
import { generatorsOf } from '../../../../src/report/diagnosis/generators.ts'
import type { Presentation } from '../../../../src/report/presentation.ts'
import type { CriterionResult } from '../../../../src/verdict/verdict.ts'
import {
  bareData,
  criterionWith,
  HOSTILE,
  presentationWith,
  withErrors,
  withLinks,
  withReportSeries,
} from '../presentation-data.ts'

const root = join(import.meta.dirname, '../../../..')
const schema = JSON.parse(readFileSync(join(root, 'docs/diagnosis.schema.json'), 'utf8')) as object
const validate = new Ajv({ strict: false }).compile(schema)

/** As a reader of the file gets it; always checked against the schema. */
function read(presentation: Presentation): Diagnosis {
  const parsed = JSON.parse(diagnosisFile(diagnosisOf(presentation))) as Diagnosis
  validate(parsed)
  expect(validate.errors ?? []).toEqual([])
  return parsed
}

function verdictWith(data: Presentation, criteria: CriterionResult[]): Presentation {
  return { ...data, verdict: { ...data.verdict, criteria } }
}

const actionsOf = ({ next }: Diagnosis): string[] => next.map(({ action }) => action)

describe('the diagnosis', () => {
  test('names what broke, worst first, five labels with their onset, and where everything is', () => {
    const diagnosis = read(withLinks(presentationWith()))
    expect(diagnosis).toMatchObject({ outcome: 'failed', reason: 'criteria', failsStep: true })
    expect(diagnosis.criteria.broken.map(({ standing }) => standing)).toEqual([
      'failed',
      'failed',
      'warning',
      'waived',
    ])
    expect(diagnosis.criteria.counts).toMatchObject({ failed: 2, warning: 1, waived: 1, passed: 8 })
    expect(diagnosis.labels).toHaveLength(5)
    const [first] = diagnosis.labels
    expect(first).toMatchObject({ because: 'criterion', label: diagnosis.criteria.broken[0]?.label })
    expect(first?.slowSince?.subject).toBe('requests')
    expect(first?.baselineP95Ms).toBeGreaterThan(0)
    expect(diagnosis.generators).toMatchObject({ cpu: 'fine', busiest: [{ agent: 'ac0001' }] })
    expect(diagnosis.run).toMatchObject({
      service: 'XTC',
      ids: ['4711'],
      startedAt: '2026-11-21T22:10:00Z',
      pageUrl: 'https://github.example/acme/shop/actions/runs/1/artifacts/12',
      workflowRunUrl: 'https://github.example/acme/shop/actions/runs/1',
      pullRequest: 12,
    })
    expect(actionsOf(diagnosis)).toEqual(['look-at-labels', 'judge-again'])
  })

  test('lists kinds of errors, in total and for each label; for merged requests those of the raw ones', () => {
    const data = withErrors(presentationWith())
    const diagnosis = read(data)
    expect(diagnosis.errors).toHaveLength(8)
    expect(diagnosis.errors[2]).toMatchObject({ subject: 'requests', code: '0', count: 898 })
    const { requests } = data.measurements?.subjects ?? {}
    if (data.measurements === undefined || requests === undefined) throw new Error('no data')
    const { errorKinds: _kinds, ...report } = requests
    const [worst] = report.labels.toSorted((a, b) => (b.errors ?? 0) - (a.errors ?? 0))
    const kinds = ['.1', '.1.4', '.x', 'Other'].map((end, index) => ({
      label: `${worst?.label}${end}`,
      code: `50${index}`,
      count: 9 - index,
    }))
    data.measurements.subjects = {
      requests: report,
      'raw-requests': { source: 'xlt-timers', labels: [], errorKinds: { codes: [], kinds } },
    }
    const found = read(verdictWith(data, [])).labels.find(({ label }) => label === worst?.label)
    expect(found?.errorKinds?.map(({ code }) => code)).toEqual(['500', '501'])
  })

  test('takes the onset of a label from another subject with the same name if its own has no series', () => {
    const data = presentationWith()
    const { requests } = data.measurements?.subjects ?? {}
    if (data.measurements === undefined || requests === undefined) throw new Error('no data')
    const labels = requests.labels
    data.measurements.subjects = {
      requests: { ...requests, labels: labels.map(({ series: _series, ...label }) => label) },
      actions: { source: 'xlt-timers', labels },
    }
    expect(read(data).labels.map(({ slowSince }) => slowSince?.subject)).toEqual(Array(5).fill('actions'))
  })

  test('prefers another subject if the series of the label has no percentiles', () => {
    const { requests } = presentationWith().measurements!.subjects
    const data = withReportSeries(presentationWith())
    expect(read(data).overall).toEqual({})
    expect(read(data).labels.map(({ slowSince }) => slowSince)).toEqual(Array(5).fill(undefined))
    data.measurements!.subjects['raw-requests'] = requests!
    expect(read(data).overall?.slowSince?.subject).toBe('raw-requests')
    expect(read(data).labels.map(({ slowSince }) => slowSince?.subject)).toEqual(
      Array(5).fill('raw-requests'),
    )
  })

  test('names the labels that broke a wildcard, and what is known about the usual', () => {
    const data = presentationWith()
    const names = data.measurements?.subjects.requests?.labels.map(({ label }) => label) ?? []
    const broken = criterionWith({
      status: 'inconclusive',
      subject: 'requests',
      inconclusiveBecause: 'baseline',
      breaches: [7, 3].map((index) => ({ label: names[index] ?? '', observed: '1 s' })),
      breached: 2,
      usual: {
        runs: 1,
        earlierRuns: 8,
        suspect: true,
        words: { regression: 0, suspect: 1, fine: 20, undecided: 2, 'not-judged': 1 },
        judgedShare: 1,
        settledBy: { moreRuns: 2 },
        labels: [{ label: names[7] ?? '', word: 'suspect', value: 240, usual: 200, change: 0.2 }],
      },
    })
    const diagnosis = read(
      withLinks({
        ...data,
        verdict: { ...data.verdict, outcome: 'inconclusive', reason: 'baseline', criteria: [broken] },
      }),
    )
    expect(diagnosis.labels.slice(0, 2).map(({ label }) => label)).toEqual([names[7], names[3]])
    expect(diagnosis.criteria.broken[0]?.history).toMatchObject({ earlierRuns: 8, labels: [{ usual: 200 }] })
    expect(diagnosis.next[0]).toMatchObject({ action: 're-run', command: 'gh run rerun 1 --failed' })
    expect(actionsOf(diagnosis)).toEqual(['re-run', 'confirm', 'keep-baseline'])
    expect(diagnosis.next[1]).toMatchObject({ inputs: { confirm: '2' } })
    const run = { ...data.run, mostConfirming: 1 }
    const verdict = {
      ...data.verdict,
      outcome: 'inconclusive',
      reason: 'baseline',
      criteria: [broken],
    } as const
    const confirmed = read(withLinks({ ...data, run, verdict: { ...verdict, criteria: [broken] } }))
    expect(actionsOf(confirmed)).toEqual(['re-run', 'keep-baseline'])
  })

  test('says first that the load generators were short of CPU', () => {
    const data = presentationWith()
    if (data.measurements)
      data.measurements.agents = [{ agent: 'ac1', cpuMeanPercent: 91, cpuMaxPercent: 100 }]
    const diagnosis = read(data)
    expect(diagnosis.generators.cpu).toBe('short')
    expect(actionsOf(diagnosis)[0]).toBe('stronger-generators')
  })

  test('says first that a load generator was busy while the application was slow, although not on average', () => {
    const diagnosis = read(presentationWith({ busyPercent: 93 }))
    expect(diagnosis.generators).toMatchObject({ cpu: 'fine', whileSlow: { cpuPercent: 93 } })
    expect(diagnosis.generators.whileSlow?.at).toBe(
      diagnosis.overall?.slowSince && 'at' in diagnosis.overall.slowSince && diagnosis.overall.slowSince.at,
    )
    expect(diagnosis.generators.whileSlow?.otherwisePercent).toBeCloseTo(46, 0)
    expect(actionsOf(diagnosis)[0]).toBe('stronger-generators')
  })

  test.each([
    ['was not above 80%', { busyPercent: 80 }],
    ['is not known over time', { intervals: 0 }],
  ])('does not mention a load generator whose CPU %s', (_what, options) => {
    expect(read(presentationWith(options)).generators).not.toHaveProperty('whileSlow')
  })

  test.each([
    [[], 'unknown'],
    [[{ agent: 'a', memoryMaxMb: 9 }], 'unknown'],
    [[{ agent: 'a', cpuMeanPercent: 79.9 }], 'fine'],
    [[{ agent: 'a', cpuMeanPercent: 20, cpuMaxPercent: 95 }], 'peaks'],
    [
      [
        { agent: 'a', cpuMeanPercent: 20 },
        { agent: 'b', cpuMeanPercent: 80 },
      ],
      'short',
    ],
  ])('calls %j %s', (agents, cpu) => {
    expect(generatorsOf(agents).cpu).toBe(cpu)
  })

  test('gives no advice for a passed run; without criteria it suggests some', () => {
    const passed = verdictWith(presentationWith(), [criterionWith()])
    Object.assign(passed.verdict, { outcome: 'passed', reason: '' })
    expect(read(passed).next).toEqual([])
    Object.assign(passed.verdict, { nothingJudged: true, criteria: [] })
    expect(actionsOf(read(passed))).toEqual(['add-criteria'])
  })

  test('gives advice for every reason, with links to existing documents', () => {
    const reasons = {
      'bad-input': 'fix-inputs',
      credentials: 'fix-credentials',
      preflight: 'check',
      'start-unknown': 'look-at-run',
      'contact-lost': 'look-at-run',
      internal: 're-run',
      'remote-failed': 'look-at-run',
      'remote-aborted': 'look-at-run',
      'remote-unresponsive': 'look-at-run',
      timeout: 'more-time',
      validity: 'longer-test',
      criteria: undefined,
      scorecard: 'look-at-labels',
      baseline: 'keep-baseline',
      cancelled: 're-run',
    } satisfies Record<Reason, string | undefined>
    for (const [reason, action] of Object.entries(reasons)) {
      const data = bareData()
      data.verdict.reason = reason as Reason
      const { next } = read(data)
      expect([reason, next[0]?.action]).toEqual([reason, action])
      for (const { see } of next) expect(existsSync(join(root, see))).toBe(true)
    }
  })

  test('stays below 256 kB with 10,000 hostile labels and criteria, and counts what is left out', () => {
    const data = presentationWith({ labels: 10_000, criteria: 10_000 })
    for (const criterion of data.verdict.criteria) {
      criterion.status = 'failed'
      criterion.message = HOSTILE.repeat(500)
      criterion.criterion = `${HOSTILE}\u{1f4a9}`.repeat(500)
      criterion.breaches = Array.from({ length: 20 }, () => ({
        label: '\u0000"\\'.repeat(3000),
        observed: '\n'.repeat(5000),
      }))
    }
    data.verdict.message = '\ud800'.repeat(100_000)
    data.run.ids = Array(5000).fill('x'.repeat(3000)) as string[]
    const text = diagnosisFile(diagnosisOf(data))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(256_000)
    const { criteria } = read(data)
    expect(criteria.broken.length).toBeGreaterThan(0)
    expect(criteria.broken.length + criteria.leftOut).toBe(10_000)
  })
})
