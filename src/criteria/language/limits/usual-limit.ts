import type { Figure, UsualLimit } from '../criterion.ts'
import type { CriterionScanner } from '../criterion-scanner.ts'
import { pointsFault, readNumber, readUnit, usualExample, type LimitContext } from './figure-parser.ts'
import { measureText } from '../units.ts'
import { plainNumber } from '../criterion-text.ts'
import { didYouMean } from '../../../foundation/nearest.ts'

/** With fewer requests than this, a percentile means nothing. */
export const LEAST_REQUESTS = 20

/**
 * Reads what follows the word `usual` at `column`: `(min 100)`, then `+ 5%`, `- 5%` or `+ 0.5pp`, each if
 * present.
 */
export function readUsualLimit(scanner: CriterionScanner, context: LimitContext, column: number): UsualLimit {
  checkFits(scanner, context, column)
  const minRequests = readMinRequests(scanner)
  const change = readChange(scanner, context)
  return {
    kind: 'usual',
    ...(change !== undefined && { change }),
    ...(minRequests !== undefined && { minRequests }),
  }
}

/** The usual needs counts of requests, and has to know whether higher or lower is worse. */
function checkFits(scanner: CriterionScanner, context: LimitContext, column: number): void {
  const { subject, measure, operator } = context
  const name = measureText(measure)
  if (subject === 'agents' || subject === 'web-vitals') {
    scanner.fail(
      `${subject} have no usual, because that needs the number of requests behind each figure. Write baseline + 10%.`,
      column,
    )
  }
  if (measure.name === 'errors')
    scanner.fail(
      `errors have no usual, because they grow with the number of requests. Write ${subject}.error-rate <= usual + 0.5pp.`,
      column,
    )
  if (operator === '==' || operator === '!=')
    scanner.fail(
      `'${operator}' cannot be used with usual: write <= if higher is worse, as for p95, or >= if lower is worse, as for rate.`,
      column,
    )
  if (measure.name === 'error-rate' && allowedSign(context) === -1)
    scanner.fail(`${name} cannot have a lower limit from usual: write ${name} <= usual + 0.5pp.`, column)
}

const allowedSign = ({ operator }: LimitContext): 1 | -1 => (operator.startsWith('<') ? 1 : -1)

function readMinRequests(scanner: CriterionScanner): number | undefined {
  if (!scanner.take('(')) return undefined
  const column = scanner.column
  const word = scanner.takeMatch(/[\p{L}_-]*/u)
  if (word !== 'min')
    scanner.fail(
      `Only the minimum number of requests is allowed in the parentheses: write usual(min 100).${didYouMean(word, ['min'])}`,
      column,
    )
  const numberColumn = scanner.column
  const count = readNumber(scanner, 'A number of requests, such as usual(min 100),')
  if (!Number.isInteger(count) || count < LEAST_REQUESTS)
    scanner.fail(
      `The minimum number of requests must be a whole number of at least ${LEAST_REQUESTS}; the default is ${LEAST_REQUESTS}.`,
      numberColumn,
    )
  if (!scanner.take(')')) scanner.fail(`')' is missing after usual(min ${plainNumber(count)}.`)
  return count
}

function readChange(scanner: CriterionScanner, context: LimitContext): UsualLimit['change'] {
  const example = usualExample(context) ?? 'usual + 5%'
  if (scanner.peek('*') || scanner.peek('/'))
    scanner.fail(`'${scanner.upcoming()}' cannot be used with usual: write ${exampleFor(context, example)}.`)
  const column = scanner.column
  const sign = scanner.take('+') ? 1 : scanner.take('-') ? -1 : undefined
  if (sign === undefined) return undefined
  if (sign !== allowedSign(context)) scanner.fail(wrongSign(context, example), column)
  const figureColumn = scanner.column
  const value = readNumber(scanner, 'A number after the sign')
  const unitColumn = scanner.column
  const figure = { value, unit: readUnit(scanner) }
  const fault = faultOf(figure, context)
  if (fault !== undefined) scanner.fail(fault.message, fault.atUnit ? unitColumn : figureColumn)
  // A change of zero leaves the method's own margin.
  return value === 0 ? undefined : { sign, figure: { value, unit: figure.unit === 'pp' ? 'pp' : '%' } }
}

const exampleFor = (context: LimitContext, example: string): string =>
  allowedSign(context) === -1 ? 'usual - 5%' : example.replace('usual -', 'usual +')

function wrongSign(context: LimitContext, example: string): string {
  const [sign, better] = allowedSign(context) === 1 ? ['-', 'lower'] : ['+', 'higher']
  return `'usual ${sign}' would require a value ${better} than usual, which noise alone can prevent. Write ${exampleFor(context, example)} to say how much worse is allowed, or baseline ${sign} 5% to require a change.`
}

function faultOf(
  { value, unit }: Figure,
  context: LimitContext,
): { message: string; atUnit: boolean } | undefined {
  const name = measureText(context.measure)
  const isShare = context.measure.name === 'error-rate'
  const units = isShare ? '% or pp' : '%'
  const atUnit = true
  if (unit === 'pp' && !isShare) return { message: pointsFault(name, false), atUnit }
  if (unit === '' && value !== 0) {
    const written = isShare ? `${plainNumber(value)}% or ${plainNumber(value)}pp` : `${plainNumber(value)}%`
    return {
      message: `A unit is missing: write a change from usual in ${units}, such as ${written}.`,
      atUnit,
    }
  }
  if (unit !== '' && unit !== '%' && unit !== 'pp')
    return {
      message: `'${unit}' does not fit: write a change from usual in ${units}, such as ${exampleFor(context, usualExample(context) ?? '')}.`,
      atUnit,
    }
  const tooMuch = value >= 100 && (unit === 'pp' || allowedSign(context) === -1)
  return tooMuch
    ? {
        message: `A change of ${plainNumber(value)}${unit} would allow any value: write less than 100.`,
        atUnit: false,
      }
    : undefined
}
