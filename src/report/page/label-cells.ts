import type { Tone } from '../figures/tone.ts'
import { escapeHtml } from '../escape.ts'
import {
  formatChange,
  formatCount,
  formatDuration,
  formatPercent,
  formatRate,
} from '../../foundation/format.ts'

/**
 * One row of the table of labels. `null` means unknown. The page's script contains this file too, so that
 * rows created there look the same.
 */
export interface LabelCells {
  /** Index among the labels of its subject, which links use. */
  index: number
  name: string
  count: number
  errors: number | null
  errorShare: number | null
  rate: number | null
  mean: number | null
  p50: number | null
  p95: number | null
  p99: number | null
  max: number | null
  /** The value in the baseline. */
  beforeP95: number | null
  /** Change of p95 as a factor, for sorting. */
  change: number | null
  /** What the change of p95 means. */
  tone: Tone
  isNew: boolean
  /** Index of the view with its charts. */
  view: number | null
}

export interface LabelColumn {
  key: Exclude<keyof LabelCells, 'index' | 'tone' | 'isNew' | 'view'>
  title: string
  format: (value: number, row: LabelCells) => string
}

/** The columns after the name, in their order. */
export const LABEL_COLUMNS: readonly LabelColumn[] = [
  { key: 'count', title: 'Count', format: formatCount },
  { key: 'errors', title: 'Errors', format: formatCount },
  { key: 'errorShare', title: 'Error rate', format: formatPercent },
  { key: 'rate', title: 'Throughput', format: formatRate },
  { key: 'mean', title: 'Mean', format: formatDuration },
  { key: 'p50', title: 'p50', format: formatDuration },
  { key: 'p95', title: 'p95', format: formatDuration },
  { key: 'p99', title: 'p99', format: formatDuration },
  { key: 'max', title: 'Max', format: formatDuration },
  { key: 'beforeP95', title: 'Baseline p95', format: formatDuration },
  { key: 'change', title: 'Change of p95', format: () => '' },
]

/** The columns for which at least one row has a value. */
export function knownColumns(rows: readonly LabelCells[]): LabelColumn[] {
  return LABEL_COLUMNS.filter((column) => rows.some((row) => row[column.key] !== null))
}

/** The row as HTML; criteria link to its id. */
export function labelRowHtml(row: LabelCells, subject: string, columns: readonly LabelColumn[]): string {
  const cells = columns
    .map((column) => `<td data-th="${column.title}"${cellClass(row, column)}>${cellHtml(row, column)}</td>`)
    .join('')
  const chart =
    row.view === null
      ? ''
      : ` <button type="button" class="to-charts" data-view="${row.view}" aria-label="Show charts of ${escapeHtml(row.name)}">charts</button>`
  return `<tr id="${labelId(subject, row.index)}" tabindex="-1"><th scope="row" class="whole"><span class="name">${escapeHtml(row.name)}</span>${chart}</th>${cells}</tr>`
}

/** The id that links to the row use. */
export function labelId(subject: string, index: number): string {
  return `label-${subject}-${index}`
}

function cellClass(row: LabelCells, column: LabelColumn): string {
  const hasErrors = (column.key === 'errors' || column.key === 'errorShare') && (row.errors ?? 0) > 0
  return hasErrors ? ' class="bad"' : ''
}

function cellHtml(row: LabelCells, column: LabelColumn): string {
  if (column.key === 'change') return changeHtml(row)
  const value = row[column.key]
  return typeof value === 'number' ? escapeHtml(column.format(value, row)) : '<span class="unknown">–</span>'
}

function changeHtml(row: LabelCells): string {
  if (row.isNew) return '<span class="change neutral">new</span>'
  if (row.p95 === null || row.beforeP95 === null) return '<span class="unknown">–</span>'
  return `<span class="change ${row.tone}">${escapeHtml(formatChange(row.p95, row.beforeP95))}</span>`
}
