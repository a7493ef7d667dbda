import { createHash } from 'node:crypto'
import { escapeMarkdown, markdownCode, markdownLink, safeUrl } from '../escape.ts'
import { clip } from '../../foundation/one-line.ts'
import { formatCount, formatCounted } from '../../foundation/format.ts'
import { type CommentRow, isFine, listAtMost, MOST_ROWS, rowsOfNewestRun } from './comment-rows.ts'
import { changedOf, changesOf, trendLinesOf, trendsOf } from './comment-changes.ts'
import { writeRows } from './comment-data.ts'
import { keyFigures } from '../figures/key-figures.ts'
import { messageInWords, usualInShort } from '../criterion-words.ts'
import type { CriterionResult } from '../../verdict/verdict.ts'
import type { Presentation } from '../presentation.ts'
import { commitRunsInWords, linksOf, type NamedLink } from '../run-words.ts'
import { OUTCOME_WORDS, verdictWords } from '../verdict-words.ts'
import { EFFECTIVE_STATUSES, effectiveStatusOf, worstFirst } from '../../verdict/outcome/effective-status.ts'

/** What one comment is about. All jobs of a matrix share a comment: only the keys of their rows differ. */
export interface CommentSubject {
  workflow: string
  job: string
  step: string
}

/** Where the row comes from. */
export interface CommentOrigin {
  key: string
  workflowRunId: number
  attempt: number
  commit: string
  /** The readable name of the job; if absent, the presentation's title. */
  title?: string
}

/** Identifies the comment of this subject. Anybody can write it, so the author is checked too. */
export function markerOf({ workflow, job, step }: CommentSubject): string {
  const name = Buffer.from(JSON.stringify([workflow, job, step]), 'utf8').toString('base64url')
  return `<!-- load-test-gate:comment:v1:${name} -->`
}

/** Whether the comment begins with the marker: in a reply that quotes it, it is further down. */
export function hasMarker(body: string, marker: string): boolean {
  return body.startsWith(marker)
}

/** This step's row. */
export function commentRowOf(presentation: Presentation, origin: CommentOrigin): CommentRow {
  const { verdict, title } = presentation
  const failed = worstFirst(verdict.criteria).filter((criterion) => {
    const status = effectiveStatusOf(criterion)
    return EFFECTIVE_STATUSES.indexOf(status) <= EFFECTIVE_STATUSES.indexOf('inconclusive')
  })
  return {
    key: shortKey(origin.key),
    title: clip(origin.title ?? title ?? '', 200),
    workflowRunId: origin.workflowRunId,
    attempt: origin.attempt,
    commit: origin.commit,
    outcome: verdict.outcome,
    words: verdictWords(verdict),
    message: clip(verdict.message, 400),
    ...(verdict.commitRuns && { judgedBy: clip(commitRunsInWords(verdict.commitRuns), 200) }),
    ...(failed.length === 0 && usualOf(verdict)),
    failedCount: failed.length,
    failed: failed.slice(0, 5).map((criterion) => ({
      criterion: clip(criterion.criterion, 200),
      observed: clip(criterion.observed ?? '', 60),
      limit: clip(criterion.limit ?? '', 100),
      ...noteOf(criterion),
    })),
    figures: figuresOf(presentation),
    ...changedOf(presentation),
    ...trendsOf(presentation),
    links: commentLinks(presentation),
  }
}

/** The usual of the criterion that is closest to its limit. */
function usualOf({ criteria }: Presentation['verdict']): Pick<CommentRow, 'usual'> {
  const closest = criteria.toSorted((a, b) => (b.badness ?? 0) - (a.badness ?? 0)).find(usualInShort)
  if (closest === undefined) return {}
  return { usual: clip(`${clip(closest.criterion, 80)}: ${usualInShort(closest)}`, 200) }
}

/** The message if there is no figure; otherwise the comparison with the usual, if there is one. */
function noteOf(criterion: CriterionResult): { note?: string } {
  const note = criterion.observed === undefined ? messageInWords(criterion) : usualInShort(criterion)
  return note === undefined ? {} : { note: clip(note, 200) }
}

/** Without the pull request, because readers of the comment are already there. */
function commentLinks(presentation: Presentation): CommentRow['links'] {
  const { pullRequest: _here, ...workflow } = presentation.workflow ?? {}
  const links: NamedLink[] = [
    { name: 'run', url: presentation.run.url },
    ...linksOf({ ...presentation, workflow }),
  ]
  return links.flatMap(({ name, url: given }) => {
    const url = safeUrl(given)
    return url === undefined ? [] : [{ name, url }]
  })
}

/** Shortened, because a matrix as JSON may be longer than the rest of the row. */
function shortKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22)
}

const SHOWN_FIGURES = ['p95', 'error-rate', 'rate'] as const

function figuresOf(presentation: Presentation): CommentRow['figures'] {
  const figures = keyFigures(presentation)
  return SHOWN_FIGURES.flatMap((id) => {
    const figure = figures.find((one) => one.id === id)
    return figure === undefined
      ? []
      : [{ name: figure.name, value: figure.value, change: figure.change?.text ?? '' }]
  })
}

// GitHub refuses comments with more than 65,536 characters.
const MOST_CHARACTERS = 65_000
const MOST_DETAILED = 10

/**
 * The whole comment: the marker, the visible text, and the rows as data. It is always short enough for
 * GitHub: rows without room are counted, and the writer's own row is always listed. The title is about the
 * newest workflow run.
 */
