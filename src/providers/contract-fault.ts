import * as z from 'zod/mini'

/** Describes where a response differs from the contract. */
export function contractFault(error: unknown): string {
  if (!(error instanceof z.core.$ZodError)) return error instanceof Error ? error.message : String(error)
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'the response'}: ${issue.message || issue.code}`)
    .join('; ')
}
