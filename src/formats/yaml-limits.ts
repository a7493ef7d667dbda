import type * as Yaml from 'yaml'

export const MOST_DEPTH = 12
/** 2,000 criteria with all their keys have fewer. */
const MOST_MARKS = 30_000
/** Blanks, comments and line ends are tokens too. */
const MOST_TOKENS = 250_000
const MOST_TAGS = 1000
const MOST_ESCAPES = 100_000
export const TOO_MANY = 'It has too many values.'
export const TOO_DEEP = 'It is nested too deeply.'

/**
 * Finds whether the text is too large or too deep to be parsed: the parser takes seconds for a megabyte of
 * brackets.
 */
export function tooMuchYaml(
  yaml: typeof Yaml,
  text: string,
): { line: number; column: number; message: string } | undefined {
  if (text.split('\\').length - 1 > MOST_ESCAPES) return { line: 1, column: 1, message: TOO_MANY }
  const count = new TokenCount()
  let offset = 0
  for (const token of new yaml.Lexer().lex(text)) {
    const message = count.add(yaml.CST.tokenType(token))
    if (message !== undefined) return { ...placeAt(text, offset), message }
    // Tokens that the lexer inserts itself are not part of the text.
    if (!LEXER_MARKS.has(token)) offset += token.length
  }
  return undefined
}

const LEXER_MARKS = new Set(['\u0002', '\u0018', '\u001f'])

class TokenCount {
  #tokens = 0
  #marks = 0
  #tags = 0
  #flowDepth = 0
  /** Each `- ` and `? ` in a line begins something inside the one before it. */
  #begunInLine = 0

  /** What is wrong with the text up to this token. */
  add(type: string | null): string | undefined {
    this.#tokens++
    if (type === 'newline') this.#begunInLine = 0
    if (type === 'tag' || type === 'directive-line') this.#tags++
    if (type !== null && MARKS.has(type)) this.#addMark(type)
    if (type === 'flow-seq-end' || type === 'flow-map-end') this.#flowDepth--
    if (this.#flowDepth > MOST_DEPTH || this.#begunInLine > MOST_DEPTH) return TOO_DEEP
    const tooMany = this.#marks > MOST_MARKS || this.#tokens > MOST_TOKENS || this.#tags > MOST_TAGS
    return tooMany ? TOO_MANY : undefined
  }

  #addMark(type: string): void {
    this.#marks++
    if (type === 'flow-seq-start' || type === 'flow-map-start') this.#flowDepth++
    if (type !== 'comma' && this.#flowDepth <= 0) this.#begunInLine++
  }
}

const MARKS = new Set([
  'seq-item-ind',
  'explicit-key-ind',
  'map-value-ind',
  'comma',
  'flow-seq-start',
  'flow-map-start',
])

function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
