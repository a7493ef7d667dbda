import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { FileSource } from '../../../../src/foundation/file-source.ts'
import { measureXlt } from '../../../../src/measurements/measure-files.ts'
import type { LabelTiming, Series } from '../../../../src/measurements/model.ts'
import { withChartSeries } from '../../../../src/measurements/xlt/report-charts.ts'
import { regularFile } from '../../../../src/platform/files/regular-file.ts'
import { xltReportArchive, xltReportFiles } from '../../../simulator/xlt-report-data.ts'
import { xltResultArchive } from '../../../simulator/xlt-result-data.ts'
import { DEFAULT_XLT_DATA } from '../../../simulator/xlt-scenarios.ts'
import { type Files, tarOf } from '../../formats/archives/archives.ts'
import { SAMPLES, samplesAreThere } from './samples.ts'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'charts-'))
})
afterAll(() => rm(directory, { recursive: true }))

const START_MS = Date.UTC(2026, 4, 12, 9, 30)
/** Two requests of 100 ms in each of three seconds. */
const CHART = JSON.stringify([0, 1, 2].map((second) => [START_MS + second * 1000, 100, 90, 110, 2]))
const SERIES: Series = { startMs: START_MS, intervalMs: 1000, count: [2, 2, 2], meanMs: [100, 100, 100] }

async function archiveOf(files: Files): Promise<FileSource> {
  return archiveWith(gzipSync(await tarOf(files)))
}

async function archiveWith(bytes: Uint8Array): Promise<FileSource> {
  const path = join(directory, 'report.tar.gz')
  await writeFile(path, bytes)
  return regularFile(path)
}

/** The labels with a series, of those in a report with six requests each. */
async function chartedLabels(labels: string[], archive: FileSource): Promise<string[]> {
  const timings = labels.map((label): LabelTiming => ({ label, count: 6 }))
  const requests = { source: 'xlt-report' as const, labels: timings, total: { count: 6 } }
  const report = await withChartSeries({ subjects: { requests }, warnings: [] }, archive)
  const { total, labels: charted } = report.subjects.requests!
  const all = [...charted, ...(total ? [{ ...total, label: 'total' }] : [])]
  return all.flatMap(({ label, series }) => (series ? [label] : []))
}

describe('a report with chart data', () => {
  async function measured(withResult: boolean) {
    const settings = DEFAULT_XLT_DATA
    const files = await xltReportFiles(3, settings)
    const reportArchivePath = join(directory, 'simulated-report.tar.gz')
    await writeFile(reportArchivePath, await buffer(xltReportArchive(3, files, settings)))
    const resultArchivePath = join(directory, 'simulated-result.tar.gz')
    await writeFile(resultArchivePath, await buffer(xltResultArchive(3, settings)))
    return await measureXlt({
      open: regularFile,
      reportArchivePath,
      ...(withResult && { resultArchivePath }),
      run: { provider: 'xtc', ids: ['1'] },
    })
  }

  test('gives every label of requests and their total a series that has all requests', async () => {
    const { subjects, warnings } = await measured(false)
    expect(warnings).toEqual([])
    const { labels, total } = subjects.requests!
    expect(labels.length).toBeGreaterThan(5)
    for (const { count, meanMs, series } of [...labels, total!]) {
      expect(series!.count.reduce((sum, one) => sum + one, 0)).toBe(count)
      const sumMs = series!.count.reduce((sum, one, at) => sum + one * (series!.meanMs[at] ?? 0), 0)
      // XLT rounds each mean down.
      expect(meanMs! - sumMs / count).toBeGreaterThanOrEqual(-0.01)
      expect(meanMs! - sumMs / count).toBeLessThanOrEqual(1)
    }
  })

  test('agrees with the raw requests: the same total, when they ended', async () => {
    const { subjects } = await measured(true)
    const [merged, raw] = [subjects.requests!.total!.series!, subjects['raw-requests']!.total!.series!]
    expect(Math.abs(merged.startMs - raw.startMs)).toBeLessThanOrEqual(raw.intervalMs)
    expect(raw.p95Ms).toBeDefined()
    expect(merged.p95Ms).toBeUndefined()
    expect(merged.count.reduce((a, b) => a + b)).toBe(raw.count.reduce((a, b) => a + b))
  })
})

