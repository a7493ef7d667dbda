import type { Outcome } from '../../verdict/verdict.ts'

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
  /** By which runs of the commit, where they are several. */
  judgedBy?: string
  /** The usual of what came closest to its limit, where nothing failed: `usual 412 ms ± 3% over 8 runs`. */
  usual?: string
  failedCount: number
  /** The worst failed criteria. */
  failed: { criterion: string; observed: string; limit: string; note?: string }[]
  figures: { name: string; value: string; change: string }[]
  /** The labels that changed most against the baseline. */
  changed?: { label: string; change: string }[]
  links: { name: string; url: string }[]
  /** There was no room: only key, age and outcome are known, and it is counted, not listed. */
  unlisted?: true
}

export const MOST_ROWS = 60
/** Of the labels that changed most, in each row. */
export const MOST_CHANGED = 5
/** Listed or not. GitHub allows 256 legs in a matrix. */
export const MOST_KNOWN_ROWS = 500

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

export function unlisted({
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
