import type { Outcome } from '../../verdict/verdict.ts'
import { OUTCOMES } from '../../verdict/verdict.ts'
import { safeUrl } from '../escape.ts'
import { clip, oneLine } from '../../foundation/one-line.ts'

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
  /** There was no room: only key, age and outcome are known, and it is counted, not listed. */
  unlisted?: true
}

const DATA_START = '<!-- load-test-gate:rows:v1:'
const DATA_END = ' -->'
export const MOST_ROWS = 60
/** Listed or not. GitHub allows 256 legs in a matrix. */
const MOST_KNOWN_ROWS = 500
/** GitHub refuses comments beyond 65,536 characters; the rendered part needs the rest. */
const MOST_DATA_CHARACTERS = 24_000
const MOST_READ_CHARACTERS = 60_000

/**
 * The rows as a hidden line of the comment. What does not fit loses details first; then the least important rows are
 * no longer listed, only counted.
 */
export function writeRows(rows: readonly CommentRow[], ownKey?: string): string {
  for (const smaller of shrinking(rows, ownKey)) {
    const encoded = Buffer.from(JSON.stringify(packed(smaller)), 'utf8').toString('base64url')
    if (encoded.length <= MOST_DATA_CHARACTERS) return `${DATA_START}${encoded}${DATA_END}`
  }
  return `${DATA_START}W10${DATA_END}`
}

function* shrinking(rows: readonly CommentRow[], ownKey?: string): Generator<readonly CommentRow[]> {
  yield rows
  const brief = rows.map((row) => ({
    ...row,
    message: clip(row.message, 120),
    failed: row.failed.slice(0, 1),
  }))
  yield brief
  const bare = brief.map((row) => ({ ...row, message: '', failed: [], links: row.links.slice(0, 1) }))
  for (let count = MOST_ROWS; count > 0; count -= 2) yield listAtMost(bare, count, ownKey)
  yield bare.map(unlisted)
}

/** The same rows, of which all but the most important `most` are only counted; the own row is always listed. */
export function listAtMost(rows: readonly CommentRow[], most: number, ownKey?: string): CommentRow[] {
  const listed = rows.filter((row) => row.unlisted !== true)
  if (listed.length <= most) return [...rows]
  const kept = new Set(byImportance(listed, rows, ownKey).slice(0, most))
  return rows.map((row) => (kept.has(row) ? row : unlisted(row)))
}

/** The own row, then those of the newest workflow run, then what did not pass. */
function byImportance(
  rows: readonly CommentRow[],
  all: readonly CommentRow[],
  ownKey?: string,
): CommentRow[] {
  const current = new Set(rowsOfNewestRun(all))
  const rank = (row: CommentRow): number =>
    (row.key === ownKey ? 0 : 4) + (current.has(row) ? 0 : 2) + (isFine(row) ? 1 : 0)
  return rows.toSorted((a, b) => rank(a) - rank(b) || -compareAge(a, b) || inOrder(a, b))
}

/**
 * Those that the title is about. A leg that a re-run of failed jobs left out reported in an earlier attempt, and still
 * stands for its workflow run.
 */
export function rowsOfNewestRun(rows: readonly CommentRow[]): CommentRow[] {
  let newest = 0
  for (const row of rows) newest = Math.max(newest, row.workflowRunId)
  return rows.filter((row) => row.workflowRunId === newest)
}

export function isFine({ outcome }: CommentRow): boolean {
  return outcome === 'passed' || outcome === 'started'
}

function unlisted({
  key,
  workflowRunId,
  attempt,
  outcome,
}: Pick<CommentRow, 'key' | 'workflowRunId' | 'attempt' | 'outcome'>): CommentRow {
  return {
    key,
    workflowRunId,
    attempt,
    outcome,
    title: '',
    commit: '',
    words: '',
    message: '',
    failedCount: 0,
    failed: [],
    figures: [],
    links: [],
    unlisted: true,
  }
}

/** Rows that are only counted are lists of keys: `[workflow run, attempt, outcome, [key, …]]`. */
type Counted = [workflowRunId: number, attempt: number, outcome: Outcome, keys: string[]]

function packed(rows: readonly CommentRow[]): (CommentRow | Counted)[] {
  const counted = new Map<string, Counted>()
  for (const { unlisted: isUnlisted, workflowRunId, attempt, outcome, key } of rows) {
    if (isUnlisted !== true) continue
    const group = `${workflowRunId} ${attempt} ${outcome}`
    const known = counted.get(group)
    if (known === undefined) counted.set(group, [workflowRunId, attempt, outcome, [key]])
    else known[3].push(key)
  }
  return [...rows.filter((row) => row.unlisted !== true), ...counted.values()]
}

/** The rows of a comment. Anybody may have edited it: what is not exactly a row is dropped. */
export function readRows(body: string): CommentRow[] {
  const start = body.indexOf(DATA_START)
  if (start < 0) return []
  const end = body.indexOf(DATA_END, start)
  const encoded = end < 0 ? '' : body.slice(start + DATA_START.length, end)
  if (encoded.length > MOST_READ_CHARACTERS || !/^[\w-]+$/.test(encoded)) return []
  const value = parsed(Buffer.from(encoded, 'base64url').toString('utf8'))
  const rows = Array.isArray(value) ? value.slice(0, MOST_KNOWN_ROWS).flatMap(checkedRow) : []
  return rows.slice(0, MOST_KNOWN_ROWS)
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
    if (known === undefined || replaces(row, known)) byKey.set(row.key, row)
  }
  const rows = [...byKey.values()]
  const known =
    rows.length > MOST_KNOWN_ROWS ? byImportance(rows, rows, ours[0]?.key).slice(0, MOST_KNOWN_ROWS) : rows
  return known.sort(inOrder)
}

function replaces(row: CommentRow, known: CommentRow): boolean {
  const age = compareAge(row, known)
  return age > 0 || (age === 0 && (row.unlisted !== true || known.unlisted === true))
}

function inOrder(a: CommentRow, b: CommentRow): number {
  return a.title + a.key < b.title + b.key ? -1 : 1
}

/** Negative where `a` is of an earlier workflow run or attempt than `b`. */
export function compareAge(a: CommentRow, b: CommentRow): number {
  return a.workflowRunId - b.workflowRunId || a.attempt - b.attempt
}

function checkedRow(value: unknown): CommentRow[] {
  if (Array.isArray(value)) return checkedCounted(value)
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

function checkedCounted([workflowRunId, attempt, word, keys]: unknown[]): CommentRow[] {
  const outcome = OUTCOMES.find((one) => one === word)
  if (outcome === undefined || !Array.isArray(keys)) return []
  const age = { workflowRunId: wholeOf(workflowRunId), attempt: wholeOf(attempt) }
  return keys
    .filter((key): key is string => typeof key === 'string' && key.length <= 2000)
    .map((key) => unlisted({ ...age, key, outcome }))
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
