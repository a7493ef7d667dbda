import type { ArrivedData } from '../measurements/arriving.ts'
import type { LoadProfileEntry, RunFacts } from '../measurements/model.ts'
import type { OutputFolder } from '../platform/files/output-folder.ts'

/**
 * One remote service. Every method makes requests and nothing else: it neither sleeps between polls nor decides what
 * a state means for the step. All of them throw `GateError` for what a person must mend, `HttpError` for the rest.
 */
export interface Provider {
  /** The name of the service, as workflows write it. */
  readonly name: string
  /** False where the service offers no way to end a run early. */
  readonly canStop: boolean
  /** True where a start request can carry our marker, so that a run can be told to be ours. */
  readonly marksRuns: boolean
  /**
   * Token, scopes and, where a run is to be started, names and limits. Starts nothing. Throws one error that names
   * every fault it could find. Where it calls `faultsOf` with what the run will cost, those are among them; the step
   * asks for them in any case.
   */
  preflight(starts: boolean, faultsOf?: (cost: RunCost) => string[]): Promise<Preflight>
  /**
   * All runs that the service knows now, newest first. Throws where the answer is not the whole list: what is missing
   * would be started again.
   */
  look(): Promise<RemoteRun[]>
  /** Sends the start request once. A returned `StartAnswer` is certain; anything thrown is judged by the retry policy. */
  start(intent: StartIntent, sending?: Sending): Promise<StartAnswer>
  /** One request per execution. */
  status(run: RunHandle): Promise<RunStatus>
  /** Everything that the run left, into `directory`; what cannot be had is named, not thrown. */
  collect(run: RunHandle, status: RunStatus, directory: OutputFolder): Promise<Collected>
  /** Ends one execution. Throws where `canStop` is false. */
  stop(runId: string): Promise<void>
}

/** Wraps each sending of the start request, and nothing that comes before it or in between. */
export type Sending = <T>(send: () => Promise<T>) => Promise<T>

export interface Preflight {
  /** What will run, for the log. */
  lines: string[]
  /** For the summary: name and value. */
  facts: [name: string, value: string][]
  warnings: string[]
  /** What only a start tells; a list of what was checked names it. */
  unknown?: string[]
  /** Where a run is to be started, and something is known of it. */
  cost?: RunCost
}

/** What a run costs, as far as that is known before it. */
export interface RunCost {
  /** The minutes that the service counts, each execution rounded up. */
  minutes: number
  /** Set where they are not certain: `least` it may take longer, `guess` as long as an earlier one took. */
  certainty?: 'least' | 'guess'
  /** How they come about, such as `20 virtual users × 10 min × 2 regions`. */
  how: string
}

/** A run as a list of the service shows it, with what tells whose it is. */
export interface RemoteRun {
  id: string
  /** How a person would recognize it. */
  title: string
  /** Texts that may hold a marker. */
  texts: string[]
  startedAtMs?: number
  /** True when it agrees with what our start request asks for, in everything that the list tells. */
  fits: boolean
  /** Which of the planned executions it can be, by their numbers from 0; default: any. */
  canBe?: number[]
  /** True of an entry without an id: it may be anything. */
  isUnreadable?: boolean
  ended: boolean
  /** True where it runs, or is about to. */
  isGoing?: boolean
  /** Its place among all runs in the order in which the service took them; absent where the service does not tell. */
  turn?: number
}

/** What is known before the start request goes out; the post step reads it back if no answer ever came. */
export interface StartIntent {
  marker: string
  /** Goes into the run's name where the service takes one. */
  title: string
  atMs: number
  /** Ids that existed before, where the service cannot be told our marker; undefined if they could not be read. */
  before?: string[]
  /** Where those are too many to be kept: the others began no later than this, by the service's clock. */
  othersBeganByMs?: number
  /** Ids that the answer named, where the service does not know them yet. */
  named?: string[]
}

export interface StartAnswer {
  executions: ExecutionHandle[]
  /** The run's page, where the answer names it. */
  url?: string
  /** Set when the service started less than it was asked for, or did not say all: the error for people. */
  incomplete?: string
}

export interface ExecutionHandle {
  id: string
  /** Tells executions of one run apart: the region, with a number where a region occurs twice. */
  label: string
  /** How long the load is planned to last, where the test has a fixed length. */
  plannedMs?: number
  /** What is run, where this step chose it: what a comparison of two runs must agree on. */
  test?: string
  profile?: LoadProfileEntry
  interactive?: boolean
}

/** Runs of a step count from 1; those from 2 on confirm the first. */
export type RunNumber = 2 | 3
export const CONFIRMING: readonly RunNumber[] = [2, 3]

/** A run that was started or found. Plain JSON: the post step reads it back. */
export interface RunHandle {
  provider: string
  executions: ExecutionHandle[]
  startedAtMs: number
  url?: string
  /** Found after an unclear answer: probably ours, never stopped by us. */
  adopted?: boolean
  /** What the start asked for, as long as nobody but its answer has named the run. */
  unconfirmed?: StartIntent
  /** Set where it confirms the first run of its step. */
  number?: RunNumber
  /** Attached by `run-id`, or by a later attempt of the workflow run. */
  attached?: boolean
}

/**
 * `waiting` not begun; `running`; `ending` the service says that the end is near; `unresponsive` contact lost, may
 * come back; the rest is final: `lost` ended while contact was lost.
 */
export type Stage =
  'waiting' | 'running' | 'ending' | 'unresponsive' | 'finished' | 'lost' | 'aborted' | 'failed'

export interface ExecutionStatus {
  id: string
  label: string
  stage: Stage
  /** The service's own word. */
  state: string
  startedAtMs?: number
  finishedAtMs?: number
  /** When the service expects the end. */
  estimatedFinishAtMs?: number
  virtualUsers?: number
  /** A state that this version does not know; polling goes on. */
  unknownState?: boolean
}

export interface RunStatus {
  executions: ExecutionStatus[]
  /** The service's own time when it answered, where the answer says so: times of the service's are compared with it. */
  serviceNowMs?: number
  url?: string
  /** Name and description, where they were read: they may hold a marker. */
  texts?: string[]
  /** What of the test's sources ran, where the service says it. */
  revision?: string
  /** More for the log. */
  notes?: string[]
}

export interface Collected {
  files: CollectedFile[]
  missing: MissingFile[]
  /** The service's own words that the data is partial. */
  partial: string[]
  url?: string
  /** The service's own report, where a browser can open it. */
  reportUrl?: string
  facts: RunFacts
}

export interface MissingFile {
  name: string
  reason: string
  /** It was missing when the run was measured: what that means for the data, the measurements say. */
  measuredWithout?: true
}

export type FileKind = 'report' | 'result' | 'metrics' | 'scorecard' | 'test-report'

export interface CollectedFile {
  kind: FileKind
  /** Path relative to the output directory, with `/`. */
  name: string
  path: string
  sizeBytes: number
  /** What was read of it while it came; where absent, it is to be read from the file. */
  data?: ArrivedData
}

export const FINAL_STAGES: readonly Stage[] = ['finished', 'lost', 'aborted', 'failed']

export function isFinal(status: ExecutionStatus): boolean {
  return FINAL_STAGES.includes(status.stage)
}

/** The ids of a run's executions, as people and outputs read them. */
export function idsOf(run: Pick<RunHandle, 'executions'>, separator = ', '): string {
  return run.executions.map((execution) => execution.id).join(separator)
}
