import { base64Forms } from '../secrets/base64-forms.ts'
import { decoded, type DecodedText, type Span } from '../secrets/decoded-text.ts'
import { ANY_HEAD, hasEscapes, SINGLE_HEADS } from '../secrets/escapes.ts'
import { findWords } from '../secrets/find-words.ts'
import { symbolsOfWord } from '../secrets/symbols.ts'
import { WordAutomaton } from '../secrets/word-automaton.ts'

/**
 * Makes text from any source harmless in the runner's log. A line that begins with `::` after blanks, and
 * `##[` anywhere in a line, would be workflow commands; control characters and bidirectional marks could hide
 * what a line says.
 */
export function neutralize(text: string): string {
  return withoutCommands(visible(text))
}

/**
 * Without invisible characters, which could hide a secret from a search, or the meaning of a line from its
 * readers.
 */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, '')
}

export function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1: ').replace(/##(?=\[)/g, '## ')
}

/** Control characters except tab and line feed; marks that reorder or hide text; line separators. */
// oxlint-disable-next-line no-control-regex -- these characters are what it is about
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** A shorter word would be found everywhere, and masking it would make the log unreadable. */
export const SHORTEST_SECRET = 8
/** JSON of HTML of a URL has three levels; the search itself reads the last one. */
const LEVELS_RESOLVED = 2

/**
 * Replaces secrets, however they are encoded: with each character unchanged or escaped for a URL, a form,
 * JSON, HTML or XML, even twice; interrupted by invisible characters; in base64, even within longer data; cut
 * off before `…`.
 */
export class Scrubber {
  readonly #automaton = new WordAutomaton()
  /** Words of almost only white space and invisible characters: only found unchanged. */
  readonly #unusual = new Set<string>()
  /**
   * A secret may contain something that looks like an escape, which must not be changed when escapes are
   * resolved.
   */
  #holdsEscapes = false

  /** Number of transitions so far, which shows tests that the work grows only with the text. */
  get steps(): number {
    return this.#automaton.steps
  }

  add(word: string): void {
    for (const part of partsOf(word)) {
      this.#holdsEscapes ||= hasEscapes(part)
      const symbols = symbolsOfWord(part)
      if (symbols.length < SHORTEST_SECRET) this.#unusual.add(part)
      else this.#automaton.add(symbols)
      for (const form of base64Forms(part).map(symbolsOfWord))
        if (form.length >= SHORTEST_SECRET) this.#automaton.add(form)
    }
  }

  scrub(text: string): string {
    this.#automaton.prepare()
    let clean = withoutSpans(text, this.#find(text))
    for (const word of this.#unusual) clean = clean.replaceAll(word, '***')
    return clean
  }

  #find(text: string): Span[] {
    const spans = findWords(text, this.#automaton)
    for (const heads of this.#holdsEscapes ? [ANY_HEAD, ...SINGLE_HEADS] : [ANY_HEAD])
      spans.push(...this.#findResolved(text, heads))
    return spans
  }

  #findResolved(text: string, heads: RegExp): Span[] {
    const spans: Span[] = []
    const levels: DecodedText[] = []
    while (levels.length < LEVELS_RESOLVED) {
      const level = decoded(levels[0]?.text ?? text, heads)
      // Without further escapes, it contains nothing that was not already found.
      if (level === undefined || !hasEscapes(level.text)) break
      levels.unshift(level)
      for (const found of findWords(level.text, this.#automaton))
        spans.push(levels.reduce((span, one) => one.originOf(span), found))
    }
    return spans
  }
}

/** A secret and, because logs consist of lines, each of its lines. */
export function partsOf(word: string): string[] {
  return [...new Set([word, ...word.split(/\r\n?|\n/)])].filter((part) => part.length >= SHORTEST_SECRET)
}

function withoutSpans(text: string, spans: Span[]): string {
  const pieces: string[] = []
  let done = -1
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    if (from > done) pieces.push(text.slice(Math.max(done, 0), from), '***')
    done = Math.max(done, to)
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done)
}
