import { json, type SimResponse } from './service.ts'
import type { XtcSimulator } from './xtc.ts'
import { executionState, refused, scoped, withTest, type XtcCall } from './xtc-call.ts'
import { copied } from './xtc-v1.ts'
import type { XtcArchiveKind, XtcLoadTest } from './xtc-load-tests.ts'

const ONE = /^\/load-tests\/(\d+)(\/status)?$/
const FILE = /^\/load-tests\/(\d+)\/(reports|results)\/(\d+)\/(archive|test-report|scorecard)$/

/** Version 2 of the load test API: documented paths, inferred forms. */
export async function answerV2(call: XtcCall): Promise<SimResponse> {
  const { simulator, request, path } = call
  if (path === simulator.shape.listAt && request.method === 'GET') {
    return scoped(call, 'LOADTEST_LIST', () => list(call))
  }
  const file = FILE.exec(path)
  if (file !== null && request.method === 'GET') return runFile(call, file)
  const one = ONE.exec(path)
  if (one === null) return refused(404, 'not found')
  if (request.method === 'POST' && one[2] === undefined) {
    return withTest(call, 'LOADTEST_COPY_RUN', one[1], (test) => action(call, test))
  }
  if (request.method !== 'GET') return refused(405, 'method not allowed')
  if (one[2] !== undefined) {
    return withTest(call, 'LOADTEST_STATUS', one[1], (test) =>
      json(200, { success: true, data: status(simulator, test) }),
    )
  }
  return withTest(call, 'LOADTEST_DETAILS', one[1], (test) =>
    json(200, { success: true, data: details(simulator, test) }),
  )
}

function action(call: XtcCall, test: XtcLoadTest): SimResponse {
  const { simulator, request } = call
  const body = parsed(request.body)
  if (body === undefined) return refused(400, 'the body must be a JSON object')
  if (body['action'] !== 'runCopy') return refused(400, 'unknown action')
  for (const key of ['name', 'description']) {
    if (body[key] !== undefined && typeof body[key] !== 'string') return refused(400, `${key} must be text`)
  }
  simulator.actionRequests.push(body)
  const copy = copied(simulator, test, body)
  return json(simulator.shape.copyStatus, { success: true, data: details(simulator, copy) })
}

async function runFile(call: XtcCall, file: RegExpExecArray): Promise<SimResponse> {
  const { simulator } = call
  const kind = file[2] === 'reports' ? 'report' : 'result'
  const scope = kind === 'report' ? 'LOADTEST_REPORT_DOWNLOAD' : 'LOADTEST_RESULT_DOWNLOAD'
  return withTest(call, scope, file[1], async (test) => {
    if (file[4] === 'archive') return simulator.archive(test, Number(file[3]), kind)
    // The report itself is published before it is archived.
    if (kind !== 'report' || file[3] !== '1' || !reportVisible(simulator, test))
      return refused(404, 'no report')
    const seed = simulator.dataSeed(test)
    const { data } = simulator.options
    const xml = file[4] === 'scorecard' ? await data.scorecard(seed) : await data.testReport(seed)
    if (xml === undefined) return refused(404, 'no scorecard')
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: xml }
  })
}

function reportVisible(simulator: XtcSimulator, test: XtcLoadTest): boolean {
  return simulator.loadTests.hasEnded(test) && test.archives.includes('report')
}

function list(call: XtcCall): SimResponse {
  const { simulator, request } = call
  const { shape } = simulator
  const { visible } = simulator.loadTests
  const tests = shape.listOrder === 'newest-first' ? visible.toReversed() : visible
  const items = [...shape.oddEntries, ...tests.map((test) => listed(simulator, test))]
  if (shape.list === 'array') return json(200, { success: true, data: items })
  const offset = wholeNumber(request.query.get('offset'), 0)
  const asked = wholeNumber(request.query.get('limit'), shape.pageItems)
  if (offset === undefined || asked === undefined)
    return refused(400, 'offset and limit must be whole numbers')
  const limit = Math.max(1, Math.min(asked, shape.pageItems))
  const page = items.slice(offset, offset + limit)
  return json(200, {
    success: true,
    data: {
      items: page,
      offset,
      limit,
      size: shape.pageSize === 'page' ? page.length : items.length,
      ...(shape.pageSize === 'list' &&
        offset + limit < items.length && { next: pageUrl(call, offset + limit, limit) }),
      ...(offset > 0 && { previous: pageUrl(call, Math.max(0, offset - limit), limit) }),
    },
  })
}

