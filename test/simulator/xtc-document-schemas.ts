type Json = Record<string, unknown>

const TEXT = { type: 'string' }
const OPTIONAL_TEXT = { type: 'string', nullable: true }
const WHOLE = { type: 'integer', format: 'int64' }

/** The documents that the simulated XTC sends and accepts. Tests check its responses against them. */
export const XTC_SCHEMAS: Json = {
  State: {
    type: 'string',
    enum: 'NEW SCHEDULED STARTING PROVISIONING RUNNING STOPPING DEPROVISIONING FINISHED ABORTED ERROR'.split(
      ' ',
    ),
  },
  ExecutionState: object({ startTime: WHOLE, endTime: WHOLE, state: ref('State') }),
  Envelope: object({ success: { type: 'boolean' } }),
  LoadTestV1: object({
    index: WHOLE,
    name: TEXT,
    description: OPTIONAL_TEXT,
    executionState: ref('ExecutionState'),
  }),
  LoadTestV1Answer: answer(ref('LoadTestV1')),
  LoadTestListV1: answer({ type: 'array', items: ref('LoadTestV1') }),
  StatusV1Answer: answer(ref('ExecutionState')),
  LoadTestV2: object({
    id: WHOLE,
    name: TEXT,
    description: OPTIONAL_TEXT,
    executionState: { type: 'object', nullable: true, allOf: [ref('ExecutionState')] },
  }),
  LoadTestPage: answer({
    allOf: [
      object({ offset: WHOLE, limit: WHOLE, size: WHOLE }),
      object({ items: { type: 'array', items: ref('LoadTestV2') } }),
      { type: 'object', properties: { next: OPTIONAL_TEXT, previous: OPTIONAL_TEXT } },
    ],
  }),
  Result: {
    type: 'object',
    required: ['index', 'name'],
    properties: { index: WHOLE, name: TEXT, archiveUrl: TEXT },
  },
  Report: {
    allOf: [
      ref('Result'),
      { type: 'object', properties: { url: TEXT, testReportUrl: TEXT, scorecardUrl: TEXT } },
    ],
  },
  LoadTestDetailsV2: {
    allOf: [
      ref('LoadTestV2'),
      object({
        url: TEXT,
        reports: { type: 'array', items: ref('Report') },
        results: { type: 'array', items: ref('Result') },
      }),
      {
        type: 'object',
        properties: {
          codeArchive: { type: 'object', properties: { id: WHOLE, useLatest: { type: 'boolean' } } },
        },
      },
    ],
  },
  CodeArchiveAnswer: answer({ type: 'object', properties: { id: WHOLE } }),
  LoadTestV2Answer: answer(ref('LoadTestDetailsV2')),
  StatusV2Answer: answer(object({ executionState: ref('ExecutionState'), revision: TEXT })),
  Action: { oneOf: [ref('RunCopy'), ref('Update')] },
  RunCopy: {
    type: 'object',
    required: ['action'],
    properties: {
      action: { type: 'string', enum: ['runCopy'] },
      name: TEXT,
      description: TEXT,
      properties: { type: 'object', additionalProperties: TEXT },
      secretProperties: { type: 'object', additionalProperties: TEXT },
    },
  },
  Update: {
    type: 'object',
    required: ['action'],
    properties: {
      action: { type: 'string', enum: ['update'] },
      name: TEXT,
      description: TEXT,
      properties: { type: 'object', additionalProperties: TEXT },
    },
  },
}

function object(properties: Json): Json {
  return { type: 'object', required: Object.keys(properties), properties }
}

function answer(data: Json): Json {
  return { allOf: [ref('Envelope'), object({ data })] }
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}
