import { expect, test } from 'vitest'

import { VectorMemory } from '../../../../src/measurements/lines/vector-memory.ts'
import { readRequestLog } from '../../../../src/measurements/request-log/request-log.ts'
import { RequestLogTotals } from '../../../../src/measurements/request-log/request-log-totals.ts'
import { loadOverTime } from '../../../../src/measurements/totals/load-collector.ts'

const HEADER = 'time,client_id,url,command,status,req_bytes,resp_bytes,msec_duration,pct_cpuidle'
const START_MS = Date.UTC(2026, 0, 15, 9, 59, 58)
const at = (ms: number): string => new Date(START_MS + ms).toISOString()

/** A usual line, with other values in some columns. */
function line(values: Record<string, string> = {}): string {
  const usual: Record<string, string> = {
    time: at(250),
    client_id: 'c',
    url: 'u',
    command: 'home',
    status: '200',
    req_bytes: '1',
    resp_bytes: '2',
    msec_duration: '120',
    pct_cpuidle: '50',
  }
  return HEADER.split(',')
    .map((column) => values[column] ?? usual[column])
    .join(',')
}

async function everythingBy(how: 'vectors' | 'bytes', lines: string[]) {
  const totals = new RequestLogTotals({ memory: new VectorMemory(how) })
  async function* chunks(): AsyncGenerator<Buffer> {
    yield Buffer.from([HEADER, ...lines, ''].join('\n'))
  }
  await readRequestLog(chunks(), totals)
  const requests = totals.requests.toSubject('request-log', 60_000, { hasCodes: true })
  const more = { span: [totals.firstMs, totals.lastMs], load: loadOverTime([totals.load()]) }
  return { requests, ...more, warnings: totals.warnings(''), slowLines: totals.index.slowLines }
}

/** The first line of a kind is always read by JavaScript, so that each one occurs again. */
async function expectSame(lines: string[]) {
  const { slowLines, ...byVectors } = await everythingBy('vectors', lines)
  const { slowLines: all, ...byBytes } = await everythingBy('bytes', lines)
  expect(byVectors).toEqual(byBytes)
  expect(all).toBe(lines.length)
  return { ...byVectors, slowLines }
}

test('a status of 400 and more is a failure, as in JavaScript', async () => {
  const statuses = ['200', '399', '399.5', '400', '400.5', '1', '0', '200', '400']
  const { requests, slowLines } = await expectSame(statuses.map((status) => line({ status })))
  expect(requests?.total?.errors).toBe(4)
  expect(slowLines).toBe(1)
})

test.each([
  ['no time is cut', [at(900), at(0), at(100)], 0],
  ['a time is cut to its second', [at(900), at(0).replace('.000Z', 'Z'), at(100)], 100],
  ['the same with seconds since 1970', [at(900), String(START_MS / 1000), at(700)], 700],
])('the start of a log in which %s', async (_, times, startMs) => {
  const { span, slowLines } = await expectSame(times.map((time) => line({ time })))
  expect(span[0]).toBe(START_MS + startMs)
  expect(slowLines).toBe(1)
})

test.each([
  '1969-12-31T23:59:59.250Z',
  '20x6-01-15T09:30:15.250Z',
  '2026-13-15T09:30:15.250Z',
  // Each differs in one bit from a time in the minute of the others.
  '2026-01-15T09:59;58.250Z',
  '2026-01-15T09:59:5:.250Z',
  '2026-01-15T09:59:58/250Z',
  '2026-01-15T09:59:58.25:Z',
  '2026-01-15T09:59:58.250[',
  '2026-01-15T09:59;58Z',
  '2026-01-15T09:59:58[',
  '2026-01-15T09:59:58Y',
  '2026-01-15T09:59:58x00:00',
  '2026-01-15T09:59:58.250x0000',
  '2026-01-15T09:59:58+00:000',
  '2026-01-15T09:59:58.250+0',
  '2026-01-15T09:59:58.250+000',
])('a time that cannot be one stays that when it is repeated: %s', async (time) => {
  const { span, warnings } = await expectSame([line(), ...Array.from({ length: 3 }, () => line({ time }))])
  expect(span).toEqual([START_MS + 250, START_MS + 370])
  expect(warnings.map(({ code }) => code)).toEqual(['note', 'clock'])
})

