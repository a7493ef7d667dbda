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

/** Metrics and logs are available once they are stored. */
async function stored(
  simulator: ErrthquakeSimulator,
  test: ErrthquakeTest,
  what: string,
): Promise<SimResponse> {
  const moment = simulator.moment(test)
  const { data, soFar } = simulator.options
  if (what === 'metrics' && soFar !== undefined && moment.state === 'running')
    return json(200, soFar(test, moment))
  if (moment.state !== 'complete') return refusal(404, 'the results are not stored')
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
  // Works at any time; a test that has already ended stays as it is.
  test.stoppedAtMs ??= simulator.now()
  return empty(200)
}
