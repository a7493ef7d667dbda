import { expect, test } from 'vitest'
import { vitalTable } from '../../../../src/report/figures/web-vitals.ts'
import { vitalsSection } from '../../../../src/report/page/facts-section.ts'
import { vitalsSection as vitalsOfSummary } from '../../../../src/report/summary/summary-details.ts'
import { presentationWith } from '../presentation-data.ts'

const VITALS = [
  { page: 'Home', vital: 'cls', score: 0.0654, rating: 'good' },
  { page: 'Home', vital: 'ttfb', score: 282.5, rating: 'good' },
  { page: 'Home', vital: 'lcp', score: 4726, rating: 'poor' },
  { page: '<Cart>', vital: 'lcp', score: 1726, rating: 'good' },
  { page: '<Cart>', vital: 'new-one', score: 12 },
]

test('one row for each page, the most important vitals first, values with their units', () => {
  expect(vitalTable(VITALS)).toEqual({
    names: ['LCP', 'CLS', 'TTFB', 'NEW-ONE'],
    pages: [
      {
        page: 'Home',
        cells: [
          { value: '4.73 s', rating: 'poor' },
          { value: '0.0654', rating: 'good' },
          { value: '283 ms', rating: 'good' },
          undefined,
        ],
      },
      {
        page: '<Cart>',
        cells: [{ value: '1.73 s', rating: 'good' }, undefined, undefined, { value: '12 ms', rating: '' }],
      },
    ],
  })
})

test('page and summary show it, with escaped names', () => {
  const html = vitalsSection(VITALS)
  expect(html).toContain('<th scope="row">&lt;Cart&gt;</th><td class="n">1.73 s <small>good</small></td>')
  const data = presentationWith()
  const markdown = vitalsOfSummary({ ...data, measurements: { ...data.measurements!, webVitals: VITALS } })
  expect(markdown).toContain('<summary>Web vitals of 2 pages</summary>')
  expect(markdown).toMatch(/\| <code>Home<\/code> \| 4\.73 s poor \| 0\.0654 good \| 283 ms good \| +\|/)
})
