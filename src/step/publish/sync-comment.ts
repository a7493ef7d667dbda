import type { Comment, CommentApi } from '../../foundation/ports.ts'
import { type CommentSubject, hasMarker, markerOf, renderComment } from '../../report/comment/comment.ts'
import { type CommentRow, mergeRows } from '../../report/comment/comment-rows.ts'
import { readRows } from '../../report/comment/comment-data.ts'
import { hasCode } from '../../foundation/errors.ts'
import { oneLine } from '../../foundation/one-line.ts'

export interface CommentSync {
  api: CommentApi
  sleep: (ms: number) => Promise<void>
  /** A number from 0 up to 1. */
  random: () => number
  /** Updates an existing comment, but creates none. */
  onlyExisting?: boolean
}

export interface SyncedComment {
  status: 'written' | 'not-needed' | 'failed'
  url?: string
  warnings: string[]
}

const MOST_ROUNDS = 5
const MOST_PAGES = 100
const REREAD_AFTER_MS = 1000
const REREAD_SPREAD_MS = 2000

/**
 * Writes the row into the comment of its subject. GitHub has no conditional updates, so another job may
 * overwrite the row: the comment is read again after a while, and written again if the row is gone. Never
 * throws, because a missing comment must not fail the step.
 */
export async function syncComment(
  subject: CommentSubject,
  row: CommentRow,
  sync: CommentSync,
): Promise<SyncedComment> {
  try {
    return await writeUntilKept(subject, row, sync)
  } catch (error) {
    return { status: 'failed', warnings: [warningOf(error)] }
  }
}

async function writeUntilKept(
  subject: CommentSubject,
  row: CommentRow,
  sync: CommentSync,
): Promise<SyncedComment> {
  const marker = markerOf(subject)
  const author = await sync.api.viewerLogin()
  let own = await ownComments(sync.api, author, marker)
  if (own.length === 0 && sync.onlyExisting === true) return { status: 'not-needed', warnings: [] }
  let unclear: Error | undefined
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    unclear = await writeOnce(own, subject, row, sync.api)
    await sync.sleep(REREAD_AFTER_MS + sync.random() * REREAD_SPREAD_MS)
    own = await ownComments(sync.api, author, marker)
    const [kept] = own
    if (kept !== undefined && holds(kept, row)) {
      await removeOthers(own, row, sync.api)
      return { status: 'written', warnings: [], ...(kept.url !== undefined && { url: kept.url }) }
    }
  }
  if (unclear !== undefined) throw unclear
  const warning = `The pull-request comment was overwritten ${MOST_ROUNDS} times by other jobs: it may lack this one.`
  return { status: 'failed', warnings: [warning] }
}

/** Writes the row, together with those of other jobs, into the oldest comment, or into a new one. */
async function writeOnce(
  own: Comment[],
  subject: CommentSubject,
  row: CommentRow,
  api: CommentApi,
): Promise<Error | undefined> {
  const [oldest] = own
  const rows = mergeRows(
    own.flatMap((comment) => readRows(comment.body)),
    [row],
  )
  const body = renderComment(markerOf(subject), subject, rows, row.key)
  if (oldest === undefined) return await createOrDoubt(body, api)
  if (oldest.body !== body) await updateOrForget(oldest, body, api)
  return undefined
}

/** If the response is unclear, the comment may or may not have been created: the next read shows it. */
async function createOrDoubt(body: string, api: CommentApi): Promise<Error | undefined> {
  try {
    await api.create(body)
    return undefined
  } catch (error) {
    if (hasCode(error, 'unclear')) return error
    throw error
  }
}

/** If the comment was deleted in the meantime, the next round creates a new one. */
async function updateOrForget(comment: Comment, body: string, api: CommentApi): Promise<void> {
  try {
    await api.update(comment.id, body)
  } catch (error) {
    if (statusOf(error) !== 404) throw error
  }
}

/** The comments with the marker that this user wrote, oldest first. Others can write the marker too. */
async function ownComments(api: CommentApi, author: string, marker: string): Promise<Comment[]> {
  const all = new Map<number, Comment>()
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { comments, hasMore } = await api.list(page)
    // Gitea has no pages of comments, and always returns all of them: none may count twice.
    const knownBefore = all.size
    for (const comment of comments) all.set(comment.id, comment)
    if (!hasMore || all.size === knownBefore) break
  }
  return [...all.values()]
    .filter((comment) => comment.author === author && hasMarker(comment.body, marker))
    .sort((a, b) => a.id - b.id)
}

/** Whether the comment has this row, or a newer one for the same job. */
function holds(comment: Comment, row: CommentRow): boolean {
  const kept = readRows(comment.body).find((one) => one.key === row.key)
  if (kept === undefined) return false
  if (kept.workflowRunId !== row.workflowRunId) return kept.workflowRunId > row.workflowRunId
  return kept.attempt > row.attempt || (kept.attempt === row.attempt && kept.outcome === row.outcome)
}

/** Deletes newer comments if the oldest one has all of their rows. */
async function removeOthers(own: Comment[], row: CommentRow, api: CommentApi): Promise<void> {
  const [oldest, ...others] = own
  if (api.remove === undefined || oldest === undefined) return
  for (const other of others) {
    const isHeld = readRows(other.body).every((one) => one.key === row.key || holds(oldest, one))
    // Another job may have deleted it already, or deleting may be refused: a second comment does no harm.
    if (isHeld) await api.remove(other.id).catch(() => undefined)
  }
}

const STATUS_WORDS: Record<number, string> = {
  401: 'the token was rejected. Check the input github-token',
  403: 'the token may not write comments here. Give the job `permissions: pull-requests: write`; runs for forks and Dependabot get a read-only token',
  404: 'there is no such pull request, or the token may not read it. Give the job `permissions: pull-requests: write`, and `contents: read` in a private repository',
  422: 'GitHub rejected its content, as it does if nobody may comment anymore',
  429: 'GitHub limits the rate at which this token may write, for longer than the step waits',
}

/** One sentence for users: the result, what to do about it, and the text of the response. */
export function warningOf(error: unknown): string {
  const status = statusOf(error)
  const words = status === undefined ? undefined : STATUS_WORDS[status]
  const said = oneLine(error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
  return `No pull-request comment: ${words === undefined ? said : `${words} (${said})`}.`
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined
  return typeof error.status === 'number' ? error.status : undefined
}
