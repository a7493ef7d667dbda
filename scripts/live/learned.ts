import type { AssumedField, Assumption } from '../../src/providers/assumption.ts'
import { titleOf } from '../contract/compare.ts'
import type { ComparedOperation, Finding } from '../contract/finding.ts'
import { fieldsOf, type ReadType } from '../contract/schema-fields.ts'
import type { Observation } from './observation.ts'

/** Whether the responses of a real run confirm or contradict each assumption. */
export function learned(
  assumptions: readonly Assumption[],
  observations: readonly Observation[],
): ComparedOperation[] {
  return assumptions.map((assumption) => {
    const seen = observationsOf(assumption, observations)
    return { title: titleOf(assumption), findings: findingsOf(assumption, seen) }
  })
}

/** The exchanges that an assumption is about. */
export function observationsOf(
  { method, path }: Pick<Assumption, 'method' | 'path'>,
  observations: readonly Observation[],
): Observation[] {
  const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)
  return observations.filter((one) => one.method === method && pattern.test(one.path))
}

function findingsOf(assumption: Assumption, seen: readonly Observation[]): Finding[] {
  const { answer, without } = assumption
  const lost = without === undefined ? {} : { without }
  const expected = 'a response'
  if (seen.length === 0)
    return [{ status: 'not seen', item: 'path', expected, found: 'this run did not request it', ...lost }]
  const statuses = countsOf(seen.map(({ status }) => String(status)))
  const good = seen.filter(({ status }) => status >= 200 && status < 300)
  // An archive at another origin is reached through a redirect.
  const moved = seen.some(({ status }) => status >= 300 && status < 400)
  if (good.length === 0 && !moved)
    return [{ status: 'not found', item: 'path', expected, found: `status ${statuses}`, ...lost }]
  const path: Finding = { status: 'confirmed', item: 'path', expected, found: `status ${statuses}` }
  if (answer.kind === 'file')
    return [path, ...good.slice(-1).map((one) => fileFinding(answer.contentTypes, one))]
  if (answer.kind === 'any') return [path]
  const types = fieldsOf(answer.schema)
  return [path, ...answer.fields.flatMap((field) => fieldFindings(field, types, good))]
}

function fileFinding(contentTypes: readonly string[], { headers }: Observation): Finding {
  const type = headers['content-type']?.split(';')[0]?.trim() ?? 'no content type'
  const status = contentTypes.includes(type) ? 'confirmed' : 'contradicted'
  return { status, item: 'response', expected: contentTypes.join(' or '), found: type }
}

function fieldFindings(
  field: AssumedField,
  types: ReadonlyMap<string, ReadType>,
  answers: readonly Observation[],
): Finding[] {
  const kind = types.get(field.at[0] ?? '')?.type ?? 'any'
  const base = {
    item: field.what,
    expected: `${field.at.join(' or ')} (${kind})`,
    ...(field.without !== undefined && { without: field.without }),
  }
  const place = field.at.find((one) => typesAt(one, answers).length > 0)
  if (place === undefined) return [{ ...base, ...absence(field, answers) }]
  const read = types.get(place)
  const found = typesAt(place, answers)
  const wrong = found.filter((type) => !fitsType(type, read))
  if (wrong.length > 0)
    return [{ ...base, status: 'contradicted', found: `${place} was ${wrong.join(' and ')}` }]
  const finding: Finding = { ...base, status: 'confirmed', found: `${place} (${found.join(', ')})` }
  return field.words === undefined ? [finding] : [finding, wordsFinding(field, field.words, answers)]
}

/** A field of list items could not be seen if the list was always empty. */
function absence({ at }: AssumedField, answers: readonly Observation[]): Pick<Finding, 'status' | 'found'> {
  const lists = at.flatMap((place) =>
    [...place.matchAll(/\[\]/g)].map(({ index }) => place.slice(0, index + 2)),
  )
  const isEmpty = lists.some((list) => answers.some(({ types }) => types[list]?.includes('nothing') === true))
  return isEmpty
    ? { status: 'not seen', found: 'the list was empty' }
    : { status: 'not found', found: `in none of ${answers.length} responses` }
}

function wordsFinding(
  { what }: AssumedField,
  words: readonly string[],
  answers: readonly Observation[],
): Finding {
  const seen = [...new Set(answers.flatMap(({ states }) => states))]
  const unknown = seen.filter((word) => !words.includes(word))
  const base = { item: `the values of ${what}`, expected: words.join(' ') }
  return unknown.length > 0
    ? { ...base, status: 'contradicted', found: `${unknown.join(' ')} also seen` }
    : { ...base, status: 'confirmed', found: `seen: ${seen.join(' ')}` }
}

function typesAt(place: string, answers: readonly Observation[]): string[] {
  return [...new Set(answers.flatMap(({ types }) => types[place] ?? []))].filter((type) => type !== 'nothing')
}

function fitsType(type: string, read: ReadType | undefined): boolean {
  if (read === undefined || read.type === 'any') return true
  if (type === 'null') return read.nullable
  return type === read.type || (read.type === 'number' && type === 'integer')
}

export function countsOf(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, count]) => (count === 1 ? word : `${word} (${count} times)`)).join(', ')
}
