import { data, Evaluator, ExpressionError, Lexer, Parser } from '@actions/expressions'
import { truthy } from '@actions/expressions/result'

/** The contexts that expressions can name: `github`, `vars`, `steps` and others. */
export type Contexts = Record<string, unknown>

/** The result of the job or steps so far, for `success()` and similar functions. */
export type Status = 'success' | 'failure' | 'cancelled'

type Values = data.ExpressionData

const EXPRESSIONS = /\$\{\{(.*?)\}\}/gs
const STATUS_FUNCTIONS = /\b(success|failure|cancelled|always)\s*\(/

/** Replaces every `${{ }}` in the text with its value, as the runner does. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replace(EXPRESSIONS, (_all, expression: string) =>
    evaluated(expression, contexts, 'success').coerceString(),
  )
}

/**
 * Like `interpolate`, but undefined if an expression names something that is missing, such as a value that
 * only GitHub knows.
 */
export function interpolateKnown(text: string, contexts: Contexts): string | undefined {
  try {
    const values = [...text.matchAll(EXPRESSIONS)].map(([, expression = '']) =>
      evaluated(expression, contexts, 'success'),
    )
    if (values.some(({ kind }) => kind === data.Kind.Null)) return undefined
    return interpolate(text, contexts)
  } catch (error) {
    if (error instanceof ExpressionError) return undefined
    throw error
  }
}

/** Whether a condition is true. Without a status function, it is true only after success. */
export function holds(condition: string | undefined, contexts: Contexts, status: Status): boolean {
  const bare = (condition ?? 'success()').trim().replace(/^\$\{\{(.*)\}\}$/s, '$1')
  const whole = STATUS_FUNCTIONS.test(bare) ? bare : `success() && (${bare})`
  return truthy(evaluated(whole, contexts, status))
}

function evaluated(expression: string, contexts: Contexts, status: Status): Values {
  const functions = statusFunctions(status)
  const { tokens } = new Lexer(expression.trim()).lex()
  const tree = new Parser(tokens, Object.keys(contexts), [...functions.values()]).parse()
  const values = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  return new Evaluator(tree, values, functions).evaluate()
}

interface StatusFunction {
  name: string
  minArgs: 0
  maxArgs: 0
  call: () => Values
}

function statusFunctions(status: Status): Map<string, StatusFunction> {
  const answers = {
    success: status === 'success',
    failure: status === 'failure',
    cancelled: status === 'cancelled',
    always: true,
  }
  return new Map(
    Object.entries(answers).map(([name, value]) => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) },
    ]),
  )
}
