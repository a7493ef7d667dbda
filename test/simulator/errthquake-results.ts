import { downloadOf } from './archive-body.ts'
import { refusal } from './errthquake-refusal.ts'
import type { ErrthquakeSimulator } from './errthquake.ts'
import type { ErrthquakeTest } from './errthquake-tests.ts'
import { resultListEntry, resultSummary } from './errthquake-workspace.ts'
import { empty, json, type SimRequest, type SimResponse } from './service.ts'

/** The results API; `rest` is the path after the workspace. */
export async function answerResults(
  simulator: ErrthquakeSimulator,
  request: SimRequest,
  rest: string[],
): Promise<SimResponse> {
  const [id, what] = rest
  if (request.method === 'PUT' && what === 'stop') return stop(simulator, id)
  if (request.method !== 'GET' || rest.length > 2) return refusal(404, 'not found')
  if (!simulator.permissions.viewTestResults) {
    return refusal(403, 'the View Test Results permission is required')
  }
  if (id === undefined) {
    return json(
      200,
      simulator.tests.map((test) => resultListEntry(simulator, test)),
    )
  }
  const test = simulator.tests.find((known) => known.id === id)
  if (test === undefined) return refusal(404, 'no such test')
  if (what === undefined) return json(200, resultSummary(simulator, test))
  return stored(simulator, test, what)
}

/** Metrics and logs are there once they are stored. */
async function stored(
  simulator: ErrthquakeSimulator,
  test: ErrthquakeTest,
  what: string,
): Promise<SimResponse> {
  const moment = simulator.moment(test)
  if (moment.state !== 'complete') return refusal(404, 'the results are not stored')
  const { data } = simulator.options
  const seed = simulator.dataSeed(test)
  if (what === 'metrics') return json(200, await data.metrics(test, moment, seed))
  if (what !== 'logs') return refusal(404, 'not found')
  return downloadOf(await data.logs(test, moment, seed), {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${test.id}-logs.zip"`,
  })
}

function stop(simulator: ErrthquakeSimulator, id: string | undefined): SimResponse {
  if (!simulator.permissions.executeTests) return refusal(403, 'the Execute Tests permission is required')
  const test = simulator.tests.find((known) => known.id === id)
  if (test === undefined) return refusal(404, 'no such test')
  // Works at any time: a test that has ended already stays as it is.
  test.stoppedAtMs ??= simulator.now()
  return empty(200)
}

/** The assets API, as far as reading goes. */
export function answerAssets(
  simulator: ErrthquakeSimulator,
  request: SimRequest,
  rest: string[],
): SimResponse {
  const [file, what] = rest
  if (request.method !== 'GET' || rest.length > 2) return refusal(404, 'not found')
  const assets = visibleAssets(simulator)
  if (file === undefined) {
    return json(200, { 'workspace-uid': simulator.workspaceUid, assets: Object.fromEntries(assets) })
  }
  const metadata = assets.get(decodeURIComponent(file))
  if (metadata === undefined) return refusal(404, 'no such asset')
  if (what === 'metadata') return json(200, metadata)
  return {
    status: 200,
    headers: { 'content-type': String(metadata['content-type']) },
    body: contentOf(String(metadata['asset-type'])),
  }
}

function visibleAssets(simulator: ErrthquakeSimulator): Map<string, Record<string, unknown>> {
  const { permissions } = simulator
  const assets = new Map<string, Record<string, unknown>>()
  const add = (filename: string, type: string, contentType: string): void => {
    assets.set(filename, {
      filename,
      'content-type': contentType,
      'asset-type': type,
      size: contentOf(type).length,
    })
  }
  if (permissions.viewTestInputs) {
    for (const name of simulator.testInputs) add(name, 'inputset', 'text/csv')
    for (const name of simulator.testObjects) add(name, 'object', 'application/octet-stream')
  }
  if (permissions.viewTestConfigs) {
    for (const name of simulator.testConfigs) add(name, 'configuration', 'application/yaml')
  }
  return assets
}

function contentOf(type: string): string {
  if (type === 'inputset') return 'username,password\nalice,1\nbob,2\ncarol,3\n'
  if (type === 'configuration')
    return 'sequence:\n  - home\n  - search\n  - product\n  - cart\n  - checkout\n'
  return 'object'
}
