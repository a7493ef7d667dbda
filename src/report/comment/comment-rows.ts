import type { Outcome } from '../../verdict/verdict.ts'

/** One matrix job in the pull-request comment, as plain data. */
export interface CommentRow {
  /** Distinguishes matrix jobs: the input `step-key`. */
  key: string
  /** The readable name of the job. */
  title: string
  /** The workflow run and its attempt: a later one replaces an earlier one, never the other way around. */
  workflowRunId: number
  attempt: number
  commit: string
  outcome: Outcome
  /** `Failed (criteria)` */
  words: string
  message: string
  /** The runs of the commit that it was judged by, if there are several. */
  judgedBy?: string
  /**
   * If nothing failed, the usual of the criterion that is closest to its limit: `usual 412 ms ± 3% over 8
   * runs`.
   */
  usual?: string
  failedCount: number
  /** The worst failed criteria. */
  failed: { criterion: string; observed: string; limit: string; note?: string }[]
  figures: { name: string; value: string; change: string }[]
  /** The labels that changed most from the baseline. */
  changed?: { label: string; change: string }[]
  /** Figures over the earlier runs and this one: a column for each run, and the same in words. */
  trends?: { name: string; columns: string; words: string }[]
  links: { name: string; url: string }[]
  /**
   * There was no room for the details: only key, age and outcome are known, and the row is counted but not
   * listed.
   */
  unlisted?: true
}

export const MOST_ROWS = 60
/** The most labels with changes that a row names. */
export const MOST_CHANGED = 5
export const MOST_TRENDS = 4
/** Listed or not. GitHub allows 256 jobs in a matrix. */
export const MOST_KNOWN_ROWS = 500

/**
 * The same rows, but only the most important `most` of them are listed; the others are counted. The row of
 * this step is always listed.
 */
export function listAtMost(rows: readonly CommentRow[], most: number, ownKey?: string): CommentRow[] {
  const listed = rows.filter((row) => row.unlisted !== true)
  if (listed.length <= most) return [...rows]
  const kept = new Set(byImportance(listed, rows, ownKey).slice(0, most))
  return rows.map((row) => (kept.has(row) ? row : unlisted(row)))
}

/** The row of this step first, then those of the newest workflow run, then those that did not pass. */
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
 * The rows that the title is about. If a re-run of failed jobs leaves out a job, its row from an earlier
 * attempt still belongs to the workflow run.
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

/** Merges rows that were read at different times: for each job the newer row, in a stable order. */
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

/** Negative if `a` is from an earlier workflow run or attempt than `b`. */
export function compareAge(a: CommentRow, b: CommentRow): number {
  return a.workflowRunId - b.workflowRunId || a.attempt - b.attempt
}
