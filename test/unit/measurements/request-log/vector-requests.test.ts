import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { takeWords, VectorMemory } from '../../../../src/measurements/lines/vector-memory.ts'
import { readRequestLog } from '../../../../src/measurements/request-log/request-log.ts'
import { RequestLogTotals } from '../../../../src/measurements/request-log/request-log-totals.ts'
import { loadOverTime } from '../../../../src/measurements/totals/load-collector.ts'

const HEADER =
  'time,client_id,command,url,method,status,req_bytes,resp_bytes,msec_duration,mb_memused,mb_memavail,pct_cpuuser,pct_cpusystem,pct_cpuidle'
const START_MS = Date.UTC(2026, 0, 15, 9, 59, 58)

async function everythingBy(
  how: 'vectors' | 'bytes',
  log: string,
  { maxLabels, memory = new VectorMemory(how) }: { maxLabels: number; memory?: VectorMemory },
) {
  const totals = new RequestLogTotals({ memory, maxLabels })
  async function* chunks(): AsyncGenerator<Buffer> {
    yield Buffer.from(log)
  }
  await readRequestLog(chunks(), totals)
  return {
    requests: totals.requests.toSubject('request-log', 60_000, { hasCodes: true }),
    more: totals.requests.warnings('requests'),
    load: loadOverTime([totals.load()]),
    usage: totals.usage('generator'),
    warnings: totals.warnings(''),
    span: [totals.firstMs, totals.lastMs],
  }
}

const usual = <T>(value: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 20, arbitrary: value }, { weight: 1, arbitrary: odd })

/** Times that go back and forth, and now and then far away, so that slots move and are combined. */
const times = usual(
  fc.integer({ min: 0, max: 20_000 }).map((ms) => new Date(START_MS + ms).toISOString()),
  fc.oneof(
    fc.integer({ min: -4e6, max: 4e6 }).map((s) => new Date(START_MS + 1000 * s).toISOString()),
    fc.integer({ min: 0, max: 5000 }).map((ms) => String(START_MS + ms)),
    fc
      .tuple(
        fc.constantFrom('', '.', ',5', '.25', '.2509', '.123456789'),
        fc.constantFrom('', 'Z', '+02:00', '-0730', '+0', '+1:00', ' UTC', '+99:99', 'ZZ'),
      )
      .map(([fraction, zone]) => `2026-01-15T09:59:59${fraction}${zone}`),
    fc.constantFrom(
      '2026-01-15T09:59',
      '2026-01-15T09:59:6',
      '2026-01-15T09:59:6x.000Z',
      '2026-01-15T09:59;30Z',
    ),
    fc.constantFrom(
      '',
      'soon',
      '2026-01-15T09:59:59Z',
      '1999-12-31T23:59:59.999Z',
      '"2026-01-15T10:00:01.250Z"',
    ),
  ),
)
const numbers = usual(
  fc.nat(3000).map(String),
  fc.oneof(
    fc.double({ min: 0, max: 1e7, noNaN: true }).map(String),
    fc.constantFrom('', '-0', '-5', '1e-7', 'NaN', '99999999999'),
  ),
)
const names = usual(
  fc.constantFrom('home', 'search', 'a label of more than sixteen bytes', 'x'.repeat(48)),
  fc.oneof(
    fc.string({ maxLength: 40 }).map((text) => `"${text.replaceAll('"', '""')}"`),
    fc.constantFrom('', 'zoë', '"home"', '\0'),
  ),
)
const lines = fc
  .tuple(
    times,
    names,
    names,
    usual(fc.constantFrom('200', '204', '503'), fc.constantFrom('', '0', '-1', 'x')),
    fc.tuple(numbers, numbers, numbers, numbers, numbers),
  )
  .map(([time, client, label, status, [sent, received, ms, memory, idle]]) =>
    [
      time,
      client,
      label,
      'https://shop.example/?q=1',
      'GET',
      status,
      sent,
      received,
      ms,
      memory,
      '1',
      '1',
      '1',
      idle,
    ].join(','),
  )

test('vectors give the same totals as JavaScript, whatever a log contains', async () => {
  const logs = fc.tuple(fc.array(lines, { maxLength: 400, size: 'max' }), fc.constantFrom('\n', '\r\n'))
  await fc.assert(
    fc.asyncProperty(logs, fc.constantFrom(3, 1000), async ([body, lineEnd], maxLabels) => {
      const log = [HEADER, ...body, ''].join(lineEnd)
      expect(await everythingBy('vectors', log, { maxLabels })).toEqual(
        await everythingBy('bytes', log, { maxLabels }),
      )
    }),
    { numRuns: 200, seed: 1 },
  )
}, 300_000)

test('the same for more labels, clients and pages than the memory of the vectors has room for', async () => {
  const line = (i: number): string => {
    const [label, client] = [`label ${'x'.repeat(i % 900)} ${i % 15_000}`, `client ${i % 40_000}`]
    return `${new Date(START_MS + i).toISOString()},${client},${label},u,GET,200,1,2,${(i * 7919) % 70_000},1,1,1,1,50`
  }
  const log = [HEADER, ...Array.from({ length: 120_000 }, (_, i) => line(i)), ''].join('\n')
  const memory = new VectorMemory()
  // What is left becomes full in the middle of the log.
  expect(memory.addressOf(takeWords(memory, (64 << 20) / 4))).toBeGreaterThan(0)
  expect(await everythingBy('vectors', log, { maxLabels: 20_000, memory })).toEqual(
    await everythingBy('bytes', log, { maxLabels: 20_000 }),
  )
  expect(memory.addressOf(takeWords(memory, (8 << 20) / 4))).toBe(0)
}, 300_000)
