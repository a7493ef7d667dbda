import * as z from 'zod/mini'
import { oneLine } from '../../../foundation/one-line.ts'
import { refuseReportedError } from '../../reported-error.ts'
import type { LoadTest, LoadTestPage, LoadTestStatus } from './contract.ts'

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
