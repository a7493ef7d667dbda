import { ActionError, messageOf } from '../../foundation/errors.ts'

/**
 * Why an artifact could not be uploaded: `name-taken` by an earlier one; `uploads-refused`: the next file
 * would be refused too; `upload-failed`: it may affect only this file.
 */
type ArtifactTrouble = 'name-taken' | 'uploads-refused' | 'upload-failed'

export class ArtifactError extends ActionError {
  readonly code: ArtifactTrouble

  constructor(code: ArtifactTrouble, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

/** Converts an error of the library, which describes what happened only in its message. */
export function artifactErrorOf(error: unknown): ArtifactError {
  if (error instanceof ArtifactError) return error
  const message = messageOf(error)
  return new ArtifactError(troubleIn(error, message), message, { cause: error })
}

function troubleIn(error: unknown, message: string): ArtifactTrouble {
  // 409 for a name that was ever used in this workflow run, even by an upload that failed.
  if (/\b409\b|already exists/i.test(message)) return 'name-taken'
  // The library has tried five times, for half a minute, or the service refuses all requests.
  const isRefused = /after \d+ attempts|unable to make request|quota|\((401|403|404)\)/i.test(message)
  const isStorage = error instanceof Error && error.name === 'RestError'
  return isStorage || isRefused ? 'uploads-refused' : 'upload-failed'
}
