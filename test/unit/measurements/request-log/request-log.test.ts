import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { VectorMemory } from '../../../../src/measurements/lines/vector-memory.ts'
import { percentileOf } from '../../../../src/measurements/totals/histogram.ts'
import { readRequestLog } from '../../../../src/measurements/request-log/request-log.ts'
import { RequestLogTotals } from '../../../../src/measurements/request-log/request-log-totals.ts'
import { loadOverTime } from '../../../../src/measurements/totals/load-collector.ts'
import { requestLogCsv } from '../../../simulator/request-log.ts'
import { readPlainly } from './plain-request-log.ts'

const HEADER =
  'time,client_id,command,url,method,status,req_bytes,resp_bytes,msec_duration,mb_memused,mb_memavail,pct_cpuuser,pct_cpusystem,pct_cpuidle'
const LINE =
  '2026-01-15T09:00:00.250Z,7,checkout,https://shop.example.com/,POST,200,300,5000,120,800,3200,10.5,4.2,60.5'

async function* chunksOf(log: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < log.length; at += size) yield log.subarray(at, at + size)
}

type How = 'vectors' | 'bytes'

function totalsBy(how: How = 'vectors'): RequestLogTotals {
  return new RequestLogTotals({ memory: new VectorMemory(how) })
}

function read(log: string | Buffer, chunkSize = 1 << 20, totals = totalsBy()): Promise<RequestLogTotals> {
  return readRequestLog(chunksOf(Buffer.from(log), chunkSize), totals)
}

// oxlint's rule requires `expect` in the test itself, but it is in `expectSame`.
/* oxlint-disable vitest/expect-expect */

/** Compares with the plain reader's result for the same log. */
function expectSame(totals: RequestLogTotals, log: string): void {
  const plain = readPlainly(log)
  const labels = totals.requests.toSubject('request-log')?.labels ?? []
  expect(labels.map(({ label }) => label).toSorted()).toEqual(
    Object.keys(plain.labels)
      .map((key) => key.slice(1) || '(no name)')
      .toSorted(),
  )
  for (const label of labels) {
    const { durations, errors, sent, received, times } =
      plain.labels[`:${label.label === '(no name)' ? '' : label.label}`]!
    const total = durations.reduce((a, b) => a + b, 0)
    expect(label).toMatchObject({
      count: durations.length,
      errors,
      minMs: Math.min(...durations),
      maxMs: Math.max(...durations),
    })
    expect(Math.abs(label.meanMs! - total / durations.length)).toBeLessThanOrEqual(1e-9 * Math.max(1, total))
    expect([label.bytesSent ?? 0, label.bytesReceived ?? 0]).toEqual([sent, received])
    expect(label.series?.count.reduce((a, b) => a + b, 0) ?? 0).toBe(times.length)
  }
  expect(brokenCount(totals)).toBe(plain.broken)
}

function brokenCount(totals: RequestLogTotals): number {
  const warning = totals.warnings('').find(({ code }) => code === 'broken-line')
  return Number(/^(\d+)/.exec(warning?.message ?? '0')![1])
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const plainText = fc.stringMatching(/^[a-zA-Z0-9 ./?=&-]{0,12}$/)
const anyText = fc.oneof(
  plainText,
  fc.string({ maxLength: 8 }).map(quoted),
  fc.constantFrom('__proto__', 'constructor', '"a,b"', '"a\nb"', '"a\r\nb"', 'a"b', 'zoë', '""', '"""'),
)
const numberText = fc.oneof(
  fc.nat(5000).map(String),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(3)),
  fc.constantFrom(
    '',
    'NaN',
    '-5',
    '1e3',
    '1E-2',
    '5.',
    '.5',
    '0',
    '007',
    '99999999999999999999',
    '"42"',
    '1 ',
    '1e999',
  ),
)
const timeText = fc.oneof(
  fc.nat(1e7).map((ms) => new Date(Date.UTC(2026, 0, 15) + ms).toISOString()),
  fc.constantFrom('', 'yesterday', '"2026-01-15T00:00:00Z"', '2026-01-15T02:00:00+02:00'),
)
const COLUMNS = ['time', 'command', 'url', 'status', 'req_bytes', 'resp_bytes', 'msec_duration', 'extra']
const fieldOf = (column: string) =>
  column === 'time' ? timeText : /command|url|extra/.test(column) ? anyText : numberText

