import { isLoopback } from '../../foundation/fields.ts'
import type { HttpRequest, HttpResponse } from '../../foundation/ports.ts'
import { HttpError, nameOf } from '../http/http.ts'

const MAX_REDIRECTS = 5

/** An address that the service at `serviceUrl` provided for a file. */
type FileRequest = Pick<HttpRequest, 'method' | 'url'> & { serviceUrl: string }

/**
 * Archives contain what a test saw; with plain http, anybody on the network could read and change them. Only
 * a service that the user runs on this machine may lead to plain http, and only to this machine.
 */
function mayBeAsked(url: URL, serviceUrl: string): boolean {
  if (url.protocol === 'https:') return true
  return url.protocol === 'http:' && isLoopback(url.hostname) && isLoopback(new URL(serviceUrl).hostname)
}

/** Throws for an address that files must not come from, before anything is sent there. */
export function refusePlainHttp(request: FileRequest): void {
  if (!mayBeAsked(new URL(request.url), request.serviceUrl)) {
    throw new HttpError(`${nameOf(request)} was not sent: https only.`, {
      kind: 'not-sent',
      permanent: true,
    })
  }
}

/**
 * The target of a redirect. Redirects are followed manually, so that each request gets only the headers for
 * its origin.
 */
export function redirectOf(
  request: FileRequest,
  response: HttpResponse,
  redirects: number,
): string | undefined {
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined
  const location = response.headers['location'] ?? ''
  const target = URL.canParse(location, request.url) ? new URL(location, request.url) : undefined
  if (target === undefined || !mayBeAsked(target, request.serviceUrl) || redirects >= MAX_REDIRECTS) {
    response.body.destroy()
    const where = target === undefined ? 'nowhere' : `${target.origin}${target.pathname}`
    throw new HttpError(
      `${nameOf(request)} redirects to ${where}, which is not followed (https only, at most ${MAX_REDIRECTS} redirects).`,
      {
        kind: 'status',
        status: response.status,
      },
    )
  }
  return target.href
}
