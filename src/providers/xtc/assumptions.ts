import * as z from 'zod/mini'
import { ANY_TEXT, type AssumedField, type Assumption } from '../assumption.ts'
import {
  DOWNLOAD_SCOPES,
  projectPath,
  type Call,
  type Scope,
  type XtcContract,
} from './contracts/contract.ts'
import { ENVELOPE_FIELDS } from './contracts/load-test-answers.ts'
import { detailsFields, listFields, startFields, statusFields } from './contracts/assumed-fields.ts'
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
const CODE_ARCHIVE = '{archive}'

const SUCCESS: AssumedField = { what: 'success', at: ['success'], without: 'only the status counts' }

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
    ...codeArchives(contract),
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
  contract: Pick<XtcContract, 'version'>,
  call: Call,
): Omit<Assumption, 'answer'> & { permission: Scope } {
  const [path = '', query = ''] = call.path.split('?')
  const base = decodeURIComponent(projectPath(contract.version, '{organization}', '{project}'))
  return {
    name,
    method: call.method,
    path: `${base}${decodeURIComponent(path).replace(String(NUMBER), '{number}')}`,
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
  const schema = z.looseObject({ ...ENVELOPE_FIELDS, data: contract.answers[name] })
  return { kind: 'json', schema, fields: [SUCCESS, ...fields] }
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

/** Needed only for `xtc-test-code`. */
function codeArchives({ version, code }: XtcContract): Assumption[] {
  if (code === undefined) return []
  const contract = { version }
  const { content: _content, ...upload } = code.upload({ type: '', bytes: Buffer.alloc(0) })
  const named = 'the archive is named, and stays'
  const number: AssumedField = { what: "the archive's number", at: ['data.id', 'data.index'], without: named }
  return [
    {
      ...operation('upload a code archive', contract, upload),
      body: { contentType: 'application/zip', sample: {} },
      answer: {
        kind: 'json',
        schema: z.looseObject({ ...ENVELOPE_FIELDS, data: code.answer }),
        fields: [SUCCESS, number],
      },
      without: 'xtc-test-code cannot be used',
    },
    {
      ...operation('delete a code archive', contract, code.remove(CODE_ARCHIVE)),
      answer: { kind: 'any' },
      without: named,
    },
  ]
}