export function renderComment(
  marker: string,
  subject: CommentSubject,
  rows: readonly CommentRow[],
  ownKey?: string,
): string {
  const all = listAtMost(rows, MOST_ROWS, ownKey)
  const counted = rowsOfNewestRun(all)
  const bad = counted.filter((row) => !isFine(row))
  const icon = OUTCOME_WORDS[bad[0]?.outcome ?? 'passed'].icon
  const title = `### ${icon} Load test ${escapeMarkdown(clip(subject.job, 120))}: ${summaryOf(counted, bad)}`
  const details = bad
    .filter((row) => row.message !== '' || row.failed.length > 0)
    .slice(0, MOST_DETAILED)
    .map(failedOf)
    .join('\n\n')
  const changes = [changesOf(counted), trendLinesOf(counted)].filter((part) => part !== '').join('\n\n')
  const rest = restOf(all, counted)
  const data = writeRows(all, ownKey)
  const bodies = [
    [marker, title, changes, rowsTable(all, true), rest, details, data],
    [marker, title, rowsTable(all, true), rest, details, data],
    [marker, title, rowsTable(all, true), rest, data],
    [marker, title, rowsTable(all, false), rest, data],
    [marker, title, 'Too many jobs to list here: see the summary of each.', data],
  ].map((parts) => parts.filter((part) => part !== '').join('\n\n'))
  return bodies.find((body) => body.length <= MOST_CHARACTERS) ?? `${marker}\n\n${title}`
}

function summaryOf(counted: readonly CommentRow[], bad: readonly CommentRow[]): string {
  const [only] = counted
  if (counted.length === 1 && only !== undefined && only.unlisted !== true) return escapeMarkdown(only.words)
  return bad.length === 0
    ? `all ${formatCount(counted.length)} passed`
    : `${formatCount(bad.length)} of ${formatCount(counted.length)} not passed`
}

/** What the table does not list, and what the title does not count. */
function restOf(all: readonly CommentRow[], counted: readonly CommentRow[]): string {
  const isCounted = new Set(counted)
  const earlier = all.filter((row) => !isCounted.has(row))
  return [
    moreOf(counted, ''),
    moreOf(earlier, ' of earlier commits'),
    earlier.length === 0 ? '' : 'Totals exclude earlier commits.',
  ]
    .filter(Boolean)
    .join('<br>')
}

function moreOf(rows: readonly CommentRow[], of: string): string {
  const cut = rows.filter((row) => row.unlisted === true)
  if (cut.length === 0) return ''
  const bad = cut.filter((row) => !isFine(row)).length
  const words =
    bad === 0 ? 'all passed' : bad === cut.length ? 'none passed' : `${formatCount(bad)} of them not passed`
  return `and ${formatCounted(cut.length, 'more row', 'more rows')}${of}, ${words}`
}

const FIGURE_NAMES = ['p95', 'Error rate', 'Throughput']

function rowsTable(rows: readonly CommentRow[], withLinks: boolean): string {
  const newest = rowsOfNewestRun(rows)
  const head = ['', 'Job', 'Verdict', ...FIGURE_NAMES, 'Links']
  const listed = rows.filter((row) => row.unlisted !== true)
  const lines = listed.map((row) => [
    OUTCOME_WORDS[row.outcome].icon,
    escapeMarkdown(clip(row.title, 80)) || '–',
    escapeMarkdown(row.words) + judgedByNote(row) + ageNote(row, newest),
    ...FIGURE_NAMES.map((name) => figureCell(row, name)),
    withLinks ? row.links.map((link) => markdownLink(link.name, link.url)).join(' · ') : '',
  ])
  const table = [head, ['---', '---', '---', '---:', '---:', '---:', '---'], ...lines]
  return table.map((cells) => `| ${cells.map((cell) => cell || ' ').join(' | ')} |`).join('\n')
}

function judgedByNote({ judgedBy, usual }: CommentRow): string {
  const notes = [usual, judgedBy].filter((note) => note !== undefined)
  return notes.map((note) => `<br><sub>${escapeMarkdown(note)}</sub>`).join('')
}

/** Marks the row of a job that has not reported for the newest commit yet, or no longer exists. */
function ageNote(row: CommentRow, newest: readonly CommentRow[]): string {
  if (newest.includes(row)) return ''
  const isSameCommit = newest.some(({ commit }) => commit === row.commit)
  if (row.commit === '' || isSameCommit) return ' <sub>from an earlier run</sub>'
  return ` <sub>from the earlier commit ${escapeMarkdown(row.commit.slice(0, 8))}</sub>`
}

function figureCell(row: CommentRow, name: string): string {
  const figure = row.figures.find((one) => one.name === name)
  if (figure === undefined) return ''
  return escapeMarkdown(figure.value) + (figure.change === '' ? '' : `<br>${escapeMarkdown(figure.change)}`)
}

function failedOf(row: CommentRow): string {
  const lines = row.failed.map((one) => {
    const figures = [one.observed && `observed ${one.observed}`, one.limit && `limit ${one.limit}`].filter(
      Boolean,
    )
    if (one.note !== undefined) figures.push(one.note)
    return `- ${markdownCode(one.criterion)}${figures.length === 0 ? '' : ': ' + escapeMarkdown(figures.join(', '))}`
  })
  const rest = row.failedCount - row.failed.length
  if (rest > 0 && lines.length > 0) lines.push(`- and ${formatCount(rest)} more`)
  const title = row.title === '' ? '' : `**${escapeMarkdown(clip(row.title, 80))}**: `
  const [first = '', ...faults] = clip(row.message, 400).split('\n')
  const items = faults.map((fault) => `- ${escapeMarkdown(fault.replace(/^- /, ''))}`)
  return [`${title}${escapeMarkdown(first)}`, ...items, ...lines].join('\n')
}
