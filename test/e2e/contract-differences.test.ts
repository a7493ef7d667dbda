import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiDocument } from '../../scripts/contract/api-document.ts'
import { compareAll } from '../../scripts/contract/compare.ts'
import { reportOf, type ComparedOperation } from '../../scripts/contract/finding.ts'
import { xtcAssumptions } from '../../src/providers/xtc/assumptions.ts'
import { contractV2 } from '../../src/providers/xtc/contracts/contract-v2.ts'
import { changed, contract, fileOf, unconfirmed, type At, type Json } from './contract-tools.ts'

const V2 = '/public/api/v2/orgs/{orgShortName}/projects/{projectShortName}/load-tests'
const TEST = `${V2}/{loadTestIndex}`
const V1_LIST = '/public/api/v1/orgs/{orgShortName}/projects/{projectShortName}/loadTests'
const CREDENTIALS = ['components', 'securitySchemes', 'ClientCredentials', 'flows', 'clientCredentials']
const STATES = 'NEW SCHEDULED STARTING PROVISIONING RUNNING STOPPING DEPROVISIONING FINISHED ABORTED ERROR'

const TOKEN_UNSTATED = [
  'not stated    body: expected application/x-www-form-urlencoded; the document describes no body',
  'not stated    response: expected JSON; the document describes no response',
]

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'contract-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

function rename(object: Json, from: string, to: string): void {
  object[to] = object[from]
  delete object[from]
}

function push(object: Json, list: string, ...values: unknown[]): void {
  object[list] = [...(object[list] as unknown[]), ...values]
}

