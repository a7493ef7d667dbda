import type * as Yaml from 'yaml'
import { ActionError } from '../foundation/errors.ts'
import { MOST_DEPTH, TOO_DEEP, TOO_MANY, tooMuchYaml } from './yaml-limits.ts'

/** A value of a YAML or JSON document with its place; lines and columns count from 1. */
export type Located = { line: number; column: number } & (
  | { kind: 'map'; entries: LocatedEntry[] }
  | { kind: 'list'; items: Located[] }
  /** `plain` is true if the text is unquoted in the file. */
  | { kind: 'scalar'; value: unknown; plain: boolean }
)

export interface LocatedEntry {
  key: string
  line: number
  column: number
  value: Located
}

export interface LocatedFault {
  line: number
  column: number
  message: string
}

/** Far more than any criteria file; less than a file of nested aliases could grow to. */
const MOST_VALUES = 50_000
const MOST_FAULTS = 20

export type ReadYaml =
  | { root: Located }
  /** `refused`: it may be valid, but is too large or too deep to be read. */
  | { faults: LocatedFault[]; refused?: true }

/**
 * Reads a document (YAML 1.2, so JSON too) with the places of its values; loads the parser when it is called.
 * For any text this takes at most a second or two, because slower texts are rejected before parsing.
 */
export async function readLocatedYaml(text: string, mostValues = MOST_VALUES): Promise<ReadYaml> {
  const yaml = await import('yaml')
  const lineCounter = new yaml.LineCounter()
  const tooMuch = tooMuchYaml(yaml, text)
  if (tooMuch) return { faults: [tooMuch], refused: true }
  try {
    const document = withoutStacks(() => parsed(yaml, text, lineCounter))
    if (document.errors.some(({ message }) => /call stack/.test(message))) throw new RangeError(TOO_DEEP)
    if (document.errors.length > 0) {
      const errors = document.errors.slice(0, MOST_FAULTS)
      return { faults: errors.map(({ pos, message }) => ({ ...place(lineCounter, pos[0]), message })) }
    }
    const reader = new Reader(yaml, lineCounter, mostValues)
    const root = reader.read(document.contents, 0)
    return reader.faults.length > 0 ? { faults: reader.faults } : { root }
  } catch (error) {
    if (error instanceof RefusedYamlError) return { faults: [error.fault], refused: true }
    if (error instanceof RangeError)
      return { faults: [{ line: 1, column: 1, message: TOO_DEEP }], refused: true }
    throw error
  }
}

function parsed(yaml: typeof Yaml, text: string, lineCounter: Yaml.LineCounter): Yaml.Document {
  return yaml.parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
    // The library compares each key with every other one; the reader below doesn't.
    uniqueKeys: false,
    // Its warnings would go directly to the log, bypassing the code that removes secrets.
    logLevel: 'error',
  })
}

/**
 * The library creates an error for each fault, possibly a hundred thousand, and their stacks take most of the
 * time.
 */
function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function place(lineCounter: Yaml.LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lineCounter.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

class RefusedYamlError extends ActionError {
  readonly code = 'yaml-refused'
  readonly fault: LocatedFault

  constructor(fault: LocatedFault) {
    super(fault.message)
    this.fault = fault
  }
}

class Reader {
  readonly faults: LocatedFault[] = []
  readonly #yaml: typeof Yaml
  readonly #lineCounter: Yaml.LineCounter
  readonly #mostValues: number
  /** The library searches the whole document for each alias. */
  readonly #anchors = new Map<string, Yaml.Node>()
  #values = 0

  constructor(yaml: typeof Yaml, lineCounter: Yaml.LineCounter, mostValues: number) {
    this.#yaml = yaml
    this.#lineCounter = lineCounter
    this.#mostValues = mostValues
  }

  read(node: unknown, depth: number): Located {
    const yaml = this.#yaml
    const at = this.#placeOf(node)
    // Aliases are followed, so a few lines could stand for billions of values.
    if (++this.#values > this.#mostValues) throw new RefusedYamlError({ ...at, message: TOO_MANY })
    if (depth > MOST_DEPTH) throw new RefusedYamlError({ ...at, message: TOO_DEEP })
    if (yaml.isAlias(node)) return { ...this.#aliased(node.source, at, depth), ...at }
    if (yaml.isNode(node) && node.anchor !== undefined) this.#anchors.set(node.anchor, node)
    if (yaml.isSeq(node))
      return { ...at, kind: 'list', items: node.items.map((item) => this.read(item, depth + 1)) }
    if (yaml.isMap(node)) {
      const entries = node.items.map((pair) => this.#entry(pair.key, pair.value, depth))
      this.#refuseRepeatedKeys(entries)
      return { ...at, kind: 'map', entries }
    }
    if (!yaml.isScalar(node)) return { ...at, kind: 'scalar', value: null, plain: true }
    return { ...at, kind: 'scalar', value: node.value, plain: node.type === 'PLAIN' }
  }

  #aliased(name: string, at: { line: number; column: number }, depth: number): Located {
    const target = this.#anchors.get(name)
    if (target !== undefined) return this.read(target, depth + 1)
    this.#fault({ ...at, message: `There is no anchor &${name} before this alias.` })
    return { ...at, kind: 'scalar', value: null, plain: true }
  }

  #entry(key: unknown, value: unknown, depth: number): LocatedEntry {
    const name = this.#yaml.isScalar(key) ? String(key.value) : '?'
    const at = this.#placeOf(key)
    const read = this.read(value, depth + 1)
    return { key: name, ...at, value: this.#yaml.isNode(value) ? read : { ...read, ...at } }
  }

  #refuseRepeatedKeys(entries: LocatedEntry[]): void {
    const seen = new Set<string>()
    for (const { key, line, column } of entries) {
      if (seen.has(key)) this.#fault({ line, column, message: 'Map keys must be unique' })
      seen.add(key)
    }
  }

  #fault(fault: LocatedFault): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault)
  }

  #placeOf(node: unknown): { line: number; column: number } {
    const offset = this.#yaml.isNode(node) ? node.range?.[0] : undefined
    return place(this.#lineCounter, offset ?? 0)
  }
}
