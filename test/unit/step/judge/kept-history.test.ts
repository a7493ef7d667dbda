import { keepRun } from '../../../../src/step/judge/keep-run.ts'
import { SERVICES } from '../../../../src/providers/services.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Log, WorkflowContext } from '../../../../src/foundation/ports.ts'
import { measurementsText } from '../../../../src/measurements/measurements-file.ts'
import { readKeptBaseline, type CachingStep } from '../../../../src/step/judge/baseline-cache.ts'
import { baselineKeyOf } from '../../../../src/step/judge/baseline-key.ts'
import { timeOf } from '../../../../src/step/judge/history/earlier-run.ts'
import {
  earlierRunOf,
  historyText,
  isHistory,
  keptOf,
  parseHistory,
} from '../../../../src/step/judge/history/kept-history.ts'
import { countsForUsual, ownRun } from '../../../../src/step/judge/history/own-run.ts'
import { readEntryParts, writeEntryPart } from '../../../../src/step/judge/signed-entry.ts'
import { playedRun } from '../../verdict/against-usual/played-runs.ts'
import { readPercentile } from '../../verdict/run-data.ts'
import { cacheOf } from './memory-cache.ts'

const KEY = Buffer.alloc(32, 5)
const NOW = Date.parse('2026-05-10T12:00:00Z')
const noted: string[] = []
const log = {
  info: (text: string) => noted.push(text),
  warning: (text: string) => noted.push(text),
} as unknown as Log
const context = {
  repository: 'acme/shop',
  ref: 'refs/heads/main',
  refName: 'main',
  baseRef: '',
  eventName: 'push',
  runId: '77',
  attempt: 1,
} as WorkflowContext

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kept-'))
})
afterAll(() => rm(directory, { recursive: true }))

function portsOf(entries: { key: string; content: Buffer }[], nowMs: number): CachingStep {
  return {
    cache: cacheOf(entries),
    log,
    context,
    baselineKey: 'step',
    services: SERVICES,
    key: KEY,
    nowMs: () => nowMs,
  }
}

const run = (number: number) => playedRun({ run: number, labels: 3 })
const own = (number: number) => ownRun(run(number), [], readPercentile)

async function pathOf(number: number): Promise<string> {
  const path = join(directory, `${number}.json`)
  await writeFile(path, [...measurementsText(run(number))].join(''))
  return path
}

async function keep(
  entries: { key: string; content: Buffer }[],
  number: number,
  asBaseline: boolean,
): Promise<void> {
  const ports = portsOf(entries, NOW + number * 60_000)
  const { before } = await readKeptBaseline(ports)
  await keepRun(ports, {
    measurementsPath: await pathOf(number),
    earlier: [own(number)],
    asBaseline,
    before: before!,
  })
}

test('a saved run is read back', async () => {
  const kept = keptOf(own(1))
  const text = historyText({ baseline: null, runs: [kept] })!
  expect(isHistory(Buffer.from(text))).toBe(true)
  const read = await parseHistory(Buffer.from(text), ['xtc'])
  const again = earlierRunOf(read!.runs[0]!)
  expect(again.atMs).toBe(timeOf(run(1)))
  const { labels, total } = again.figures.subjects.get('requests')!
  const expected = own(1).figures.subjects.get('requests')!
  expect(again.figures.id).toBe(own(1).figures.id)
  expect(labels.map(({ label }) => label)).toEqual(expected.labels.map(({ label }) => label))
  for (const [name, { value, samplingVariance }] of expected.total!.figures) {
    expect(total!.figures.get(name)!.value).toBeCloseTo(value, 2)
    expect((total!.figures.get(name)!.samplingVariance ?? 0) / (samplingVariance ?? 1)).toBeCloseTo(1, 1)
  }
  expect([...total!.figures.keys()].sort()).toEqual(['mean', 'p50', 'p95', 'rate'])
})

test('a failed run is added to the history but does not become the baseline; a passed one does', async () => {
  const entries: { key: string; content: Buffer }[] = []
  await keep(entries, 1, false)
  const red = await readKeptBaseline(portsOf(entries, NOW + 120_000))
  expect(red).toMatchObject({
    missing: 'There is no baseline for branch main, because none of its kept runs passed.',
    certain: true,
  })
  expect(red.history).toHaveLength(1)
  await keep(entries, 2, true)
  await keep(entries, 3, false)
  const found = await readKeptBaseline(portsOf(entries, NOW + 240_000))
  expect('measurements' in found && found.measurements.run.ids).toEqual(['2'])
  expect(found.history?.map(({ facts }) => facts.ids[0])).toEqual(['1', '2', '3'])
  // The same run, judged again by another attempt, is kept only once.
  await keep(entries, 3, true)
  expect((await readKeptBaseline(portsOf(entries, NOW + 240_000))).history).toHaveLength(3)
})

