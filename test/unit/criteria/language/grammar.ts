/**
 * Turns the EBNF of docs/criteria.md into one regular expression, which is possible because the language has
 * no recursion. Blanks are allowed between the parts of productions with lower-case names; productions in
 * capitals are single words.
 */
export function expressionOf(ebnf: string, start: string): RegExp {
  const productions = new Map<string, string[]>()
  const text = ebnf.replace(/\(\*[\s\S]*?\*\)/g, '')
  const tokens: string[] = text.match(/"[^"]*"|'[^']*'|\?[^?]*\?|[\w-]+|[[\]{}()|=;]/g) ?? []
  for (let at = 0; at < tokens.length;) {
    const end = tokens.indexOf(';', at)
    if (tokens[at + 1] !== '=' || end < 0)
      throw new Error(`No production at ${tokens.slice(at, at + 3).join(' ')}`)
    productions.set(tokens[at] ?? '', tokens.slice(at + 2, end))
    at = end + 1
  }
  return new RegExp(`^${BLANKS}${new Compiler(productions).production(start)}${BLANKS}$`)
}

const BLANKS = '[ \\t]{0,2}'
/** Parts that EBNF cannot describe. */
const SPECIAL: Record<string, string> = {
  '? any but quote, backslash, line break ?': '[^"\\\\\\r\\n]',
  '? any but line break ?': '[^\\r\\n]',
}

class Compiler {
  readonly #productions: Map<string, string[]>
  #tokens: string[] = []
  #gap = ''

  constructor(productions: Map<string, string[]>) {
    this.#productions = productions
  }

  production(name: string): string {
    const tokens = this.#productions.get(name)
    if (tokens === undefined) throw new Error(`The grammar has no ${name}.`)
    const outer = [this.#tokens, this.#gap] as const
    this.#tokens = [...tokens]
    this.#gap = name === name.toUpperCase() ? '' : BLANKS
    const source = this.#choice()
    if (this.#tokens.length > 0) throw new Error(`${name} continues with ${this.#tokens[0]}.`)
    ;[this.#tokens, this.#gap] = outer
    return `(?:${source})`
  }

  #choice(): string {
    const choices = [this.#sequence()]
    while (this.#tokens[0] === '|') {
      this.#tokens.shift()
      choices.push(this.#sequence())
    }
    return choices.join('|')
  }

  #sequence(): string {
    const parts: string[] = []
    while (this.#tokens.length > 0 && !['|', ')', ']', '}'].includes(this.#tokens[0] ?? ''))
      parts.push(this.#part())
    return parts.join(this.#gap)
  }

  #part(): string {
    const token = this.#tokens.shift() ?? ''
    if (token === '(') return this.#closed(')', '')
    if (token === '[') return this.#closed(']', '?')
    if (token === '{') return this.#closed('}', '*')
    if (/^["']/.test(token)) return token.slice(1, -1).replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&')
    return token.startsWith('?') ? (SPECIAL[token] ?? `no ${token}`) : this.production(token)
  }

  #closed(end: string, times: string): string {
    const source = this.#choice()
    if (this.#tokens.shift() !== end) throw new Error(`A '${end}' is missing.`)
    return `(?:${source})${times}`
  }
}
