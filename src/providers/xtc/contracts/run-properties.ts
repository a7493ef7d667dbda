import type { Parameter } from '../../../formats/parameter-lines.ts'
import { mergePatch } from './merge-patch.ts'

/** What a run is started with, besides name and description. */
export interface RunExtras {
  /** Merged into the body. */
  request: Record<string, unknown>
  /** The properties of this run. */
  properties: readonly Parameter[]
}

type Kind = 'plain' | 'secret'

/**
 * Where the body of v2 has properties, as objects with names and values. It is documented that there are
 * properties and secret properties, but not in which form: placeholders in `xtc-run-request` can put them
 * elsewhere and in other forms.
 */
const PLACES: Record<Kind, string> = { plain: 'properties', secret: 'secretProperties' }

const FORMS: Record<string, (list: readonly Parameter[]) => unknown> = {
  '': (list) => Object.fromEntries(list.map(({ name, value }) => [name, value])),
  '-list': (list) => list.map(({ name, value }) => ({ name, value })),
  '-text': (list) => list.map(({ name, value }) => `${name}=${value}`).join('\n'),
}

/** `{properties}`, `{secret-properties-list}` and so on, with their values. */
const WORDS: ReadonlyMap<string, { kind: Kind; form: (list: readonly Parameter[]) => unknown }> = new Map(
  (['plain', 'secret'] as const).flatMap((kind) =>
    Object.entries(FORMS).map(
      ([suffix, form]) =>
        [`{${kind === 'secret' ? 'secret-' : ''}properties${suffix}}`, { kind, form }] as const,
    ),
  ),
)

/** Whether a text in the run request is a placeholder for properties. */
export function isPropertiesWord(text: string): boolean {
  return WORDS.has(text)
}

/** The body with the properties at their places, and with the run request merged into it. */
export function withExtras(
  body: Record<string, unknown>,
  { request, properties }: RunExtras,
): Record<string, unknown> {
  const ofKind = (kind: Kind): Parameter[] =>
    properties.filter(({ isSecret }) => isSecret === (kind === 'secret'))
  const placed = new Set<Kind>()
  const replaced = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replaced)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one)]))
    const word = typeof value === 'string' ? WORDS.get(value) : undefined
    if (word === undefined) return value
    placed.add(word.kind)
    return word.form(ofKind(word.kind))
  }
  const patch = replaced(request) as Record<string, unknown>
  const usual = (['plain', 'secret'] as const).flatMap((kind) =>
    placed.has(kind) || ofKind(kind).length === 0 ? [] : [[PLACES[kind], FORMS['']?.(ofKind(kind))]],
  )
  return mergePatch({ ...body, ...Object.fromEntries(usual) }, patch)
}
