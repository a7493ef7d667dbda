import { expect, test } from 'vitest'
import type { Measurements } from '../../../../src/measurements/model.ts'
import { requestSubjectsNote } from '../../../../src/report/figures/request-subjects.ts'
import { renderPage } from '../../../../src/report/page/render-page.ts'
import { renderSummary } from '../../../../src/report/summary/summary.ts'
import { presentationWith, withReportSeries } from '../presentation-data.ts'

function withRaw(missing: number): Measurements {
  const measurements = presentationWith().measurements!
  const { requests } = measurements.subjects
  const [first] = requests!.labels
  const raw = {
    source: 'xlt-timers' as const,
    total: { ...requests!.total!, count: requests!.total!.count + missing },
    labels: Array.from({ length: 446 }, (_, index) => ({ ...first!, label: `raw ${index}` })),
  }
  return { ...measurements, subjects: { ...measurements.subjects, 'raw-requests': raw } }
}

test('one footnote says why requests and raw-requests differ, in page and summary', () => {
  const data = { ...presentationWith(), measurements: withRaw(0) }
  const note = requestSubjectsNote(data.measurements) ?? ''
  expect(note).toContain('24 labels instead of 446')
  expect(note).toMatch(/Both count the same [\d,]+ requests/)
  expect(renderPage(data).split('24 labels instead of 446')).toHaveLength(2)
  expect(renderSummary(data).split('24 labels instead of 446')).toHaveLength(2)
})

test('it says how many requests the report leaves out', () => {
  const count = presentationWith().measurements!.subjects.requests!.total!.count
  expect(requestSubjectsNote(withRaw(120))).toContain(
    `counts ${count.toLocaleString('en-US')} of ${(count + 120).toLocaleString('en-US')}`,
  )
})

test('it says what the charts of requests show', () => {
  const data = withReportSeries({ ...presentationWith(), measurements: withRaw(0) })
  const { series, ...total } = data.measurements!.subjects.requests!.total!
  expect(requestSubjectsNote(data.measurements)).toContain('throughput and mean')
  data.measurements!.subjects.requests!.total = total
  expect(series).toBeDefined()
  expect(requestSubjectsNote(data.measurements)).not.toContain('throughput and mean')
})

test('a run with one kind of requests needs no footnote', () => {
  expect(requestSubjectsNote(presentationWith().measurements)).toBeUndefined()
  expect(requestSubjectsNote(undefined)).toBeUndefined()
})
