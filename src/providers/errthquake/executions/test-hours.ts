import { HttpError } from '../../../platform/http/http.ts'
import type { RunCost } from '../../provider.ts'
import { explainRefusal, type ErrthquakeApi } from '../api.ts'
import { calls } from '../calls.ts'
import { parseHours, type Hours } from '../contract.ts'
import type { ErrthquakeInputs } from '../inputs.ts'
import type { Execution } from './execution.ts'

const MINUTE_MS = 60_000
/** Up to this many different loads are listed one by one. */
const MOST_LOADS = 4

/**
 * The hours, and why it is unknown what remains. That is only worth a warning, because the service checks it
 * too.
 */
export async function readHours(
  api: ErrthquakeApi,
  uid: string,
): Promise<{ hours: Hours; trouble?: string }> {
  try {
    const hours = await api.patiently(calls.hours(uid), parseHours)
    return hours.remainingMinutes === undefined
      ? { hours, trouble: 'The service does not say how many minutes remain.' }
      : { hours }
  } catch (error) {
    if (error instanceof HttpError && error.status !== 401) return { hours: {}, trouble: error.message }
    throw explainRefusal(error, 'Reading the test hours')
  }
}

export function hoursWarning(trouble: string): string {
  return `It could not be checked whether enough test time remains: the hours of the workspace cannot be read. ${trouble}`
}

/** The test time that the executions need. */
export function errthquakeCost({ executions, stopAfterMs }: ErrthquakeInputs): RunCost {
  const minutes = executions.reduce((sum, execution) => sum + minutesOf(execution, stopAfterMs), 0)
  const isOpen = executions.some(({ testType }) => testType === 'benchmark')
  const groups = Map.groupBy(
    executions,
    (execution) => `${execution.virtualUsers} virtual users × ${lengthText(execution, stopAfterMs)}`,
  )
  const parts = [...groups].map(([load, those]) => `${load}${timesText(those)}`)
  const how = parts.length > MOST_LOADS ? `${executions.length} executions` : parts.join(' + ')
  return { minutes, ...(isOpen && { certainty: 'least' as const }), how }
}

function lengthText(execution: Execution, stopAfterMs: number | undefined): string {
  return execution.testType === 'benchmark' ? 'a benchmark' : `${minutesOf(execution, stopAfterMs)} min`
}

function timesText(executions: Execution[]): string {
  if (executions.length < 2) return ''
  const regions = new Set(executions.map(({ region }) => region))
  return ` × ${executions.length} ${regions.size === executions.length ? 'regions' : 'executions'}`
}

/** The cost, and the hours that remain before and after it. */
export function costFacts(cost: RunCost, { remainingMinutes }: Hours): [string, string][] {
  const atLeast = cost.certainty === 'least' ? 'at least ' : ''
  const after = remainingMinutes === undefined ? [] : [remainingMinutes - cost.minutes]
  return [
    ['Cost', `${atLeast}${cost.minutes} min of test time (${cost.how})`],
    ...after.map((minutes): [string, string] => [
      'Test time after the run',
      `${cost.certainty === 'least' ? 'at most ' : ''}${minutes} min`,
    ]),
  ]
}

/**
 * The fault if the executions need more minutes than remain; the length of a benchmark is not known in
 * advance.
 */
export function hoursFault(
  { executions }: ErrthquakeInputs,
  { minutes: needed }: RunCost,
  hours: Hours,
): string | undefined {
  if (hours.remainingMinutes === undefined || needed <= hours.remainingMinutes) return undefined
  const what = executions.length === 1 ? 'the execution' : `all ${executions.length} executions together`
  const active = hours.activeMinutes ? ` (${hours.activeMinutes} are allocated to active tests)` : ''
  const rollover = hours.rollover === undefined ? '' : ` More will be available on ${hours.rollover}.`
  return `${needed} minutes of test time are needed for ${what}, but only ${hours.remainingMinutes} remain${active}.${rollover}`
}

function minutesOf({ testType, testDurationMs }: Execution, stopAfterMs: number | undefined): number {
  const lastsMs = testType === 'interactive' ? stopAfterMs : testDurationMs
  return Math.ceil((lastsMs ?? 0) / MINUTE_MS)
}

export function hoursText(hours: Hours): string {
  const parts = hoursFacts(hours).map(([name, value]) => `${name.toLowerCase()} ${value}`)
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}

export function hoursFacts(hours: Hours): [string, string][] {
  const minutes = (name: string, value: number | undefined): [string, string][] =>
    value === undefined ? [] : [[name, `${value} min`]]
  return [
    ...minutes('Test time allocated', hours.allocatedMinutes),
    ...minutes('Test time remaining', hours.remainingMinutes),
    ...minutes('In active tests', hours.activeMinutes),
    ...(hours.rollover === undefined ? [] : ([['Rollover', hours.rollover]] as [string, string][])),
  ]
}
