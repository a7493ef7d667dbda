import { causeLast, GateError } from '../../../foundation/errors.ts'
import { HttpError, type HttpPorts } from '../../../platform/http/http.ts'
import { backoffMs, policyFor } from '../../../platform/http/retry.ts'
import { explainRefusal, type XtcApi } from '../api.ts'
import type { Call } from '../contracts/contract.ts'
import type { XtcInputs } from '../inputs.ts'

const SEND_BUDGET_MS = 5 * 60_000

/**
 * Uploads the archive; returns its number if the response has it. The upload is repeated only if it certainly
 * had no effect, because XTC cannot list archives, so it is impossible to look for one. Throws every
 * `HttpError` unchanged.
 */
export async function uploadOnce(
  { api, ports }: { api: XtcApi; ports: HttpPorts },
  call: Call,
  parse: (json: unknown) => string | undefined,
): Promise<string | undefined> {
  const endMs = ports.clock.monotonicMs() + SEND_BUDGET_MS
  for (let failures = 1; ; failures++) {
    try {
      return await api.once(call, parse)
    } catch (error) {
      if (!(error instanceof HttpError) || error.permanent || policyFor(error).start !== 'again') throw error
      const pauseMs = Math.max(error.retryAfterMs ?? 0, backoffMs(failures, ports.random))
      if (ports.clock.monotonicMs() + pauseMs >= endMs) throw error
      await ports.clock.sleep(pauseMs, ports.signal())
    }
  }
}

/** Whether the archive was certainly not accepted. */
export function isRefusedUpload(error: unknown): boolean {
  return error instanceof HttpError && ['again', 'refused', 'renew'].includes(policyFor(error).start)
}

/** The error for people. */
export function explainUpload(error: unknown, inputs: XtcInputs, call: Call): unknown {
  const folder = inputs.codeFolder ?? ''
  if (isRefusedUpload(error)) return explainRefusal(error, inputs, `Uploading ${folder}`, call)
  if (!(error instanceof HttpError)) return error
  return new GateError(
    'preflight',
    causeLast(
      `It is unknown whether ${folder} was uploaded as a code archive, and it was not sent again. Nothing was started. Look for the archive in XTC, and delete it if it is there.`,
      error,
    ),
    { cause: error },
  )
}