/** What is changed, the operation where it shows, and the unconfirmed lines of that operation. */
const CHANGES: Record<string, [change: (at: At) => void, operation: string, lines: string[]]> = {
  'a renamed path': [
    (at) => rename(at('paths'), `${TEST}/status`, `${TEST}/state`),
    'poll the state',
    [
      'not found     path: expected GET /public/api/v2/orgs/{organization}/projects/{project}/load-tests/{number}/status; ' +
        `the document has no such operation; the closest is GET ${TEST}/state`,
    ],
  ],
  'another method': [
    (at) => rename(at('paths', TEST), 'post', 'put'),
    'copy and run',
    [
      'contradicted  path: expected POST /public/api/v2/orgs/{organization}/projects/{project}/load-tests/{number}; ' +
        'the document has GET, PUT there',
    ],
  ],
  'another scope': [
    (at) => {
      at('paths', `${TEST}/status`, 'get')['security'] = [{ ClientCredentials: ['LOADTEST_WATCH'] }]
    },
    'poll the state',
    ['contradicted  scope: expected LOADTEST_STATUS; the document requires LOADTEST_WATCH'],
  ],
  'an additional scope': [
    (at) => {
      const security = [{ ClientCredentials: ['LOADTEST_STATUS', 'PROJECT_DETAILS'] }]
      at('paths', `${TEST}/status`, 'get')['security'] = security
    },
    'poll the state',
    [
      'contradicted  scope: expected LOADTEST_STATUS; the document requires LOADTEST_STATUS and PROJECT_DETAILS',
    ],
  ],
  'a missing scope': [
    (at) => {
      delete at(...CREDENTIALS, 'scopes')['LOADTEST_LIST']
      for (const path of [V2, V1_LIST]) at('paths', path, 'get')['security'] = []
    },
    'get a token',
    [
      'not found     scope LOADTEST_LIST: expected LOADTEST_LIST; the document has LOADTEST_STATUS, LOADTEST_DETAILS, ' +
        'LOADTEST_COPY_RUN, LOADTEST_REPORT_DOWNLOAD, LOADTEST_RESULT_DOWNLOAD, CODEARCHIVE_UPLOAD, CODEARCHIVE_DELETE',
      ...TOKEN_UNSTATED,
    ],
  ],
  'another token URL': [
    (at) => {
      at(...CREDENTIALS)['tokenUrl'] = '/oauth2/token'
    },
    'get a token',
    ['contradicted  token URL: expected /oauth/token; the document has /oauth2/token', ...TOKEN_UNSTATED],
  ],
  'a changed field type': [
    (at) => {
      const properties = at('components', 'schemas', 'ExecutionState', 'properties')
      properties['startTime'] = { type: 'string', format: 'date-time' }
    },
    'poll the state',
    [
      'contradicted  the start in ms: expected data.executionState.startTime or data.startTime (number); ' +
        'the document has data.executionState.startTime (string, date-time) (without it: times are those of the step)',
    ],
  ],
  'a missing field': [
    (at) => {
      delete at('components', 'schemas', 'LoadTestV2', 'properties')['id']
    },
    'copy and run',
    [
      "not found     the copy's number: expected data.index or data.id (integer); " +
        'the document has name, description, executionState, url, reports, results, codeArchive',
    ],
  ],
  'a number that may be null': [
    (at) => {
      at('components', 'schemas', 'LoadTestV2', 'properties')['id'] = { type: 'integer', nullable: true }
    },
    'copy and run',
    [
      "contradicted  the copy's number: expected data.index or data.id (integer); " +
        'data.id (integer) may be null, which the client rejects',
    ],
  ],
  'a missing parameter': [
    (at) => {
      at('paths', V2, 'get')['parameters'] = [{ name: 'offset', in: 'query', schema: { type: 'integer' } }]
    },
    'list load tests',
    ['not found     parameter limit: expected limit in the query; the document has offset'],
  ],
  'an additional required parameter': [
    (at) => {
      const tenant = { name: 'X-Tenant', in: 'header', required: true, schema: { type: 'string' } }
      at('paths', `${TEST}/status`, 'get')['parameters'] = [tenant]
    },
    'poll the state',
    ['contradicted  parameter X-Tenant: expected nothing; the document requires it (header)'],
  ],
  'load tests without numbers': [
    (at) => {
      at('components', 'parameters', 'LoadTest')['schema'] = { type: 'string', format: 'uuid' }
    },
    'poll the state',
    ['contradicted  path parameter loadTestIndex: expected a whole number; the document has string, uuid'],
  ],
  'another value for the action': [
    (at) => {
      at('components', 'schemas', 'RunCopy', 'properties', 'action')['enum'] = ['COPY_AND_RUN']
    },
    'copy and run',
    ['contradicted  body field action: expected "runCopy"; the document has COPY_AND_RUN'],
  ],
  'an additional required body field': [
    (at) => {
      for (const form of ['RunCopy', 'Update']) push(at('components', 'schemas', form), 'required', 'agents')
    },
    'copy and run',
    ['contradicted  body field agents: expected nothing; the document requires it'],
  ],
  'an unknown state': [
    (at) => push(at('components', 'schemas', 'State'), 'enum', 'PAUSED'),
    'poll the state',
    [
      `contradicted  the values of the state: expected ${STATES}; the document has PAUSED as well (without it: an unknown state is polled again)`,
    ],
  ],
  'an archive with another content type': [
    (at) => {
      const path = `${TEST}/reports/{index}/archive`
      rename(at('paths', path, 'get', 'responses', '200', 'content'), 'application/gzip', 'application/json')
    },
    'download the report archive',
    [
      'contradicted  response: expected application/gzip or application/x-gzip or application/octet-stream or ' +
        'application/x-tar; the document has application/json',
    ],
  ],
}

/** What the command would print, without a separate process. */
function compared(document: Json): ComparedOperation[] {
  const model = apiDocument(document, 'http://document.invalid/')
  return model === undefined ? [] : compareAll(xtcAssumptions(contractV2), model)
}

describe('a document with one difference: the right line reports it', () => {
  test.each(Object.entries(CHANGES))('%s', (_what, [change, operation, lines]) => {
    expect(unconfirmed(reportOf(compared(changed(change))), operation)).toEqual(lines)
  })
})

describe.concurrent('the command reports it too, with exit code 1', () => {
  const chosen = ['a renamed path', 'a missing scope', 'a changed field type', 'a missing parameter']
  test.each(chosen)('%s', async (what) => {
    const [change, operation, lines] = CHANGES[what] ?? [() => undefined, '', []]
    const ended = await contract(await fileOf(directory, `${what}.json`, changed(change)))
    expect(unconfirmed(ended.out, operation)).toEqual(lines)
    expect(lines).not.toEqual([])
    expect(ended).toMatchObject({ exitCode: 1, err: '' })
  })
})
