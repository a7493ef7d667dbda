import { type Outcome, OUTCOMES } from '../../verdict/verdict.ts'
import { safeUrl } from '../escape.ts'
import { clip, oneLine } from '../../foundation/one-line.ts'
import {
  type CommentRow,
  MOST_CHANGED,
  MOST_TRENDS,
  MOST_ROWS,
  MOST_KNOWN_ROWS,
  listAtMost,
  unlisted,
} from './comment-rows.ts'

const DATA_START = '<!-- load-test-gate:rows:v1:'

const DATA_END = ' -->'

/** GitHub refuses comments with more than 65,536 characters; the visible part needs the rest. */
const MOST_DATA_CHARACTERS = 24_000

const MOST_READ_CHARACTERS = 60_000

/**
 * The rows as a hidden line of the comment. If there are too many, details are left out first, and then the
 * least important rows are only counted.
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
    ...(row.changed && { changed: row.changed.slice(0, 1) }),
  }))
  yield brief
  const bare = brief.map(({ usual: _usual, changed: _changed, trends: _trends, ...row }) => ({
    ...row,
    message: '',
    failed: [],
    links: row.links.slice(0, 1),
  }))
  for (let count = MOST_ROWS; count > 0; count -= 2) yield listAtMost(bare, count, ownKey)
  yield bare.map(unlisted)
}

/** Rows that are only counted are stored as lists of keys: `[workflow run, attempt, outcome, [key, …]]`. */
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

/** The rows of a comment. Anybody may have edited it, so everything that is not a valid row is dropped. */
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
      ...(typeof value['usual'] === 'string' && { usual: textOf(value['usual'], 200) }),
      ...(typeof value['judgedBy'] === 'string' && { judgedBy: textOf(value['judgedBy'], 200) }),
      failedCount: wholeOf(value['failedCount']),
      failed: listOf(value['failed'], 5).map((item) => ({
        criterion: textOf(item['criterion'], 200),
        observed: textOf(item['observed'], 60),
        limit: textOf(item['limit'], 100),
        ...(typeof item['note'] === 'string' && { note: textOf(item['note'], 200) }),
      })),
      figures: listOf(value['figures'], 3).map((item) => ({
        name: textOf(item['name'], 30),
        value: textOf(item['value'], 30),
        change: textOf(item['change'], 30),
      })),
      ...checkedChanges(value['changed']),
      ...checkedTrends(value['trends']),
      links: listOf(value['links'], 5).flatMap((item) => {
        const url = safeUrl(textOf(item['url'], 2048))
        return url === undefined ? [] : [{ name: textOf(item['name'], 80), url }]
      }),
    },
  ]
}

function checkedChanges(value: unknown): Pick<CommentRow, 'changed'> {
  const changed = listOf(value, MOST_CHANGED).map((item) => ({
    label: textOf(item['label'], 80),
    change: textOf(item['change'], 160),
  }))
  return changed.length === 0 ? {} : { changed }
}

function checkedTrends(value: unknown): Pick<CommentRow, 'trends'> {
  const trends = listOf(value, MOST_TRENDS).map((item) => ({
    name: textOf(item['name'], 120),
    columns: textOf(item['columns'], 40),
    words: textOf(item['words'], 160),
  }))
  return trends.length === 0 ? {} : { trends }
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
