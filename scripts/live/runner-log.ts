/** Handles a step's log as a runner does: removes masked words, and turns commands into plain text. */
export class RunnerLog {
  #rest = ''
  #masks: Set<string>
  #write: (text: string) => void

  constructor(secrets: readonly string[], write: (text: string) => void) {
    this.#masks = new Set(secrets.filter((secret) => secret !== ''))
    this.#write = write
  }

  /** Takes text in pieces of any size and writes whole lines. */
  add(text: string): void {
    const lines = (this.#rest + text).split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#line(line)
  }

  end(): void {
    if (this.#rest !== '') this.#line(this.#rest)
    this.#rest = ''
  }

  #line(line: string): void {
    const mask = /^::add-mask::(.*)$/.exec(line)?.[1]
    if (mask !== undefined) {
      this.#masks.add(decoded(mask))
      return
    }
    if (/^::(endgroup|debug)\b/.test(line)) return
    const plain = line.replace(/^::group::/, '').replace(/^::(error|warning|notice)[^:]*::/, '$1: ')
    this.#write(`${this.masked(plain)}\n`)
  }

  masked(text: string): string {
    // Longer words first, because one may contain another.
    const masks = [...this.#masks].sort((a, b) => b.length - a.length)
    return masks.reduce((line, mask) => line.replaceAll(mask, '***'), text)
  }
}

/** Commands escape line breaks and percent signs. */
function decoded(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
