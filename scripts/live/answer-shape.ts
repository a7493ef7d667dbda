import type { Observation } from './observation.ts'

type Shape = Pick<Observation, 'types' | 'states' | 'endTimeMs' | 'tokenLifeSeconds'>

/**
 * Places and types of a JSON response. Of its values, only states, the end time and the token's lifetime are
 * kept.
 */
export function shapeOf(text: string): Shape {
  const shape: Shape = { types: {}, states: [] }
  const value = parsed(text)
  if (value !== undefined) visit(value, '', shape)
  return shape
}

function visit(value: unknown, at: string, shape: Shape): void {
  if (Array.isArray(value)) {
    if (value.length === 0) note(shape, `${at}[]`, 'nothing')
    for (const element of value) visit(element, `${at}[]`, shape)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      visit(inner, at === '' ? name : `${at}.${name}`, shape)
      keep(name, inner, shape)
    }
  } else {
    note(shape, at, typeName(value))
  }
}

function keep(name: string, value: unknown, shape: Shape): void {
  if (name === 'state' && typeof value === 'string') shape.states.push(value.slice(0, 40))
  if (name === 'endTime' && typeof value === 'number') shape.endTimeMs = Math.max(value, shape.endTimeMs ?? 0)
  if (name === 'expires_in' && typeof value === 'number') shape.tokenLifeSeconds = value
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function note(shape: Shape, at: string, type: string): void {
  const types = (shape.types[at] ??= [])
  if (!types.includes(type)) types.push(type)
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
