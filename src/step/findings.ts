import type { Uploaded } from './publish/upload-artifacts.ts'
import type { Measurements } from '../measurements/model.ts'
import {
  isFinal,
  type Brought,
  type Collected,
  type Preflight,
  type RunHandle,
  type RunNumber,
  type RunStatus,
} from '../providers/provider.ts'
import type { Suggestions } from '../verdict/suggest/suggest-criteria.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** What the step has found out so far; whatever is known is published, also when the step fails. */
export interface Findings {
  preflight?: Preflight
  /** The start request went out and nobody can say yet what it did. */
  mayHaveStarted?: boolean
  run?: RunHandle
  /** Files of the checkout that are at the service by this step's doing. */
  brought?: readonly Brought[]
  status?: RunStatus
  collected?: Collected
  measurements?: Measurements
  /** What was started to confirm what the run showed, oldest first. */
  confirming?: ConfirmingRun[]
  /** Only where it may be compared with. */
  baseline?: Measurements
  /** Criteria that the earlier runs suggest. */
  suggestions?: Suggestions
  uploads: Uploaded[]
  verdict?: Verdict
}

/** A further run of the same test, which confirms what the first one showed, or does not. */
export interface ConfirmingRun extends Pick<Findings, 'mayHaveStarted' | 'run' | 'status' | 'collected'> {
  number: RunNumber
  /** Why it says nothing, as a sentence: nothing was started, it failed, or it cannot be judged together with the first. */
  failure?: string
}

/** The run that may be going on, where one may. */
export function goingRun({ run, status, confirming }: Readonly<Findings>): RunHandle | undefined {
  const newest = confirming?.at(-1) ?? { run, status }
  return newest.status?.executions.every(isFinal) === true ? undefined : newest.run
}

/** What a phase found. */
export type Found = { [K in keyof Findings]?: Findings[K] | undefined }

/**
 * Told by a phase of what must be known even if it never returns: above all of the run that was started. `undefined` takes
 * back what turned out not to be so.
 */
export type Tell<K extends keyof Findings> = (known: Pick<Found, K>) => void

/** Told as soon as a start request is on its way or was answered. */
export type TellRun = Tell<'run' | 'mayHaveStarted' | 'brought'>

/** The one place where findings change. */
export function learn(findings: Findings, found: Found): void {
  Object.assign(findings, found)
  for (const key of Object.keys(found) as (keyof Findings)[])
    if (key !== 'uploads' && found[key] === undefined) delete findings[key]
}
