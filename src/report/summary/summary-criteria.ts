import type { CriterionResult } from '../../verdict/verdict.ts'
import { escapeMarkdown, markdownCode } from '../escape.ts'
import { clip, visibleName } from '../../foundation/one-line.ts'
import { formatCount } from '../../foundation/format.ts'
import { renderTable, type TableLimits } from './markdown-table.ts'
import type { Presentation } from '../presentation.ts'
import { countsInWords, countStatuses, STATUS_WORDS } from '../verdict-words.ts'
import { effectiveStatusOf, worstFirst } from '../../verdict/outcome/effective-status.ts'
import { noteInWords, breachCount, partialInWords, usualInWords, waiverInWords } from '../criterion-words.ts'

const NOTED_LIMITS: TableLimits = { maxRows: 200, maxBytes: 250_000 }
const PASSED_LIMITS: TableLimits = { maxRows: 300, maxBytes: 150_000 }
/** Up to this number of rows, the table is quick to read, and nothing is folded. */
const MOST_UNFOLDED = 15

/** The criteria, worst first; if many passed, those are folded. */
export function criteriaSection({ verdict }: Presentation): string {
  const sorted = worstFirst(verdict.criteria)
  if (sorted.length === 0) return ''
  const title = `### Criteria\n\n${countsInWords(countStatuses(sorted))}`
  if (sorted.length <= MOST_UNFOLDED) return `${title}\n\n${tableOf(sorted, NOTED_LIMITS)}`
  const noted = sorted.filter((criterion) => effectiveStatusOf(criterion) !== 'passed')
  const passed = sorted.slice(noted.length)
  return [title, tableOf(noted, NOTED_LIMITS), folded(passed)].filter((part) => part !== '').join('\n\n')
}

function folded(passed: readonly CriterionResult[]): string {
  if (passed.length === 0) return ''
  const summary = `<summary>${formatCount(passed.length)} passed</summary>`
  return `<details>${summary}\n\n${tableOf(passed, PASSED_LIMITS)}\n\n</details>`
}

function tableOf(criteria: readonly CriterionResult[], limits: TableLimits): string {
  if (criteria.length === 0) return ''
  const head = ['', 'Criterion', 'Observed', 'Limit', 'Margin']
  // Rows beyond the limit are not created, because there may be 10,000.
  const rows = criteria.slice(0, limits.maxRows).map(rowOf)
  const { markdown, shownRows } = renderTable({ head, align: 'llrrr', rows }, limits)
  const rest = criteria.length - shownRows
  if (rest === 0) return markdown
  return `${markdown}\n\n_${formatCount(shownRows)} of ${formatCount(criteria.length)} shown; the other ${formatCount(rest)} are in_ \`criteria.json\`.`
}

function rowOf(criterion: CriterionResult): string[] {
  const { icon, word } = STATUS_WORDS[effectiveStatusOf(criterion)]
  return [
    // Otherwise narrow columns would break the line between icon and word.
    `${icon}&nbsp;${word.replaceAll(' ', '&nbsp;')}`,
    [markdownCode(clip(criterion.criterion, 200)), ...notes(criterion)].join('<br>'),
    cell(criterion.observed),
    cell(criterion.limit),
    cell(criterion.margin),
  ]
}

function cell(text: string | undefined): string {
  return escapeMarkdown(clip(text ?? '', 160))
}

function notes(criterion: CriterionResult): string[] {
  const isPassed = criterion.status === 'passed'
  const message = isPassed ? '' : escapeMarkdown(clip(noteInWords(criterion), 300))
  const partial = escapeMarkdown(clip(partialInWords(criterion), 200))
  const usual = escapeMarkdown(usualInWords(criterion))
  const all = [message, isPassed ? '' : breachesNote(criterion), usual, partial, waiverNote(criterion)]
  return all.filter((note) => note !== '')
}

const MOST_BREACHES = 5

function breachesNote(criterion: CriterionResult): string {
  const shown = (criterion.breaches ?? [])
    .slice(0, MOST_BREACHES)
    .map(
      (breach) =>
        `${markdownCode(visibleName(breach.label, 80))} ${escapeMarkdown(clip(breach.observed, 40))}`,
    )
  const rest = breachCount(criterion) - shown.length
  return shown.join(', ') + (rest > 0 && shown.length > 0 ? ` and ${formatCount(rest)} more` : '')
}

function waiverNote(criterion: CriterionResult): string {
  return criterion.waiver === undefined ? '' : escapeMarkdown(clip(waiverInWords(criterion.waiver), 300))
}
