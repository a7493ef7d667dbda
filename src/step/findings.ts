import type { Uploaded } from './publish/upload-artifacts.ts'
import type { Measurements } from '../measurements/model.ts'
import type { Collected, Preflight, RunHandle, RunStatus } from '../providers/provider.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** What the step has found out so far; whatever is known is published, also when the step fails. */
export interface Findings {
  preflight?: Preflight
  /** The start request went out and nobody can say yet what it did. */
  mayHaveStarted?: boolean
  run?: RunHandle
  status?: RunStatus
  collected?: Collected
  measurements?: Measurements
  /** Only where it may be compared with. */
  baseline?: Measurements
  uploads: Uploaded[]
  verdict?: Verdict
}

/** What a phase found. */
export type Found = { [K in keyof Findings]?: Findings[K] | undefined }

/**
 * Told by a phase of what must be known even if it never returns: above all of the run that was started. `undefined` takes
 * back what turned out not to be so.
 */
export type Tell<K extends keyof Findings> = (known: Pick<Found, K>) => void

/** Told as soon as a start request is on its way or was answered. */
export type TellRun = Tell<'run' | 'mayHaveStarted'>

/** The one place where findings change. */
export function learn(findings: Findings, found: Found): void {
  Object.assign(findings, found)
  for (const key of Object.keys(found) as (keyof Findings)[])
    if (key !== 'uploads' && found[key] === undefined) delete findings[key]
}
