import type { Reason } from './reason.ts'

/** The kind of error. */
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

/** Base class of this action's own errors. Code reacts to their class or code, never to their message. */
export abstract class ActionError extends Error {
  abstract readonly code: ErrorCode

  constructor(message?: string, options?: { cause?: unknown }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause })
  }
}

/** For errors of rooms that the caller may not import. */
export function hasCode<C extends ErrorCode>(error: unknown, code: C): error is ActionError & { code: C } {
  return error instanceof ActionError && error.code === code
}

/** A place in a file of the checkout. The path is relative to the checkout; line and column count from 1. */
export interface FilePlace {
  file: string
  line: number
  column: number
}

/** One of the faults in an error's message, which can be shown at its place too. */
export interface PlacedFault {
  text: string
  place: FilePlace
}

/**
 * An error that a person can act on: `message` says what failed, where, and what to do next, and contains no
 * secret. `reason` becomes the output of that name; `faults` are the items listed in the message.
 */
export class GateError extends ActionError {
  readonly code = 'gate'
  readonly reason: Reason
  readonly faults: readonly string[]
  /** Those that have a place in a file. */
  readonly placed: readonly PlacedFault[]

  constructor(
    reason: Reason,
    message: string,
    options: { cause?: unknown; faults?: readonly string[]; placed?: readonly PlacedFault[] } = {},
  ) {
    super(message, options)
    this.reason = reason
    this.faults = options.faults ?? []
    this.placed = options.placed ?? []
  }
}

/** The message of anything thrown, followed by the messages of its causes, without repetitions. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const parts = [ownWords(error)]
  let { cause } = error
  for (let depth = 0; depth < MOST_CAUSES && cause instanceof Error; depth++) {
    const words = ownWords(cause)
    const code = codeIn(cause)
    const isSaid = parts.some((part) => part.includes(words) || (code !== undefined && part.includes(code)))
    if (!isSaid) parts.push(words)
    cause = cause.cause
  }
  return parts.reduceRight((inner, outer) => `${outer} (${inner})`)
}

const MOST_CAUSES = 10

/** A code such as `ENOTFOUND`: a message that contains it does not need the system's own text. */
function codeIn(error: Error): string | undefined {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[A-Z][A-Z\d_]+$/.test(code) ? code : undefined
}

/** The cause and the cure come first, for people; the raw response follows in parentheses, once. */
export function causeLast(text: string, cause: unknown): string {
  const said = messageOf(cause)
  return text.includes(said) ? text : `${text} (${said})`
}

/**
 * Like `messageOf`, but as a sentence that others can follow: some libraries end their messages with a full
 * stop.
 */
export function sentenceOf(error: unknown): string {
  return messageOf(error).replace(/[.\s]*$/, '.')
}

/** Some libraries throw errors without a message; any other detail is better than a gap in the sentence. */
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
