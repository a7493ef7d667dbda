import { causeLast, GateError } from '../../foundation/errors.ts'
import type { HttpError } from '../../platform/http/http.ts'
import { policyFor } from '../../platform/http/retry.ts'
import { idsOf, type RunHandle } from '../../providers/provider.ts'

/**
 * True for a refusal, which waiting does not change. A broken or unexpected response is different: it may
 * come from a proxy.
 */
export function endsAtOnce(error: HttpError): boolean {
  return (
    error.kind === 'status' &&
    error.status !== undefined &&
    error.status < 500 &&
    policyFor(error).safe !== 'retry'
  )
}

export function likelyCause(error: HttpError): string {
  const causes: Record<number, string> = {
    401: 'The credentials are no longer valid: they expired, were deleted, or are for another API version.',
    403: 'The credentials lack a scope or permission, or the project has disabled the credentials of the organization.',
    404: 'The run no longer exists, or the short names or the API version are no longer right.',
  }
  return causes[error.status ?? 0] ?? 'The service refuses to show it.'
}

export function contactLost(run: RunHandle, message: string, cause: unknown): GateError {
  return new GateError('contact-lost', causeLast(`Lost contact with run ${idsOf(run)}. ${message}`, cause), {
    cause,
  })
}
