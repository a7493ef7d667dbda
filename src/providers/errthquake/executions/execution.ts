import { durationWithin } from '../../../foundation/fields.ts'

export const TEST_TYPES = ['duration', 'benchmark', 'interactive'] as const
export const DAY_MS = 86_400_000
/** What is allowed as a duration of an execution. */
export const WHOLE_SECONDS = "a duration of whole seconds such as '10m' or '1h30m'"

export type TestType = (typeof TEST_TYPES)[number]

/** One element of the array that starts tests. */
export interface Execution {
  testInput: string
  testConfig: string
  virtualUsers: number
  testType: TestType
  /** Absent for `benchmark` and `interactive`. */
  testDurationMs?: number
  rampDurationMs?: number
  region: string
}

/** The keys of an execution document, and the corresponding inputs. */
export const EXECUTION_KEYS = [
  'test-input',
  'test-config',
  'virtual-users',
  'test-type',
  'test-duration',
  'ramp-duration',
  'region',
] as const

export function durations(
  testType: TestType,
  testMs?: number,
  rampMs?: number,
): Pick<Execution, 'testDurationMs' | 'rampDurationMs'> {
  return {
    ...(testType === 'duration' && testMs !== undefined && { testDurationMs: testMs }),
    ...(rampMs !== undefined && { rampDurationMs: rampMs }),
  }
}

export function durationFaults(where: string, testType: TestType, given: boolean): string[] {
  if (testType === 'duration' && !given) return [`${where} is required for a test of type duration.`]
  if (testType !== 'duration' && given) return [`${where} must be empty for a test of type ${testType}.`]
  return []
}

export function rampFaults(where: string, rampMs: number | undefined, testMs: number | undefined): string[] {
  if (rampMs === undefined || testMs === undefined || rampMs <= testMs) return []
  return [`${where} is longer than the test, but the ramp-up is part of the test's duration.`]
}

export function testType(text: string): TestType | undefined {
  return TEST_TYPES.find((type) => type === text)
}

export function wholeSeconds(text: string): number | undefined {
  const ms = durationWithin(text, 1000, 365 * DAY_MS)
  return ms !== undefined && ms % 1000 === 0 ? ms : undefined
}
