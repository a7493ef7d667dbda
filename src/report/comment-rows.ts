import type { Outcome } from '../verdict/verdict.ts'
import { OUTCOMES } from '../verdict/verdict.ts'
import { clip, oneLine, safeUrl } from './escape.ts'

/** One leg of a matrix in the pull-request comment, as plain data. */
export interface CommentRow {
  /** What tells legs apart: the input `step-key`. */
  key: string
  /** What people read for it. */
  title: string
  /** The workflow run and its attempt: a later one replaces an earlier one, never the other way round. */
  workflowRunId: number
  attempt: number
  commit: string
  outcome: Outcome
  /** `Failed (criteria)` */
  words: string
  message: string
  failedCount: number
  /** The worst failed criteria. */
  failed: { criterion: string; observed: string; limit: string; note?: string }[]
  figures: { name: string; value: string; change: string }[]
  links: { name: string; url: string }[]
}

const DATA_START = '<!-- load-test-gate:rows:v1:'
const DATA_END = ' -->'
const MOST_ROWS = 60
/** GitHub refuses comments beyond 65,536 characters; the rendered part needs the rest. */
const MOST_DATA_CHARACTERS = 24_000
const MOST_READ_CHARACTERS = 60_000

/** The rows as a hidden line of the comment; what does not fit loses details first, then its oldest rows. */
export function writeRows(rows: readonly CommentRow[]): string {
  for (const smaller of shrinking(rows)) {
    const encoded = Buffer.from(JSON.stringify(smaller), 'utf8').toString('base64url')
    if (encoded.length <= MOST_DATA_CHARACTERS) return `${DATA_START}${encoded}${DATA_END}`
  }
  return `${DATA_START}W10${DATA_END}`
}

function* shrinking(rows: readonly CommentRow[]): Generator<readonly CommentRow[]> {
  yield rows
  const brief = rows.map((row) => ({
    ...row,
    message: clip(row.message, 120),
    failed: row.failed.slice(0, 1),
  }))
  yield brief
  const bare = brief.map((row) => ({ ...row, message: '', failed: [], links: row.links.slice(0, 1) }))
  const newestFirst = bare.toSorted((a, b) => -compareAge(a, b))
  for (let count = newestFirst.length; count > 0; count = Math.floor(count * 0.8))
    yield newestFirst.slice(0, count)
}

/** The rows of a comment. Anybody may have edited it: what is not exactly a row is dropped. */
export function readRows(body: string): CommentRow[] {
  const start = body.indexOf(DATA_START)
  if (start < 0) return []
  const end = body.indexOf(DATA_END, start)
  const encoded = end < 0 ? '' : body.slice(start + DATA_START.length, end)
  if (encoded.length > MOST_READ_CHARACTERS || !/^[\w-]+$/.test(encoded)) return []
  const value = parsed(Buffer.from(encoded, 'base64url').toString('utf8'))
  return Array.isArray(value) ? value.slice(0, MOST_ROWS).flatMap(checkedRow) : []
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The rows of two readings together: of one leg the newer row, in a stable order. */
export function mergeRows(theirs: readonly CommentRow[], ours: readonly CommentRow[]): CommentRow[] {
  const byKey = new Map<string, CommentRow>()
  for (const row of [...theirs, ...ours]) {
    const known = byKey.get(row.key)
    if (known === undefined || compareAge(row, known) >= 0) byKey.set(row.key, row)
  }
  const rows = [...byKey.values()]
  const newest = rows.toSorted((a, b) => -compareAge(a, b)).slice(0, MOST_ROWS)
  return newest.sort((a, b) => (a.title + a.key < b.title + b.key ? -1 : 1))
}

/** Negative where `a` is of an earlier workflow run or attempt than `b`. */
export function compareAge(a: CommentRow, b: CommentRow): number {
  return a.workflowRunId - b.workflowRunId || a.attempt - b.attempt
}

function checkedRow(value: unknown): CommentRow[] {
  if (!isRecord(value)) return []
  const outcome = OUTCOMES.find((one) => one === value['outcome'])
  const key = value['key']
  if (outcome === undefined || typeof key !== 'string' || key.length > 2000) return []
  return [
    {
      key,
      outcome,
      title: textOf(value['title'], 200),
      workflowRunId: wholeOf(value['workflowRunId']),
      attempt: wholeOf(value['attempt']),
      commit: /^[0-9a-f]{0,64}$/.exec(textOf(value['commit'], 64))?.[0] ?? '',
      words: textOf(value['words'], 100),
      message: textOf(value['message'], 400),
      failedCount: wholeOf(value['failedCount']),
      failed: listOf(value['failed'], 5).map((item) => ({
        criterion: textOf(item['criterion'], 200),
        observed: textOf(item['observed'], 60),
        limit: textOf(item['limit'], 100),
        ...(typeof item['note'] === 'string' ? { note: textOf(item['note'], 200) } : {}),
      })),
      figures: listOf(value['figures'], 3).map((item) => ({
        name: textOf(item['name'], 30),
        value: textOf(item['value'], 30),
        change: textOf(item['change'], 30),
      })),
      links: listOf(value['links'], 4).flatMap((item) => {
        const url = safeUrl(textOf(item['url'], 2048))
        return url === undefined ? [] : [{ name: textOf(item['name'], 80), url }]
      }),
    },
  ]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown, most: number): Record<string, unknown>[] {
  return Array.isArray(value) ? value.slice(0, most).filter(isRecord) : []
}

function textOf(value: unknown, mostCharacters: number): string {
  return typeof value === 'string' ? clip(oneLine(value.slice(0, mostCharacters * 4)), mostCharacters) : ''
}

function wholeOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0
}