function pageUrl(call: XtcCall, offset: number, limit: number): string {
  const url = new URL(call.request.path, call.simulator.options.baseUrl())
  url.searchParams.set('offset', String(offset))
  url.searchParams.set('limit', String(limit))
  return url.href
}

function listed(simulator: XtcSimulator, test: XtcLoadTest): Record<string, unknown> {
  const { shape } = simulator
  const state = executionState(simulator, test)
  return {
    ...(shape.numberField !== 'index' && { id: test.number }),
    ...(shape.numberField !== 'id' && { index: test.number }),
    name: test.name,
    description: test.description,
    ...(shape.stateIn === 'data' ? state : { executionState: state }),
  }
}

function status(simulator: XtcSimulator, test: XtcLoadTest): Record<string, unknown> {
  const state = executionState(simulator, test)
  return {
    ...(simulator.shape.stateIn === 'data' ? state : { executionState: state }),
    ...(simulator.shape.revision !== undefined && { revision: simulator.shape.revision }),
  }
}

function details(simulator: XtcSimulator, test: XtcLoadTest): Record<string, unknown> {
  const { shape, organization, project, options } = simulator
  const page = `${options.baseUrl()}/orgs/${organization}/projects/${project}/load-tests/${test.number}`
  const visible = simulator.loadTests.hasEnded(test)
  return {
    ...listed(simulator, test),
    ...(shape.givesUrls && { url: page }),
    ...(shape.tellsCode !== 'nothing' && { codeArchive: codeArchive(simulator, test) }),
    ...(shape.listsArchives && {
      reports: visible && test.archives.includes('report') ? [archived(simulator, test, 'report', page)] : [],
      results: visible && test.archives.includes('result') ? [archived(simulator, test, 'result', page)] : [],
    }),
  }
}

function codeArchive({ code, shape }: XtcSimulator, test: XtcLoadTest): Record<string, unknown> {
  const ran = shape.tellsCode === 'archive' ? code.ranBy(test) : undefined
  return { useLatest: shape.usesLatestCode, ...(ran !== undefined && { id: ran.id }) }
}

function archived(simulator: XtcSimulator, test: XtcLoadTest, kind: XtcArchiveKind, page: string) {
  const { options, shape, organization, project } = simulator
  const api = `${options.baseUrl()}/public/api/v2/orgs/${organization}/projects/${project}/load-tests/${test.number}`
  const name = test.dataName ?? (kind === 'report' ? 'Final report' : 'Final result')
  if (!shape.givesUrls) return { index: 1, name }
  const archiveUrl =
    shape.archives === 'signed-url' ? signedUrl(simulator, test, kind) : `${api}/${kind}s/1/archive`
  return {
    index: 1,
    name,
    ...(kind === 'report' && {
      url: `${page}/reports/1/index.html`,
      testReportUrl: `${api}/reports/1/test-report`,
      scorecardUrl: `${api}/reports/1/scorecard`,
    }),
    ...(archiveUrl !== undefined && { archiveUrl }),
  }
}

/** A signed address can only be given for an existing archive. */
function signedUrl(simulator: XtcSimulator, test: XtcLoadTest, kind: XtcArchiveKind): string | undefined {
  return simulator.loadTests.archiveReady(test) ? simulator.ticket(test, kind) : undefined
}

function wholeNumber(text: string | null, fallback: number): number | undefined {
  if (text === null) return fallback
  return /^\d+$/.test(text) ? Number(text) : undefined
}

function parsed(body: Buffer): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(body.toString('utf8')) as unknown
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return value as Record<string, unknown>
  } catch {
    return undefined
  }
}
