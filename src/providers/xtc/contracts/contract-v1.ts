import * as z from 'zod/mini'
import { refuseReportedError } from '../../reported-error.ts'
import type { LoadTestDetails, XtcContract } from './contract.ts'
import {
  dataOf,
  LOAD_TEST_FIELDS,
  NUMBER_FIELDS,
  parseLoadTest,
  parseNumber,
  parseStatusOf,
  readEntries,
  refuseOther,
  STATE_FIELDS,
} from './load-test-answers.ts'

/**
 * XTC's API v1, deprecated since XTC v89. Documented: paths, scopes and archives. Observed: the envelope,
 * `index`, `executionState`. Assumed: where the status has its state, that the copy is in `data`, that a new
 * copy's result and report have the number 1.
 */
export const contractV1: XtcContract = {
  version: 'v1',
  answers: {
    list: z.array(z.looseObject(LOAD_TEST_FIELDS)),
    details: z.looseObject(LOAD_TEST_FIELDS),
    status: z.looseObject(STATE_FIELDS),
    start: z.looseObject(NUMBER_FIELDS),
  },
  listPlaces: ['/loadTests'],
  list: () => ({ method: 'GET', path: '/loadTests', scope: 'LOADTEST_LIST' }),
  parseList: (json) => readEntries(z.array(z.unknown()).parse(dataOf(json))),
  details: (number) => ({ method: 'GET', path: `/loadTests/${number}`, scope: 'LOADTEST_DETAILS' }),
  parseDetails: (json, asked): LoadTestDetails => {
    const data = dataOf(json)
    refuseOther(data, asked)
    return { ...parseLoadTest(data), archiveNames: [], urls: {} }
  },
  status: (number) => ({ method: 'GET', path: `/loadTests/${number}/status`, scope: 'LOADTEST_STATUS' }),
  parseStatus: (json, asked) => {
    const data = dataOf(json)
    refuseOther(data, asked)
    return parseStatusOf(data)
  },
  // A GET that starts a test. No name, no description, no body.
  start: (number) => ({ method: 'GET', path: `/loadTests/${number}/runCopy`, scope: 'LOADTEST_COPY_RUN' }),
  parseStart: (json) => {
    const data = dataOf(json)
    refuseReportedError(data)
    return { number: parseNumber(data) }
  },
  archive: (kind, number) => [`/loadTests/${number}/${kind}s/1/download`],
}
