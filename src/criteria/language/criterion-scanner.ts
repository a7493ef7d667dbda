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

/** Reads one line of criteria from left to right; an unquoted `#` ends the line. */
export class CriterionScanner {
  readonly text: string
  #at = 0

  constructor(text: string) {
    this.text = text
  }

  /** The column of what comes next, from 1, behind any blanks. */
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

  /** Moves behind the text if it comes next. */
  take(text: string): boolean {
    if (!this.peek(text)) return false
    this.#at += text.length
    return true
  }

  /** What the pattern (sticky) matches here, and moves behind it; empty where it does not match. */
  takeMatch(pattern: RegExp): string {
    this.#skipBlanks()
    const sticky = new RegExp(pattern.source, 'uy')
    sticky.lastIndex = this.#at
    const found = sticky.exec(this.text)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  /** The next character without skipping blanks, and moves behind it; undefined at the end of the line. */
  takeCharacter(): string | undefined {
    const character = this.text[this.#at]
    if (character !== undefined) this.#at++
    return character
  }

  /** The word that comes next, for messages; nothing is read. */
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
