import type { Uploaded } from './publish/upload-artifacts.ts'
import type { Measurements } from '../measurements/model.ts'
import {
  isFinal,
  type RemoteFile,
  type Collected,
  type Preflight,
  type RunHandle,
  type RunNumber,
  type RunStatus,
} from '../providers/provider.ts'
import type { JudgedChanges } from '../verdict/against-usual/trends/judged-changes.ts'
import type { RunTrend } from '../verdict/against-usual/trends/run-trends.ts'
import type { Suggestions } from '../verdict/suggest/suggest-criteria.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** What the step has found out so far. Everything that is known is published, even if the step fails. */
export interface Findings {
  preflight?: Preflight
  /** The start request was sent, and it is not known yet whether it started a run. */
  mayHaveStarted?: boolean
  run?: RunHandle
  /** Files of the checkout that this step uploaded to the service. */
  remoteFiles?: readonly RemoteFile[]
  status?: RunStatus
  collected?: Collected
  measurements?: Measurements
  /** Runs that were started to confirm the result of the first one, oldest first. */
  confirming?: ConfirmingRun[]
  /** Set only if the run may be compared with it. */
  baseline?: Measurements
  /** How figures compare with earlier runs; absent without any. */
  againstUsual?: JudgedChanges
  /** Criteria that the earlier runs suggest. */
  suggestions?: Suggestions
  /** Figures over the earlier runs and this one. */
  trends?: RunTrend[]
  uploads: Uploaded[]
  verdict?: Verdict
}

/** A further run of the same test, which may or may not confirm the result of the first one. */
export interface ConfirmingRun extends Pick<Findings, 'mayHaveStarted' | 'run' | 'status' | 'collected'> {
  number: RunNumber
  /**
   * Why the run could not be used, as a sentence: nothing was started, it failed, or it cannot be judged
   * together with the first one.
   */
  failure?: string
}

/** The run that may still be active, if any. */
export function activeRun({ run, status, confirming }: Readonly<Findings>): RunHandle | undefined {
  const newest = confirming?.at(-1) ?? { run, status }
  return newest.status?.executions.every(isFinal) === true ? undefined : newest.run
}

/** What a phase found; `undefined` removes a finding. */
export type Found = { [K in keyof Findings]?: Findings[K] | undefined }

/**
 * Reports what must be known even if the phase never returns, above all the run that was started. `undefined`
 * withdraws what turned out to be wrong.
 */
export type Tell<K extends keyof Findings> = (known: Pick<Found, K>) => void

/** Called as soon as a start request is sent, and when its response has arrived. */
export type TellRun = Tell<'run' | 'mayHaveStarted' | 'remoteFiles'>

/** The only place where findings change. */
export function learn(findings: Findings, found: Found): void {
  Object.assign(findings, found)
  for (const key of Object.keys(found) as (keyof Findings)[])
    if (key !== 'uploads' && found[key] === undefined) delete findings[key]
}
