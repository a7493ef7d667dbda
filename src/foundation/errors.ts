import type { Reason } from './reason.ts'

/**
 * An error that a person can act on: `message` says what failed, where, and what to do next; it holds no secret.
 * `reason` is the output of that name.
 */
export class GateError extends Error {
  readonly reason: Reason

  constructor(reason: Reason, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'GateError'
    this.reason = reason
  }
}

/** The message of anything thrown, with the messages of its causes behind it. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? messageOf(error.cause) : ''
  return cause && !error.message.includes(cause) ? `${error.message} (${cause})` : error.message
}
