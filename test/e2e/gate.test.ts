import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Measurements } from '../../src/measurements/model.ts'
import type { Diagnosis } from '../../src/report/diagnosis/diagnosis.ts'
import { errorsIn, scenario } from './scenario.ts'
import { expectGate, given, jsonIn, statusesOf, textIn, verdictOf, warningsIn } from './gate-tools.ts'

const NO_REPORT = { match: { path: /\/reports\/1\// }, kind: 'status', status: 410 } as const
const NO_RESULT = { match: { path: /\/results\/1\// }, kind: 'status', status: 410 } as const
const SAMPLES = join(import.meta.dirname, '../../../shared/samples/xlt')
const hasSamples = existsSync(SAMPLES)
if (!hasSamples) console.warn(`No sample archives at ${SAMPLES}: tests with real archives are skipped.`)

describe.concurrent('criteria of an XTC run', { timeout: 300_000 }, () => {
  test('that are met pass; the files say so, and the measurements match their schema', () =>
    scenario({}, async ({ xtc }) => {
      const criteria =
        'requests.p95 < 60s\nrequests["Home*"].mean < 1m # a comment\nagents.cpu-mean <= 100%\nweb-vitals["lcp"].good-share >= 0%'
      const result = await xtc({ criteria })
      expectGate(result, 0, 'passed')
      expect(result.outputs['criteria-failed']).toBe('0')
      expect(Object.values(statusesOf(result))).toEqual(['passed', 'passed', 'passed', 'passed'])
      expect(await verdictOf(result)).toMatchObject({ schemaVersion: 1, outcome: 'passed', failsStep: false })
      expect(await textIn(result, 'criteria.junit.xml')).toMatch(
        /<testsuites[^>]*tests="4"|<testsuite[^>]*tests="4"/,
      )
      const schema = JSON.parse(
        await readFile(join(import.meta.dirname, '../../docs/measurements.schema.json'), 'utf8'),
      ) as object
      const validate = new Ajv({ strict: false }).compile(schema)
      const { subjects } = await jsonIn<Measurements>(result, 'measurements.json')
      validate(await jsonIn(result, 'measurements.json'))
      expect(validate.errors ?? []).toEqual([])
      const { total } = subjects.requests!
      expect(total!.series!.count.reduce((sum, count) => sum + count, 0)).toBe(total!.count)
      expect(result.outputs['measurements-path']).toMatch(/measurements\.json$/)
      expect(await textIn(result, 'summary.html')).toContain('<!doctype html>')
    }))

  test("about errors by code are judged by the service's data, and errors are shown by kind", () =>
    scenario(
      { xltData: { lines: 3000, errorShare: 0.2 }, requestLog: { lines: 2000, errorShare: 0.1 } },
      async ({ xtc, errthquake }) => {
        const byStatus = 'requests.errors[5xx] == 0\nrequests["*"].errors[404] == 0\nrequests.errors[0] == 0'
        const log = await errthquake({ criteria: byStatus })
        expectGate(log, 1, 'failed', 'criteria')
        expect(Object.values(statusesOf(log))).toEqual(['failed', 'passed', 'passed'])
        expect(log.summary).toMatch(
          /- \*\*50\d\*\* at <code>\w+<\/code> \(requests\): \d+, \d\d:\d\d:\d\d (to \d\d:\d\d:\d\d )?UTC, such as <code>https/,
        )
        const byCode =
          'requests.errors[500] == 0\nraw-requests["*"].errors[500] == 0\nraw-requests.errors[4xx] == 0'
        const report = await xtc({ criteria: byCode })
        expectGate(report, 1, 'failed', 'criteria')
        expect(Object.values(statusesOf(report))).toEqual(['failed', 'failed', 'passed'])
        expect(report.summary).toContain('### Errors: ')
        expect(report.summary).toContain('java.lang.AssertionError')
        expect(await textIn(report, 'summary.html')).toContain('<section id="errors"')
        const { subjects } = await jsonIn<Measurements>(report, 'measurements.json')
        expect(subjects['raw-requests']?.errorKinds?.codes?.map(({ code }) => code)).toEqual(['500'])
        expectGate(await xtc({ criteria: 'transactions.errors[500] == 0' }), 1, 'error', 'preflight')
      },
    ))

  test('produce a diagnosis that matches its schema, as a file and as an artifact', () =>
    scenario({ xltData: { lines: 2000, errorShare: 0.3 } }, async ({ xtc, simulator }) => {
      const result = await xtc({ criteria: 'requests.error-rate < 1%\nactions["*"].p95 < 1ms' })
      expectGate(result, 1, 'failed', 'criteria')
      expect(result.outputs['diagnosis-path']).toMatch(/diagnosis\.json$/)
      const schema = JSON.parse(
        await readFile(join(import.meta.dirname, '../../docs/diagnosis.schema.json'), 'utf8'),
      ) as object
      const validate = new Ajv({ strict: false }).compile(schema)
      const diagnosis = await jsonIn<Diagnosis>(result, 'diagnosis.json')
      validate(diagnosis)
      expect(validate.errors ?? []).toEqual([])
      expect(diagnosis.criteria.broken).toHaveLength(2)
      expect(diagnosis.labels).toHaveLength(5)
      expect(diagnosis.labels[0]).toMatchObject({ subject: 'actions', because: 'criterion' })
      expect(diagnosis.labels[0]?.slowSince?.subject).toBe('actions')
      expect(diagnosis.run.pageUrl).toBe(result.outputs['page-artifact-url'])
      const { finalized } = simulator.actions.artifact('load-test-xtc-41.criteria') ?? {}
      // Nothing in it is compressed.
      expect(await readFile(finalized?.path ?? '', 'utf8')).toContain(await textIn(result, 'diagnosis.json'))
      const again = await xtc({
        mode: 'judge',
        'output-directory': result.outputs['output-directory'] ?? '',
        criteria: 'requests.count > 0',
      })
      expectGate(again, 0, 'passed')
      expect((await jsonIn<Diagnosis>(again, 'diagnosis.json')).next).toEqual([])
    }))

  test('that fail are reported at file and line, worst first, and waivers, severities and XPath are applied', () =>
    scenario({}, async ({ xtc, directory }) => {
      const file = await given(
        directory,
        'gate.yml',
        `criteria:
  - actions.p95 < 1ms
  - warn: requests.count > 1000000
  - id: waived
    check: requests.mean < 1ms
    waiver: { until: 2099-12-31, owner: shop team, reason: new provider }
  - id: expired
    check: requests.max < 1ms
    message: The contract says otherwise
    waiver: { until: 2020-12-31, owner: shop team, reason: new provider }
  - id: xpath-holds
    xpath: count(//request) > 3
  - id: xpath-breaks
    xpath: not(//request[count > 0])
  - id: no-boolean
    xpath: //request
  - id: off
    check: requests.p50 < 1ms
    enabled: false
`,
      )
      const result = await xtc({ criteria: 'requests["*"].p95 < 50ms', 'criteria-file': file })
      expectGate(result, 1, 'failed', 'criteria')
      const { criteria } = await verdictOf(result)
      const statuses = Object.fromEntries(criteria.map(({ id, status }) => [id, status]))
      expect(statuses).toEqual({
        'criteria:1': 'failed',
        'gate.yml:2': 'failed',
        'gate.yml:3': 'failed',
        waived: 'failed',
        expired: 'failed',
        'xpath-holds': 'passed',
        'xpath-breaks': 'failed',
        'no-boolean': 'error',
        off: 'skipped',
      })
      // Neither the warning nor the waived one counts.
      expect(result.outputs['criteria-failed']).toBe('5')
      const errors = errorsIn(result.mainLog)
      expect(errors).toHaveLength(6)
      expect(errors[0]).toContain('5 of ')
      expect(errors.filter((line) => line.includes(`file=${file}`))).toHaveLength(4)
      expect(errors.find((line) => line.includes('actions.p95'))).toContain('line=2')
      expect(errors.find((line) => line.includes('The contract says otherwise'))).toMatch(/expired|until/)
      // The line of the input in the workflow is unknown.
      expect(errors.find((line) => line.includes('requests["*"]'))).toContain(
        'file=.github/workflows/performance.yml',
      )
      const wildcard = criteria.find(({ id }) => id === 'criteria:1')
      expect(wildcard?.matched).toBe(7)
      expect(wildcard?.breaches?.[0]?.label).toBe('PlaceOrder')
      expect(result.summary).toContain('shop team')
      expect(result.summary).toContain('PlaceOrder')
    }))

  test("in XLT's format, including a disabled one and one that is not boolean", () =>
    scenario({}, async ({ xtc, directory }) => {
      const criteria = [
        { id: 'holds', condition: 'sum(//transaction/count) > 0', message: 'no load' },
        { id: 'breaks', condition: 'count(//request) = 0', message: 'too many' },
        { id: 'off', condition: 'false()', enabled: false },
      ]
      const file = await given(directory, 'criteria.json', JSON.stringify({ criteria }, undefined, 2))
      const result = await xtc({ 'criteria-file': file })
      expectGate(result, 1, 'failed', 'criteria')
      const { criteria: results } = await verdictOf(result)
      expect(results.map(({ id, status }) => [id, status])).toEqual([
        ['breaks', 'failed'],
        ['off', 'skipped'],
        ['holds', 'passed'],
      ])
      expect(errorsIn(result.mainLog)).toHaveLength(2)
    }))

  test('of which more than ten failed give ten error annotations, and the first counts the others', () =>
    scenario({}, async ({ xtc }) => {
      const criteria = Array.from({ length: 30 }, (_, index) => `requests.p95 < ${index + 1}ms`).join('\n')
      const result = await xtc({ criteria })
      expectGate(result, 1, 'failed', 'criteria')
      const errors = errorsIn(result.mainLog)
      expect(errors).toHaveLength(10)
      expect(errors[0]).toContain('21 more criteria')
      expect(result.outputs['criteria-failed']).toBe('30')
    }))

  test('with severity warn are not decisive, and those about validity make the run inconclusive', () =>
    scenario({}, async ({ xtc }) => {
      const warned = await xtc({ criteria: 'warn: requests.p95 < 1ms' })
      expectGate(warned, 0, 'passed')
      expect(warned.outputs['criteria-failed']).toBe('0')
      expect(warningsIn(warned.mainLog).join()).toContain('requests.p95')
      const doubted = await xtc({ criteria: 'valid: requests.count >= 1000000\nrequests.p95 < 1ms' })
      expectGate(doubted, 1, 'inconclusive', 'validity')
      const tolerated = await xtc({ criteria: 'valid: requests.count >= 1000000', 'fail-on': 'run,criteria' })
      expectGate(tolerated, 0, 'inconclusive', 'validity')
      expect(warningsIn(tolerated.mainLog).length).toBeGreaterThan(0)
    }))

  test('become warnings with fail-on none; inconclusive includes validity and baseline', () =>
    scenario({}, async ({ xtc }) => {
      const tolerated = await xtc({ criteria: 'requests.p95 < 1ms', 'fail-on': 'none' })
      expectGate(tolerated, 0, 'failed', 'criteria')
      expect(tolerated.outputs['criteria-failed']).toBe('1')
      expect(warningsIn(tolerated.mainLog).join()).toContain('requests.p95')
      const criteria = 'requests.p95 <= baseline + 10%'
      const both = await xtc({ criteria, baseline: 'branch', 'fail-on': 'inconclusive' })
      expectGate(both, 1, 'inconclusive', 'baseline')
      const usual = await xtc({ criteria, 'step-key': 'other', baseline: 'branch' })
      expectGate(usual, 0, 'inconclusive', 'baseline')
    }))

  test('about percentiles missing in the report use the raw result for actions; for requests, raw-requests is named', () =>
    scenario({}, async ({ xtc }) => {
      const criteria =
        'actions["Homepage"].p97.5 < 60s\ntransactions.p42 < 60s\nraw-requests["Homepage.1"].p97.5 < 60s\nrequests.p97.5 < 60s'
      const result = await xtc({ criteria })
      expectGate(result, 1, 'failed', 'criteria')
      expect(statusesOf(result)).toMatchObject({
        'actions["Homepage"].p97.5 < 60s': 'passed',
        'transactions.p42 < 60s': 'passed',
        'raw-requests["Homepage.1"].p97.5 < 60s': 'passed',
        'requests.p97.5 < 60s': 'error',
      })
      expect(errorsIn(result.mainLog).join()).toContain('raw-requests.p97.5')
    }))

  test('with a label that matches nothing are errors that name the closest', () =>
    scenario({}, async ({ xtc }) => {
      const result = await xtc({ criteria: 'requests["Hompage"].p95 < 60s' })
      expectGate(result, 1, 'failed', 'criteria')
      expect(Object.values(statusesOf(result))).toEqual(['error'])
      expect(result.mainLog).toContain('Homepage')
    }))

  test('fail the step for a failed scorecard if fail-on includes it', () =>
    scenario({ xltData: { lines: 300, scorecard: 'failed' } }, async ({ xtc }) => {
      const result = await xtc({ criteria: 'requests.p95 < 60s' })
      expectGate(result, 1, 'failed', 'scorecard')
      const tolerated = await xtc({ criteria: 'requests.p95 < 60s', 'fail-on': 'criteria' })
      expectGate(tolerated, 0, 'failed', 'scorecard')
      expect(tolerated.outputs['criteria-failed']).toBe('0')
    }))

  test('that do not exist let the run pass with a warning that nothing was judged', () =>
    scenario({ xltData: { lines: 300, scorecard: 'none' } }, async ({ xtc }) => {
      const result = await xtc()
      expectGate(result, 0, 'passed')
      expect(result.summary).toMatch(
        /^## ✅ Passed \(nothing judged\) — .*nothing was judged: there are no criteria/,
      )
      expect(result.summary).toContain('Nothing was judged')
      expect(warningsIn(result.mainLog)).toEqual([
        expect.stringContaining(
          'title=Load test%3A Passed (nothing judged)::The run finished; nothing was judged',
        ),
      ])
      expect(result.outputs['criteria']).toBe('[]')
    }))

  test.each(['criteria: []\n', '# criteria:\n#   - requests.p95 < 5ms\n'])(
    'in an empty file do not let the gate pass: %j',
    (text) =>
      scenario({ xltData: { lines: 300, scorecard: 'none' } }, async ({ xtc, directory }) => {
        const file = await given(directory, 'gate.yml', text)
        const result = await xtc({ 'criteria-file': file })
        expectGate(result, 0, 'passed')
        expect(result.summary).toContain('Passed (nothing judged)')
        expect(warningsIn(result.mainLog).join()).toContain('nothing was judged')
      }),
  )
})

describe.concurrent('missing or partial data', { timeout: 300_000 }, () => {
  test('makes the run inconclusive if it is partial', () =>
    scenario(
      { xtc: { run: { dataName: 'Download from 1 of 2 agent controllers failed.' } } },
      async ({ xtc }) => {
        const result = await xtc({ criteria: 'requests.p95 < 60s' })
        expectGate(result, 1, 'inconclusive', 'validity')
        expect(errorsIn(result.mainLog)[0]).toContain('Download from 1 of 2 agent controllers failed')
        // Judged again, it is still partial.
        const again = await xtc({
          mode: 'judge',
          provider: '',
          'output-directory': result.outputs['output-directory'] ?? '',
          criteria: 'requests.p95 < 60s',
        })
        expectGate(again, 1, 'inconclusive', 'validity')
      },
    ))

  test('is judged from the report document if the archive is missing, and collect decides about the file', () =>
    scenario({}, async ({ xtc, simulator }) => {
      simulator.faults.add({ match: { path: /\/reports\/1\/archive/ }, kind: 'status', status: 410 })
      const result = await xtc({ criteria: 'requests.p95 < 60s\nactions.p95 < 60s' })
      expectGate(result, 0, 'passed')
      const strict = await xtc({ criteria: 'requests.p95 < 60s', 'fail-on': 'collect' })
      expect(strict.outputs['outcome']).toBe('passed')
      expect(strict.exitCode).toBe(1)
    }))

  test('makes requests inconclusive without any report, and actions use the raw result', () =>
    scenario({}, async ({ xtc, simulator }) => {
      simulator.faults.add(NO_REPORT)
      const result = await xtc({ criteria: 'requests.p95 < 60s\nactions.p95 < 60s' })
      expectGate(result, 1, 'inconclusive', 'validity')
      expect(statusesOf(result)).toEqual({
        'requests.p95 < 60s': 'inconclusive',
        'actions.p95 < 60s': 'passed',
      })
    }))

  test('makes only the affected criteria inconclusive if the raw result is missing', () =>
    scenario({}, async ({ xtc, simulator }) => {
      simulator.faults.add(NO_RESULT)
      const result = await xtc({
        criteria: 'requests.p95 < 60s\nraw-requests.p95 < 60s\nactions.p97.5 < 60s',
      })
      expectGate(result, 1, 'inconclusive', 'validity')
      expect(statusesOf(result)).toEqual({
        'requests.p95 < 60s': 'passed',
        'raw-requests.p95 < 60s': 'inconclusive',
        'actions.p97.5 < 60s': 'inconclusive',
      })
    }))
})

describe.concurrent('criteria of an Errthquake run', { timeout: 300_000 }, () => {
  test('use merged executions, or one that is selected by its region', () =>
    scenario({}, async ({ errthquake }) => {
      const result = await errthquake({
        region: 'eu-west-1,us-east-1',
        criteria:
          'requests.count == 600\nrequests["eu-west-1/checkout"].p99.9 < 60s\nrequests["*/checkout"].p95 < 1ms\nagents["us-east-1"].cpu-max <= 100%',
      })
      expectGate(result, 1, 'failed', 'criteria')
      expect(statusesOf(result)).toMatchObject({
        'requests.count == 600': 'passed',
        'requests["eu-west-1/checkout"].p99.9 < 60s': 'passed',
        'requests["*/checkout"].p95 < 1ms': 'failed',
        'agents["us-east-1"].cpu-max <= 100%': 'passed',
      })
    }))

  test('are inconclusive for a run that ended early, whatever they say, even if judged again', () =>
    scenario({ errthquake: { run: { runMs: 600 } } }, async ({ errthquake }) => {
      const result = await errthquake({ 'test-duration': '1m', criteria: 'requests.p95 < 1ms' })
      expectGate(result, 1, 'inconclusive', 'validity')
      expect(errorsIn(result.mainLog)[0]).toContain('ended early')
      const again = await errthquake({
        mode: 'judge',
        provider: '',
        'output-directory': result.outputs['output-directory'] ?? '',
        criteria: 'requests.p95 < 60s',
      })
      expectGate(again, 1, 'inconclusive', 'validity')
    }))

  test('are inconclusive if one execution has no log, and collect is about the file', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      simulator.faults.add({ match: { path: /\/logs$/ }, kind: 'status', status: 410, nth: 1 })
      const result = await errthquake({ region: 'eu-west-1,us-east-1', criteria: 'requests.p95 < 60s' })
      expectGate(result, 1, 'inconclusive', 'validity')
      expect(errorsIn(result.mainLog)[0]).toContain('logs.zip is unavailable')
    }))
})

describe.skipIf(!hasSamples)('real archives', () => {
  test('are judged from start to end', () =>
    scenario({ samplesDirectory: SAMPLES }, async ({ xtc }) => {
      const criteria =
        'transactions.count == 115\nrequests.count == 3448\nraw-requests.count == 3448\nactions.p97.5 < 1m\nvalid: requests.count >= 1000\nrequests["*"].p95 < 1ms'
      const result = await xtc({ criteria })
      expectGate(result, 1, 'failed', 'criteria')
      expect(statusesOf(result)).toEqual({
        'transactions.count == 115': 'passed',
        'requests.count == 3448': 'passed',
        'raw-requests.count == 3448': 'passed',
        'actions.p97.5 < 1m': 'passed',
        'valid: requests.count >= 1000': 'passed',
        'requests["*"].p95 < 1ms': 'failed',
      })
    }))
})
