import { GateError } from '../../../foundation/errors.ts'
import { didYouMean } from '../../../foundation/nearest.ts'
import { HttpError } from '../../../platform/http/http.ts'
import { oneLine } from '../../../foundation/one-line.ts'
import { CALL_BUDGET_MS } from '../../authorized-call.ts'
import { explainRefusal, type XtcApi } from '../api.ts'
import type { LoadTest, LoadTestDetails } from '../contracts/contract.ts'
import { listLoadTests } from './list-load-tests.ts'
import type { LoadTestChoice, XtcInputs } from '../inputs.ts'

/** Names in a project are often similar. */
const SUGGESTED = 3
const MOST_NAMED = 5

/** The load test to duplicate, checked; one clear error if it does not exist. */
export async function findLoadTest(
  api: XtcApi,
  inputs: XtcInputs,
  choice: LoadTestChoice,
): Promise<LoadTestDetails> {
  const number = 'number' in choice ? choice.number : await numberOfName(api, inputs, choice.name)
  const call = api.contract.details(number)
  try {
    const details = await api.patiently(call, (json) => api.contract.parseDetails(json, number))
    return { ...details, number }
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
    ;({ loadTests } = await listLoadTests(api, { budgetMs: CALL_BUDGET_MS, patiently: true }))
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
  const own = loadTests.filter((loadTest) => !isOwnCopy(loadTest))
  const names = [...new Set(own.map((loadTest) => oneLine(loadTest.name, 200)))]
  const hint = didYouMean(name, names, SUGGESTED) || ` ${newestInWords(own)}`
  throw new GateError(
    'preflight',
    `There is no load test named '${name}' in project '${inputs.project}' of organization '${inputs.organization}'.${hint} ` +
      'Set xtc-load-test to an existing name or number. Nothing was started.',
  )
}

/** `Its newest are 40 'Search', 39 'Checkout'.` */
function newestInWords(own: readonly LoadTest[]): string {
  const near = own
    .slice(0, MOST_NAMED)
    .map((loadTest) => `${loadTest.number} '${oneLine(loadTest.name, 60)}'`)
    .join(', ')
  if (near === '') return 'It has no load tests.'
  return own.length === 1 ? `Its only one is ${near}.` : `Its newest are ${near}.`
}

/** Copies are left out, because there are many of them, and they are hardly what is meant. */
function isOwnCopy({ name, description = '' }: LoadTest): boolean {
  return /\bltg-[0-9a-f]{16}\b/.test(`${name} ${description}`)
}

/** A 404 does not show whether the project or the number is wrong; the list does. */
async function notFound(api: XtcApi, inputs: XtcInputs, number: number, cause: HttpError): Promise<unknown> {
  const call = api.contract.details(number)
  if (!(await api.tokens.has('LOADTEST_LIST')))
    return explainRefusal(cause, inputs, `Looking up load test ${number}`, call)
  try {
    const { loadTests } = await listLoadTests(api, { budgetMs: CALL_BUDGET_MS, patiently: false })
    const known = newestInWords(loadTests.filter((loadTest) => !isOwnCopy(loadTest)))
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
