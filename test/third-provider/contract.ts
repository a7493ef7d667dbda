// #region contract
import * as z from 'zod/mini'
import type { Stage } from '../../src/providers/provider.ts'

// Meadow's API: paths, documents, and what is assumed about them. If the service changes, only this file
// changes.

export const paths = {
  plan: (name: string) => `/plans/${encodeURIComponent(name)}`,
  runs: () => '/runs',
  run: (id: string) => `/runs/${encodeURIComponent(id)}`,
  stop: (id: string) => `/runs/${encodeURIComponent(id)}/stop`,
  log: (id: string) => `/runs/${encodeURIComponent(id)}/log`,
}

const run = z.looseObject({
  id: z.string().check(z.minLength(1)),
  plan: z.string(),
  note: z.string(),
  state: z.string(),
  startedAtMs: z.optional(z.number()),
  endedAtMs: z.optional(z.number()),
})

export type MeadowRun = z.infer<typeof run>
export const parseRun = (json: unknown): MeadowRun => run.parse(json)
export const parseRuns = (json: unknown): MeadowRun[] => z.array(run).parse(json)

const STAGES: Record<string, Stage> = {
  queued: 'waiting',
  growing: 'running',
  done: 'finished',
  stopped: 'aborted',
  broken: 'failed',
}

/** An unknown state counts as running: polling continues, and a warning says so. */
export function stageOf(state: string): { stage: Stage; unknownState?: boolean } {
  const stage = STAGES[state]
  return stage === undefined ? { stage: 'running', unknownState: true } : { stage }
}
// #endregion contract
