import { describe, expect, test } from 'vitest'
import { changedLabels } from '../../../../src/report/figures/changed-labels.ts'
import { keyFigures } from '../../../../src/report/figures/key-figures.ts'
import { renderPage } from '../../../../src/report/page/render-page.ts'
import { pageDataOf } from '../../../../src/report/page/page-data.ts'
import type { Presentation } from '../../../../src/report/presentation.ts'
import { renderSummary } from '../../../../src/report/summary/summary.ts'
import type { AgainstUsual } from '../../../../src/verdict/against-usual/trends/judged-changes.ts'
import { presentationWith } from '../presentation-data.ts'

const FIGURES = ['rate', 'error-rate', 'mean', 'p50', 'p95', 'p99']

/** The same word for all figures, except those of some labels. */
function judgedAs(word: AgainstUsual, others: Record<string, AgainstUsual> = {}): Presentation {
  const data = presentationWith({ criteria: 0 })
  const words = (of: AgainstUsual) => new Map(FIGURES.map((figure) => [figure, of]))
  const labels = data.measurements!.subjects.requests!.labels.map(
    ({ label }) => [label, words(others[label] ?? word)] as const,
  )
  return { ...data, againstUsual: new Map([['requests', { total: words(word), labels: new Map(labels) }]]) }
}

/** Without the maximum, which the history does not have. */
const judgedLines = (summary: string): string => summary.replaceAll(/^\| Maximum .*$/gm, '')

const sectionOf = (page: string, id: string): string =>
  new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? ''

describe('changes, where a history says what is usual', () => {
  test('are neutral in summary and page within the usual, however large', () => {
    const without = presentationWith({ criteria: 0 })
    expect(renderSummary(without)).toContain('**worse**')
    expect(renderPage(without)).toContain('class="change worse"')

    const data = judgedAs('usual')
    expect(renderSummary(data)).toMatch(/\| p95 \| \d+ ms \| \d+ ms \| ▲ \+\d+\.\d% \|/)
    expect(judgedLines(renderSummary(data))).not.toMatch(/\*\*worse\*\*| better \|/)
    const page = renderPage(data)
    expect(sectionOf(page, 'changed')).not.toMatch(/change (worse|better)"/)
    expect(sectionOf(page, 'figures').match(/change (worse|better)"/g)).toHaveLength(1)
    const tones = keyFigures(data).map(({ id, change }) => [id, change?.tone])
    expect(Object.fromEntries(tones)).toMatchObject({ p95: 'same', mean: 'same', p99: 'same', max: 'worse' })
    // The rows that the script adds, too.
    expect(pageDataOf(data).subjects[0]?.rows.every(({ tone }) => tone === 'same')).toBe(true)
    expect(sectionOf(page, 'labels')).not.toMatch(/change (worse|better)"/)
  })

  test('have a meaning beyond the usual, label by label', () => {
    const slower = changedLabels(presentationWith({ criteria: 0 }))!.changed.find(({ figures }) =>
      figures.every(({ change }) => change.tone === 'worse'),
    )!
    const { label } = slower.now
    const data = judgedAs('usual', { [label]: 'higher' })
    const tones = changedLabels(data)!.changed.map((one) => [one.now.label, one.figures[0]?.change.tone])
    expect(tones.filter(([, tone]) => tone !== 'same')).toEqual([[label, 'worse']])
    const rows = pageDataOf(data).subjects[0]!.rows.filter(({ tone }) => tone !== 'same')
    expect(rows.map(({ name, tone }) => [name, tone])).toEqual([[label, 'worse']])
    expect(sectionOf(renderPage(data), 'labels').match(/change worse"/g)).toHaveLength(1)
    expect(renderSummary(data)).toMatch(new RegExp(`<code>${label}</code>.*\\*\\*worse\\*\\*`))
  })

  test('of other subjects, which were not judged, are noticed from five percent on', () => {
    const [requests, transactions] = pageDataOf(judgedAs('usual')).subjects
    expect(requests?.rows.some(({ tone }) => tone !== 'same')).toBe(false)
    expect(transactions?.rows.some(({ tone }) => tone !== 'same')).toBe(true)
  })
})
