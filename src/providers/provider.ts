import type { ArrivedData } from '../measurements/arriving.ts'
import type { LoadProfileEntry, RunFacts } from '../measurements/model.ts'
import type { OutputFolder } from '../platform/files/output-folder.ts'

/**
 * One remote service. Every method only makes requests: it neither sleeps between polls nor decides what a
 * state means for the step. All of them throw `GateError` for what a person has to fix, and `HttpError` for
 * the rest.
 */
export interface Provider {
  /** The name of the service in workflows. */
  readonly name: string
  /** False if the service has no way to stop a run early. */
  readonly canStop: boolean
  /** What only a start can show to be wrong, for people, such as `the region 'eu-west-1'`; absent if nothing. */
  readonly uncheckable?: string
  /** True if a start request can contain our marker, so that a run can be recognized as ours. */
  readonly marksRuns: boolean
  /**
   * Checks the token, the scopes and, if a run will be started, names and limits. Starts nothing. Throws one
   * error that names every fault. If it calls `faultsOf` with the cost of the run, the returned faults are
   * included; the step asks for them in any case.
   */
  preflight(starts: boolean, faultsOf?: (cost: RunCost) => string[]): Promise<Preflight>
  /**
   * All runs that the service knows at the moment, newest first. Throws if the list is incomplete: a missing
   * run would be started again.
   */
  listRuns(): Promise<RemoteRun[]>
  /**
   * Sends the start request once. A returned `StartAnswer` is certain; anything thrown is judged by the retry
   * policy.
   */
  start(intent: StartIntent, sending?: Sending): Promise<StartAnswer>
  /** One request per execution. */
  status(run: RunHandle): Promise<RunStatus>
  /**
   * What the service has measured so far for these executions. At most one request per execution, and only if
   * a line of the log is due. A failure does no harm.
   */
  soFar?(ids: readonly string[], signal: AbortSignal): Promise<SoFar>
  /** Puts all files of the run into `directory`; unavailable files are named, and don't cause an error. */
  collect(run: RunHandle, status: RunStatus, directory: OutputFolder): Promise<Collected>
  /** Stops one execution. Throws if `canStop` is false. */
  stop(runId: string): Promise<void>
  /**
   * Uploads the files of the checkout that the run needs and the service lacks. Before each upload, `keep` is
   * called with all files that this step uploads, so that none is forgotten if the step is killed. Called
   * before each start. Throws a `GateError` if a file cannot be uploaded.
   */
  uploadFiles?(keep: (remoteFiles: readonly RemoteFile[]) => void): Promise<void>
  /**
   * True if any run that begins next uses the uploaded files, even somebody else's: then only one run at a
   * time may be about to begin.
   */
  readonly sharesFiles?: boolean
  /**
   * Deletes the files that were uploaded for this run, unless a run may be using them. Returns the files that
   * stay, with the reason. Never throws.
   */
  removeFiles?(remoteFiles: readonly RemoteFile[], runIds: readonly string[]): Promise<LeftBehind[]>
}

/** A few figures of a run that is still active, with the service's own names. */
export type SoFar = [name: string, value: number][]

/** A file that this step uploaded to the service. Plain JSON, because the post step reads it. */
export interface RemoteFile {
  /** The service's ID of the file. */
  id: string
  /** The file of the checkout. */
  file: string
  /** Ids of the runs that were started with it, if that matters for its deletion. */
  runs?: string[]
}

export interface LeftBehind extends RemoteFile {
  /** A sentence without its full stop. */
  why: string
}

/** Wraps each sending of the start request, and nothing before or in between. */
export type Sending = <T>(send: () => Promise<T>) => Promise<T>

export interface Preflight {
  /** What will run, for the log. */
  lines: string[]
  /** For the summary: name and value. */
  facts: [name: string, value: string][]
  warnings: string[]
  /** What only a start can show; a checklist names it. */
  unknown?: string[]
  /** If a run will be started, and something is known about it. */
  cost?: RunCost
}

/** What a run costs, as far as it is known before the start. */
export interface RunCost {
  /** The minutes that the service counts, with each execution rounded up. */
  minutes: number
  /**
   * Set if they are not certain: with `least` it may take longer, with `guess` it is expected to take as long
   * as an earlier run.
   */
  certainty?: 'least' | 'guess'
  /** How they are calculated, such as `20 virtual users × 10 min × 2 regions`. */
  how: string
}

