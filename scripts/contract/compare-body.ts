import { ANY_TEXT, type AssumedBody } from '../../src/providers/assumption.ts'
import type { DocumentedOperation } from './api-document.ts'
import type { Finding } from './finding.ts'
import { shapesOf, type Resolve, type Shape } from './json-schema.ts'
import { isObject, type JsonObject } from './json-value.ts'

/** Compares the body that the client sends, or its absence, with the document. */
export function compareBody(
  resolve: Resolve,
  assumed: AssumedBody | undefined,
  documented: DocumentedOperation['body'],
): Finding[] {
  if (assumed === undefined) {
    if (documented?.required !== true) return []
    return [{ status: 'contradicted', item: 'body', expected: 'none', found: 'the document requires a body' }]
  }
  const { contentType, sample, without = {} } = assumed
  const expected = contentType
  if (documented === undefined)
    return [{ status: 'not stated', item: 'body', expected, found: 'the document describes no body' }]
  const types = [...documented.contents.keys()]
  const type = types.find((one) => one === contentType || one === '*/*')
  if (type === undefined) {
    const found =
      types.length === 0 ? 'the document names no content type' : `the document has ${types.join(', ')}`
    return [{ status: types.length === 0 ? 'not stated' : 'contradicted', item: 'body', expected, found }]
  }
  const content: Finding = { status: 'confirmed', item: 'body', expected, found: type }
  const fields = fieldsOf(resolve, documented.contents.get(type), sample)
  return [content, ...fields.map((finding) => withNote(finding, without))]
}

/** What to do about a field that is missing. */
function withNote(finding: Finding, notes: Readonly<Record<string, string>>): Finding {
  const without = notes[finding.item.replace(/^body field /, '')]
  return without === undefined ? finding : { ...finding, without }
}

function fieldsOf(resolve: Resolve, schema: unknown, sample: unknown): Finding[] {
  if (Array.isArray(sample)) return listFindings(resolve, schema, sample)
  if (!isObject(sample)) return []
  const form = bestForm(shapesOf(resolve, schema), sample)
  if (form === undefined || (form.properties.size === 0 && form.required.size === 0)) {
    return Object.keys(sample).map((name) => ({
      status: 'not stated',
      item: `body field ${name}`,
      expected: expectedOf(sample[name]),
      found: 'the document does not describe the body',
    }))
  }
  return [
    ...Object.entries(sample).map(([name, value]) => fieldFinding(resolve, form, name, value)),
    ...[...form.required]
      .filter((name) => !(name in sample))
      .map((name): Finding => ({
        status: 'contradicted',
        item: `body field ${name}`,
        expected: 'nothing',
        found: 'the document requires it',
      })),
  ]
}

function listFindings(resolve: Resolve, schema: unknown, sample: unknown[]): Finding[] {
  const forms = shapesOf(resolve, schema)
  const list = forms.find((form) => form.types.has('array'))
  if (list !== undefined) return fieldsOf(resolve, list.items, sample[0])
  const kinds = forms.flatMap((form) => [...form.types])
  const found =
    kinds.length === 0 ? 'the document does not describe the body' : `the document has ${kinds.join(' or ')}`
  return [
    { status: kinds.length === 0 ? 'not stated' : 'contradicted', item: 'body', expected: 'a list', found },
  ]
}

/**
 * If there are several forms, the one that describes most of what is sent and requires least of what is not.
 */
function bestForm(forms: readonly Shape[], sample: JsonObject): Shape | undefined {
  const names = Object.keys(sample)
  const score = ({ properties, required }: Shape): number =>
    names.filter((name) => properties.has(name)).length -
    [...required].filter((name) => !names.includes(name)).length / 100
  return [...forms].sort((a, b) => score(b) - score(a))[0]
}

function fieldFinding(resolve: Resolve, form: Shape, name: string, value: unknown): Finding {
  const item = `body field ${name}`
  const expected = expectedOf(value)
  const schema = form.properties.get(name)
  if (schema === undefined) {
    const found = `the document has ${[...form.properties.keys()].join(', ')}`
    return { status: 'not found', item, expected, found }
  }
  const shapes = shapesOf(resolve, schema)
  const kinds = [...new Set(shapes.flatMap((shape) => [...shape.types]))]
  const words = shapes.flatMap((shape) => shape.words ?? [])
  if (kinds.length === 0)
    return { status: 'not stated', item, expected, found: `${name} has no type in the document` }
  if (!kinds.some((kind) => holds(kind, value)))
    return { status: 'contradicted', item, expected, found: `the document has ${kinds.join(' or ')}` }
  if (words.length > 0 && value !== ANY_TEXT && !words.includes(String(value)))
    return { status: 'contradicted', item, expected, found: `the document has ${words.join(', ')}` }
  return { status: 'confirmed', item, expected, found: `${name} (${kinds.join(' or ')})` }
}

function expectedOf(value: unknown): string {
  return value === ANY_TEXT ? 'text' : JSON.stringify(value)
}

function holds(kind: string, value: unknown): boolean {
  if (kind === 'integer') return Number.isInteger(value)
  if (kind === 'array') return Array.isArray(value)
  return typeof value === kind
}
