import type * as z from 'zod/mini'
import type { HttpRequest } from '../../../foundation/ports.ts'
import type { Content } from '../../authorized-call.ts'
import type { CodeOfLoadTest } from './code-archives.ts'
import type { RunExtras } from './run-properties.ts'

/**
 * What the client needs from one version of XTC's API. All assumptions about a version are in its own
 * contract module, so that only one file changes if the live service is different.
 */
export interface XtcContract {
  version: 'v1' | 'v2'
  /** What is read from each response's `data`. */
  answers: Record<'list' | 'details' | 'status' | 'start', z.ZodMiniType>
  /** Code archives, if this version has them. */
  code?: CodeArchiveCalls
  /** Where the list may be, with the most likely place first. */
  listPlaces: readonly string[]
  list(page: string | undefined): Call
  /** Paths are relative to the project; `next` is the call for the next page, if the response contains it. */
  parseList(json: unknown): LoadTestPage
  /** The page that begins after this many entries; absent if the list has no pages. */
  pageFrom?: (offset: number) => string
  details(number: number): Call
  /** Throws if the response is about another load test than the requested one, like `parseStatus`. */
  parseDetails(json: unknown, asked?: number): LoadTestDetails
  status(number: number): Call
  parseStatus(json: unknown, asked?: number): LoadTestStatus
  start(number: number, labels: { name: string; description: string }, extras: RunExtras): Call
  /** The copy. Throws if the response names none. */
  parseStart(json: unknown): { number: number; url?: string }
  /** Calls that may return the archive, best first; a full URL if it came from the details. */
  archive(kind: ArchiveKind, number: number, details: LoadTestDetails | undefined): string[]
  /** The separate XML files, if this version has them. */
  document?: (kind: DocumentKind, number: number, details: LoadTestDetails | undefined) => string[]
}

/** Whether the start request accepts a name and a description, and so our marker. */
export const MARKS_RUNS = { v1: false, v2: true } as const
export interface CodeArchiveCalls {
  upload(content: Content): Call
  /** What is read from `data` of the response. */
  answer: z.ZodMiniType
  /** The archive's number, if the response has it. Throws if the response reports an error. */
  parseUploaded(json: unknown): string | undefined
  remove(id: string): Call
}

export type ArchiveKind = 'report' | 'result'
export type DocumentKind = 'test-report' | 'scorecard'

/** A request below `…/orgs/{org}/projects/{project}`, or a full URL. */
export interface Call {
  method: HttpRequest['method']
  path: string
  scope: Scope
  body?: unknown
  /** The bytes to upload. */
  content?: Content
  /** A response that takes longer is abandoned. */
  limitMs?: number
}

export type Scope =
  | 'LOADTEST_LIST'
  | 'LOADTEST_STATUS'
  | 'LOADTEST_DETAILS'
  | 'LOADTEST_COPY_RUN'
  | 'LOADTEST_REPORT_DOWNLOAD'
  | 'LOADTEST_RESULT_DOWNLOAD'
  | 'CODEARCHIVE_UPLOAD'
  | 'CODEARCHIVE_DELETE'

/** Documented for the archives; assumed for the report's separate files. */
export const DOWNLOAD_SCOPES: Record<ArchiveKind | DocumentKind, Scope> = {
  report: 'LOADTEST_REPORT_DOWNLOAD',
  result: 'LOADTEST_RESULT_DOWNLOAD',
  'test-report': 'LOADTEST_REPORT_DOWNLOAD',
  scorecard: 'LOADTEST_REPORT_DOWNLOAD',
}

/** The common beginning of the calls' paths. */
export function projectPath(version: 'v1' | 'v2', organization: string, project: string): string {
  return `/public/api/${version}/orgs/${encodeURIComponent(organization)}/projects/${encodeURIComponent(project)}`
}

export interface LoadTest {
  number: number
  name: string
  description?: string
  state?: string
  startedAtMs?: number
  finishedAtMs?: number
}

export interface LoadTestPage {
  loadTests: LoadTest[]
  /** Entries without a number, unchanged: it is unknown what they are. */
  unreadable: string[]
  next?: string
}

export interface LoadTestDetails extends LoadTest {
  url?: string
  /** The HTML report, for a browser. */
  reportUrl?: string
  /** Names of results and reports, where XTC says if data is partial. */
  archiveNames: string[]
  /** URLs from the details, by their target. */
  urls: Partial<Record<ArchiveKind | DocumentKind, string>>
  code?: CodeOfLoadTest
}

export interface LoadTestStatus {
  state: string
  startedAtMs?: number
  finishedAtMs?: number
  revision?: string
}

export const STATES = {
  NEW: 'waiting',
  SCHEDULED: 'waiting',
  STARTING: 'waiting',
  PROVISIONING: 'waiting',
  RUNNING: 'running',
  STOPPING: 'ending',
  DEPROVISIONING: 'ending',
  FINISHED: 'finished',
  ABORTED: 'aborted',
  ERROR: 'failed',
} as const
