import type { CriterionResult } from '../../verdict/verdict.ts'
import { safeUrl } from '../escape.ts'
import { clip, oneLine } from '../../foundation/one-line.ts'
import { formatCount } from '../../foundation/format.ts'
import type { Presentation } from '../presentation.ts'
import { countsInWords, countStatuses, STATUS_WORDS, verdictWords } from '../verdict-words.ts'
import { effectiveStatusOf, worstFirst } from '../../verdict/outcome/effective-status.ts'
import {
  breachCount,
  messageInWords,
  partialInWords,
  usualInWords,
  waiverInWords,
} from '../criterion-words.ts'
import { confirmingLinks, plainRunName } from '../run-words.ts'
import { changesOfUsual } from '../figures/usual-changes.ts'

const WIDTH_COLUMNS = 120
const MOST_ROWS = 50
const GAP = '  '
/** The maximum widths; the criterion gets what the other columns leave. */
const MOST_COLUMNS = { observed: 14, limit: 34, margin: 24 }

/** The criteria as lines of at most 120 columns, worst first; with words, without color. */
export function criteriaLines({ verdict }: Presentation): string[] {
  const sorted = worstFirst(verdict.criteria)
  if (sorted.length === 0) return []
  const shown = sorted.slice(0, MOST_ROWS)
  const widths = widthsOf([HEAD, ...shown.map(cellsOf)])
  const lines = [lineOf(HEAD, widths), widths.map((width) => '-'.repeat(width)).join(GAP)]
  for (const criterion of shown) lines.push(lineOf(cellsOf(criterion), widths), ...notesOf(criterion))
  const rest = sorted.length - shown.length
  if (rest > 0) lines.push(`and ${formatCount(rest)} more, ${restInWords(sorted.slice(MOST_ROWS))}`)
  return lines
}

const INDENT = ' '.repeat(9)

/**
 * What the columns do not say, below the row: why there is no figure, which labels, until when it is waived.
 */
function notesOf(criterion: CriterionResult): string[] {
  const { status, observed, waiver } = criterion
  if (status === 'skipped') return []
  const notes = [
    observed === undefined ? messageInWords(criterion) : '',
    breachesInWords(criterion),
    partialInWords(criterion),
    waiver === undefined ? '' : waiverInWords(waiver),
  ]
  const shown = status === 'passed' ? [] : notes
  return [...shown, ...usualInWords(criterion).split(/(?<=\.) /)]
    .filter((note) => note !== '')
    .map((note) => INDENT + clipColumns(oneLine(clip(note, 400)), WIDTH_COLUMNS - INDENT.length))
}

function breachesInWords(criterion: CriterionResult): string {
  const shown = (criterion.breaches ?? [])
    .slice(0, 3)
    .map(({ label, observed }) => `${clip(label, 40)} ${observed}`)
  const rest = breachCount(criterion) - shown.length
  return shown.join(', ') + (rest > 0 && shown.length > 0 ? ` and ${formatCount(rest)} more` : '')
}

const HEAD = ['STATUS', 'CRITERION', 'OBSERVED', 'LIMIT', 'MARGIN']

function cellsOf(criterion: CriterionResult): string[] {
  return [
    STATUS_WORDS[effectiveStatusOf(criterion)].short,
    oneLine(clip(criterion.criterion, 400)),
    clipColumns(oneLine(criterion.observed ?? ''), MOST_COLUMNS.observed),
    clipColumns(oneLine(criterion.limit ?? ''), MOST_COLUMNS.limit),
    clipColumns(oneLine(criterion.margin ?? ''), MOST_COLUMNS.margin),
  ]
}

function widthsOf(rows: readonly string[][]): number[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))))
  const others = widths.reduce((sum, width, column) => (column === 1 ? sum : sum + width), 0)
  widths[1] = Math.min(widths[1] ?? 0, WIDTH_COLUMNS - others - GAP.length * (HEAD.length - 1))
  return widths
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  const padded = row.map((text, column) => {
    const clipped = clipColumns(text, widths[column] ?? 0)
    const room = ' '.repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(clipped)))
    // Numbers are aligned to the right.
    return column < 2 ? clipped + room : room + clipped
  })
  return padded.join(GAP).trimEnd()
}

function restInWords(rest: readonly CriterionResult[]): string {
  const passed = rest.filter((criterion) => effectiveStatusOf(criterion) === 'passed').length
  return passed === rest.length
    ? 'all of them passed'
    : `${formatCount(rest.length - passed)} of them not passed`
}

/** The last lines of the log: the outcome, the reason, and where to find more. */
export function closingLines({ verdict, run }: Presentation): string[] {
  // Faults have lines of their own.
  const [message = '', ...faults] = clip(verdict.message, 2000)
    .split('\n')
    .map((line) => oneLine(line))
  const address = safeUrl(run.url)
  const confirming = confirmingLinks(run).map(({ name, url }) => ({ name: capital(name), url: safeUrl(url) }))
  const addresses = [{ name: plainRunName(run), url: address }, ...confirming].flatMap(({ name, url }) =>
    url === undefined ? [] : [`${oneLine(clip(name, 80))}: ${url}`],
  )
  // Mode `check` has just listed them.
  const isListed = run.mode === 'check' && faults.length > 0
  const said = isListed ? message.replace(/:$/, '.') : message
  const outcome = `${verdictWords(verdict).toUpperCase()}${said === '' ? '' : `: ${said}`}`
  const isQuiet = !verdict.failsStep && !['passed', 'started', 'cancelled'].includes(verdict.outcome)
  // If the outcome is about the criteria, its message counts them.
  const isCounted = verdict.criteria.length === 0 || verdict.reason === '' || verdict.reason === 'criteria'
  const counted = isCounted ? '' : ` (${countsInWords(countStatuses(verdict.criteria))})`
  return [
    ...changesOfUsual(verdict).map((line) => oneLine(clip(line, 1000))),
    outcome + counted,
    ...(isListed ? [] : faults),
    ...(isQuiet ? ["The step does not fail: 'fail-on' does not include this."] : []),
    ...addresses,
  ]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

// Ideographs and most emoji take two columns of a terminal; combining marks take none.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu
const COMBINING = /\p{Mn}|\u200c|\u200d/gu

function columnsOf(text: string): number {
  const characters = Array.from(text).length
  return characters + (text.match(WIDE)?.length ?? 0) - (text.match(COMBINING)?.length ?? 0)
}

function clipColumns(text: string, mostColumns: number): string {
  let clipped = clip(text, mostColumns)
  for (let most = mostColumns - 1; columnsOf(clipped) > mostColumns && most > 1; most -= 1)
    clipped = clip(text, most)
  return clipped
}
