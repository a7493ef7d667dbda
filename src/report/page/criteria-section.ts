import type { CriterionResult } from '../../verdict/verdict.ts'
import { escapeHtml } from '../escape.ts'
import { clip, visibleName } from '../../foundation/one-line.ts'
import { formatCount } from '../../foundation/format.ts'
import type { Presentation } from '../presentation.ts'
import { countsInWords, countStatuses, STATUS_WORDS } from '../verdict-words.ts'
import { effectiveStatusOf, worstFirst } from '../../verdict/outcome/effective-status.ts'
import { breachCount, noteInWords, partialInWords, usualInWords, waiverInWords } from '../criterion-words.ts'
import { labelId } from './label-cells.ts'

const MOST_ROWS = 1000
/** Up to this number of rows, the table is quick to read, and nothing is folded. */
const MOST_UNFOLDED = 25

/** Finds the row of a label: its index among the labels of its subject. */
export type FindLabel = (subject: string, label: string) => number | undefined

/** The criteria, worst first, with links to their labels; the rest of a long list is folded. */
export function criteriaSection({ verdict }: Presentation, findLabel: FindLabel): string {
  const sorted = worstFirst(verdict.criteria)
  if (sorted.length === 0) return ''
  const noted = sorted.filter((criterion) => effectiveStatusOf(criterion) !== 'passed')
  const open = sorted.length <= MOST_UNFOLDED ? sorted : noted.slice(0, MOST_UNFOLDED)
  const title = `<h2 id="criteria-title">Criteria <small>${escapeHtml(countsInWords(countStatuses(sorted)))}</small></h2>`
  const tables = [
    tableHtml(open, 'Criteria', findLabel),
    foldedHtml(noted.slice(open.length), 'more to look at', findLabel),
    foldedHtml(sorted.slice(Math.max(noted.length, open.length)), 'passed', findLabel),
  ]
  return `<section id="criteria" aria-labelledby="criteria-title">${title}${tables.join('')}</section>`
}

function foldedHtml(criteria: readonly CriterionResult[], words: string, findLabel: FindLabel): string {
  if (criteria.length === 0) return ''
  const caption = `Criteria: ${words}`
  return `<details><summary>${formatCount(criteria.length)} ${words}</summary>${tableHtml(criteria, caption, findLabel)}</details>`
}

function tableHtml(criteria: readonly CriterionResult[], caption: string, findLabel: FindLabel): string {
  if (criteria.length === 0) return ''
  const rows = criteria.slice(0, MOST_ROWS).map((criterion) => rowHtml(criterion, findLabel))
  const rest = criteria.length - rows.length
  const note =
    rest > 0
      ? `<p class="note">${formatCount(rows.length)} of ${formatCount(criteria.length)} shown; the other ${formatCount(rest)} are in <code>criteria.json</code>.</p>`
      : ''
  return `<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="criteria cards"><caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Criterion</th><th scope="col" class="n">Observed</th><th scope="col" class="n">Limit</th><th scope="col" class="n">Margin</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>${note}`
}

function rowHtml(criterion: CriterionResult, findLabel: FindLabel): string {
  const status = effectiveStatusOf(criterion)
  const statusCell = `<td><span class="status ${status}">${STATUS_WORDS[status].word}</span></td>`
  const what = `<td class="whole">${criterionHtml(criterion, findLabel)}${notesHtml(criterion, findLabel)}</td>`
  const figures = [
    figureCell(criterion.observed, 'Observed'),
    figureCell(criterion.limit, 'Limit'),
    figureCell(criterion.margin, 'Margin'),
  ]
  return `<tr>${statusCell}${what}${figures.join('')}</tr>`
}

function figureCell(text: string | undefined, title: string): string {
  return `<td class="n" data-th="${title}">${escapeHtml(clip(text ?? '', 200))}</td>`
}

function criterionHtml(criterion: CriterionResult, findLabel: FindLabel): string {
  const code = `<code>${escapeHtml(clip(criterion.criterion, 600))}</code>`
  return labelLink(code, criterion.subject, criterion.label, findLabel)
}

/** The HTML, with a link to the row of the label, if there is one. */
function labelLink(
  html: string,
  subject: string | undefined,
  label: string | undefined,
  findLabel: FindLabel,
): string {
  if (subject === undefined || label === undefined) return html
  const index = findLabel(subject, label)
  return index === undefined ? html : `<a href="#${labelId(subject, index)}">${html}</a>`
}

function notesHtml(criterion: CriterionResult, findLabel: FindLabel): string {
  const isPassed = criterion.status === 'passed'
  const notes = [
    isPassed ? '' : escapeHtml(clip(noteInWords(criterion), 1000)),
    escapeHtml(usualInWords(criterion)),
    escapeHtml(clip(partialInWords(criterion), 600)),
    criterion.waiver === undefined ? '' : escapeHtml(clip(waiverInWords(criterion.waiver), 600)),
  ]
  const words = notes.filter((note) => note !== '').map((note) => `<p class="note">${note}</p>`)
  return words.join('') + (isPassed ? '' : breachesHtml(criterion, findLabel))
}

const MOST_BREACHES = 20

/** The labels of a wildcard that broke the criterion, worst first, each with its own limit. */
function breachesHtml(criterion: CriterionResult, findLabel: FindLabel): string {
  const shown = (criterion.breaches ?? []).slice(0, MOST_BREACHES)
  if (shown.length === 0) return ''
  const rows = shown.map((breach) => {
    const name = `<code>${escapeHtml(visibleName(breach.label, 200))}</code>`
    const linked = labelLink(name, criterion.subject, breach.label, findLabel)
    const limit = breach.limit ?? criterion.limit
    return `<tr><th scope="row">${linked}</th>${figureCell(breach.observed, 'Observed')}${figureCell(limit, 'Limit')}</tr>`
  })
  const rest = breachCount(criterion) - shown.length
  const more = rest > 0 ? `<p class="note">and ${formatCount(rest)} more</p>` : ''
  return `<table class="breaches"><caption class="hidden">Labels that broke it</caption><thead><tr><th scope="col">Label</th><th scope="col" class="n">Observed</th><th scope="col" class="n">Limit</th></tr></thead><tbody>${rows.join('')}</tbody></table>${more}`
}
