import type { Readable } from 'node:stream'

/** Time as seen by the action; tests pass a clock that runs an hour in milliseconds. */
export interface Clock {
  /**
   * Milliseconds since 1970, for values that people and other processes read: the machine's time may be
   * changed at any moment.
   */
  now(): number
  /**
   * Milliseconds since an arbitrary moment, for durations and deadlines: changing the machine's time does not
   * affect it.
   */
  monotonicMs(): number
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A number from 0 up to 1, for jitter. */
export type Random = () => number

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Called each time a part of a binary body was sent. */
  onProgress?: () => void
  /**
   * The configured URL of the service that provided this address, as a link or a redirect: the address may
   * only lead to the service's own network and the public one. Absent for addresses from the user or the
   * runner.
   */
  serviceUrl?: string
}

export interface HttpResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** Fails when the connection breaks before the announced end. */
  body: Readable
  /** Frees the memory of a chunk of the body, in order, when nobody needs it anymore. */
  release?: (chunk: Buffer) => void
}

/** Sends one request once: no retry, no redirect, no time limit except the signal. */
export interface Transport {
  /** Rejects with a `TransportError` if there was no response. */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>
  /** The proxy for a URL, without credentials; undefined if it is reached directly. */
  via?(url: string): string | undefined
}

/** Where messages for people go. Nothing written here can become a workflow command or contains a secret. */
export interface Log {
  info(text: string): void
  notice(text: string, place?: Place): void
  warning(text: string, place?: Place): void
  error(text: string, place?: Place): void
  debug(text: string): void
  group<T>(title: string, work: () => Promise<T>): Promise<T>
}

/** The file and line that an annotation points at. */
export interface Place {
  file?: string
  line?: number
  column?: number
  title?: string
}

/** The step's results: outputs, state for the post step, the job summary. */
export interface Workflow {
  output(name: OutputName, value: string): void
  /** Saved for the post step, which sees the last value even if the main step was killed. */
  saveState(name: string, value: string): void
  readState(name: string): string
  /** Appends to the job summary. */
  summary(markdown: string): Promise<void>
  /** The text without any secret, for files that leave the runner. */
  scrub(this: void, text: string): string
  /** From now on, the word is masked in logs and removed from messages. */
  secret(word: string): void
}

export const OUTPUT_NAMES = [
  'run-id',
  'run-url',
  'state',
  'outcome',
  'reason',
  'started-at',
  'finished-at',
  'duration-seconds',
  'output-directory',
  'report-path',
  'result-path',
  'measurements-path',
  'page-path',
  'diagnosis-path',
  'report-artifact-id',
  'report-artifact-url',
  'result-artifact-id',
  'result-artifact-url',
  'page-artifact-id',
  'page-artifact-url',
  'confirming-runs',
  'planned-minutes',
  'revision',
  'artifacts',
  'criteria',
  'criteria-failed',
] as const
export type OutputName = (typeof OUTPUT_NAMES)[number]

/** What GitHub provides about this workflow run; empty strings for what it doesn't provide. */
export interface WorkflowContext {
  repository: string
  serverUrl: string
  runId: string
  attempt: number
  job: string
  actionId: string
  actor: string
  eventName: string
  ref: string
  refName: string
  headRef: string
  baseRef: string
  sha: string
  workflow: string
  workflowRef: string
  pullRequest?: number
  /** Its page, as given in the event: must be checked before use. */
  pullRequestUrl?: string
  /** The pull request's own commit, if `sha` is a merge created by GitHub. */
  headSha?: string
  /** The pull request is from a fork, or Dependabot triggered the run: the job gets no secrets. */
  withoutSecrets?: 'fork' | 'dependabot'
  publicRepository: boolean
}

/** The comments of one pull request; a failure throws an error, with `status` if GitHub responded. */
export interface CommentApi {
  /** In the same form as `author` of `list`: `github-actions[bot]` for the workflow's own token. */
  viewerLogin(): Promise<string>
  /** Pages count from 1. */
  list(page: number): Promise<{ comments: Comment[]; hasMore: boolean }>
  /**
   * Throws an error with the code `unclear` if it is unknown whether the comment was written: then it has to
   * be looked for.
   */
  create(body: string): Promise<Comment>
  update(id: number, body: string): Promise<void>
  remove?(id: number): Promise<void>
}

export interface Comment {
  id: number
  author: string
  body: string
  url?: string
}