test('at most 40 runs and 4 MB are kept, and the oldest are dropped first', () => {
  const one = keptOf(own(1))
  const runs = Array.from({ length: 50 }, (_, index) => ({ ...one, id: `${index}` }))
  const many = JSON.parse(historyText({ baseline: 'a', runs })!) as { runs: { id: string }[] }
  expect(many.runs.map(({ id }) => id)).toEqual(runs.slice(0, 40).map(({ id }) => id))
  const large = keptOf(ownRun(playedRun({ run: 1, labels: 6000 }), [], readPercentile))
  const text = historyText({ baseline: 'a', runs: runs.map(() => large) })!
  expect(text.length).toBeLessThan(4e6)
  expect((JSON.parse(text) as { runs: unknown[] }).runs.length).toBeGreaterThan(5)
  const huge = keptOf(ownRun(playedRun({ run: 1, labels: 60_000 }), [], readPercentile))
  expect(historyText({ baseline: 'a', runs: [huge] })).toBeUndefined()
})

test('an older baseline placed after the history is not the baseline', async () => {
  const entries: { key: string; content: Buffer }[] = []
  await keep(entries, 1, true)
  await keep(entries, 2, true)
  const [older, newer] = entries.map(({ content }) => readEntryParts(KEY, content)!)
  const entry = entries.at(-1)!
  entry.content = Buffer.concat([newer![0]!.signed, older![1]!.signed])
  const found = await readKeptBaseline(portsOf(entries, NOW + 180_000))
  expect(found).toMatchObject({ missing: expect.stringContaining('none of its kept runs passed') as string })
})

test('a history of another branch, or under another key, is not used', async () => {
  const origin = {
    repository: 'acme/shop',
    ref: 'refs/heads/slow',
    step: 'step',
    workflowRunId: '7',
    attempt: 1,
    keptAtMs: NOW,
  }
  const text = Buffer.from(historyText({ baseline: null, runs: [keptOf(own(1))] })!)
  const { bytes, signature } = writeEntryPart(KEY, origin, text)
  const key = baselineKeyOf({ ...origin, ref: 'refs/heads/main' }, signature)
  const found = await readKeptBaseline(portsOf([{ key, content: bytes }], NOW))
  expect(found.history).toBeUndefined()
  expect(found).toMatchObject({ before: { unknown: 'no-good' } })
  expect('missing' in found && found.missing).toContain('it was kept for refs/heads/slow')
})

test('an entry that could not be read is not overwritten', async () => {
  const entries: { key: string; content: Buffer }[] = []
  const ports = portsOf(entries, NOW)
  const path = await pathOf(1)
  for (const unknown of ['out-of-reach', 'no-good'] as const)
    await keepRun(ports, {
      measurementsPath: path,
      earlier: [own(1)],
      asBaseline: false,
      before: { unknown },
    })
  await keepRun(ports, {
    measurementsPath: path,
    earlier: [],
    asBaseline: true,
    before: { unknown: 'out-of-reach' },
  })
  expect(entries).toEqual([])
  expect(noted.at(-1)).toBe(
    'The run was not kept as a baseline: the kept data could not be read, and would be lost.',
  )
  await keepRun(ports, {
    measurementsPath: path,
    earlier: [],
    asBaseline: true,
    before: { unknown: 'no-good' },
  })
  expect(entries).toHaveLength(1)
})

test('every valid run counts for the usual, and no other', () => {
  const measurements = run(1)
  const counts = (
    outcome: 'passed' | 'failed' | 'inconclusive' | 'error',
    reason: 'criteria' | 'baseline' | 'validity' | '',
  ) => countsForUsual({ outcome, reason }, measurements)
  expect(counts('passed', '')).toBe(true)
  expect(counts('failed', 'criteria')).toBe(true)
  expect(counts('inconclusive', 'baseline')).toBe(true)
  expect(counts('inconclusive', 'validity')).toBe(false)
  expect(counts('error', '')).toBe(false)
  const partial = { ...measurements, warnings: [{ code: 'partial-archives' as const, message: 'Half.' }] }
  expect(countsForUsual({ outcome: 'passed', reason: '' }, partial)).toBe(false)
})
