import type * as z from 'zod/mini'

/** What the client expects of a field. */
export interface ReadType {
  type: 'string' | 'number' | 'integer' | 'boolean' | 'any'
  nullable: boolean
}

interface Definition {
  type: string
  shape?: Record<string, z.ZodMiniType>
  element?: z.ZodMiniType
  valueType?: z.ZodMiniType
  innerType?: z.ZodMiniType
  options?: z.ZodMiniType[]
  checks?: { _zod: { def: { check?: string; format?: string } } }[]
}

/** Every leaf that a schema reads, by its place, such as `data.items[].name`; `{}` is any name in a map. */
export function fieldsOf(schema: z.ZodMiniType): Map<string, ReadType> {
  const fields = new Map<string, ReadType>()
  visit(schema, '', false, fields)
  return fields
}

function visit(schema: z.ZodMiniType, at: string, nullable: boolean, fields: Map<string, ReadType>): void {
  const definition = schema.def as unknown as Definition
  const { type, shape = {}, element, valueType, innerType, options = [] } = definition
  if (type === 'object') {
    for (const [name, property] of Object.entries(shape))
      visit(property, at === '' ? name : `${at}.${name}`, false, fields)
  } else if (type === 'array' && element !== undefined) {
    visit(element, `${at}[]`, false, fields)
  } else if (type === 'record' && valueType !== undefined) {
    visit(valueType, `${at}{}`, false, fields)
  } else if ((type === 'optional' || type === 'nullable') && innerType !== undefined) {
    visit(innerType, at, nullable || type === 'nullable', fields)
  } else if (type === 'union') {
    for (const option of options) visit(option, at, nullable, fields)
  } else {
    fields.set(at, { type: leafType(definition, at), nullable })
  }
}

function leafType({ type, checks = [] }: Definition, at: string): ReadType['type'] {
  if (type === 'number') {
    const whole = checks.some(({ _zod }) => _zod.def.format === 'safeint')
    return whole ? 'integer' : 'number'
  }
  if (type === 'string' || type === 'boolean') return type
  if (type === 'unknown') return 'any'
  throw new Error(`${at}: a schema of type ${type} cannot be compared yet; add it to schema-fields.ts.`)
}
