import { json, type SimRequest, type SimResponse } from './service.ts'
import type { XtcSimulator } from './xtc.ts'
import type { XtcLoadTest } from './xtc-load-tests.ts'

export interface XtcCall {
  simulator: XtcSimulator
  request: SimRequest
  /** The part after the project. */
  path: string
  scopes: readonly string[]
}

/** The form of an error body is not documented; this one is only plausible. */
export function refused(status: number, message: string): SimResponse {
  return json(status, { success: false, error: { code: status, message } })
}

export async function scoped(
  call: XtcCall,
  scope: string,
  answer: () => SimResponse | Promise<SimResponse>,
): Promise<SimResponse> {
  return call.scopes.includes(scope) ? answer() : refused(403, 'the access token lacks the required scope')
}

/** Checks the scope first, so that nobody without it can learn which numbers exist. */
export async function withTest(
  call: XtcCall,
  scope: string,
  number: string | undefined,
  answer: (test: XtcLoadTest) => SimResponse | Promise<SimResponse>,
): Promise<SimResponse> {
  return scoped(call, scope, () => {
    const test = call.simulator.loadTests.find(Number(number))
    return test === undefined ? refused(404, `no load test ${number}`) : answer(test)
  })
}

export function executionState(simulator: XtcSimulator, test: XtcLoadTest): Record<string, unknown> {
  const moment = simulator.loadTests.moment(test)
  return {
    startTime: Math.round(moment.startTimeMs),
    endTime: Math.round(moment.endTimeMs),
    state: moment.state,
  }
}