/**
 * Logs with their columns in any order, and mutations: truncated lines, doubled line breaks, broken quotes.
 */
const logs = fc
  .shuffledSubarray(COLUMNS, { minLength: COLUMNS.length })
  .chain((columns) =>
    fc.tuple(
      fc.constant(columns),
      fc.array(fc.tuple(...columns.map(fieldOf)), { maxLength: 20 }),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '"', ',', '\n', '\r', 'x', '\n\n')), { maxLength: 3 }),
      fc.boolean(),
    ),
  )
  .map(([columns, rows, lineEnd, mutations, ends]) => {
    let body = rows.map((row) => row.join(',')).join(lineEnd) + (ends ? lineEnd : '')
    for (const [at, text] of mutations) {
      const place = body === '' ? 0 : at % body.length
      body = body.slice(0, place) + text + body.slice(place + 1)
    }
    return `${columns.join(',')}${lineEnd}${body}`
  })

/** Numbers that became a column's time by a mutation: seconds, and nanoseconds. */
const numbersAsTime = [
  'extra,msec_duration,status,command,url,time,req_bytes,resp_bytes\nq,7790.676,200,a,u,991737655,345,\n',
  'time,msec_duration,url,status,req_bytes,extra,resp_bytes,command\n999999999999999999,5,u,200,1,,2,a\n',
]

test('agrees with a plain reader on generated and mutated logs, in chunks of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      logs,
      fc.integer({ min: 1, max: 400 }),
      fc.boolean(),
      async (log, chunkSize, useBytes) => {
        expectSame(await read(log, chunkSize, totalsBy(useBytes ? 'bytes' : 'vectors')), log)
      },
    ),
    { numRuns: 1500, examples: numbersAsTime.map((log) => [log, 100, false]), seed: 1 },
  )
}, 300_000)

test('gives the same result wherever a chunk ends', async () => {
  const log = `${HEADER}\r\n${LINE}\r\n${LINE.replace('checkout', '"check""\n,out"')}\r\n${LINE.replace('200', '503')}\r\nbroken`
  const whole = (await read(log)).requests.toSubject('request-log')
  for (let at = 0; at <= log.length; at++) {
    async function* halves() {
      yield Buffer.from(log.slice(0, at))
      yield Buffer.from(log.slice(at))
    }
    const totals = await readRequestLog(halves())
    expect(totals.requests.toSubject('request-log')).toEqual(whole)
    expect(brokenCount(totals)).toBe(1)
  }
})

test('records of more than 64 KiB are broken, quoted or not, and reading continues after them', async () => {
  const long = 'x'.repeat(70_000)
  const lines = [
    LINE,
    LINE.replace('https://', long),
    LINE,
    LINE.replace('https://', `"${long}`),
    LINE,
    LINE.replace('https://', `"${'y,\n'.repeat(30_000)}`),
    LINE,
    `"z\n${'x'.repeat(140_000)}`,
    LINE,
  ]
  const log = `${HEADER}\n${lines.join('\n')}\n`
  for (const chunkSize of [1000, 4096, 65_537, 1 << 20]) expectSame(await read(log, chunkSize), log)
})

describe('requests that count as failed', () => {
  test.each([
    ['200', 0],
    ['399', 0],
    ['400', 1],
    ['503', 1],
    ['0', 1],
    ['', 1],
    ['timeout', 1],
    ['-1', 1],
  ])('status %j: %d', async (status, errors) => {
    const totals = await read(`status,command,msec_duration\n${status},a,5\n`)
    expect(totals.requests.toSubject('request-log')!.total).toMatchObject({ count: 1, errors })
  })
})

