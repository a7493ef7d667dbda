import { GateError } from '../../foundation/errors.ts'
import { didYouMean } from '../../foundation/nearest.ts'
import { HttpError } from '../../platform/http/http.ts'
import { oneLine } from '../../foundation/one-line.ts'
import { explainRefusal, type XtcApi } from './api.ts'
import type { LoadTest, LoadTestDetails } from './contract.ts'
import type { LoadTestChoice, XtcInputs } from './inputs.ts'

/** A project with more load tests than this is read no further; a number finds what a name cannot. */
const MAX_PAGES = 200
/** Names of a project are often alike. */
const SUGGESTED = 3

/** All load tests of the project, newest (highest number) first. */
export async function listLoadTests(api: XtcApi, patiently = true): Promise<LoadTest[]> {
  const found = new Map<number, LoadTest>()
  const seen = new Set<string>()
  let page: string | undefined
  for (let count = 0; count < MAX_PAGES; count++) {
    const call = api.contract.list(page)
    const { loadTests, next } = await (patiently ? api.patiently : api.once)(call, (json) =>
      api.contract.parseList(json),
    )
    for (const loadTest of loadTests) found.set(loadTest.number, loadTest)
    if (next === undefined || seen.has(next)) break
    seen.add(next)
    page = next
  }
  return [...found.values()].sort((a, b) => b.number - a.number)
}

/** The load test to duplicate, inspected; one clear error where it is not there. */
export async function findLoadTest(
  api: XtcApi,
  inputs: XtcInputs,
  choice: LoadTestChoice,
): Promise<LoadTestDetails> {
  const number = 'number' in choice ? choice.number : await numberOfName(api, inputs, choice.name)
  const call = api.contract.details(number)
  try {
    return await api.patiently(call, (json) => api.contract.parseDetails(json))
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 404) {
      throw explainRefusal(error, inputs, `Looking up load test ${number}`, call)
    }
    throw await notFound(api, inputs, number, error)
  }
}

async function numberOfName(api: XtcApi, inputs: XtcInputs, name: string): Promise<number> {
  let loadTests: LoadTest[]
  try {
    loadTests = await listLoadTests(api)
  } catch (error) {
    throw explainRefusal(
      error,
      inputs,
      `Listing the load tests to find '${name}'`,
      api.contract.list(undefined),
    )
  }
  const newest = loadTests.find((loadTest) => loadTest.name === name)
  if (newest !== undefined) return newest.number
  const hint = didYouMean(
    name,
    loadTests.map((loadTest) => oneLine(loadTest.name, 200)),
    SUGGESTED,
  )
  const count =
    loadTests.length === 0
      ? 'it has no load tests'
      : `none of its ${loadTests.length} load tests has that name`
  throw new GateError(
    'preflight',
    `There is no load test named '${name}' in project '${inputs.project}' of organization '${inputs.organization}': ${count}.${hint} ` +
      'Set xtc-load-test to an existing name or number. Nothing was started.',
  )
}

/** A 404 says neither that the project is wrong nor that the number is; the list tells them apart. */
async function notFound(api: XtcApi, inputs: XtcInputs, number: number, cause: HttpError): Promise<unknown> {
  const call = api.contract.details(number)
  if (!(await api.tokens.has('LOADTEST_LIST')))
    return explainRefusal(cause, inputs, `Looking up load test ${number}`, call)
  try {
    const loadTests = await listLoadTests(api, false)
    const near = loadTests
      .slice(0, 5)
      .map((loadTest) => `${loadTest.number} '${oneLine(loadTest.name, 60)}'`)
      .join(', ')
    const known = near === '' ? 'It has no load tests.' : `Its newest are ${near}.`
    return new GateError(
      'preflight',
      `There is no load test ${number} in project '${inputs.project}' of organization '${inputs.organization}'. ${known} ` +
        'Check xtc-load-test. Nothing was started.',
      { cause },
    )
  } catch (error) {
    return explainRefusal(
      error instanceof HttpError ? error : cause,
      inputs,
      `Looking up load test ${number}`,
      call,
    )
  }
}
