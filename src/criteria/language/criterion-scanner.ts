import { ActionError } from '../../foundation/errors.ts'

/** A fault in the text of a criterion; `column` counts from 1. */
export class CriterionSyntaxError extends ActionError {
  readonly code = 'criterion-syntax'
  readonly column: number

  constructor(message: string, column: number) {
    super(message)
    this.column = column
  }
}

const BLANK = /[ \t\r\u00a0]/

// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\u0000-\u007f]*$/

/** The same pattern for a text of ASCII: the letters of all scripts take milliseconds to compile. */
function asciiSource({ source }: RegExp): string {
  return source.replace(/\[[^\]]*\]|\\p\{[LN]\}/g, (part) => {
    const plain = part.replaceAll(String.raw`\p{L}`, 'A-Za-z').replaceAll(String.raw`\p{N}`, '0-9')
    return part.startsWith('[') ? plain : `[${plain}]`
  })
}

/** Reads one line of criteria from left to right; an unquoted `#` ends the line. */
export class CriterionScanner {
  readonly text: string
  readonly #isAscii: boolean
  #at = 0

  constructor(text: string) {
    this.text = text
    this.#isAscii = ASCII.test(text)
  }

  /** The column of the next character after any blanks, from 1. */
  get column(): number {
    this.#skipBlanks()
    return this.#at + 1
  }

  atEnd(): boolean {
    this.#skipBlanks()
    return this.#at >= this.text.length || this.text[this.#at] === '#'
  }

  peek(text: string): boolean {
    this.#skipBlanks()
    return this.text.startsWith(text, this.#at)
  }

  /** If the text comes next, moves past it. */
  take(text: string): boolean {
    if (!this.peek(text)) return false
    this.#at += text.length
    return true
  }

  /** Returns what the (sticky) pattern matches here, and moves past it; empty if it doesn't match. */
  takeMatch(pattern: RegExp): string {
    this.#skipBlanks()
    const sticky = new RegExp(this.#isAscii ? asciiSource(pattern) : pattern.source, 'uy')
    sticky.lastIndex = this.#at
    const found = sticky.exec(this.text)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  /**
   * Returns the next character without skipping blanks, and moves past it; undefined at the end of the line.
   */
  takeCharacter(): string | undefined {
    const character = this.text[this.#at]
    if (character !== undefined) this.#at++
    return character
  }

  /** The next word, for messages; doesn't move. */
  upcoming(): string {
    this.#skipBlanks()
    const rest = this.text.slice(this.#at, this.#at + 40)
    return /^[\p{L}\p{N}_.%/-]+|^[^\s#\p{L}\p{N}]{1,3}|^\S/u.exec(rest)?.[0] ?? ''
  }

  fail(message: string, column = this.column): never {
    throw new CriterionSyntaxError(message, column)
  }

  #skipBlanks(): void {
    while (this.#at < this.text.length && BLANK.test(this.text[this.#at] ?? '')) this.#at++
  }
}
