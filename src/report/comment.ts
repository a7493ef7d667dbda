import { createHash } from 'node:crypto'
import { clip, escapeMarkdown, markdownCode, markdownLink } from './escape.ts'
import { formatCount } from './format.ts'
import type { CommentRow } from './comment-rows.ts'
import { compareAge, writeRows } from './comment-rows.ts'
import { keyFigures } from './key-figures.ts'
import type { Presentation } from './presentation.ts'
import { OUTCOME_WORDS, STANDINGS, standingOf, verdictWords, worstFirst } from './standing.ts'

/** What one comment is about. Legs of a matrix share it: they differ in their rows' keys only. */
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
  /** What people read for the leg; the presentation's title where it is not given. */
  title?: string
  workflowRunUrl?: string
}

/** What a comment of this subject is found by; anybody can write it, so who wrote it counts too. */
export function markerOf({ workflow, job, step }: CommentSubject): string {
  const name = Buffer.from(JSON.stringify([workflow, job, step]), 'utf8').toString('base64url')
  return `<!-- load-test-gate:comment:v1:${name} -->`
}

/** Whether the comment starts with the marker: quoted in a reply, it stands further down. */
export function hasMarker(body: string, marker: string): boolean {
  return body.startsWith(marker)
}

/** This step's row. */
export function commentRowOf(presentation: Presentation, origin: CommentOrigin): CommentRow {
  const { verdict, title, run, links } = presentation
  const failed = worstFirst(verdict.criteria).filter((criterion) => {
    const standing = standingOf(criterion)
    return STANDINGS.indexOf(standing) <= STANDINGS.indexOf('inconclusive')
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
    failedCount: failed.length,
    failed: failed.slice(0, 5).map((criterion) => ({
      criterion: clip(criterion.criterion, 200),
      observed: clip(criterion.observed ?? '', 60),
      limit: clip(criterion.limit ?? '', 100),
      // Without a figure only the message says what is wrong.
      ...(criterion.observed === undefined ? { note: clip(criterion.message, 200) } : {}),
    })),
    figures: figuresOf(presentation),
    links: [
      { name: 'run', url: run.url },
      { name: 'workflow run', url: origin.workflowRunUrl },
      ...links.slice(0, 2),
    ].flatMap(({ name, url }) => (url === undefined ? [] : [{ name: clip(name, 80), url }])),
  }
}

/** A matrix as JSON may be longer than all the rest of the row. */
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

// GitHub refuses comments of more than 65,536 characters.
const MOST_CHARACTERS = 65_000
const MOST_DETAILED = 10

/** The whole comment: marker, what people read, and the rows as data. Always short enough for GitHub. */
export function renderComment(marker: string, subject: CommentSubject, rows: readonly CommentRow[]): string {
  const worstOutcomeFirst = rows.filter((row) => !['passed', 'started'].includes(row.outcome))
  const icon = OUTCOME_WORDS[worstOutcomeFirst[0]?.outcome ?? 'passed'].icon
  const title = `### ${icon} Load test ${escapeMarkdown(clip(subject.job, 120))}: ${summaryOf(rows, worstOutcomeFirst)}`
  const details = worstOutcomeFirst.slice(0, MOST_DETAILED).map(failedOf).join('\n\n')
  const bodies = [
    [marker, title, rowsTable(rows, true), details, writeRows(rows)],
    [marker, title, rowsTable(rows, true), writeRows(rows)],
    [marker, title, rowsTable(rows, false), writeRows(rows)],
    [marker, title, 'Too many legs to list here: see the summary of each.', writeRows(rows)],
  ].map((parts) => parts.filter((part) => part !== '').join('\n\n'))
  return bodies.find((body) => body.length <= MOST_CHARACTERS) ?? `${marker}\n\n${title}`
}

function summaryOf(rows: readonly CommentRow[], bad: readonly CommentRow[]): string {
  const [only] = rows
  if (rows.length === 1 && only !== undefined) return escapeMarkdown(only.words)
  return bad.length === 0
    ? `all ${formatCount(rows.length)} passed`
    : `${formatCount(bad.length)} of ${formatCount(rows.length)} not passed`
}

const FIGURE_NAMES = ['p95', 'Error rate', 'Throughput']

function rowsTable(rows: readonly CommentRow[], withLinks: boolean): string {
  const newest = rows.toSorted((a, b) => -compareAge(a, b))[0]
  const head = ['', 'Leg', 'Verdict', ...FIGURE_NAMES, 'Links']
  const lines = rows.map((row) => [
    OUTCOME_WORDS[row.outcome].icon,
    escapeMarkdown(clip(row.title, 80)) || '–',
    escapeMarkdown(row.words) + ageNote(row, newest),
    ...FIGURE_NAMES.map((name) => figureCell(row, name)),
    withLinks ? row.links.map((link) => markdownLink(link.name, link.url)).join(' · ') : '',
  ])
  const table = [head, ['---', '---', '---', '---:', '---:', '---:', '---'], ...lines]
  return table.map((cells) => `| ${cells.map((cell) => cell || ' ').join(' | ')} |`).join('\n')
}

/** A leg that has not reported yet for the newest commit still shows what it said before. */
function ageNote(row: CommentRow, newest: CommentRow | undefined): string {
  if (newest === undefined || row.commit === newest.commit || row.commit === '') return ''
  return ` <sub>of ${escapeMarkdown(row.commit.slice(0, 8))}</sub>`
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
  return [`${title}${escapeMarkdown(row.message)}`, ...lines].join('\n')
}