test('times at the ends of intervals and of possible times', async () => {
  const earliest = Date.UTC(2000)
  const latest = Date.UTC(2100)
  const inside = [0, 999, 1000, 1001, 255_999, 256_000, 0].map(at)
  await expectSame(inside.map((time) => line({ time })))
  for (const first of [earliest, latest - 2000]) {
    const times = [first, earliest - 1, earliest, latest - 1, latest, first + 1, latest + 1, latest]
    const possible = times.filter((ms) => Math.abs(ms - first) < 10_000)
    const { span } = await expectSame([...possible, ...possible].map((ms) => line({ time: String(ms) })))
    expect(span[0]).toBe(Math.min(...possible))
  }
})

test.each([
  ['0.5', '.5', '0.5', '00.5', '5.', '05', '5'],
  ['57', '50', '570', '057', '7', '07', '7.0', '70'],
  ['12345678', '12345670', '1234567.8', '123456.78', '12345678.', '.12345678'],
  ['123456789', '123456789.5', '999999999999999', '9007199254740993', '12345678901234567890'],
  ['1e5', '1E+5', '1e-5', '1.5e3', '5e22', '5e23', '3e-23', '1e0000000005', '1e4294967297', '2.e3'],
  ['+1', '-0', '-1', ' 1', '1 ', '1,', '', '1:', '1/', '/1', '1..5', '1.2.3', '\u0000', '1\u0000'],
])('numbers that look alike: %s, %s, %s and others', async (...numbers) => {
  const columns = ['req_bytes', 'msec_duration', 'pct_cpuidle', 'status']
  const pairs = numbers.flatMap((one) => numbers.flatMap((other) => [one, other]))
  for (const column of columns)
    for (const quote of ['', '"']) {
      const lines = pairs.map((value) => line({ [column]: quote + value + quote }))
      const { span } = await expectSame([line(), ...lines])
      expect(span[0]).toBe(START_MS + 250)
    }
})

test('a client is active from its first start to its last end, in any order', async () => {
  const requests = [
    [1_000, 1_000],
    [1_500, 4_000],
    [2_000, 100],
    [0, 50],
    [5_500, 1],
    [3_000, 9_000],
  ] as const
  const linesOf = (client: string) =>
    requests.map(([ms, duration]) =>
      line({ time: at(2_000 + ms), msec_duration: String(duration), client_id: client }),
    )
  // JavaScript reads the first durations of a kind, and the vectors the others.
  const lines = [
    ...linesOf('first'),
    line({ time: at(3_000), msec_duration: '1', client_id: 'other' }),
    ...linesOf('other'),
  ]
  const { load, slowLines } = await expectSame(lines)
  expect(slowLines).toBe(requests.length + 1)
  expect(load?.users).toEqual(Array.from({ length: 12 }, () => 2))
})

test('names that differ in one place, in length, or are as long as possible', async () => {
  const lengths = [1, 15, 16, 17, 31, 32, 33, 48, 8191, 8192, 8193, 9000]
  const names = lengths.flatMap((length) => {
    const name = 'abcdefghijklmnop'.repeat(1000).slice(0, length)
    const places = [0, length >> 1, length - 1]
    return [name, ...places.map((place) => `${name.slice(0, place)}#${name.slice(place + 1)}`)]
  })
  names.push('\0', '\0a', 'a', 'a""b', '"a""b"', '"a"', '"zoë"', 'zoë')
  const lines = [...names, ...names, ...names.toReversed()].flatMap((name) => [
    line({ command: name }),
    line({ client_id: name }),
  ])
  const { requests } = await expectSame(lines)
  expect(requests?.labels.find(({ label }) => label === 'a"b')?.count).toBe(3)
})

test('records of 64 KiB are read, and longer ones are broken', async () => {
  const ofBytes = (length: number): string => line({ url: 'x'.repeat(1 + length - line().length) })
  const { requests, slowLines } = await expectSame([line(), ofBytes(65_536), ofBytes(65_537), line()])
  expect(requests?.total?.count).toBe(3)
  expect(slowLines).toBe(2)
})

test('labels that have no series of their own any more, because there are too many counts', async () => {
  const labels = 2000
  const often = Array.from({ length: 300_000 }, (_, i) =>
    line({ time: String(START_MS + Math.floor(i / labels) * 1000), command: `label ${i % labels}` }),
  )
  const { requests } = await expectSame([...often, ...often.slice(0, 20_000)])
  expect(requests?.labels.filter(({ series }) => series).length).toBeLessThan(100)
  expect(requests?.total?.series?.count.reduce((a, b) => a + b, 0)).toBe(320_000)
}, 300_000)