/** A run in a list of the service, with the information that shows whose it is. */
export interface RemoteRun {
  id: string
  /** A description that a person would recognize. */
  title: string
  /** Texts that may contain a marker. */
  texts: string[]
  startedAtMs?: number
  /** True if it matches what our start request asks for, in everything that the list shows. */
  fits: boolean
  /** Which of the planned executions it may be, by their numbers from 0; default: any. */
  canBe?: number[]
  /** True for an entry without an id, which may be any run. */
  isUnreadable?: boolean
  ended: boolean
  /** True if it is active, or about to be. */
  isActive?: boolean
  /** True if it was started and has not begun yet. */
  isAboutToBegin?: boolean
  /**
   * Its place among all runs in the order in which the service accepted them; absent if the service doesn't
   * show that.
   */
  turn?: number
}

/** What is known before the start request is sent; the post step reads it if no response arrived. */
export interface StartIntent {
  marker: string
  /** Becomes part of the run's name if the service accepts one. */
  title: string
  atMs: number
  /** Ids that existed before, if the service cannot store our marker; undefined if they could not be read. */
  before?: string[]
  /** If there are too many to save: the others began no later than this, by the service's clock. */
  othersBeganByMs?: number
  /** Ids in the response that the service does not know yet. */
  named?: string[]
}

export interface StartAnswer {
  executions: ExecutionHandle[]
  /** The run's page, if the response contains it. */
  url?: string
  /** Set if the service started less than requested, or left something open: the error for people. */
  incomplete?: string
}

export interface ExecutionHandle {
  id: string
  /** Distinguishes the executions of one run: the region, with a number if a region occurs twice. */
  label: string
  /** The planned length of the load, if the test has a fixed length. */
  plannedMs?: number
  /** How long it is likely to take, if the service shows how long the same test took before. */
  likelyMs?: number
  /** What is run, if this step chose it: it must be the same in two runs that are compared. */
  test?: string
  profile?: LoadProfileEntry
  interactive?: boolean
}

/** Runs of a step count from 1; the second and later ones confirm the first. */
export type RunNumber = 2 | 3
export const CONFIRMING: readonly RunNumber[] = [2, 3]

/** A run that was started or found. Plain JSON, because the post step reads it. */
export interface RunHandle {
  provider: string
  executions: ExecutionHandle[]
  startedAtMs: number
  url?: string
  /** Found after an unclear response: probably ours, and never stopped by us. */
  adopted?: boolean
  /** What the start asked for, as long as only its response has named the run. */
  unconfirmed?: StartIntent
  /** Set if it confirms the first run of its step. */
  number?: RunNumber
  /** Attached by `run-id`, or by a later attempt of the workflow run. */
  attached?: boolean
}

/**
 * `waiting`: not begun yet; `running`; `ending`: the service says that it will finish soon; `unresponsive`:
 * contact lost, but it may return. The others are final; `lost` means that it ended while contact was lost.
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
  /** When the service expects it to finish. */
  estimatedFinishAtMs?: number
  virtualUsers?: number
  /** A state that this version does not know; polling continues. */
  unknownState?: boolean
}

export interface RunStatus {
  executions: ExecutionStatus[]
  /**
   * The service's own time of the response, if it is included: the service's other times are compared with
   * it.
   */
  serviceNowMs?: number
  url?: string
  /** Name and description, if they were read: they may contain a marker. */
  texts?: string[]
  /** The revision of the test's sources that ran, if the service provides it. */
  revision?: string
  /** Additional information for the log. */
  notes?: string[]
  /** Messages that people should see; each is logged once. */
  warnings?: string[]
  /** Why the run did not test what was intended, as a sentence. */
  isOther?: string
}

export interface Collected {
  files: CollectedFile[]
  missing: MissingFile[]
  /** The service's own text about partial data. */
  partial: string[]
  url?: string
  /** The service's own report, if a browser can open it. */
  reportUrl?: string
  facts: RunFacts
}

export interface MissingFile {
  name: string
  reason: string
  /** It was missing when the run was measured; the measurements say what that means for the data. */
  measuredWithout?: true
}

export type FileKind = 'report' | 'result' | 'metrics' | 'scorecard' | 'test-report'

export interface CollectedFile {
  kind: FileKind
  /** Path relative to the output directory, with `/`. */
  name: string
  path: string
  sizeBytes: number
  /** What was read from it while it arrived; if absent, it has to be read from the file. */
  data?: ArrivedData
}

export const FINAL_STAGES: readonly Stage[] = ['finished', 'lost', 'aborted', 'failed']

export function isFinal(status: ExecutionStatus): boolean {
  return FINAL_STAGES.includes(status.stage)
}

/** The ids of a run's executions, for people and outputs. */
export function idsOf(run: Pick<RunHandle, 'executions'>, separator = ', '): string {
  return run.executions.map((execution) => execution.id).join(separator)
}
