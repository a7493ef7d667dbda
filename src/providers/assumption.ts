import type * as z from 'zod/mini'

/** Placeholder in samples for text that people choose. */
export const ANY_TEXT = '…'

/**
 * What the client assumes about one operation of a service. These tables are generated from the calls and
 * schemas that the client itself uses, and are not shipped: `npm run contract` and `npm run live` compare
 * them with the real service.
 */
export interface Assumption {
  /** What the client uses it for. */
  name: string
  method: string
  /** With `{…}` in place of values. */
  path: string
  /** Other paths that the client tries if nothing is found at that one. */
  elsewhere?: readonly string[]
  /** Scope or permission. */
  permission?: string
  /** Names of query parameters. */
  query: readonly string[]
  body?: AssumedBody
  answer: AssumedAnswer
  /** What happens without the operation; absent if the client needs it. */
  without?: string
}

export interface AssumedBody {
  contentType: string
  /** What the client sends. */
  sample: unknown
  /** What to do if the service does not accept a field that is not always sent, by the name of the field. */
  without?: Readonly<Record<string, string>>
}

export type AssumedAnswer =
  | { kind: 'json'; schema: z.ZodMiniType; fields: readonly AssumedField[] }
  | { kind: 'file'; contentTypes: readonly string[] }
  /** Not read, or read in any form. */
  | { kind: 'any' }

/** A fact that the client reads from the first of several places that has it. */
export interface AssumedField {
  what: string
  /** Such as `data.items[].name`. */
  at: readonly string[]
  /** What happens without it; absent if the client needs it. */
  without?: string
  /** The values that it may have. */
  words?: readonly string[]
}
