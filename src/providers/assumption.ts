import type * as z from 'zod/mini'

/** Stands in samples for text that people choose. */
export const ANY_TEXT = '…'

/**
 * What the client assumes of one operation of a service. The tables of these are made from the calls and schemas that
 * the client itself uses, and never ship: `npm run contract` and `npm run live` compare them with what is really there.
 */
export interface Assumption {
  /** What the client does with it. */
  name: string
  method: string
  /** `{…}` where a value goes. */
  path: string
  /** Other paths that the client tries where there is nothing at that one. */
  elsewhere?: readonly string[]
  /** Scope or permission. */
  permission?: string
  /** Names of query parameters. */
  query: readonly string[]
  body?: AssumedBody
  answer: AssumedAnswer
  /** What happens without the operation; absent where the client cannot do without. */
  without?: string
}

export interface AssumedBody {
  contentType: string
  /** What the client sends. */
  sample: unknown
}

export type AssumedAnswer =
  | { kind: 'json'; schema: z.ZodMiniType; fields: readonly AssumedField[] }
  | { kind: 'file'; contentTypes: readonly string[] }
  /** Not read, or read in any form. */
  | { kind: 'any' }

/** A fact that the client reads, at the first of several places that has it. */
export interface AssumedField {
  what: string
  /** Such as `data.items[].name`. */
  at: readonly string[]
  /** What happens without it; absent where the client cannot do without. */
  without?: string
  /** The words that it may hold. */
  words?: readonly string[]
}
