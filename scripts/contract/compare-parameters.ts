import type { Assumption } from '../../src/providers/assumption.ts'
import type { DocumentedOperation } from './api-document.ts'
import type { Finding } from './finding.ts'
import { shapesOf, type Resolve } from './json-schema.ts'
import { segmentsOf } from './match.ts'

/** Every client sets these headers, so no operation requires them separately. */
const STANDARD_HEADERS = ['authorization', 'accept', 'content-type']

/**
 * Compares the query parameters that are sent, the numbers in the path, and everything else that the document
 * requires.
 */
export function compareParameters(
  { path, query }: Pick<Assumption, 'path' | 'query'>,
  operation: DocumentedOperation,
  resolve: Resolve,
): Finding[] {
  const { parameters } = operation
  const known = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  const sent = query.map((name): Finding => {
    const found = known.includes(name)
    const others = known.length === 0 ? 'no query parameters' : known.join(', ')
    return {
      status: found ? 'confirmed' : 'not found',
      item: `parameter ${name}`,
      expected: `${name} in the query`,
      found: found ? 'query' : `the document has ${others}`,
    }
  })
  const missing = parameters.filter(
    ({ name, in: place, required }) =>
      required && place !== 'path' && !query.includes(name) && !STANDARD_HEADERS.includes(name.toLowerCase()),
  )
  return [
    ...numbers(path, operation, resolve),
    ...sent,
    ...missing.map(({ name, in: place }): Finding => ({
      status: 'contradicted',
      item: `parameter ${name}`,
      expected: 'nothing',
      found: `the document requires it (${place})`,
    })),
  ]
}

/** If the client puts a number into the path, the document must allow one there. */
function numbers(path: string, operation: DocumentedOperation, resolve: Resolve): Finding[] {
  // The base paths may differ in length, so segments are compared from the end.
  const documented = segmentsOf(operation.path).toReversed()
  return segmentsOf(path)
    .toReversed()
    .flatMap((segment, index) => {
      const name = /^\{(.*)\}$/.exec(documented[index] ?? '')?.[1]
      const isNumber = segment === '{number}' || /^\d+$/.test(segment)
      return isNumber && name !== undefined ? [numberFinding(name, operation, resolve)] : []
    })
    .toReversed()
}

function numberFinding(name: string, { parameters }: DocumentedOperation, resolve: Resolve): Finding {
  const item = `path parameter ${name}`
  const expected = 'a whole number'
  const parameter = parameters.find((one) => one.in === 'path' && one.name === name)
  const shapes = parameter === undefined ? [] : shapesOf(resolve, parameter.schema)
  const kinds = shapes.flatMap(({ types, format }) =>
    [...types].map((type) => (format === undefined ? type : `${type}, ${format}`)),
  )
  const found = kinds.join(' or ')
  if (kinds.length === 0)
    return { status: 'not stated', item, expected, found: 'the document states no type' }
  // A number is also valid as a string, but not as a UUID.
  const takesDigits = kinds.some((kind) => /^(integer|number)|^string$/.test(kind))
  return takesDigits
    ? { status: 'confirmed', item, expected, found }
    : { status: 'contradicted', item, expected, found: `the document has ${found}` }
}
