import { expect, test } from 'vitest'
import { SubjectAccumulator } from '../../../../src/measurements/totals/subject-accumulator.ts'

function countsOf(names: string[], maxLabels: number): [string, number][] {
  const subject = new SubjectAccumulator(maxLabels)
  // Time, duration and bytes of one request.
  const row = Float64Array.of(1768467600000, 5, NaN, NaN)
  for (const name of names) {
    const bytes = Buffer.from(name)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    subject.add(subject.labelOf(view, 0, bytes.length), row, 0, false)
  }
  const labels = subject.toSubject('xlt-timers')?.labels ?? []
  return labels.map(({ label, count }) => [label, count])
}

test('records without a name are counted under the name for those, and names of blanks are names', () => {
  expect(countsOf(['', '(no name)', ' ', '  ', ' ', ''], 10)).toEqual([
    ['(no name)', 3],
    [' ', 2],
    ['  ', 1],
  ])
})

test('a label with the name of the rest is counted with the rest, if there is one', () => {
  expect(countsOf(['(other labels)', 'a', 'a'], 2)).toEqual([
    ['a', 2],
    ['(other labels)', 1],
  ])
  expect(countsOf(['(other labels)', 'a', 'b', 'a', 'c'], 2)).toEqual([
    ['a', 2],
    ['(other labels)', 3],
  ])
})

test('the busiest, the slowest and the most failing labels have a series, however rare they are', () => {
  const subject = new SubjectAccumulator()
  const add = (name: string, times: number, ms: number, failed = false): void => {
    const bytes = Buffer.from(name)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const row = Float64Array.of(1768467600000, ms, NaN, NaN)
    for (let i = 0; i < times; i++) subject.add(subject.labelOf(view, 0, bytes.length), row, 0, failed)
  }
  for (let i = 0; i < 200; i++) add(`label ${i}`, 30, 5 + (i % 50))
  for (let i = 0; i < 50; i++) add(`busy ${i}`, 40, 1)
  add('slow', 20, 900)
  add('failing', 2, 1, true)
  add('rare', 1, 4, false)
  const labels = subject.toSubject('xlt-timers')?.labels ?? []
  const charted = new Set(labels.flatMap(({ label, series }) => (series ? [label] : [])))
  expect(charted.size).toBe(101)
  expect(['busy 0', 'slow', 'failing', 'rare'].map((label) => charted.has(label))).toEqual([
    true,
    true,
    true,
    false,
  ])
})
