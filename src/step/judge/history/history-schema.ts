import * as z from 'zod/mini'
import { runSchema } from '../../../measurements/measurements-schema.ts'

const timing = z.array(z.nullable(z.number()))
const subject = z.object({
  names: z.array(z.string()),
  total: z.nullable(timing),
  labels: z.array(z.tuple([z.string(), timing])),
})

/** The kept history, as it was written; the facts of its runs are those of one of the providers. */
export function historySchema(providers: readonly string[]) {
  const run = z.object({
    id: z.string(),
    atMs: z.nullable(z.number()),
    facts: runSchema(providers),
    subjects: z.record(z.string(), subject),
  })
  return z.object({ baseline: z.nullable(z.string()), runs: z.array(run) })
}
