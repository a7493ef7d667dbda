import { Ajv, type AnySchema } from 'ajv'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { measurementsText, readMeasurements } from '../../src/measurements/measurements-file.ts'
import type { Measurements, RunFacts } from '../../src/measurements/model.ts'
import { measureRequestLogs, measureXlt } from '../../src/measurements/measure-files.ts'
import { regularFile } from '../../src/platform/files/regular-file.ts'
import { xltReportArchive, xltReportFiles } from '../simulator/xlt-report-data.ts'
import { DEFAULT_XLT_DATA } from '../simulator/xlt-scenarios.ts'
import { tarOf, zipOf } from '../unit/formats/archives/archives.ts'
import { SAMPLES, samplesAreThere } from '../unit/measurements/xlt/samples.ts'

const XTC_RUN: RunFacts = { provider: 'xtc', ids: ['17'], test: 'Checkout' }
const ERRTHQUAKE_RUN: RunFacts = {
  provider: 'errthquake',
  ids: ['aaaa1111', 'bbbb2222'],
  observed: [{ virtualUsers: 40, lastedMs: 60_000 }],
}
const REPORT = '<testreport><actions><action><name>A</name><count>3</count></action></actions></testreport>'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'read-run-'))
})
afterAll(() => rm(directory, { recursive: true }))

async function fileWith(name: string, content: Buffer | string): Promise<string> {
  const path = join(directory, name)
  await writeFile(path, content)
  return path
}

/** Writes the measurements, checks the file against the published schema, and reads it back. */
async function throughFile(measurements: Measurements): Promise<Measurements> {
  const path = join(directory, 'measurements.json')
  await writeFile(path, measurementsText(measurements))
  const schema: AnySchema = JSON.parse(await readFile('docs/measurements.schema.json', 'utf8'))
  const ajv = new Ajv({ strict: false })
  await ajv.validate(schema, JSON.parse(await readFile(path, 'utf8')))
  expect(ajv.errors ?? []).toEqual([])
  return readMeasurements(regularFile(path), ['xtc', 'errthquake'])
}

const measureRun2011 = () =>
  measureXlt({
    open: regularFile,
    reportArchivePath: SAMPLES.report2011,
    resultArchivePath: SAMPLES.result2011,
    run: XTC_RUN,
  })

describe.skipIf(!samplesAreThere())('the real run of 2011', () => {
  test('combines report and raw result: figures of the report, histogram and series of the raw result', async () => {
    const { subjects, warnings, run, agents } = await measureRun2011()
    expect(warnings).toEqual([])
    expect(Object.keys(subjects).toSorted()).toEqual([
      'actions',
      'custom',
      'raw-requests',
      'requests',
      'transactions',
    ])
    expect(subjects.requests!.total!.count).toBe(3448)
    expect(subjects['raw-requests']!.total!.count).toBe(3448)
    expect(subjects.transactions!.labels[0]).toMatchObject({ count: 115, meanMs: 1565.809, medianMs: 1500 })
    expect(
      subjects.transactions!.labels[0]!.histogram!.buckets.reduce((sum, [, count]) => sum + count, 0),
    ).toBe(115)
    for (const action of subjects.actions!.labels) {
      expect(action).toMatchObject({ count: 115, errors: 0 })
      expect(action.series!.count.reduce((a, b) => a + b, 0)).toBe(115)
    }
    expect(run.loadProfile![0]!.settings).toContainEqual(['numberOfUsers', '3'])
    expect(agents).toEqual([{ agent: 'Agent-embedded_00-localhost-8500' }])
  })

  test('has percentiles in the raw result that match the report within its rounding', async () => {
    const report = await measureXlt({
      open: regularFile,
      reportArchivePath: SAMPLES.report2011,
      run: XTC_RUN,
    })
    const raw = await measureXlt({ open: regularFile, resultArchivePath: SAMPLES.result2011, run: XTC_RUN })
    for (const subject of ['actions', 'transactions'] as const)
      for (const stated of report.subjects[subject]!.labels) {
        const measured = raw.subjects[subject]!.labels.find(({ label }) => label === stated.label)!
        expect(measured).toMatchObject({ count: stated.count, minMs: stated.minMs, maxMs: stated.maxMs })
        expect(measured.meanMs).toBeCloseTo(stated.meanMs!, 3)
        expect(measured.deviationMs).toBeCloseTo(stated.deviationMs!, 3)
        for (const [percentile, ms] of stated.percentilesMs!) {
          const own = measured.percentilesMs!.find(([p]) => p === percentile)![1]
          expect(Math.abs(own - ms)).toBeLessThanOrEqual(10 + 0.005 * ms)
        }
      }
  })

  test('can be written and read, and matches its schema', async () => {
    const measurements = await measureRun2011()
    const read = await throughFile(measurements)
    expect(read.run).toEqual(measurements.run)
    expect(read.subjects.actions!.labels.map(({ label, histogram }) => [label, histogram])).toEqual(
      measurements.subjects.actions!.labels.map(({ label, histogram }) => [label, histogram]),
    )
    expect(read.subjects['raw-requests']!.total!.meanMs).toBe(39.5508)
  })

  test('like the report of 2017 can be written and read', async () => {
    const measurements = await measureXlt({
      open: regularFile,
      testReportXmlPath: SAMPLES.report2017,
      run: XTC_RUN,
    })
    expect(await throughFile(measurements)).toEqual(measurements)
  })
})