describe.skipIf(!samplesAreThere())('the report of 2011', () => {
  test('has no chart data, and therefore no series of requests', async () => {
    const { subjects, warnings } = await measureXlt({
      open: regularFile,
      reportArchivePath: SAMPLES.report2011,
      run: { provider: 'xtc', ids: ['1'] },
    })
    expect(warnings).toEqual([])
    expect(subjects.requests!.labels.length).toBeGreaterThan(5)
    for (const timing of [...subjects.requests!.labels, subjects.requests!.total!])
      expect(timing.series).toBeUndefined()
  })
})

test('a series has what the rows have', async () => {
  const requests = { source: 'xlt-report' as const, labels: [{ label: 'A', count: 6 }] }
  const archive = await archiveOf({ 'top/charts/requests/A.json': CHART })
  const { subjects } = await withChartSeries({ subjects: { requests }, warnings: [] }, archive)
  expect(subjects.requests).toEqual({ ...requests, labels: [{ label: 'A', count: 6, series: SERIES }] })
})

test('finds labels by the names that XLT gives to files', async () => {
  const archive = await archiveOf({
    'top/charts/requests/GET $2fa$3fb=$24c$2c ü.json': CHART,
    'top/charts/requests/All Requests.json': CHART,
    'top/charts/actions/B.json': CHART,
    'top/other/charts/requests/B.json': CHART,
    'top/charts/requests/sub/B.json': CHART,
  })
  expect(await chartedLabels(['GET /a?b=$c, ü', 'B'], archive)).toEqual(['GET /a?b=$c, ü', 'total'])
})

test('a name that may mean two labels means none', async () => {
  const archive = await archiveOf({
    'charts/requests/All Requests.json': CHART,
    'charts/requests/A.json': CHART,
  })
  expect(await chartedLabels(['All Requests', 'A'], archive)).toEqual(['A'])
})

test.each([
  ['not JSON', '[[1'],
  ['another structure', '{"__proto__":{"a":1}}'],
  ['numbers without end', `[[${START_MS},1e999,1,1,6]]`],
  ['too large', `${CHART}${' '.repeat(1_000_000)}`],
  ['requests of another report', CHART.replaceAll(',2]', ',900]')],
])('%s: this label has no series, the others have', async (_, content) => {
  const archive = await archiveOf({ 'x/charts/requests/A.json': content, 'x/charts/requests/B.json': CHART })
  expect(await chartedLabels(['A', 'B'], archive)).toEqual(['B'])
})

test('the first file of a name counts', async () => {
  const one = await tarOf({ 'x/charts/requests/A.json': '[]', 'y/charts/requests/A.json': CHART })
  expect(await chartedLabels(['A'], await archiveWith(one))).toEqual([])
})

test('at most 200 labels have a series', async () => {
  const labels = Array.from({ length: 300 }, (_, index) => `Label ${index}`)
  const files = Object.fromEntries(labels.map((label) => [`x/charts/requests/${label}.json`, CHART]))
  const charted = await chartedLabels(labels, await archiveOf(files))
  expect(charted.length).toBeGreaterThanOrEqual(100)
  expect(charted.length).toBeLessThanOrEqual(200)
})

test('after many files in another form, the others are not read', async () => {
  const labels = Array.from({ length: 30 }, (_, index) => `Label ${index}`)
  const bad = labels.slice(0, 25).map((label) => [`x/charts/requests/${label}.json`, '[[]]'])
  const good = labels.slice(25).map((label) => [`x/charts/requests/${label}.json`, CHART])
  expect(await chartedLabels(labels, await archiveOf(Object.fromEntries([...bad, ...good])))).toEqual([])
  expect(
    await chartedLabels(labels, await archiveOf(Object.fromEntries([...bad.slice(5), ...good]))),
  ).toHaveLength(5)
})

test('a broken archive is a note, and the report stays as it is', async () => {
  const bytes = gzipSync(await tarOf({ 'x/charts/requests/A.json': CHART }))
  const requests = { source: 'xlt-report' as const, labels: [{ label: 'A', count: 6 }] }
  const archive = await archiveWith(bytes.subarray(0, bytes.length - 20))
  const report = await withChartSeries({ subjects: { requests }, warnings: [] }, archive)
  expect(report.warnings.map(({ code }) => code)).toEqual(['note'])
  expect(report.subjects).toEqual({ requests })
})