describe('broken records', () => {
  test.each([
    ['a duration that is NaN', 'NaN'],
    ['a negative duration', '-4'],
    ['no duration', ''],
    ['an infinite duration', '1e999'],
  ])('%s is counted as broken and nowhere else', async (_, duration) => {
    const totals = await read(`status,command,msec_duration\n200,a,${duration}\n200,a,7\n`)
    expect(totals.requests.toSubject('request-log')!.total).toMatchObject({ count: 1, meanMs: 7 })
    expect(totals.warnings('eu')).toContainEqual({
      code: 'broken-line',
      message:
        'eu: 1 of 2 records in the request log could not be read and are not counted; the first is record 1.',
      affects: 'result',
    })
  })

  test('a truncated last line', async () => {
    const totals = await read(`${HEADER}\n${LINE}\n${LINE.slice(0, 60)}`)
    expect(totals.warnings('')).not.toContainEqual(expect.objectContaining({ affects: 'result' }))
    expect(totals.requests.toSubject('request-log')!.total!.count).toBe(1)
    expect(brokenCount(totals)).toBe(1)
  })
})

describe('header', () => {
  test('names missing columns and those that were found', async () => {
    await expect(read('time,command,msec,code\n1,2,3,4\n')).rejects.toThrow(
      'The request log has no column "status", "msec_duration"; its first line has "time", "command", "msec", "code".',
    )
  })

  test('an empty file is an error', async () => {
    await expect(read('')).rejects.toThrow('The request log is empty.')
  })

  test('a byte order mark, capitals and quotes do not matter', async () => {
    const totals = await read(`\uFEFF"Command",STATUS, msec_duration\na,200,5\n`)
    expect(totals.requests.toSubject('request-log')!.labels[0]).toMatchObject({ label: 'a', count: 1 })
  })

  test('a log without a header is read in the documented order', async () => {
    const totals = await read(`${LINE}\n${LINE}\n`)
    expect(totals.requests.toSubject('request-log')!.labels[0]).toMatchObject({
      label: 'checkout',
      count: 2,
      meanMs: 120,
    })
  })
})

describe('time', () => {
  const at = Date.UTC(2026, 0, 15, 9)
  test.each([
    ['ISO 8601', '2026-01-15T09:00:00.000Z'],
    ['ISO 8601', '2026-01-15 09:00:00'],
    ['ISO 8601', '2026-01-15T10:30:00.123456789+01:30'],
    ['ISO 8601', '2026-01-15 02:00:00.5 -0700 PDT'],
    ['epoch seconds', `${at / 1000}`],
    ['epoch seconds', `${at / 1000}.75`],
    ['epoch ms', `${at}`],
    ['epoch µs', `${at}123`],
    ['epoch ns', `${at}123456`],
  ])('%s: %s', async (form, time) => {
    const totals = await read(`time,status,command,msec_duration\n${time},200,a,5\n`)
    expect(totals.requests.toSubject('request-log')!.total!.series).toMatchObject({ startMs: at, count: [1] })
    expect(totals.warnings('')).toEqual([{ code: 'note', message: `Timestamps parsed as ${form}.` }])
  })

  test('an invalid time is counted, without series, with a warning', async () => {
    const totals = await read('time,status,command,msec_duration\nnoon,200,a,5\n')
    expect(totals.requests.toSubject('request-log')!.total).toMatchObject({ count: 1 })
    expect(totals.requests.toSubject('request-log')!.total!.series).toBeUndefined()
    expect(totals.warnings('').map(({ code }) => code)).toEqual(['clock'])
  })
})

test('the load of the machine that sent the requests is everything except idle time', async () => {
  const totals = await read(`${HEADER}\n${LINE}\n${LINE.replace('60.5', '20.5').replace(',800,', ',950,')}\n`)
  expect(totals.usage('eu')).toEqual({
    agent: 'eu',
    cpuMeanPercent: 59.5,
    cpuMaxPercent: 79.5,
    memoryMaxMb: 950,
  })
})

