import { readLocatedYaml, type Located } from '../../../formats/located-yaml.ts'
import type { FileFault } from './check-input-set.ts'
import { variablesIn } from './file-words.ts'

/** What is replaced in a configuration. */
export interface Filling {
  /** Values of variables. */
  variables: ReadonlyMap<string, string>
  /** New names for values that are file names. */
  names: ReadonlyMap<string, string>
}

export interface Filled {
  text: string
  /** The new names that were inserted. */
  used: Set<string>
}

interface Edit {
  start: number
  end: number
  text: string
}

/**
 * Replaces `{$NAME}` by values, and file names by new names. Everything else stays the same, byte for byte. A
 * value that would change the meaning of the YAML, such as a quote inside quotes, is a fault at its place.
 */
export async function fillConfiguration(
  text: string,
  filling: Filling,
): Promise<Filled | { fault: FileFault }> {
  const read = await readLocatedYaml(text)
  if ('faults' in read) return { fault: read.faults[0] ?? { line: 1, column: 1, message: 'it is not YAML' } }
  const edits = new Map<number, Edit>()
  const offsets = lineOffsets(text)
  const texts = textsOf(read.root)
  for (const scalar of texts) {
    const start = (offsets[scalar.line - 1] ?? 0) + scalar.column - 1
    for (const edit of editsOf(text, start, scalar.value, filling)) edits.set(edit.start, edit)
  }
  const filled = applied(text, [...edits.values()])
  const again = await readLocatedYaml(filled)
  const wrong =
    'faults' in again
      ? again.faults[0]
      : firstDifference(read.root, again.root, (value) => filledText(value, filling))
  if (wrong === undefined)
    return { text: filled, used: new Set(texts.flatMap(({ value }) => filling.names.get(value) ?? [])) }
  const { line, column } = wrong
  return {
    fault: {
      line,
      column,
      message: 'the value of a variable does not fit here; it changes what the YAML says',
    },
  }
}

interface PlacedText {
  line: number
  column: number
  value: string
}

function textsOf(value: Located): PlacedText[] {
  if (value.kind === 'list') return value.items.flatMap(textsOf)
  if (value.kind === 'map')
    return value.entries.flatMap((entry) => [{ ...entry, value: entry.key }, ...textsOf(entry.value)])
  const { line, column } = value
  return typeof value.value === 'string' ? [{ line, column, value: value.value }] : []
}

/** In the order of their places. The text of an alias is edited only at its anchor. */
function editsOf(text: string, start: number, value: string, { variables, names }: Filling): Edit[] {
  if (text[start] === '*') return []
  const name = names.get(value)
  if (name !== undefined) {
    const at = start + (text.startsWith(value, start) ? 0 : 1)
    return text.startsWith(value, at) ? [{ start: at, end: at + value.length, text: name }] : []
  }
  const edits: Edit[] = []
  let from = start
  for (const variable of variablesIn(value)) {
    const word = `{$${variable}}`
    const at = text.indexOf(word, from)
    if (at === -1) return edits
    from = at + word.length
    const replacement = variables.get(variable)
    if (replacement !== undefined) edits.push({ start: at, end: from, text: replacement })
  }
  return edits
}

function filledText(value: string, { variables, names }: Filling): string {
  const name = names.get(value)
  if (name !== undefined) return name
  const parts = variablesIn(value).map((variable) => [`{$${variable}}`, variables.get(variable)] as const)
  let rest = value
  let filled = ''
  for (const [word, replacement] of parts) {
    const at = rest.indexOf(word)
    filled += rest.slice(0, at) + (replacement ?? word)
    rest = rest.slice(at + word.length)
  }
  return filled + rest
}

function applied(text: string, edits: Edit[]): string {
  let filled = ''
  let from = 0
  for (const { start, end, text: replacement } of edits.toSorted((a, b) => a.start - b.start)) {
    filled += text.slice(from, start) + replacement
    from = end
  }
  return filled + text.slice(from)
}

function lineOffsets(text: string): number[] {
  const offsets = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) offsets.push(at + 1)
  return offsets
}

/** The first place in `before` where `after` differs from the expected result. */
function firstDifference(
  before: Located,
  after: Located,
  fill: (text: string) => string,
): { line: number; column: number } | undefined {
  if (before.kind === 'list' && after.kind === 'list')
    return differenceOf(before, before.items, after.items, (item, other) =>
      firstDifference(item, other, fill),
    )
  if (before.kind === 'map' && after.kind === 'map')
    return differenceOf(before, before.entries, after.entries, (entry, other) =>
      fill(entry.key) === other.key ? firstDifference(entry.value, other.value, fill) : entry,
    )
  if (before.kind !== 'scalar' || after.kind !== 'scalar') return before
  const expected = typeof before.value === 'string' ? fill(before.value) : before.value
  return Object.is(expected, after.value) || String(expected) === String(after.value) ? undefined : before
}

function differenceOf<T>(
  whole: Located,
  before: readonly T[],
  after: readonly T[],
  compare: (one: T, other: T) => { line: number; column: number } | undefined,
): { line: number; column: number } | undefined {
  if (before.length !== after.length) return whole
  for (const [index, one] of before.entries()) {
    const found = compare(one, after[index] as T)
    if (found !== undefined) return found
  }
  return undefined
}
