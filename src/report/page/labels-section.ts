import type { CriterionResult } from '../../verdict/verdict.ts'
import { escapeHtml } from '../escape.ts'
import { formatCount, formatCounted } from '../../foundation/format.ts'
import { knownColumns, type LabelCells, labelRowHtml } from './label-cells.ts'
import type { FindLabel } from './criteria-section.ts'
import type { PageData, PageSubject } from './page-data.ts'

/** Rows in the HTML itself; the script shows all. */
const STATIC_ROWS = 100
/** How many labels are printed, in addition to those that broke a criterion. */
const PRINTED_ROWS = 50

/** The labels whose rows the page links to. */
export interface Linked {
  criteria: readonly CriterionResult[]
  /** Labels of the first subject. */
  labels: readonly string[]
}

/**
 * The table of labels: the HTML has the slowest ones and those with links, and the script adds all of them.
 */
export function labelsSection(data: PageData, linked: Linked, findLabel: FindLabel): string {
  const subject = data.subjects.find(({ rows }) => rows.length > 0)
  if (subject === undefined) return ''
  const rows = staticRows(subject, linked, findLabel)
  const columns = knownColumns(subject.rows)
  const head = columns
    .map((column) => `<th scope="col" data-key="${column.key}">${column.title}</th>`)
    .join('')
  const broken = new Set(subject.broken)
  const body = rows
    .map((row, position) => {
      const html = labelRowHtml({ ...row, view: null }, subject.name, columns)
      const isPrinted = position < PRINTED_ROWS || broken.has(row.index)
      return isPrinted ? html : html.replace(' tabindex', ' class="off-paper" tabindex')
    })
    .join('\n')
  return `<section id="labels" aria-labelledby="labels-title"><h2 id="labels-title">Labels <small>${escapeHtml(subjectCounts(data))}</small></h2>
<div class="controls" data-needs-script hidden><label>Subject <select id="subject"></select></label><label>Search <input id="search" type="search" autocomplete="off" spellcheck="false"></label><label><input id="only-errors" type="checkbox"> with errors only</label></div>
<div class="scroll" tabindex="0" role="region" aria-label="Labels"><table id="label-table" class="labels cards"><caption class="hidden">Labels of ${subject.name}</caption><thead><tr><th scope="col" data-key="name">Label</th>${head}</tr></thead>
<tbody>${body}</tbody></table></div>
<div class="pager"><p id="label-count" role="status">${shownInWords(rows.length, subject.rows.length)}</p><div data-needs-script hidden><button type="button" id="previous">Previous</button> <button type="button" id="next">Next</button></div></div></section>`
}

function subjectCounts(data: PageData): string {
  return data.subjects.map(({ name, rows }) => `${formatCount(rows.length)} ${name}`).join(', ')
}

function shownInWords(shown: number, all: number): string {
  if (shown === all) return formatCounted(all, 'label', 'labels')
  return `${formatCount(shown)} of ${formatCount(all)} labels: the slowest, those of criteria, and those that changed most. If scripts are enabled, the page shows all.`
}

function staticRows(subject: PageSubject, { criteria, labels }: Linked, findLabel: FindLabel): LabelCells[] {
  const ofCriteria = criteria
    .filter((criterion) => criterion.subject === subject.name && criterion.label !== undefined)
    .slice(0, STATIC_ROWS)
    .map(({ label = '' }) => label)
  const linked = new Set([...ofCriteria, ...labels].map((label) => findLabel(subject.name, label)))
  const slowestFirst = subject.rows.toSorted((a, b) => (b.p95 ?? b.mean ?? 0) - (a.p95 ?? a.mean ?? 0))
  return slowestFirst.filter((row, position) => position < STATIC_ROWS || linked.has(row.index))
}
