import * as z from 'zod/mini'
import { oneLine } from '../../foundation/one-line.ts'
import { refuseReportedError } from '../reported-error.ts'
import type { Stage } from '../provider.ts'

// Errthquake's documents and the assumptions about them. Documented unless a comment says otherwise.

const text = z.optional(z.nullable(z.string()))
const number = z.optional(z.nullable(z.number()))
const flag = z.optional(z.nullable(z.boolean()))

const summary = z.looseObject({ 'workspace-uid': z.string().check(z.minLength(1)), name: text })

/** The first workspace: a service account belongs to exactly one. */
export function parseWorkspaces(json: unknown): { uid: string; name: string } | undefined {
  const first = answers.workspaces.parse(json)[0]
  return first === undefined
    ? undefined
    : { uid: first['workspace-uid'], name: oneLine(first.name ?? '', 200) }
}

const result = z.looseObject({
  id: z.string().check(z.minLength(1)),
  'utc-start-time': text,
  'utc-finish-time': text,
  'test-pending': flag,
  'test-stopping': flag,
  'test-complete': flag,
  'test-failed': flag,
  'test-unresponsive': flag,
  interactive: flag,
  'virtual-users': number,
})

export interface TestResult {
  id: string
  /** The service's flags as one word, with the precedence documented for the outputs. */
  state: 'failed' | 'unresponsive' | 'complete' | 'stopping' | 'pending' | 'running'
  stage: Stage
  startedAtMs?: number
  /** The finish time; an estimate until the test has finished. */
  finishAtMs?: number
  interactive: boolean
  virtualUsers?: number
  /** Other values of the execution, named like the keys of its document. */
  told?: Partial<Record<ExecutionKey, string>>
}

/** Not documented for a result, but compared if the service provides it. */
const TOLD = ['test-input', 'test-config', 'test-type', 'region'] as const
export type ExecutionKey = (typeof TOLD)[number]

export function parseResult(json: unknown): TestResult {
  const raw = answers.result.parse(json)
  const state = stateOf(raw)
  const startedAtMs = timeOf(raw['utc-start-time'])
  const finishAtMs = timeOf(raw['utc-finish-time'])
  const virtualUsers = raw['virtual-users'] ?? undefined
  return {
    id: raw.id,
    state,
    // A test that finished although the service had lost contact with it has finished.
    stage: state === 'unresponsive' && raw['test-complete'] === true ? 'lost' : STAGES[state],
    interactive: raw.interactive ?? false,
    ...toldOf(raw),
    ...(startedAtMs !== undefined && { startedAtMs }),
    ...(finishAtMs !== undefined && { finishAtMs }),
    ...(virtualUsers !== undefined && { virtualUsers }),
  }
}

function toldOf(raw: Record<string, unknown>): Pick<TestResult, 'told'> {
  const told = TOLD.flatMap((key) => (typeof raw[key] === 'string' ? [[key, raw[key]] as const] : []))
  return told.length === 0 ? {} : { told: Object.fromEntries(told) }
}

const STAGES: Record<TestResult['state'], Stage> = {
  failed: 'failed',
  unresponsive: 'unresponsive',
  complete: 'finished',
  stopping: 'ending',
  pending: 'waiting',
  running: 'running',
}

function stateOf(raw: z.infer<typeof result>): TestResult['state'] {
  if (raw['test-failed'] === true) return 'failed'
  if (raw['test-unresponsive'] === true) return 'unresponsive'
  if (raw['test-complete'] === true) return 'complete'
  if (raw['test-stopping'] === true) return 'stopping'
  if (raw['test-pending'] === true || !raw['utc-start-time']) return 'pending'
  return 'running'
}

