import { isObject, objectsIn, pointed, textOf, type JsonObject } from './json-value.ts'
import type { Resolve } from './json-schema.ts'
import { answerOf, bodyOf } from './operation-contents.ts'

export interface DocumentedOperation {
  method: string
  /** Including the path of the server. */
  path: string
  parameters: { name: string; in: string; required: boolean; schema: unknown }[]
  /** Each alternative is enough by itself; undefined if nothing is stated. */
  scopes?: string[][]
  /** All human-readable text about the operation. */
  words: string
  body?: { required: boolean; contents: Map<string, unknown> }
  /** Content types and their schemas; undefined if no response is described. */
  answer?: Map<string, unknown>
}

export interface ApiDocument {
  title: string
  operations: DocumentedOperation[]
  /** For the OAuth client credentials grant. */
  tokenUrls: string[]
  /** Every scope that is declared or required. */
  scopes: Set<string>
  resolve: Resolve
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options']

/**
 * Reads OpenAPI 3 or Swagger 2 into one model; undefined if it is neither. Relative server URLs are resolved
 * against `location`.
 */
export function apiDocument(root: unknown, location: string): ApiDocument | undefined {
  if (!isObject(root) || !isObject(root['paths'])) return undefined
  const dialect = textOf(root['openapi']) || textOf(root['swagger'])
  if (!/^[23]\./.test(dialect)) return undefined
  const resolve: Resolve = (value) => resolved(root, value)
  const operations = Object.entries(root['paths']).flatMap(([path, item]) =>
    operationsOf(root, resolve, location, path, resolve(item)),
  )
  const info = isObject(root['info']) ? root['info'] : {}
  return {
    title: `${textOf(info['title']) || 'without a title'} ${textOf(info['version'])} (OpenAPI ${dialect})`,
    operations,
    ...grants(root, resolve, location, operations),
    resolve,
  }
}

/** References to other documents are not followed: this document does not state what they say. */
function resolved(root: JsonObject, value: unknown): unknown {
  let current = value
  for (let steps = 0; steps < 50; steps++) {
    if (!isObject(current) || typeof current['$ref'] !== 'string') return current
    const reference = current['$ref']
    current = reference.startsWith('#') ? pointed(root, reference) : undefined
  }
  return undefined
}

function operationsOf(
  root: JsonObject,
  resolve: Resolve,
  location: string,
  path: string,
  item: unknown,
): DocumentedOperation[] {
  if (!isObject(item)) return []
  return METHODS.filter((method) => isObject(item[method])).flatMap((method) => {
    const operation = item[method] as JsonObject
    const given = [...objectsIn(item['parameters']), ...objectsIn(operation['parameters'])]
    const parameters = given.map(resolve).filter(isObject)
    const scopes = scopesOf(operation['security'] ?? root['security'])
    const body = bodyOf(root, resolve, operation, parameters)
    const answer = answerOf(root, resolve, operation)
    return basesOf(root, item, operation, location).map((base) => ({
      method: method.toUpperCase(),
      path: `${base}${path}`,
      parameters: parameters
        .filter((parameter) => !['body', 'formData'].includes(textOf(parameter['in'])))
        .map((parameter) => ({
          name: textOf(parameter['name']),
          in: textOf(parameter['in']),
          required: parameter['required'] === true,
          // In Swagger 2, the type is part of the parameter itself.
          schema: parameter['schema'] ?? parameter,
        })),
      ...(scopes !== undefined && { scopes }),
      words: wordsOf(operation),
      ...(body !== undefined && { body }),
      ...(answer !== undefined && { answer }),
    }))
  })
}

function scopesOf(security: unknown): string[][] | undefined {
  if (!Array.isArray(security)) return undefined
  return objectsIn(security).map((requirement) =>
    Object.values(requirement)
      .flat()
      .filter((scope) => typeof scope === 'string'),
  )
}

function wordsOf(operation: JsonObject): string {
  const ours = Object.entries(operation).filter(
    ([key]) => ['summary', 'description', 'tags'].includes(key) || key.startsWith('x-'),
  )
  return JSON.stringify(ours)
}

/** Base paths of the servers that offer an operation. */
function basesOf(root: JsonObject, item: JsonObject, operation: JsonObject, location: string): string[] {
  if (typeof root['swagger'] === 'string') return [withoutSlash(textOf(root['basePath']))]
  const servers = [operation['servers'], item['servers'], root['servers']].find(
    (list) => objectsIn(list).length > 0,
  )
  const urls = objectsIn(servers).map(serverUrl)
  const bases = (urls.length === 0 ? ['/'] : urls).map((url) => withoutSlash(pathOf(url, location)))
  return [...new Set(bases)]
}

function serverUrl(server: JsonObject): string {
  const variables = isObject(server['variables']) ? server['variables'] : {}
  return textOf(server['url']).replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const variable = variables[name]
    return isObject(variable) ? textOf(variable['default']) : whole
  })
}

function pathOf(url: string, location: string): string {
  return URL.canParse(url, location) ? decodeURI(new URL(url, location).pathname) : url
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '')
}

function grants(
  root: JsonObject,
  resolve: Resolve,
  location: string,
  operations: readonly DocumentedOperation[],
): Pick<ApiDocument, 'tokenUrls' | 'scopes'> {
  const components = isObject(root['components']) ? root['components'] : {}
  const declared = root['securityDefinitions'] ?? components['securitySchemes']
  const schemes = isObject(declared) ? Object.values(declared).map(resolve).filter(isObject) : []
  const flows = schemes.flatMap((scheme) => {
    if (scheme['flow'] === 'application') return [scheme]
    const inner = isObject(scheme['flows']) ? scheme['flows']['clientCredentials'] : undefined
    return isObject(inner) ? [inner] : []
  })
  const scopes = flows.flatMap((flow) => (isObject(flow['scopes']) ? Object.keys(flow['scopes']) : []))
  const asked = operations.flatMap((operation) => (operation.scopes ?? []).flat())
  const urls = flows.map((flow) => textOf(flow['tokenUrl'])).filter((url) => url !== '')
  return { tokenUrls: urls.map((url) => pathOf(url, location)), scopes: new Set([...scopes, ...asked]) }
}