test.each([
  ['plain', '7'],
  ['in quotes', '"7"'],
  ['of letters', 'user-7'],
])('has the virtual users and the load of the machine over time; clients %s', async (_what, client) => {
  const line = (second: number, id: string, idle: string): string =>
    LINE.replace('00.250Z', `0${second}.250Z`).replace(',7,', `,${id},`).replace('60.5', idle)
  const log = [HEADER, line(0, client, '60.5'), line(1, '8', '20.5'), line(4, client, '10'), '']
  const totals = await read(log.join('\n'))
  const load = loadOverTime([totals.load()])
  expect(load).toMatchObject({
    startMs: Date.parse('2026-01-15T09:00:00Z'),
    intervalMs: 1000,
    cpuMeanPercent: [39.5, 79.5, null, null, 90],
  })
  // The first client from 0.25 to 4.37 s, the second from 1.25 to 1.37 s.
  expect(load?.users?.map((users) => Number(users?.toFixed(2)))).toEqual([1, 1.12, 1, 1, 1])
})

async function* linesOfAMillionLabels() {
  yield Buffer.from('status,command,msec_duration\n')
  for (let i = 0; i < 1_000_000; i += 1000)
    yield Buffer.from(Array.from({ length: 1000 }, (_, k) => `200,label-${i + k},${k}\n`).join(''))
}

test('a million labels are combined in one for the rest, with a warning', async () => {
  const totals = await readRequestLog(linesOfAMillionLabels())
  const requests = totals.requests.toSubject('request-log')!
  expect(requests.total!.count).toBe(1_000_000)
  expect(requests.labels).toHaveLength(20_001)
  expect(requests.labels.at(-1)).toMatchObject({ label: '(other labels)', count: 980_000 })
  expect(totals.requests.warnings('requests')).toEqual([
    {
      code: 'labels-left-out',
      message:
        'requests: more than 20000 labels, or their names are too long together; 980000 values of the others are counted together as "(other labels)"',
    },
  ])
})

test('percentiles match the values, whatever the order of the lines', async () => {
  const durations = Array.from({ length: 3000 }, (_, i) => (i * 7919) % 3001)
  const totals = await read(
    `status,command,msec_duration\n${durations.map((ms) => `200,a,${ms}`).join('\n')}\n`,
  )
  const { histogram } = totals.requests.toSubject('request-log')!.total!
  const sorted = durations.toSorted((a, b) => a - b)
  for (const p of [1, 50, 90, 95, 99, 99.9]) {
    const exact = sorted[Math.ceil((p * 3000) / 100) - 1]!
    expect(Math.abs(percentileOf(histogram!, p)! - exact)).toBeLessThanOrEqual(0.005 * exact)
  }
})

test('the rate covers the time from the earliest to the latest request, whatever their order and forms', async () => {
  const startMs = Date.UTC(2026, 0, 5, 9, 0, 0, 660)
  const times = Array.from({ length: 950 }, (_, index) => startMs + Math.floor((index * 10_000) / 950))
  const forms = [
    (ms: number) => new Date(ms).toISOString(),
    (ms: number) => String(Math.floor(ms / 1000)),
    (ms: number) => String(ms),
    (ms: number) => `${ms}000`,
  ]
  const spanOf = async (ordered: number[], form: (ms: number, index: number) => string): Promise<number> => {
    const lines = ordered.map((ms, index) => `${form(ms, index)},Browse,200,50`)
    const text = ['time,command,status,msec_duration', ...lines, ''].join('\n')
    const totals = await readRequestLog(
      (async function* () {
        yield Buffer.from(text)
      })(),
    )
    return totals.lastMs - totals.firstMs
  }
  const usual = await spanOf(times, (ms) => new Date(ms).toISOString())
  expect(await spanOf(times.toReversed(), (ms) => new Date(ms).toISOString())).toBe(usual)
  // If times were cut to whole seconds, a run of ten seconds would seem two thirds of a second longer.
  const mixed = await spanOf(times, (ms, index) => forms[(index + 1) % forms.length]!(ms))
  expect(Math.abs(mixed - usual)).toBeLessThan(50)
})

