import type { AssumedField } from '../../src/providers/assumption.ts'
import type { Finding } from './finding.ts'
import { follow, type Resolve, type Shape } from './json-schema.ts'
import type { ReadType } from './schema-fields.ts'

type Judged = Pick<Finding, 'status' | 'found'>

/** Compares one fact that the client reads with the response's schema, at the first place where it may be. */
export function compareField(
  resolve: Resolve,
  schema: unknown,
  field: AssumedField,
  types: ReadonlyMap<string, ReadType>,
): Finding[] {
  const judged = field.at.map((place) => ({
    place,
    ...judgePlace(resolve, schema, place, typeAt(types, place)),
  }))
  const best =
    judged.find(({ status }) => status === 'confirmed') ??
    judged.find(({ status }) => status === 'contradicted') ??
    judged.find(({ status }) => status === 'not stated') ??
    judged[0]
  if (best === undefined) throw new Error(`${field.what} has no place.`)
  const kind = typeAt(types, field.at[0] ?? '').type
  const finding: Finding = {
    status: best.status,
    item: field.what,
    expected: `${field.at.join(' or ')} (${kind})`,
    found: best.found,
    ...(field.without !== undefined && { without: field.without }),
  }
  const { words } = field
  if (words === undefined || best.status !== 'confirmed') return [finding]
  return [finding, compareWords(field.what, words, follow(resolve, schema, best.place).shapes)]
}

function typeAt(types: ReadonlyMap<string, ReadType>, place: string): ReadType {
  const type = types.get(place)
  if (type === undefined) throw new Error(`The client's schema has no ${place}.`)
  return type
}

export function judgePlace(resolve: Resolve, schema: unknown, place: string, expected: ReadType): Judged {
  const { shapes, undescribed, siblings } = follow(resolve, schema, place)
  if (undescribed) return { status: 'not stated', found: `the document does not describe ${place}` }
  if (shapes.length === 0) {
    const names = siblings.length === 0 ? 'nothing' : siblings.join(', ')
    return { status: 'not found', found: `the document has ${names}` }
  }
  const kinds = [...new Set(shapes.flatMap(kindsOf))]
  const found = `${place} (${kinds.join(' or ') || 'any type'})`
  if (expected.type === 'any') return { status: 'confirmed', found }
  if (kinds.length === 0) return { status: 'not stated', found: `${place} has no type in the document` }
  const nullable = shapes.some((shape) => shape.nullable)
  if (nullable && !expected.nullable)
    return { status: 'contradicted', found: `${found} may be null, which the client rejects` }
  const wrong = kinds.filter((kind) => !takes(expected.type, kind))
  if (wrong.length > 0) return { status: 'contradicted', found: `the document has ${found}` }
  const maybeBroken = expected.type === 'integer' && kinds.includes('number')
  if (maybeBroken) return { status: 'not stated', found: `${found} may not be a whole number` }
  return { status: 'confirmed', found }
}

function kindsOf({ types, format }: Shape): string[] {
  return [...types].map((type) => (format === 'date-time' && type === 'string' ? 'string, date-time' : type))
}

function takes(expected: ReadType['type'], kind: string): boolean {
  if (expected === 'number' || expected === 'integer') return kind === 'number' || kind === 'integer'
  if (expected === 'string') return kind.startsWith('string')
  return kind === expected
}

function compareWords(what: string, words: readonly string[], shapes: readonly Shape[]): Finding {
  const item = `the values of ${what}`
  const expected = words.join(' ')
  const documented = [...new Set(shapes.flatMap((shape) => shape.words ?? []))]
  if (documented.length === 0)
    return { status: 'not stated', item, expected, found: 'the document lists none' }
  const unknown = documented.filter((word) => !words.includes(word))
  const missing = words.filter((word) => !documented.includes(word))
  if (unknown.length > 0)
    return {
      status: 'contradicted',
      item,
      expected,
      found: `the document has ${unknown.join(' ')} as well`,
      without: 'an unknown state is polled again',
    }
  if (missing.length > 0)
    return { status: 'not found', item, expected, found: `the document lacks ${missing.join(' ')}` }
  return { status: 'confirmed', item, expected, found: expected }
}
