/**
 * Makes text from anywhere harmless for the runner's log. A line that begins with `::` after blanks, and `##[` anywhere
 * in a line, would be workflow commands; control characters and bidirectional marks could hide what a line says.
 */
export function neutralize(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/^(\s*):(?=:)/gm, '$1: ')
    .replace(/##(?=\[)/g, '## ')
}

/** Control characters but tab and line feed; marks that reorder or hide text; line separators. */
// oxlint-disable-next-line no-control-regex -- these characters are what it is about
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** Replaces secrets, also where they stand URL-encoded or inside JSON. */
export class Scrubber {
  readonly #words = new Set<string>()

  add(word: string): void {
    for (const form of [word, encodeURIComponent(word), JSON.stringify(word).slice(1, -1)]) {
      if (form.length >= 8) this.#words.add(form)
    }
  }

  scrub(text: string): string {
    let clean = text
    for (const word of [...this.#words].sort((a, b) => b.length - a.length))
      clean = clean.replaceAll(word, '***')
    return this.#scrubCut(clean)
  }

  /** An excerpt may end in the middle of a secret: what stands before `…` is compared with the beginning of each. */
  #scrubCut(text: string): string {
    const pieces = text.split('…')
    const last = pieces.pop() ?? ''
    return [...pieces.map((piece) => this.#withoutBeginning(piece)), last].join('…')
  }

  #withoutBeginning(piece: string): string {
    for (const word of this.#words) {
      for (let length = Math.min(word.length - 1, piece.length); length >= SHORTEST_CUT; length--) {
        if (piece.endsWith(word.slice(0, length))) return `${piece.slice(0, -length)}***`
      }
    }
    return piece
  }
}

const SHORTEST_CUT = 4
