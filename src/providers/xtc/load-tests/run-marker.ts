import type { StartIntent } from '../../provider.ts'

/** The description of the copy, with the marker that shows whose it is. */
export function describe(intent: StartIntent): string {
  return `Started by Load Test Gate. ${intent.title} [${intent.marker}]`
}

/**
 * The marker must be kept, whatever `xtc-run-request` puts into the body; otherwise our run could not be
 * recognized.
 */
export function keepMarker<T extends { body?: unknown }>(call: T, marker: string): T {
  const body = call.body as Record<string, unknown> | undefined
  if (body === undefined) return call
  const texts = [body['name'], body['description']]
  if (texts.some((text) => typeof text === 'string' && text.includes(marker))) return call
  const { name, description } = body
  if (typeof description !== 'string' && typeof name === 'string')
    return { ...call, body: { ...body, name: `${name} [${marker}]` } }
  const text = typeof description === 'string' ? `${description} [${marker}]` : `[${marker}]`
  return { ...call, body: { ...body, description: text } }
}
