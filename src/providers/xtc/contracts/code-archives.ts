import * as z from 'zod/mini'
import type { Content } from '../../authorized-call.ts'
import { refuseReportedError } from '../../reported-error.ts'

// XTC's code archives. Documented: both calls, their scopes, and that a load test can be set to use the
// latest archive. Assumed: what the upload returns, and where the details show which archive a load test
// uses.

const id = z.optional(z.nullable(z.union([z.string(), z.number()])))

/** The response to the upload: the archive's number. */
export const UPLOADED_FIELDS = { id, index: id }
const uploaded = z.looseObject(UPLOADED_FIELDS)

/** A part of the details of a load test. */
export const CODE_FIELDS = {
  codeArchive: z.optional(z.nullable(z.looseObject({ id, useLatest: z.optional(z.nullable(z.boolean())) }))),
}
const detailed = z.looseObject(CODE_FIELDS)

/** What the details of a load test say about its code. */
export interface CodeOfLoadTest {
  /** The archive that it ran. */
  archive?: string
  /** Whether it is set to *Use Latest*. */
  usesLatest?: boolean
}

/** The upload, with its digest, so that an incomplete archive is refused. */
export function uploadContent(zip: Buffer, sha512: Buffer): Content {
  return {
    type: 'application/zip',
    bytes: zip,
    headers: { 'content-digest': `sha-512=:${sha512.toString('base64')}:` },
  }
}

/**
 * The archive's number; undefined if the response does not have it. Only an error in the response is a
 * failure.
 */
export function uploadedId(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  refuseReportedError(json)
  const { data = json } = json as { data?: unknown }
  refuseReportedError(data)
  const parsed = uploaded.safeParse(data)
  return parsed.success ? wordOf(parsed.data.id ?? parsed.data.index) : undefined
}

/** Empty if the details do not have it, or have it in another form. */
export function codeOfLoadTest(data: unknown): CodeOfLoadTest {
  const parsed = detailed.safeParse(data)
  const told = parsed.success ? parsed.data.codeArchive : undefined
  const archive = wordOf(told?.id)
  return {
    ...(archive !== undefined && { archive }),
    ...(typeof told?.useLatest === 'boolean' && { usesLatest: told.useLatest }),
  }
}

/** Checked, because it becomes part of a path and of messages. */
function wordOf(value: string | number | null | undefined): string | undefined {
  const word = String(value ?? '')
  return /^[\w-]{1,100}$/.test(word) ? word : undefined
}
