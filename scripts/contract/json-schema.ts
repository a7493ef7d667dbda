import { isObject, type JsonObject } from './json-value.ts'

/** One form that a value may have, with references and `allOf` resolved. */
export interface Shape {
  types: Set<string>
  nullable: boolean
  properties: Map<string, unknown>
  required: Set<string>
  items?: unknown
  /** The schema of properties that are not named. */
  values?: unknown
  words?: string[]
  format?: string
}

export type Resolve = (value: unknown) => unknown

/** More forms than this are cut off: a document that combines so many makes no clear statement. */
const MOST_SHAPES = 64

/** The forms of a schema: several if it has `oneOf` or `anyOf`, otherwise one. */
export function shapesOf(resolve: Resolve, schema: unknown, within: readonly unknown[] = []): Shape[] {
  const value = resolve(schema)
  // A schema that refers to itself adds nothing.
  if (!isObject(value) || within.includes(value)) return [emptyShape()]
  const inside = [...within, value]
  let shapes = [ownShape(value)]
  for (const part of listOf(value['allOf'])) shapes = combined(shapes, shapesOf(resolve, part, inside))
  for (const key of ['oneOf', 'anyOf']) {
    const options = listOf(value[key])
    if (options.length === 0) continue
    const forms = options.flatMap((option) => shapesOf(resolve, option, inside))
    const real = forms.filter((form) => !isNull(form))
    const nullable = real.length < forms.length
    shapes = combined(shapes, real).map((shape) => ({ ...shape, nullable: shape.nullable || nullable }))
  }
  return shapes.slice(0, MOST_SHAPES)
}

export interface Found {
  shapes: Shape[]
  /** The document describes nothing at some point on the way, so it neither confirms nor contradicts. */
  undescribed: boolean
  /** The names of the fields next to the missing one. */
  siblings: string[]
}

/** Follows a place such as `data.items[].name`, or `assets{}.size` in a map, through a schema. */
export function follow(resolve: Resolve, schema: unknown, place: string): Found {
  let shapes = shapesOf(resolve, schema)
  for (const step of stepsOf(place)) {
    const next = shapes.flatMap((shape) => {
      const inner = innerOf(shape, step)
      return inner === undefined ? [] : shapesOf(resolve, inner)
    })
    if (next.length === 0) {
      const siblings = [...new Set(shapes.flatMap((shape) => [...shape.properties.keys()]))]
      return { shapes: [], undescribed: shapes.every((shape) => saysNothing(shape, step)), siblings }
    }
    shapes = next
  }
  return { shapes, undescribed: false, siblings: [] }
}

export function stepsOf(place: string): string[] {
  return place.replaceAll('[]', '.[]').replaceAll('{}', '.{}').split('.').filter(Boolean)
}

function innerOf(shape: Shape, step: string): unknown {
  if (step === '{}') return shape.values
  return step === '[]' ? shape.items : shape.properties.get(step)
}

function saysNothing(shape: Shape, step: string): boolean {
  if (step === '[]') return shape.types.size === 0 && shape.properties.size === 0
  return shape.properties.size === 0 && (shape.types.size === 0 || shape.types.has('object'))
}

function ownShape(value: JsonObject): Shape {
  const given = typeof value['type'] === 'string' ? [value['type']] : listOf(value['type'])
  const types = new Set(given.filter((type) => typeof type === 'string'))
  const nullable =
    value['nullable'] === true || value['x-nullable'] === true || types.has('null') || hasNull(value['enum'])
  types.delete('null')
  const words = listOf(value['enum'] ?? (value['const'] === undefined ? [] : [value['const']]))
    .filter((word) => word !== null)
    .map(String)
  return {
    types: types.size === 0 && given.length === 0 ? impliedTypes(value) : types,
    nullable,
    properties: new Map(isObject(value['properties']) ? Object.entries(value['properties']) : []),
    required: new Set(listOf(value['required']).filter((name) => typeof name === 'string')),
    ...(value['items'] !== undefined && { items: value['items'] }),
    ...(isObject(value['additionalProperties']) && { values: value['additionalProperties'] }),
    ...(words.length !== 0 && { words }),
    ...(typeof value['format'] === 'string' && { format: value['format'] }),
  }
}

function impliedTypes(value: JsonObject): Set<string> {
  if (isObject(value['properties'])) return new Set(['object'])
  if (value['items'] !== undefined) return new Set(['array'])
  const words = listOf(value['enum']).filter((word) => word !== null)
  return new Set(words.map((word) => typeof word))
}

function combined(left: Shape[], right: Shape[]): Shape[] {
  return left.flatMap((a) => right.map((b) => both(a, b))).slice(0, MOST_SHAPES)
}

function both(a: Shape, b: Shape): Shape {
  const items = b.items ?? a.items
  const values = b.values ?? a.values
  const words = b.words ?? a.words
  const format = b.format ?? a.format
  return {
    types: a.types.size === 0 ? b.types : a.types,
    nullable: a.nullable || b.nullable,
    properties: new Map([...a.properties, ...b.properties]),
    required: new Set([...a.required, ...b.required]),
    ...(items !== undefined && { items }),
    ...(values !== undefined && { values }),
    ...(words !== undefined && { words }),
    ...(format !== undefined && { format }),
  }
}

function emptyShape(): Shape {
  return { types: new Set(), nullable: false, properties: new Map(), required: new Set() }
}

function isNull({ types, nullable, properties, items, words }: Shape): boolean {
  return nullable && types.size === 0 && properties.size === 0 && items === undefined && words === undefined
}

function hasNull(words: unknown): boolean {
  return listOf(words).includes(null)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
