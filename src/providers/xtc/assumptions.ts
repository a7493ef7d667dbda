import * as z from 'zod/mini'
import { ANY_TEXT, type AssumedField, type Assumption } from '../assumption.ts'
import {
  DOWNLOAD_SCOPES,
  projectPath,
  STATES,
  type Call,
  type Scope,
  type XtcContract,
} from './contracts/contract.ts'
import { ENVELOPE_FIELDS } from './contracts/load-test-answers.ts'
import { TOKEN_ANSWER } from './token-answer.ts'
import { TOKEN_PATH, tokenForm } from './token.ts'

/** Placeholder for the number of a load test, which is removed from the path again. */
const NUMBER = 700_700_700
const SCOPES: readonly Scope[] = [
  'LOADTEST_LIST',
  'LOADTEST_DETAILS',
  'LOADTEST_STATUS',
  'LOADTEST_COPY_RUN',
  'LOADTEST_REPORT_DOWNLOAD',
  'LOADTEST_RESULT_DOWNLOAD',
]

/** Everything that the client assumes about one version of XTC's API. */
export function xtcAssumptions(contract: XtcContract): Assumption[] {
  return [
    token(),
    {
      ...operation('list load tests', contract, contract.list(undefined)),
      elsewhere: contract.listPlaces
        .slice(1)
        .map((path) => operation('', contract, { ...contract.list(undefined), path }).path),
      answer: answer(contract, 'list', listFields(contract)),
      without: 'load tests can be given by number only, and a run is not looked for after an unclear start',
    },
    {
      ...operation('read a load test', contract, contract.details(NUMBER)),
      answer: answer(contract, 'details', detailsFields(contract)),
    },
    {
      ...operation('poll the state', contract, contract.status(NUMBER)),
      answer: answer(contract, 'status', statusFields(contract)),
    },
    {
      ...copyAndRun(contract),
      answer: answer(contract, 'start', startFields(contract)),
    },
    ...files(contract),
  ]
}

/** With one property of each kind. */
function copyAndRun(contract: XtcContract): Omit<Assumption, 'answer'> {
  const labels = { name: ANY_TEXT, description: ANY_TEXT }
  const properties = [false, true].map((isSecret) => ({ name: ANY_TEXT, value: ANY_TEXT, isSecret }))
  const start = operation(
    'copy and run',
    contract,
    contract.start(NUMBER, labels, { request: {}, properties }),
  )
  if (start.body === undefined) return start
  const elsewhere = 'xtc-run-request puts {properties} and {secret-properties} elsewhere'
  return {
    ...start,
    body: { ...start.body, without: { properties: elsewhere, secretProperties: elsewhere } },
  }
}

function operation(
  name: string,
  contract: XtcContract,
  call: Call,
): Omit<Assumption, 'answer'> & { permission: Scope } {
  const [path = '', query = ''] = call.path.split('?')
  const base = decodeURIComponent(projectPath(contract.version, '{organization}', '{project}'))
  return {
    name,
    method: call.method,
    path: `${base}${path.replace(String(NUMBER), '{number}')}`,
    permission: call.scope,
    query: [...new URLSearchParams(query).keys()],
    ...(call.body !== undefined && { body: { contentType: 'application/json', sample: call.body } }),
  }
}

function token(): Assumption {
  const sample = tokenForm({ clientId: ANY_TEXT, clientSecret: ANY_TEXT }, SCOPES)
  return {
    name: 'get a token',
    method: 'POST',
    path: TOKEN_PATH,
    query: [],
    body: { contentType: 'application/x-www-form-urlencoded', sample },
    answer: {
      kind: 'json',
      schema: TOKEN_ANSWER,
      fields: [
        { what: 'the token', at: ['access_token'] },
        { what: 'its lifetime in seconds', at: ['expires_in'], without: 'an hour is assumed' },
      ],
    },
  }
}

function answer(
  contract: XtcContract,
  name: keyof XtcContract['answers'],
  fields: AssumedField[],
): Assumption['answer'] {
  const success: AssumedField = { what: 'success', at: ['success'], without: 'only the status counts' }
  const schema = z.looseObject({ ...ENVELOPE_FIELDS, data: contract.answers[name] })
  return { kind: 'json', schema, fields: [success, ...fields] }
}

