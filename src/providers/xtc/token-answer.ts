import * as z from 'zod/mini'
import type { HttpRequest } from '../../foundation/ports.ts'
import { jsonOf } from '../../platform/http/answer.ts'
import { HttpError, type HttpAnswer } from '../../platform/http/http.ts'
import { contractFault } from '../contract-fault.ts'

export const TOKEN_ANSWER = z.looseObject({
  // It goes into a header, where a line break would start another header.
  access_token: z.string().check(z.regex(/^[\x21-\x7e]+$/)),
  // Some servers send it as text. Anything that is not a number is ignored.
  expires_in: z.nullish(z.union([z.string(), z.number()])),
})
/** The documented value, if a response does not contain it. */
const LIFETIME_S = 3600

/** Throws `HttpError` if the response contains no token. */
export function readTokenAnswer(
  request: HttpRequest,
  answer: HttpAnswer,
): { value: string; lifetimeMs: number } {
  const parsed = TOKEN_ANSWER.safeParse(tokenJson(request, answer))
  if (!parsed.success) {
    throw new HttpError(
      `POST ${request.url}: the response contains no access token: ${contractFault(parsed.error)}`,
      { kind: 'mismatch', status: answer.status },
    )
  }
  return { value: parsed.data.access_token, lifetimeMs: lifetimeS(parsed.data.expires_in) * 1000 }
}

function lifetimeS(said: string | number | null | undefined): number {
  const seconds = typeof said === 'string' && said.trim() !== '' ? Number(said) : (said ?? LIFETIME_S)
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 ? seconds : LIFETIME_S
}

/** An incomplete response may contain half a token, which is not masked, so it is not quoted. */
function tokenJson(request: HttpRequest, answer: HttpAnswer): unknown {
  if (answer.text.trim().startsWith('<')) return jsonOf(request, answer)
  try {
    return JSON.parse(answer.text)
  } catch {
    throw new HttpError(
      `POST ${request.url}: the response (status ${answer.status}, ${answer.text.length} characters) is not complete JSON.`,
      { kind: 'unreadable', status: answer.status },
    )
  }
}
