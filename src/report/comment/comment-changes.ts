import { clip, visibleName } from '../../foundation/one-line.ts'
import { escapeMarkdown, markdownCode } from '../escape.ts'
import { changedLabels, figuresInWords } from '../figures/changed-labels.ts'
import { trendInWords, trendName, trendSparkline } from '../figures/trend-words.ts'
import type { Presentation } from '../presentation.ts'
import { type CommentRow, MOST_CHANGED, MOST_TRENDS } from './comment-rows.ts'

const MOST_JOBS = 10

/** The labels that changed most from the baseline, as part of a row. */
export function changedOf(presentation: Presentation): Pick<CommentRow, 'changed'> {
  const changed = changedLabels(presentation)?.changed.slice(0, MOST_CHANGED) ?? []
  if (changed.length === 0) return {}
  return {
    changed: changed.map(({ now, figures }) => ({
      label: visibleName(now.label, 80),
      change: clip(figuresInWords(figures), 160),
    })),
  }
}

/** What changed most from the baseline, for each job. */
export function changesOf(counted: readonly CommentRow[]): string {
  return listsOf('What changed most', counted, ({ changed = [] }) =>
    changed.map(({ label, change }) => `${markdownCode(label)} ${escapeMarkdown(change)}`),
  )
}

/** The trends in the data of a row; criteria that failed come first. */
export function trendsOf({ trends = [] }: Presentation): Pick<CommentRow, 'trends'> {
  if (trends.length === 0) return {}
  return {
    trends: trends.slice(0, MOST_TRENDS).map((trend) => ({
      name: visibleName(trendName(trend), 120),
      columns: trendSparkline(trend.points),
      words: clip(trendInWords(trend), 160),
    })),
  }
}

/** A line for each figure: small columns, which are hidden from screen readers, followed by the same in words. */
export function trendLinesOf(counted: readonly CommentRow[]): string {
  return listsOf('Trend', counted, ({ trends = [] }) =>
    trends.map(
      ({ columns, name, words }) =>
        `<span aria-hidden="true">${escapeMarkdown(columns)}</span> ${markdownCode(name)} ${escapeMarkdown(words)}`,
    ),
  )
}

/** A list for each job that has items, with the job's name if there are several. */
function listsOf(
  title: string,
  counted: readonly CommentRow[],
  itemsOf: (row: CommentRow) => string[],
): string {
  const jobs = counted
    .map((row) => ({ name: row.title, items: itemsOf(row) }))
    .filter(({ items }) => items.length > 0)
    .slice(0, MOST_JOBS)
  if (jobs.length === 0) return ''
  const lists = jobs.map(({ name, items }) => {
    const head = jobs.length === 1 || name === '' ? '' : `${escapeMarkdown(clip(name, 80))}:\n\n`
    return head + items.map((item) => `- ${item}`).join('\n')
  })
  return `**${title}**\n\n${lists.join('\n\n')}`
}