function files(contract: XtcContract): Assumption[] {
  const file = (name: string, path: string, scope: Scope, contentTypes: string[]): Assumption => ({
    ...operation(name, contract, { method: 'GET', path, scope }),
    answer: { kind: 'file', contentTypes },
    without: 'the file is downloaded from a URL in the details, or is missing',
  })
  const archives = (['report', 'result'] as const).map((kind) =>
    file(
      `download the ${kind} archive`,
      contract.archive(kind, NUMBER, undefined).at(-1) ?? '',
      DOWNLOAD_SCOPES[kind],
      ['application/gzip', 'application/x-gzip', 'application/octet-stream', 'application/x-tar'],
    ),
  )
  const { document } = contract
  if (document === undefined) return archives
  const documents = (['test-report', 'scorecard'] as const).map((kind) =>
    file(
      kind === 'scorecard' ? 'read the scorecard' : 'read the report as XML',
      document(kind, NUMBER, undefined).at(-1) ?? '',
      DOWNLOAD_SCOPES[kind],
      ['application/xml', 'text/xml', 'application/octet-stream'],
    ),
  )
  return [...archives, ...documents]
}

/** Each fact in every place where the client looks for it; `at` is where a load test begins. */
function loadTestFields(...at: string[]): AssumedField[] {
  const fields = (...names: string[]): string[] =>
    at.flatMap((place) => names.map((name) => `${place}.${name}`))
  return [
    { what: 'the number', at: fields('index', 'id') },
    { what: 'the name', at: fields('name'), without: 'load tests can be given by number only' },
    { what: 'the description', at: fields('description'), without: 'a run is recognized only by its name' },
    ...stateFields(...at).map((field) => ({ without: 'it is not shown', ...field })),
  ]
}

function stateFields(...at: string[]): AssumedField[] {
  const fields = (name: string): string[] =>
    at.flatMap((place) => [`${place}.executionState.${name}`, `${place}.${name}`])
  return [
    { what: 'the state', at: fields('state'), words: Object.keys(STATES) },
    { what: 'the start in ms', at: fields('startTime'), without: 'times are those of the step' },
    { what: 'the finish in ms', at: fields('endTime'), without: 'times are those of the step' },
  ]
}

function listFields({ version }: XtcContract): AssumedField[] {
  if (version === 'v1') return loadTestFields('data[]')
  const paging = 'the next page is calculated from offset, limit and size, or from next'
  return [
    ...loadTestFields('data.items[]', 'data[]'),
    { what: 'where the page begins', at: ['data.offset'], without: paging },
    { what: 'the length of a page', at: ['data.limit'], without: paging },
    { what: 'how many there are', at: ['data.size'], without: paging },
    { what: 'the next page', at: ['data.next'], without: paging },
  ]
}

function detailsFields({ version }: XtcContract): AssumedField[] {
  if (version === 'v1') return loadTestFields('data')
  const endpoint = 'the endpoint is used'
  return [
    ...loadTestFields('data'),
    { what: 'the page in XTC', at: ['data.url'], without: 'run-url stays empty' },
    { what: "the reports' names", at: ['data.reports[].name'], without: 'partial data is not detected' },
    { what: "the results' names", at: ['data.results[].name'], without: 'partial data is not detected' },
    {
      what: "the HTML report's URL",
      at: ['data.reports[].url'],
      without: 'the archive of the report is linked instead',
    },
    { what: "the report archive's URL", at: ['data.reports[].archiveUrl'], without: endpoint },
    { what: "the result archive's URL", at: ['data.results[].archiveUrl'], without: endpoint },
    { what: "testreport.xml's URL", at: ['data.reports[].testReportUrl'], without: endpoint },
    { what: "scorecard.xml's URL", at: ['data.reports[].scorecardUrl'], without: endpoint },
  ]
}

function statusFields({ version }: XtcContract): AssumedField[] {
  const state = stateFields('data')
  if (version === 'v1') return state
  return [...state, { what: 'the revision tested', at: ['data.revision'], without: 'it is not shown' }]
}

function startFields({ version }: XtcContract): AssumedField[] {
  const number = { what: "the copy's number", at: ['data.index', 'data.id'] }
  if (version === 'v1') return [number]
  return [number, { what: "the copy's page", at: ['data.url'], without: 'it is read from the details' }]
}