/** Timestamps are ISO 8601; one without a zone is UTC, as the field's name says. */
function timeOf(value: string | null | undefined): number | undefined {
  if (value === null || value === undefined || value === '') return undefined
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`
  const ms = Date.parse(zoned)
  return Number.isFinite(ms) && ms > 0 ? ms : undefined
}

const details = z.looseObject({
  name: text,
  // Read one by one, so that an unreadable entry does not hide the others.
  'test-results': z.optional(z.nullable(z.array(z.unknown()))),
  'test-inputs': z.optional(z.nullable(z.array(z.string()))),
  'test-configs': z.optional(z.nullable(z.array(z.string()))),
  'max-test-duration': text,
  'max-virtual-users': number,
})

export interface Workspace {
  name: string
  results: TestResult[]
  /** Unreadable results, unchanged; absent if there are none. */
  unreadable?: string[]
  /** Absent if the service does not list them. */
  testInputs?: string[]
  testConfigs?: string[]
  maxTestDuration?: string
  maxVirtualUsers?: number
}

export function parseWorkspace(json: unknown): Workspace {
  refuseReportedError(json)
  const raw = details.parse(json)
  return {
    name: oneLine(raw.name ?? '', 200),
    ...readResults(raw['test-results'] ?? []),
    ...(raw['test-inputs'] && { testInputs: raw['test-inputs'] }),
    ...(raw['test-configs'] && { testConfigs: raw['test-configs'] }),
    ...(raw['max-test-duration'] && { maxTestDuration: raw['max-test-duration'] }),
    ...(raw['max-virtual-users'] && { maxVirtualUsers: raw['max-virtual-users'] }),
  }
}

function readResults(entries: unknown[]): Pick<Workspace, 'results' | 'unreadable'> {
  const results: TestResult[] = []
  const unreadable: string[] = []
  for (const entry of entries) {
    const read = result.safeParse(entry)
    if (read.success) results.push(parseResult(entry))
    else unreadable.push(JSON.stringify(entry))
  }
  return { results, ...(unreadable.length !== 0 && { unreadable }) }
}

/**
 * Like `parseWorkspace`, but throws if the response does not describe every test: then a test that is not in
 * it may still exist.
 */
export function parseListedResults(json: unknown): Workspace {
  const workspace = parseWorkspace(json)
  if (details.parse(json)['test-results'] === undefined) throw new Error('it has no `test-results`')
  return workspace
}

const hours = z.looseObject({
  'minutes-allocated': number,
  'minutes-remaining': number,
  'minutes-active-tests': number,
  'utc-rollover-date': text,
})

const assets = z.looseObject({
  assets: z.record(z.string(), z.looseObject({ 'asset-type': text, size: number })),
})

/**
 * The files of the workspace that the service account may see, by name, with their sizes if they are known.
 */
export function parseAssets(json: unknown): Map<string, { sizeBytes?: number }> {
  refuseReportedError(json)
  const listed = Object.entries(answers.assets.parse(json).assets)
  return new Map(
    listed.map(([name, { size }]) => [name, { ...(typeof size === 'number' && { sizeBytes: size }) }]),
  )
}

/** What is read of each response. */
export const answers = {
  assets,
  workspaces: z.array(summary),
  workspace: z.looseObject({ ...details.shape, 'test-results': z.optional(z.nullable(z.array(result))) }),
  hours: z.array(hours),
  result,
}

export interface Hours {
  allocatedMinutes?: number
  remainingMinutes?: number
  activeMinutes?: number
  rollover?: string
}

export function parseHours(json: unknown): Hours {
  const raw = answers.hours.parse(json)[0]
  return {
    ...(typeof raw?.['minutes-allocated'] === 'number' && { allocatedMinutes: raw['minutes-allocated'] }),
    ...(typeof raw?.['minutes-remaining'] === 'number' && { remainingMinutes: raw['minutes-remaining'] }),
    ...(typeof raw?.['minutes-active-tests'] === 'number' && { activeMinutes: raw['minutes-active-tests'] }),
    ...(raw?.['utc-rollover-date'] && { rollover: oneLine(raw['utc-rollover-date'], 40) }),
  }
}
