import { readLocatedYaml, type Located } from '../../../formats/located-yaml.ts'
import { didYouMean } from '../../../foundation/nearest.ts'
import { oneLine } from '../../../foundation/one-line.ts'
import type { FileFault } from './check-input-set.ts'
import { COMMAND_KEYS, CONFIGURATION_KEYS, variablesIn } from './file-words.ts'

const MOST_TOLD = 10
const KNOWN_KEYS: readonly string[] = [...CONFIGURATION_KEYS, ...COMMAND_KEYS]

export interface Configuration {
  /** The variables that the configuration uses, each with its first place. */
  variables: Map<string, FileFault>
  /** Variables that its own commands set. */
  found: Set<string>
  faults: FileFault[]
  warnings: FileFault[]
}

/**
 * Checks a configuration of the checkout: YAML with known keys. An unknown key is only a warning, because the
 * service may know more.
 */
export async function checkConfiguration(text: string): Promise<Configuration> {
  const configuration: Configuration = { variables: new Map(), found: new Set(), faults: [], warnings: [] }
  const read = await readLocatedYaml(text)
  if ('faults' in read) return { ...configuration, faults: read.faults }
  const { root } = read
  if (root.kind !== 'map') {
    const message = `it must be a mapping with the keys ${CONFIGURATION_KEYS.join(', ')}`
    return { ...configuration, faults: [{ line: root.line, column: root.column, message }] }
  }
  for (const entry of root.entries) {
    checkKey(configuration, entry, CONFIGURATION_KEYS)
    if (entry.key === 'Commands')
      for (const command of commandsOf(entry.value)) checkCommand(configuration, command)
  }
  findVariables(configuration.variables, root, text.split('\n'))
  const { warnings } = configuration
  return { ...configuration, warnings: warnings.slice(0, MOST_TOLD) }
}

/** A fault for each variable without a value. */
export function variableFaults(
  { variables, found }: Configuration,
  given: ReadonlySet<string>,
  source: string,
): FileFault[] {
  const missing = [...variables].filter(([name]) => !given.has(name) && !found.has(name))
  return missing.slice(0, MOST_TOLD).map(([name, place]) => ({
    ...place,
    message: `${source} has no column for the variable {$${oneLine(name, 60)}}.${didYouMean(name, [...given, ...found])}`,
  }))
}

type Entry = Extract<Located, { kind: 'map' }>['entries'][number]

function checkKey({ warnings }: Configuration, { key, line, column }: Entry, known: readonly string[]): void {
  if (known.includes(key)) return
  const message = `the key '${oneLine(key, 60)}' is not known.${didYouMean(key, known) || didYouMean(key, KNOWN_KEYS)}`
  warnings.push({ line, column, message })
}

/** Commands by their names, or a list of commands. */
function commandsOf(value: Located): Located[] {
  if (value.kind === 'list') return value.items
  return value.kind === 'map' ? value.entries.map((entry) => entry.value) : []
}

function checkCommand(configuration: Configuration, command: Located): void {
  if (command.kind !== 'map') return
  for (const entry of command.entries) {
    checkKey(configuration, entry, COMMAND_KEYS)
    if (entry.key === 'RegexVals') for (const name of namesIn(entry.value)) configuration.found.add(name)
  }
}

/** The format of `RegexVals` is not documented: everything that may name a value counts as found. */
function namesIn(value: Located): string[] {
  if (value.kind === 'list') return value.items.flatMap(namesIn)
  if (value.kind === 'map') return value.entries.flatMap((entry) => [entry.key, ...namesIn(entry.value)])
  return typeof value.value === 'string' ? [value.value] : []
}

function findVariables(found: Map<string, FileFault>, value: Located, lines: readonly string[]): void {
  const note = (text: string, place: { line: number; column: number }): void => {
    for (const name of variablesIn(text))
      if (!found.has(name)) found.set(name, { ...exactPlace(`{$${name}}`, place, lines), message: '' })
  }
  switch (value.kind) {
    case 'list':
      for (const item of value.items) findVariables(found, item, lines)
      break
    case 'map':
      for (const entry of value.entries) {
        note(entry.key, entry)
        findVariables(found, entry.value, lines)
      }
      break
    case 'scalar':
      if (typeof value.value === 'string') note(value.value, value)
  }
}

/** A text of several lines may begin long before the word, so it is searched from there. */
function exactPlace(
  word: string,
  { line, column }: { line: number; column: number },
  lines: readonly string[],
): { line: number; column: number } {
  for (let at = line; at <= lines.length; at++) {
    const found = lines[at - 1]?.indexOf(word, at === line ? column - 1 : 0) ?? -1
    if (found !== -1) return { line: at, column: found + 1 }
  }
  return { line, column }
}
