type Json = Record<string, unknown>

const TEXT = { type: 'string' }
const FLAG = { type: 'boolean' }
const WHOLE = { type: 'integer' }
const TIME = { type: ['string', 'null'], format: 'date-time' }
const ASSET_TYPE = { type: 'string', enum: ['configuration', 'inputset', 'object'] }
const UID = { name: 'workspace-uuid', in: 'path', required: true, schema: TEXT }
const TEST = { name: 'test-id', in: 'path', required: true, schema: TEXT }

/** Errthquake's public pages as an OpenAPI 3.1 document; the service itself does not publish one. */
export function errthquakeDocument(): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Simulated Errthquake API', version: '1' },
    servers: [{ url: 'https://api.errthquake.com' }],
    paths: {
      '/workspaces': { get: reads(list('WorkspaceSummary')) },
      '/workspaces/{workspace-uuid}': { parameters: [UID], get: reads(ref('WorkspaceDetails')) },
      '/workspaces/{workspace-uuid}/hours': { parameters: [UID], get: reads(list('Hours')) },
      '/workspaces/{workspace-uuid}/exec': {
        parameters: [UID],
        post: {
          ...reads({ type: 'object' }, 'Requires the Execute Tests permission.'),
          requestBody: { required: true, content: { 'application/json': { schema: list('Execution') } } },
        },
      },
      ...assetPaths(),
      ...resultPaths(),
    },
    components: { schemas: ERRTHQUAKE_SCHEMAS },
  }
}

function assetPaths(): Json {
  const view = 'Requires View Test Inputs (inputset, object) or View Test Configs (configuration).'
  const file = { name: 'file-name', in: 'path', required: true, schema: TEXT }
  const done = { description: view, responses: { '200': { description: 'Done' } } }
  const form = { 'multipart/form-data': { schema: ref('AssetForm') } }
  return {
    '/assets/{workspace-uuid}': {
      parameters: [UID],
      get: reads(ref('Assets'), view),
      post: { ...done, requestBody: { required: true, content: form } },
    },
    '/assets/{workspace-uuid}/{file-name}': { parameters: [UID, file], delete: done },
  }
}

function resultPaths(): Json {
  const view = 'Requires the View Test Results permission.'
  const test = '/results/{workspace-uuid}/{test-id}'
  const zip = { 'application/zip': { schema: { type: 'string', contentMediaType: 'application/zip' } } }
  return {
    '/results/{workspace-uuid}': { parameters: [UID], get: reads(list('ResultListEntry'), view) },
    [test]: { parameters: [UID, TEST], get: reads(ref('ResultSummary'), view) },
    [`${test}/metrics`]: { parameters: [UID, TEST], get: reads({ type: 'object' }, view) },
    [`${test}/logs`]: {
      parameters: [UID, TEST],
      get: { description: view, responses: { '200': { description: 'The log', content: zip } } },
    },
    [`${test}/stop`]: {
      parameters: [UID, TEST],
      put: { responses: { '200': { description: 'Stopped, with an empty body' } } },
    },
  }
}

const MINUTES = { 'minutes-allocated': WHOLE, 'minutes-remaining': WHOLE, 'minutes-active-tests': WHOLE }
const LIST_ENTRY = { id: TEXT, 'utc-start-time': TIME, 'utc-finish-time': TIME, 'virtual-users': WHOLE }

export const ERRTHQUAKE_SCHEMAS: Json = {
  WorkspaceSummary: object({ 'workspace-uid': TEXT, name: TEXT, 'errthquake-version': TEXT }),
  WorkspaceDetails: object({
    'workspace-uid': TEXT,
    name: TEXT,
    'test-results': list('ResultSummary'),
    'test-inputs': { type: 'array', items: TEXT },
    'test-configs': { type: 'array', items: TEXT },
    'test-objects': { type: 'array', items: TEXT },
    'max-test-duration': TEXT,
    'max-virtual-users': WHOLE,
  }),
  Hours: object({ id: WHOLE, ...MINUTES, 'utc-rollover-date': TIME }),
  ResultListEntry: object(LIST_ENTRY),
  ResultSummary: object({
    ...LIST_ENTRY,
    'test-pending': FLAG,
    'test-stopping': FLAG,
    'test-complete': FLAG,
    'test-failed': FLAG,
    'test-unresponsive': FLAG,
    interactive: FLAG,
  }),
  Assets: object({
    'workspace-uid': TEXT,
    assets: { type: 'object', additionalProperties: ref('AssetMetadata') },
  }),
  AssetMetadata: object({ filename: TEXT, 'content-type': TEXT, 'asset-type': ASSET_TYPE, size: WHOLE }),
  AssetForm: object({
    metadata: object({ 'asset-type': ASSET_TYPE }),
    content: { type: 'string', contentMediaType: 'application/octet-stream' },
  }),
  Execution: object({
    'test-input': TEXT,
    'test-config': TEXT,
    'virtual-users': WHOLE,
    'test-duration': TEXT,
    'ramp-duration': TEXT,
    'test-type': { type: 'string', enum: ['duration', 'benchmark', 'interactive'] },
    region: TEXT,
  }),
}

function reads(schema: Json, description = ''): Json {
  return {
    description,
    responses: { '200': { description: 'Done', content: { 'application/json': { schema } } } },
  }
}

function object(properties: Json): Json {
  return { type: 'object', required: Object.keys(properties), properties }
}

function list(name: string): Json {
  return { type: 'array', items: ref(name) }
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}
