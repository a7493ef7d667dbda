import { json, type SimResponse } from './service.ts'
import { XTC_SCHEMAS } from './xtc-document-schemas.ts'
import { XTC_RUN_SCOPES } from './xtc-token.ts'

type Json = Record<string, unknown>

const WHOLE: Json = { type: 'integer', format: 'int64' }

/** The OpenAPI document of the simulated XTC: both versions, as described on the public pages. */
export function xtcDocument(baseUrl: string): Json {
  return {
    openapi: '3.0.3',
    info: { title: 'Simulated XTC API', version: 'v1 and v2' },
    servers: [{ url: baseUrl }],
    paths: { ...paths('v1', v1Paths()), ...paths('v2', v2Paths()) },
    components: {
      schemas: XTC_SCHEMAS,
      parameters: {
        Organization: pathParameter('orgShortName', { type: 'string' }),
        Project: pathParameter('projectShortName', { type: 'string' }),
        LoadTest: pathParameter('loadTestIndex', { type: 'integer', format: 'int64' }),
        Part: pathParameter('index', { type: 'integer' }),
      },
      securitySchemes: {
        ClientCredentials: {
          type: 'oauth2',
          flows: {
            clientCredentials: {
              tokenUrl: `${baseUrl}/oauth/token`,
              scopes: Object.fromEntries(XTC_RUN_SCOPES.map((scope) => [scope, `Allows ${scope}`])),
            },
          },
        },
      },
    },
  }
}

/** The response to `/public/api/json` and `/public/api/yaml`; undefined for any other path. */
export async function answerDocument(path: string, baseUrl: string): Promise<SimResponse | undefined> {
  if (path === '/public/api/json') return json(200, xtcDocument(baseUrl))
  if (path !== '/public/api/yaml') return undefined
  // Loaded only here, because the simulator also starts where no package is installed, as in the end-to-end
  // workflow.
  const { stringify } = await import('yaml')
  const body = stringify(xtcDocument(baseUrl), { aliasDuplicateObjects: false })
  return { status: 200, headers: { 'content-type': 'application/yaml' }, body }
}

function v1Paths(): Json {
  const test = '/loadTests/{loadTestIndex}'
  return {
    '/loadTests': { get: reads('LOADTEST_LIST', 'LoadTestListV1') },
    [test]: { parameters: [ref('LoadTest')], get: reads('LOADTEST_DETAILS', 'LoadTestV1Answer') },
    [`${test}/status`]: { parameters: [ref('LoadTest')], get: reads('LOADTEST_STATUS', 'StatusV1Answer') },
    [`${test}/runCopy`]: {
      parameters: [ref('LoadTest')],
      get: reads('LOADTEST_COPY_RUN', 'LoadTestV1Answer'),
    },
    [`${test}/reports/{index}/download`]: download('LOADTEST_REPORT_DOWNLOAD'),
    [`${test}/results/{index}/download`]: download('LOADTEST_RESULT_DOWNLOAD'),
  }
}

function v2Paths(): Json {
  const test = '/load-tests/{loadTestIndex}'
  const body = { required: true, content: { 'application/json': { schema: schema('Action') } } }
  return {
    '/load-tests': {
      get: {
        ...reads('LOADTEST_LIST', 'LoadTestPage'),
        parameters: ['offset', 'limit'].map((name) => ({
          name,
          in: 'query',
          required: false,
          schema: { type: 'integer', minimum: 0 },
        })),
      },
    },
    [test]: {
      parameters: [ref('LoadTest')],
      get: reads('LOADTEST_DETAILS', 'LoadTestV2Answer'),
      post: { ...reads('LOADTEST_COPY_RUN', 'LoadTestV2Answer'), requestBody: body },
    },
    [`${test}/status`]: { parameters: [ref('LoadTest')], get: reads('LOADTEST_STATUS', 'StatusV2Answer') },
    '/code-archives': {
      post: {
        ...reads('CODEARCHIVE_UPLOAD', 'CodeArchiveAnswer'),
        requestBody: {
          required: true,
          content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
        },
      },
    },
    '/code-archives/{id}': {
      parameters: [pathParameter('id', WHOLE)],
      delete: reads('CODEARCHIVE_DELETE', 'Envelope'),
    },
    [`${test}/reports/{index}/archive`]: download('LOADTEST_REPORT_DOWNLOAD'),
    [`${test}/results/{index}/archive`]: download('LOADTEST_RESULT_DOWNLOAD'),
    [`${test}/reports/{index}/test-report`]: download('LOADTEST_REPORT_DOWNLOAD', 'application/xml'),
    [`${test}/reports/{index}/scorecard`]: download('LOADTEST_REPORT_DOWNLOAD', 'application/xml'),
  }
}

/** All paths of a version are below one project. */
function paths(version: string, items: Json): Json {
  const base = `/public/api/${version}/orgs/{orgShortName}/projects/{projectShortName}`
  return Object.fromEntries(
    Object.entries(items).map(([path, item]) => {
      const { parameters, ...rest } = item as { parameters?: unknown[] }
      const given = [ref('Organization'), ref('Project'), ...(parameters ?? [])]
      return [`${base}${path}`, { parameters: given, ...rest }]
    }),
  )
}

function reads(scope: string, answer: string): Json {
  return {
    security: [{ ClientCredentials: [scope] }],
    responses: {
      '200': { description: 'Done', content: { 'application/json': { schema: schema(answer) } } },
      '401': { description: 'Unauthorized' },
    },
  }
}

function download(scope: string, contentType = 'application/gzip'): Json {
  const content = { [contentType]: { schema: { type: 'string', format: 'binary' } } }
  return {
    parameters: [ref('LoadTest'), ref('Part')],
    get: {
      security: [{ ClientCredentials: [scope] }],
      responses: { '200': { description: 'The file', content }, '404': { description: 'Not there' } },
    },
  }
}

function pathParameter(name: string, type: Json): Json {
  return { name, in: 'path', required: true, schema: type }
}

function ref(parameter: string): Json {
  return { $ref: `#/components/parameters/${parameter}` }
}

function schema(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}
