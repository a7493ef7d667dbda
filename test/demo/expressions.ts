/** What an expression can name: `vars`, `secrets`, `matrix`, `steps.<id>.outputs`, `needs.<job>.outputs`, … */
export type Contexts = Record<string, unknown>

/** An expression of a workflow that cannot be answered outside GitHub. */
export class UnknownExpression extends Error {}

/** The text with every `${{ a.b.c }}` put in; functions and operators are GitHub's alone. */
export function evaluate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (whole, expression: string) => {
    if (!/^[\w-]+(\.[\w-]+)*$/.test(expression)) throw new UnknownExpression(whole)
    const value = expression
      .split('.')
      .reduce<unknown>((found, name) => (isRecord(found) ? found[name] : undefined), contexts)
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      throw new UnknownExpression(whole)
    return String(value)
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
