import * as fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

import { VectorMemory } from '../../../../src/measurements/lines/vector-memory.ts'
import { readXltTimers } from '../../../../src/measurements/xlt/xlt-timers.ts'
import { chunksOf, tarOf } from '../../formats/archives/archives.ts'

const START_MS = Date.UTC(2026, 0, 15, 9, 59, 58)

async function measuredBy(how: 'vectors' | 'bytes', files: Record<string, string>, maxLabels: number) {
  const memory = new VectorMemory(how)
  return await readXltTimers(chunksOf(gzipSync(await tarOf(files)), 1 << 16), { memory, maxLabels })
}

const usual = <T>(value: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 20, arbitrary: value }, { weight: 1, arbitrary: odd })

const timers = fc
  .tuple(
    usual(fc.constantFrom('R', 'R', 'R', 'A', 'T', 'P', 'C'), fc.constantFrom('J', 'X', '', 'RR')),
    usual(
      fc.constantFrom('Home', 'Search.1', 'an action of more than sixteen bytes'),
      fc.constantFrom('', '"Home"', '"a,b"', 'zoë', '"', '\xff'),
    ),
    usual(
      fc.integer({ min: 0, max: 30_000 }).map((ms) => String(START_MS + ms)),
      fc.oneof(
        fc.integer({ min: -4e6, max: 4e6 }).map((s) => String(START_MS + 1000 * s)),
        fc.constantFrom('', '5', 'x', '-1', '1.5'),
      ),
    ),
    usual(fc.nat(3000).map(String), fc.constantFrom('', '-5', '1e3', '99999999999', '2.5')),
    usual(fc.constantFrom('false', 'false', 'true'), fc.constantFrom('', 'yes', 'TRUE')),
    fc.constantFrom(
      '',
      ',300,400',
      ',300,400,503,https://a.test/?id=1,text/html',
      ',,x,200',
      ',java.lang.Error: no',
    ),
  )
  .map(([type, name, time, ms, failed, rest]) => `${type},${name},${time},${ms},${failed}${rest}`)
const files = fc.tuple(
  fc.array(fc.array(timers, { maxLength: 150, size: 'max' }), { minLength: 1, maxLength: 4 }),
  fc.constantFrom('\n', '\r\n'),
  fc.boolean(),
)

test('vectors give the same totals as JavaScript, whatever timer files contain', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.constantFrom(2, 1000), async ([users, lineEnd, ends], maxLabels) => {
      const texts = users.map((lines, user): [string, string] => [
        `ac1/T/${user}/timers.csv`,
        lines.join(lineEnd) + (ends ? lineEnd : ''),
      ])
      const content = Object.fromEntries(texts)
      const byVectors = await measuredBy('vectors', content, maxLabels)
      expect(byVectors).toEqual(await measuredBy('bytes', content, maxLabels))
    }),
    { numRuns: 200, seed: 1 },
  )
}, 300_000)

test('the same for a long run with counts beyond 255 in an interval', async () => {
  const line = (i: number): string =>
    `${'RRAT'[i % 4]},Action,${START_MS + i * 5},20,${i % 50 === 0},300,400,200`
  const content = { 'ac1/T/0/timers.csv': Array.from({ length: 90_000 }, (_, i) => line(i)).join('\n') }
  const byVectors = await measuredBy('vectors', content, 1000)
  expect(byVectors).toEqual(await measuredBy('bytes', content, 1000))
  expect(byVectors.subjects['raw-requests']?.total?.count).toBe(45_000)
  const counts = byVectors.subjects['raw-requests']?.total?.series?.count ?? []
  expect(Math.max(...counts)).toBeGreaterThan(255)
  expect(counts.reduce((a, b) => a + b, 0)).toBe(45_000)
})

test('a timer that is cut off does not continue in the next line, and names may have any quotes', async () => {
  const names = ['a"b', '"a""b"', '"""x"""', '"x"']
  const whole = [...names.map((name) => `R,${name},1768471198000,5,false`), 'A,Home,1768471198000,7,true']
  const cut = ['R,a"b,1768471198000,5', 'true,x,1,2,3', 'A,Home,1768471198000,7', 'false,x,1,2,3', 'R,a"b']
  const content = { 'ac1/T/0/timers.csv': [...whole, ...cut, ...whole, ...cut, ...whole].join('\n') }
  const byVectors = await measuredBy('vectors', content, 1000)
  expect(byVectors).toEqual(await measuredBy('bytes', content, 1000))
  const labels = byVectors.subjects['raw-requests']?.labels.map(({ label, count }) => [label, count])
  expect(Object.fromEntries(labels ?? [])).toEqual({ 'a"b': 6, '"x"': 3, x: 3 })
  expect(byVectors.subjects.actions?.total).toMatchObject({ count: 3, errors: 3 })
})