const simulated = [
  ...requestLogCsv({
    lines: 500,
    seed: 3,
    startMs: Date.UTC(2026, 0, 5, 9),
    endMs: Date.UTC(2026, 0, 5, 10),
    virtualUsers: 20,
    timeForm: 'iso',
    slowness: 1,
    errorShare: 0.01,
  }),
]
  .join('')
  .trimEnd()
  .split('\n')
/** Without the lines that have quotes already. */
const unquoted = simulated.filter((line) => !line.includes('"'))

const withDecimals = (line: string, digits: string) =>
  line.replaceAll(/,\d+(?=,)/g, (number) => `${number}.${digits}`)

/** The simulated log covers so many, and only one is known at a time. */
const MINUTES = 60

const START_MS = Date.UTC(2026, 0, 15, 9, 30)
const TIME_FORMS: [string, (ms: number) => string][] = [
  ['ISO 8601', (ms) => new Date(ms).toISOString()],
  ['ISO 8601 in quotes', (ms) => `"${new Date(ms).toISOString()}"`],
  ['ISO 8601 in whole seconds', (ms) => new Date(ms).toISOString().replace(/\.\d+/, '')],
  ['ISO 8601 in microseconds', (ms) => new Date(ms).toISOString().replace('Z', '250Z')],
  ['ISO 8601 with a zone', (ms) => new Date(ms).toISOString().replace('Z', '+00:00')],
  ['ISO 8601 without a zone', (ms) => new Date(ms).toISOString().replace('Z', '')],
  ['epoch ms', String],
  ['epoch seconds', (ms) => String(Math.floor(ms / 1000))],
]

/** How many lines vectors leave to JavaScript when they know the labels, clients and durations of a log. */
async function slowLinesAgain(log: string, totals: RequestLogTotals): Promise<number> {
  totals.index.slowLines = 0
  await read(log, 1 << 20, totals)
  return totals.index.slowLines
}

test.each<[string, (line: string) => string]>([
  ['whole numbers', (line) => line],
  ['one decimal', (line) => withDecimals(line, '5')],
  ['two decimals', (line) => withDecimals(line, '51')],
  ['three decimals', (line) => withDecimals(line, '518')],
  ['exponents', (line) => withDecimals(line, '5e-1')],
  ['CRLF', (line) => `${line}\r`],
  ['quotes in every line', (line) => line.replace(/,[a-z][^,]*,/, (field) => `,"${field.slice(1, -1)}",`)],
  ['quotes around everything', (line) => `"${line.replaceAll(',', '","')}"`],
])('no line of a log with %s is read the slow way', async (_form, change) => {
  const [header = '', ...lines] = unquoted
  const log = [header, ...lines.map(change), ''].join('\n')
  const totals = await read(log)
  expectSame(totals, log)
  expect(totals.requests.toSubject('request-log')?.total?.count).toBe(lines.length)
  expect(await slowLinesAgain(log, totals)).toBeLessThanOrEqual(MINUTES)
})

test('a log of the simulator is not read the slow way, although some of its URLs have quotes in quotes', async () => {
  const log = `${simulated.join('\n')}\n`
  expect(log).toContain('""')
  const totals = await read(log)
  expectSame(totals, log)
  expect(await slowLinesAgain(log, totals)).toBeLessThanOrEqual(MINUTES)
})

test('a quote inside a field costs the slow way for its own line only', async () => {
  const lines = Array.from({ length: 90 }, (_, i) => (i % 30 === 7 ? LINE.replace('POST', 'PO"ST') : LINE))
  const log = [HEADER, ...lines, ''].join('\n')
  const totals = await read(log)
  expectSame(totals, log)
  expect(await slowLinesAgain(log, totals)).toBe(3)
})

test.each(TIME_FORMS)('times as %s are read by vectors', async (_form, text) => {
  const lines = Array.from({ length: 200 }, (_, i) => LINE.replace(/^[^,]*/, text(START_MS + 7 * i)))
  const log = [HEADER, ...lines, ''].join('\n')
  const totals = await read(log)
  expectSame(totals, log)
  expect(await slowLinesAgain(log, totals)).toBe(0)
})