describe('parts of an XTC run', () => {
  test('series of requests from the report can be written and read, and match the schema', async () => {
    const files = await xltReportFiles(3, DEFAULT_XLT_DATA)
    const archive = await buffer(xltReportArchive(3, files, DEFAULT_XLT_DATA))
    const measurements = await measureXlt({
      open: regularFile,
      testReportXmlPath: await fileWith('testreport.xml', files.testReport),
      scorecardXmlPath: await fileWith('scorecard.xml', files.scorecard!),
      reportArchivePath: await fileWith('report.tar.gz', archive),
      run: XTC_RUN,
    })
    const { series } = (await throughFile(measurements)).subjects.requests!.total!
    expect(series).toMatchObject({ intervalMs: measurements.subjects.requests!.total!.series!.intervalMs })
    expect(Object.keys(series!)).toEqual(['startMs', 'intervalMs', 'count', 'meanMs'])
  })

  test('a report that covers less than the raw result is a warning', async () => {
    const timers = Array.from({ length: 4 }, (_, i) => `A,A,${1768467600000 + i},${i},false\n`).join('')
    const { subjects, warnings } = await measureXlt({
      open: regularFile,
      reportArchivePath: await fileWith(
        'report.tar.gz',
        gzipSync(
          await tarOf({
            'x/index.html': '',
            'x/testreport.xml': REPORT.replace(
              '</testreport>',
              '<summary><actions><count>3</count></actions></summary></testreport>',
            ),
          }),
        ),
      ),
      resultArchivePath: await fileWith('result.tar.gz', gzipSync(await tarOf({ 'x/timers.csv': timers }))),
      run: XTC_RUN,
    })
    expect(warnings.map(({ code }) => code)).toEqual(['report-covers-less'])
    expect(subjects.actions).toMatchObject({ source: 'xlt-report', labels: [{ label: 'A', count: 3 }] })
    expect(subjects.actions!.labels[0]!.histogram).toBeDefined()
  })

  test('a report without actions gets no action labels from the raw result', async () => {
    const summary = '<summary><actions><count>0</count></actions></summary>'
    const report = `<testreport>${summary}</testreport>`
    const { subjects } = await measureXlt({
      testReportXmlPath: await fileWith('testreport.xml', report),
      resultArchivePath: await fileWith(
        'result.tar.gz',
        gzipSync(await tarOf({ 'x/timers.csv': 'A,A,1768467600000,1,false\n' })),
      ),
      run: XTC_RUN,
      open: regularFile,
    })
    expect(subjects.actions).toEqual({ source: 'xlt-report', total: { count: 0 }, labels: [] })
  })

  test('the scorecard comes as a separate file or from the archive', async () => {
    const scorecard = '<scorecard><outcome testFailed="false" points="3"/></scorecard>'
    const archive = gzipSync(await tarOf({ 'x/scorecard.xml': scorecard, 'x/testreport.xml': REPORT }))
    const reportArchivePath = await fileWith('report2.tar.gz', archive)
    const scorecardXmlPath = await fileWith('scorecard.xml', scorecard)
    const testReportXmlPath = await fileWith('testreport.xml', REPORT)
    for (const files of [{ reportArchivePath }, { scorecardXmlPath, testReportXmlPath }]) {
      const {
        scorecard: read,
        subjects,
        warnings,
      } = await measureXlt({ open: regularFile, ...files, run: XTC_RUN })
      expect(read).toEqual({ points: 3, testFailed: false, rules: [] })
      expect(subjects.actions!.labels).toHaveLength(1)
      expect(warnings).toEqual([])
    }
  })

  test('parts that cannot be read are a warning, and the rest is measured', async () => {
    const { subjects, warnings } = await measureXlt({
      open: regularFile,
      testReportXmlPath: await fileWith('broken.xml', '<testreport><actions>'),
      reportArchivePath: await fileWith(
        'report3.tar.gz',
        gzipSync(await tarOf({ 'x/testreport.xml': REPORT })),
      ),
      resultArchivePath: await fileWith('result3.tar.gz', gzipSync('x'.repeat(1000)).subarray(0, 20)),
      scorecardXmlPath: join(directory, 'absent.xml'),
      run: XTC_RUN,
    })
    expect(subjects.actions!.labels).toHaveLength(1)
    expect(warnings.map(({ code, message }) => [code, message.split(' could')[0]])).toEqual([
      ['unreadable-part', 'testreport.xml'],
      ['unreadable-part', 'scorecard.xml'],
      ['unreadable-part', 'the raw result'],
    ])
    expect(warnings.map(({ affects }) => affects)).toEqual([undefined, 'scorecard', undefined])
  })

  test('no files at all give no subjects', async () => {
    expect(await measureXlt({ open: regularFile, run: XTC_RUN })).toEqual({
      schemaVersion: 1,
      run: XTC_RUN,
      subjects: {},
      warnings: [],
    })
  })
})

