import * as z from 'zod/mini'
import { oneLine } from '../../../foundation/one-line.ts'
import type { HttpRequest } from '../../../foundation/ports.ts'
import { refuseReportedError } from '../../reported-error.ts'

/**
 * What the client needs from one version of XTC's API. All assumptions about a version are in its own
 * contract module, so that only one file changes if the live service is different.
 */
export interface XtcContract {
  version: 'v1' | 'v2'
  /** True if the start request accepts a name and a description, and so our marker. */
  marksRuns: boolean
  /** What is read from each response's `data`. */
  answers: Record<'list' | 'details' | 'status' | 'start', z.ZodMiniType>
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
  start(number: number, labels: { name: string; description: string }, extra: Record<string, unknown>): Call
  /** The copy. Throws if the response names none. */
  parseStart(json: unknown): { number: number; url?: string }
  /** Calls that may return the archive, best first; a full URL if it came from the details. */
  archive(kind: ArchiveKind, number: number, details: LoadTestDetails | undefined): string[]
  /** The separate XML files, if this version has them. */
  document?: (kind: DocumentKind, number: number, details: LoadTestDetails | undefined) => string[]
}

export type ArchiveKind = 'report' | 'result'
export type DocumentKind = 'test-report' | 'scorecard'

/** A request below `…/orgs/{org}/projects/{project}`, or a full URL. */
export interface Call {
  method: HttpRequest['method']
  path: string
  scope: Scope
  body?: unknown
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

// The responses of both versions. Unknown fields are ignored; a missing optional one is not a fault.

const execution = z.looseObject({
  state: z.optional(z.nullable(z.string())),
  startTime: z.optional(z.nullable(z.number())),
  endTime: z.optional(z.nullable(z.number())),
})

const wholeNumber = z.number().check(z.int(), z.minimum(0))

/** Only the copy's number is read from the response to a start: nothing else in it may lose the run. */
export const NUMBER_FIELDS = { index: z.optional(wholeNumber), id: z.optional(wholeNumber) }
export const STATE_FIELDS = {
  executionState: z.optional(z.nullable(execution)),
  state: z.optional(z.nullable(z.string())),
  startTime: z.optional(z.nullable(z.number())),
  endTime: z.optional(z.nullable(z.number())),
}
export const LOAD_TEST_FIELDS = {
  ...NUMBER_FIELDS,
  name: z.optional(z.nullable(z.string())),
  description: z.optional(z.nullable(z.string())),
  ...STATE_FIELDS,
}
const numbered = z.looseObject(NUMBER_FIELDS)
const stated = z.looseObject(STATE_FIELDS)
const loadTest = z.looseObject(LOAD_TEST_FIELDS)

export const ENVELOPE_FIELDS = { success: z.optional(z.boolean()), data: z.optional(z.unknown()) }
const envelope = z.looseObject(ENVELOPE_FIELDS)

/**
 * The envelope's `data`. An envelope that denies success or reports an error is a refusal, whatever the
 * status.
 */
export function dataOf(json: unknown): unknown {
  const { data } = envelope.parse(json)
  refuseReportedError(json)
  return data
}

/** Throws if a response contains another number than the requested one. */
export function refuseOther(value: unknown, asked: number | undefined): void {
  const { index, id } = z.looseObject({}).parse(value) as Record<string, unknown>
  const named = [index, id].filter((number) => typeof number === 'number')
  if (asked === undefined || named.length === 0 || named.includes(asked)) return
  throw new Error(`it is about load test ${named.join(' or ')}, but ${asked} was requested`)
}

export function parseNumber(value: unknown): number {
  const raw = numbered.parse(value)
  const number = raw.index ?? raw.id
  if (number === undefined) throw new Error('a load test has neither `index` nor `id`')
  return number
}

export function parseLoadTest(value: unknown): LoadTest {
  const raw = loadTest.parse(value)
  const { state, ...times } = stateOf(raw)
  return {
    number: parseNumber(raw),
    name: raw.name ?? '',
    ...(raw.description !== undefined && raw.description !== null && { description: raw.description }),
    ...(state !== undefined && { state }),
    ...times,
  }
}

/** An unreadable entry does not hide the others; one with a number is at least known by that. */
export function readEntries(entries: readonly unknown[]): LoadTestPage {
  const loadTests: LoadTest[] = []
  const unreadable: string[] = []
  for (const entry of entries) {
    const read = readOrUndefined(() => parseLoadTest(entry)) ?? readOrUndefined(() => bareLoadTest(entry))
    if (read === undefined) unreadable.push(JSON.stringify(entry))
    else loadTests.push(read)
  }
  return { loadTests, unreadable }
}

function bareLoadTest(entry: unknown): LoadTest {
  const { index, id, name, description } = z.looseObject({}).parse(entry) as Record<string, unknown>
  const number = [index, id].find((value) => wholeNumber.safeParse(value).success)
  return {
    number: wholeNumber.parse(number),
    name: typeof name === 'string' ? name : '',
    ...(typeof description === 'string' && { description }),
  }
}

function readOrUndefined<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** State and times are in `executionState` or next to the name; 0 means not started or not finished. */
function stateOf(raw: z.infer<typeof stated>): {
  state?: string
  startedAtMs?: number
  finishedAtMs?: number
} {
  const state = raw.executionState?.state ?? raw.state
  const startedAtMs = raw.executionState?.startTime ?? raw.startTime ?? 0
  const finishedAtMs = raw.executionState?.endTime ?? raw.endTime ?? 0
  return {
    ...(state !== undefined && state !== null && { state: oneLine(state, 40) }),
    ...(startedAtMs > 0 && { startedAtMs }),
    ...(finishedAtMs > 0 && { finishedAtMs }),
  }
}

export function parseStatusOf(value: unknown): LoadTestStatus {
  const { state, ...times } = stateOf(stated.parse(value))
  if (state === undefined) throw new Error('the status has no `state`')
  return { state, ...times }
}
