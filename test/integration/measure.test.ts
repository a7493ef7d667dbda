import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errthquakeFiles } from '../../src/providers/errthquake/files.ts'
import { xtcFiles } from '../../src/providers/xtc/files.ts'
import { troublesOf } from '../../src/step/judge/data-troubles.ts'
import type { Measurements } from '../../src/measurements/model.ts'
import type { Collected, CollectedFile } from '../../src/providers/provider.ts'
import { REQUEST_LOG_HEADER } from '../simulator/request-log.ts'

let directory = ''
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'measure-'))))
afterAll(async () => await rm(directory, { recursive: true }))

async function log(name: string, lines: number): Promise<CollectedFile> {
  const path = join(directory, name)
  await mkdir(dirname(path), { recursive: true })
  const line = '2026-01-01T00:00:00Z,1,home,https://shop.example/,GET,200,300,900,10,1000,3000,20,5,75\n'
  await writeFile(path, `${REQUEST_LOG_HEADER}\n${line.repeat(lines)}`)
  return { kind: 'result', name, path, sizeBytes: 1 }
}

const EXECUTIONS = [
  { id: 'aaa', label: 'eu-west-1' },
  { id: 'bbb', label: 'us-east-1' },
]

test.each([
  ['folders', 'aaa/logs.csv', 'bbb/logs.csv'],
  ['artifacts', 'load-test-errthquake-aaa+1.bbb.logs.csv', 'load-test-errthquake-aaa+1.aaa.logs.csv'],
])('logs are distinguished by the ids in their %s', async (_how, first, second) => {
  const files = [await log(first, 1), await log(second, 2)]
  const facts = { provider: 'errthquake' as const, ids: ['aaa', 'bbb'] }
  const { subjects } = await errthquakeFiles.measure({ files, facts }, EXECUTIONS)
  const counts = Object.fromEntries(subjects.requests?.labels.map(({ label, count }) => [label, count]) ?? [])
  const swapped = first.includes('bbb')
  expect(counts).toEqual({
    home: 3,
    'eu-west-1/home': swapped ? 2 : 1,
    'us-east-1/home': swapped ? 1 : 2,
  })
})

const NOTHING: Measurements = {
  schemaVersion: 1,
  run: { provider: 'xtc', ids: ['1'] },
  subjects: {},
  warnings: [],
}

function collected(more: Partial<Collected>): Collected {
  return { files: [], missing: [], partial: [], facts: NOTHING.run, ...more }
}

test('missing, partial or unreadable files are reported for each file', () => {
  const report: CollectedFile = { kind: 'report', name: 'report.tar.gz', path: '', sizeBytes: 1 }
  expect(troublesOf(xtcFiles, collected({}), NOTHING)).toEqual([])
  expect(
    troublesOf(xtcFiles, collected({ missing: [{ name: 'result.tar.gz', reason: 'gone' }] }), NOTHING),
  ).toMatchObject([{ file: 'result', kind: 'missing', reason: 'result.tar.gz is unavailable: gone' }])
  expect(troublesOf(xtcFiles, collected({ partial: ['half'] }), NOTHING)).toMatchObject([
    { file: 'report', kind: 'partial' },
    { file: 'result', kind: 'partial' },
  ])
  const unreadable = { ...NOTHING, warnings: [{ code: 'unreadable-part' as const, message: 'bad XML' }] }
  expect(troublesOf(xtcFiles, collected({ files: [report] }), unreadable)).toEqual([
    { file: 'report', kind: 'missing', reason: 'bad XML' },
  ])
})

test('one missing log of several makes the data partial', async () => {
  const file = await log('aaa/logs.csv', 1)
  const troubles = troublesOf(
    xtcFiles,
    collected({ files: [file], missing: [{ name: 'bbb/logs.zip', reason: 'gone' }] }),
    NOTHING,
  )
  expect(troubles).toMatchObject([{ file: 'result', kind: 'partial', fileMissing: true }])
})

test('logs without an execution id in their names are distinguished by their folders', async () => {
  const files = [await log('east/logs.csv', 1), await log('load-test-errthquake.west.logs.csv', 2)]
  const facts = { provider: 'errthquake' as const, ids: [] }
  const { subjects } = await errthquakeFiles.measure({ files, facts }, EXECUTIONS)
  expect(subjects.requests?.labels.map(({ label }) => label)).toEqual(['home', 'east/home', 'west/home'])
})

test('an unreadable or unavailable scorecard is reported, unless it was read elsewhere', () => {
  const warnings = [{ code: 'unreadable-part' as const, message: 'bad XML', affects: 'scorecard' as const }]
  const trouble = { file: 'scorecard', kind: 'missing', reason: 'bad XML' }
  expect(troublesOf(xtcFiles, collected({}), { ...NOTHING, warnings })).toEqual([trouble])
  const scorecard = { testFailed: false, rules: [] }
  expect(troublesOf(xtcFiles, collected({}), { ...NOTHING, warnings, scorecard })).toEqual([])
  expect(
    troublesOf(xtcFiles, collected({ missing: [{ name: 'scorecard.xml', reason: '500' }] }), NOTHING),
  ).toMatchObject([{ file: 'scorecard', kind: 'missing' }])
})

test('lost records make the result partial, and criteria that use it instead of a report too', () => {
  const warnings = [{ code: 'broken-line' as const, message: '2 records', affects: 'result' as const }]
  const partial = { kind: 'partial', reason: '2 records' }
  expect(troublesOf(xtcFiles, collected({}), { ...NOTHING, warnings })).toEqual([
    { file: 'result', ...partial },
  ])
  const subjects = { actions: { source: 'xlt-timers' as const, labels: [] } }
  expect(troublesOf(xtcFiles, collected({}), { ...NOTHING, warnings, subjects })).toEqual([
    { file: 'result', ...partial },
    { file: 'report', ...partial },
  ])
})
