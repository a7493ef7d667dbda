import type { Reason } from './reason.ts'

/** What kind of error it is. */
export type ErrorCode =
  | 'gate'
  | 'cancelled'
  | 'http'
  | 'stalled'
  | 'transport'
  | 'tunnel'
  | 'out-of-reach'
  | 'unclear'
  | 'file'
  | 'name-taken'
  | 'uploads-refused'
  | 'upload-failed'
  | 'entry-refused'
  | 'cache-silent'
  | 'took-too-long'
  | 'archive-refused'
  | 'archive-unusable'
  | 'yaml-refused'
  | 'report-too-large'
  | 'criterion-syntax'

/** All errors of this action's own. What follows from one is decided by its class or its code, never by its words. */
export abstract class ActionError extends Error {
  abstract readonly code: ErrorCode

  constructor(message?: string, options?: { cause?: unknown }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause })
  }
}

/** For errors of rooms that the one who asks may not know. */
export function hasCode<C extends ErrorCode>(error: unknown, code: C): error is ActionError & { code: C } {
  return error instanceof ActionError && error.code === code
}

/**
 * An error that a person can act on: `message` says what failed, where, and what to do next; it holds no secret.
 * `reason` is the output of that name, `faults` what its message lists one by one.
 */
export class GateError extends ActionError {
  readonly code = 'gate'
  readonly reason: Reason
  readonly faults: readonly string[]

  constructor(
    reason: Reason,
    message: string,
    options: { cause?: unknown; faults?: readonly string[] } = {},
  ) {
    super(message, options)
    this.reason = reason
    this.faults = options.faults ?? []
  }
}

/** The message of anything thrown, with the messages of its causes behind it. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const message = ownWords(error)
  const cause = error.cause instanceof Error ? messageOf(error.cause) : ''
  return cause && !message.includes(cause) ? `${message} (${cause})` : message
}

/** As `messageOf`, as a sentence that others may follow: some libraries end their messages with a full stop. */
export function sentenceOf(error: unknown): string {
  return messageOf(error).replace(/[.\s]*$/, '.')
}

/** Libraries throw errors without a word: what else tells them apart is better than a gap in a sentence. */
function ownWords(error: Error): string {
  if (error.message.trim() !== '') return error.message
  const {
    status,
    statusCode = status,
    code,
  } = error as Partial<Record<'status' | 'statusCode' | 'code', unknown>>
  if (typeof statusCode === 'number') return `HTTP ${statusCode}`
  return typeof code === 'string' && code !== '' ? code : error.name || 'Error'
}
