import type { Readable } from 'node:stream'

/** Time as the action sees it; tests pass one that runs an hour in milliseconds. */
export interface Clock {
  /** Milliseconds since 1970, for what people and other processes read: the machine's time may be set at any moment. */
  now(): number
  /** Milliseconds since some moment, for spans and deadlines: whoever sets the machine's time does not move it. */
  monotonicMs(): number
  /** Resolves after `ms`; rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A number from 0 up to 1, for jitter. */
export type Random = () => number

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: string
  /**
   * The configured URL of the service on whose word this address is asked, a link or a redirect of its: it can lead to no
   * network but the service's own and the public one. Absent for addresses that the user or the runner gave.
   */
  serviceUrl?: string
}

export interface HttpResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** Fails when the connection breaks before the announced end. */
  body: Readable
  /** Gives back the memory of a chunk of the body, in order, once nobody needs it any more. */
  release?: (chunk: Buffer) => void
}

/** Sends one request once: no retry, no redirect, no time limit but the signal. */
export interface Transport {
  /** Rejects with a `TransportError` when no answer came. */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>
  /** The proxy that a URL is asked through, without credentials; undefined for the direct way. */
  via?(url: string): string | undefined
}

/** Where words for people go. Whatever is written cannot become a workflow command and holds no secret. */
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
  title?: string
}

/** The step's way out: outputs, state for the post step, the job summary. */
export interface Workflow {
  output(name: OutputName, value: string): void
  /** Kept for the post step, which sees the last value even if the main step was killed. */
  saveState(name: string, value: string): void
  readState(name: string): string
  /** Appends to the job summary. */
  summary(markdown: string): Promise<void>
  /** The text without any secret, for files that leave the runner. */
  scrub(this: void, text: string): string
  /** From now on the word is masked in logs and scrubbed from messages. */
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

/** What GitHub says about this run of the workflow; empty strings where it says nothing. */
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
  /** Its page, as the event says it: not to be followed unchecked. */
  pullRequestUrl?: string
  /** The pull request's own commit: `sha` is then a merge that GitHub made. */
  headSha?: string
  /** The pull request comes from a fork, or Dependabot acts: the job gets no secrets. */
  withoutSecrets?: 'fork' | 'dependabot'
  publicRepository: boolean
}

/** The comments of one pull request; a failure throws an error, with `status` where GitHub answered. */
export interface CommentApi {
  /** As `author` of `list` names it: `github-actions[bot]` for the workflow's own token. */
  viewerLogin(): Promise<string>
  /** Pages count from 1. */
  list(page: number): Promise<{ comments: Comment[]; hasMore: boolean }>
  /** Throws an error with the code `unclear` where nobody can say whether the comment was written: to be looked for. */
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
