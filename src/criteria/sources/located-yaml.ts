import type * as Yaml from 'yaml'

/** A value of a YAML or JSON document with its place; lines and columns count from 1. */
export type Located = { line: number; column: number } & (
  | { kind: 'map'; entries: LocatedEntry[] }
  | { kind: 'list'; items: Located[] }
  /** `plain` is true where the text stands in the file as it is, without quotes. */
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

/** Far above any criteria file; below what a file of nested aliases could grow to. */
const MOST_NODES = 50_000
const MOST_DEPTH = 12

/** Reads a document (YAML 1.2, so JSON too) with the places of its values; loads the parser when it is called. */
export async function readLocatedYaml(text: string): Promise<{ root: Located } | { faults: LocatedFault[] }> {
  const yaml = await import('yaml')
  const lineCounter = new yaml.LineCounter()
  try {
    const document = yaml.parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true })
    if (document.errors.length > 0) {
      const faults = document.errors.map(({ pos, message }) => ({ ...place(lineCounter, pos[0]), message }))
      return { faults }
    }
    return { root: new Reader(yaml, document, lineCounter).read(document.contents, 0) }
  } catch (error) {
    if (error instanceof PlacedError) return { faults: [error.fault] }
    if (error instanceof RangeError)
      return { faults: [{ line: 1, column: 1, message: 'It is nested too deeply.' }] }
    throw error
  }
}

function place(lineCounter: Yaml.LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lineCounter.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

class PlacedError extends Error {
  readonly fault: LocatedFault

  constructor(fault: LocatedFault) {
    super(fault.message)
    this.fault = fault
  }
}

class Reader {
  readonly #yaml: typeof Yaml
  readonly #document: Yaml.Document
  readonly #lineCounter: Yaml.LineCounter
  #nodes = 0

  constructor(yaml: typeof Yaml, document: Yaml.Document, lineCounter: Yaml.LineCounter) {
    this.#yaml = yaml
    this.#document = document
    this.#lineCounter = lineCounter
  }

  read(node: unknown, depth: number): Located {
    const yaml = this.#yaml
    const at = this.#placeOf(node)
    // Aliases are followed, so a few lines could stand for billions of values.
    if (++this.#nodes > MOST_NODES) throw new PlacedError({ ...at, message: 'It holds too many values.' })
    if (depth > MOST_DEPTH) throw new PlacedError({ ...at, message: 'It is nested too deeply.' })
    if (yaml.isAlias(node)) return { ...this.read(node.resolve(this.#document), depth + 1), ...at }
    if (yaml.isSeq(node))
      return { ...at, kind: 'list', items: node.items.map((item) => this.read(item, depth + 1)) }
    if (yaml.isMap(node)) {
      const entries = node.items.map((pair) => this.#entry(pair.key, pair.value, depth))
      return { ...at, kind: 'map', entries }
    }
    if (!yaml.isScalar(node)) return { ...at, kind: 'scalar', value: null, plain: true }
    return { ...at, kind: 'scalar', value: node.value, plain: node.type === 'PLAIN' }
  }

  #entry(key: unknown, value: unknown, depth: number): LocatedEntry {
    const name = this.#yaml.isScalar(key) ? String(key.value) : '?'
    const at = this.#placeOf(key)
    const read = this.read(value, depth + 1)
    return { key: name, ...at, value: this.#yaml.isNode(value) ? read : { ...read, ...at } }
  }

  #placeOf(node: unknown): { line: number; column: number } {
    const offset = this.#yaml.isNode(node) ? node.range?.[0] : undefined
    return place(this.#lineCounter, offset ?? 0)
  }
}