describe('an Errthquake run', () => {
  const HEADER = 'time,command,status,msec_duration,pct_cpuidle\n'
  const log = (seconds: number[], ms: number) =>
    HEADER + seconds.map((s) => `${1768467600 + s},checkout,200,${ms},75\n`).join('')

  test('with one execution', async () => {
    const logsZipPath = await fileWith('logs.zip', zipOf({ 'logs.csv': log([0, 1, 2], 100) }))
    const measured = await measureRequestLogs({
      open: regularFile,
      executions: [{ label: 'eu', logsZipPath }],
      run: ERRTHQUAKE_RUN,
    })
    expect(measured.subjects.requests!.labels).toMatchObject([{ label: 'checkout', count: 3, meanMs: 100 }])
    expect(measured.subjects.requests!.total!.ratePerSecond).toBeCloseTo(3 / 2.1, 9)
    expect(measured.agents).toEqual([{ agent: 'eu', cpuMeanPercent: 25, cpuMaxPercent: 25 }])
    expect((await throughFile(measured)).run).toEqual(ERRTHQUAKE_RUN)
    expect((await throughFile(measured)).subjects.requests!.labels[0]!.series).toEqual(
      measured.subjects.requests!.labels[0]!.series,
    )
  })

  test('with several executions: labels of all together, and of each with its own name', async () => {
    const measured = await measureRequestLogs({
      open: regularFile,
      executions: [
        { label: 'eu-west-1', logsZipPath: await fileWith('a.zip', zipOf({ 'logs.csv': log([0, 1], 100) })) },
        { label: 'us-east-1', logsCsvPath: await fileWith('b.csv', log([1, 2, 3, 4], 400)) },
      ],
      run: ERRTHQUAKE_RUN,
    })
    const { total, labels } = measured.subjects.requests!
    expect(total).toMatchObject({ count: 6, meanMs: 300, maxMs: 400 })
    expect(total!.series!.count).toEqual([1, 2, 1, 1, 1])
    expect(labels.map(({ label, count }) => [label, count])).toEqual([
      ['checkout', 6],
      ['eu-west-1/checkout', 2],
      ['us-east-1/checkout', 4],
    ])
    expect(measured.agents!.map(({ agent }) => agent)).toEqual(['eu-west-1', 'us-east-1'])
  })

  test('with an unreadable log, which is a warning, while the others count', async () => {
    const measured = await measureRequestLogs({
      open: regularFile,
      executions: [
        { label: 'eu', logsZipPath: await fileWith('c.zip', 'not a zip') },
        { label: 'us', logsCsvPath: await fileWith('d.csv', log([0], 5)) },
      ],
      run: ERRTHQUAKE_RUN,
    })
    expect(measured.subjects.requests!.total!.count).toBe(1)
    expect(measured.warnings[0]).toMatchObject({
      code: 'unreadable-part',
      message: expect.stringContaining('of eu'),
    })
  })

  test('with several CSVs in a logs.zip: all count, and an unreadable one is a warning', async () => {
    const zip = (name: string, more: Record<string, string>) =>
      fileWith(
        name,
        zipOf({ 'a.csv': log([0, 1], 5) + '17684', 'b.csv': log([2], 5), '__MACOSX/._b.csv': 'x', ...more }),
      )
    const whole = await measureRequestLogs({
      open: regularFile,
      executions: [{ label: '', logsZipPath: await zip('several.zip', {}) }],
      run: ERRTHQUAKE_RUN,
    })
    expect(whole.subjects.requests!.total!.count).toBe(3)
    expect(whole.warnings.filter(({ code, affects }) => code === 'unreadable-part' || affects)).toEqual([])
    const part = await measureRequestLogs({
      open: regularFile,
      executions: [{ label: '', logsZipPath: await zip('part.zip', { 'c.csv': 'no,log\n1,2\n' }) }],
      run: ERRTHQUAKE_RUN,
    })
    expect(part.subjects.requests!.total!.count).toBe(3)
    expect(part.warnings[0]).toMatchObject({
      code: 'unreadable-part',
      message: expect.stringContaining('"c.csv"'),
    })
  })

  test('with labels named like object properties, which are normal labels', async () => {
    const logsCsvPath = await fileWith(
      'e.csv',
      'command,status,msec_duration\n__proto__,200,5\nconstructor,200,6\n',
    )
    const measured = await measureRequestLogs({
      open: regularFile,
      executions: [{ label: '', logsCsvPath }],
      run: ERRTHQUAKE_RUN,
    })
    const read = await throughFile(measured)
    expect(read.subjects.requests!.labels.map(({ label }) => label)).toEqual(['__proto__', 'constructor'])
  })
})
