import { json, type SimResponse } from './service.ts'
import type { XtcSimulator } from './xtc.ts'
import { executionState, refused, scoped, withTest, type XtcCall } from './xtc-call.ts'
import type { XtcLoadTest } from './xtc-load-tests.ts'

const ONE = /^\/loadTests\/(\d+)(?:\/(status|runCopy))?$/
const ARCHIVE = /^\/loadTests\/(\d+)\/(reports|results)\/(\d+)\/download$/

const SCOPE_OF = {
  details: 'LOADTEST_DETAILS',
  status: 'LOADTEST_STATUS',
  runCopy: 'LOADTEST_COPY_RUN',
} as const

/** Version 1 of the load test API: everything is a GET, even the request that starts a test. */
export async function answerV1(call: XtcCall): Promise<SimResponse> {
  const { simulator, request, path } = call
  if (request.method !== 'GET') return refused(404, 'not found')
  if (path === '/loadTests') return scoped(call, 'LOADTEST_LIST', () => list(simulator))
  const archive = ARCHIVE.exec(path)
  if (archive !== null) {
    const kind = archive[2] === 'reports' ? 'report' : 'result'
    const scope = kind === 'report' ? 'LOADTEST_REPORT_DOWNLOAD' : 'LOADTEST_RESULT_DOWNLOAD'
    return withTest(call, scope, archive[1], (test) => simulator.archive(test, Number(archive[3]), kind))
  }
  const one = ONE.exec(path)
  if (one === null) return refused(404, 'not found')
  const what = one[2] === 'status' || one[2] === 'runCopy' ? one[2] : 'details'
  return withTest(call, SCOPE_OF[what], one[1], (test) => {
    if (what === 'status') return json(200, { success: true, data: status(simulator, test) })
    if (what === 'runCopy')
      return json(200, { success: true, data: details(simulator, copied(simulator, test)) })
    return json(200, { success: true, data: details(simulator, test) })
  })
}

/** Creates a copy, named as `shape` says. */
export function copied(
  simulator: XtcSimulator,
  original: XtcLoadTest,
  request?: Record<string, unknown>,
): XtcLoadTest {
  const copy = simulator.loadTests.copyAndRun(original, request)
  if (simulator.shape.copyName === 'numbered' && typeof request?.['name'] !== 'string') {
    copy.name = `${original.name} (${copy.number})`
  }
  return copy
}

function list(simulator: XtcSimulator): SimResponse {
  const tests = simulator.loadTests.visible.map((test) => details(simulator, test))
  const ordered = simulator.shape.listOrder === 'newest-first' ? tests.toReversed() : tests
  return json(200, { success: true, data: [...simulator.shape.oddEntries, ...ordered] })
}

function details(simulator: XtcSimulator, test: XtcLoadTest): Record<string, unknown> {
  return {
    index: test.number,
    name: test.name,
    description: test.description,
    executionState: executionState(simulator, test),
  }
}

function status(simulator: XtcSimulator, test: XtcLoadTest): Record<string, unknown> {
  const state = executionState(simulator, test)
  return simulator.shape.statusStateInV1 === 'data' ? state : { executionState: state }
}
