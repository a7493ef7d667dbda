import { isObject, textOf, type JsonObject } from './json-value.ts'
import type { Resolve } from './json-schema.ts'
import type { DocumentedOperation } from './api-document.ts'

/** The body of a request; undefined if the document describes none. */
export function bodyOf(
  root: JsonObject,
  resolve: Resolve,
  operation: JsonObject,
  parameters: readonly JsonObject[],
): DocumentedOperation['body'] {
  const body = resolve(operation['requestBody'])
  if (isObject(body)) {
    return { required: body['required'] === true, contents: contentsOf(resolve, body['content']) }
  }
  const whole = parameters.find((parameter) => parameter['in'] === 'body')
  const fields = parameters.filter((parameter) => parameter['in'] === 'formData')
  const types = typesOf(operation['consumes'] ?? root['consumes'])
  if (whole !== undefined) return swaggerBody(types, 'application/json', [whole], whole['schema'])
  if (fields.length === 0) return undefined
  return swaggerBody(types, 'application/x-www-form-urlencoded', fields, formSchema(fields))
}

function swaggerBody(
  types: string[],
  usual: string,
  parameters: readonly JsonObject[],
  schema: unknown,
): DocumentedOperation['body'] {
  return {
    required: parameters.some((parameter) => parameter['required'] === true),
    contents: new Map((types.length === 0 ? [usual] : types).map((type) => [type, schema])),
  }
}

function formSchema(fields: readonly JsonObject[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [textOf(field['name']), field])),
    required: fields.filter((field) => field['required'] === true).map((field) => field['name']),
  }
}

/** The body of a successful response; undefined if the document describes none. */
export function answerOf(
  root: JsonObject,
  resolve: Resolve,
  operation: JsonObject,
): DocumentedOperation['answer'] {
  const responses = isObject(operation['responses']) ? operation['responses'] : {}
  const status = [...Object.keys(responses).filter((code) => code.startsWith('2')), 'default'].find(
    (code) => code in responses,
  )
  const response = status === undefined ? undefined : resolve(responses[status])
  if (!isObject(response)) return undefined
  if (typeof root['swagger'] !== 'string') {
    const contents = contentsOf(resolve, response['content'])
    return contents.size === 0 ? undefined : contents
  }
  if (response['schema'] === undefined) return undefined
  const types = typesOf(operation['produces'] ?? root['produces'])
  return new Map((types.length === 0 ? ['*/*'] : types).map((type) => [type, response['schema']]))
}

function contentsOf(resolve: Resolve, content: unknown): Map<string, unknown> {
  if (!isObject(content)) return new Map()
  return new Map(
    Object.entries(content).map(([type, media]) => {
      const described = resolve(media)
      return [plain(type), isObject(described) ? described['schema'] : undefined]
    }),
  )
}

function typesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((type) => typeof type === 'string').map(plain) : []
}

/** Without parameters such as the character set. */
function plain(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase()
}
