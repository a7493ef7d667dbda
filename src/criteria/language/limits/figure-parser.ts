import { plainNumber } from '../criterion-text.ts'
import type { Figure, LabelPattern, Measure, Operator, Subject, Unit } from '../criterion.ts'
import type { CriterionScanner } from '../criterion-scanner.ts'
import { dimensionOf, isUnit, measureText, unitMeant, unitsOf } from '../units.ts'

/** What comes before the limit; it determines the units that fit. */
export interface LimitContext {
  subject: Subject
  label?: LabelPattern
  measure: Measure
  operator: Operator
}

/** Reads `500ms`, or `10%` after `baseline +`. */
export function readFigure(scanner: CriterionScanner, context: LimitContext, onBaseline: boolean): Figure {
  const after = onBaseline ? 'A number after the sign' : `A limit (${limitExamples(context)})`
  const value = readNumber(scanner, after)
  const column = scanner.column
  const unit = readUnit(scanner)
  checkUnit(scanner, context, { value, unit }, { column, onBaseline })
  return { value, unit }
}

export function readNumber(scanner: CriterionScanner, expected: string): number {
  const column = scanner.column
  if (scanner.peek('-')) scanner.fail('A limit cannot be negative, because no measured value is.', column)
  const digits = scanner.takeMatch(/\d+(?:\.\d+)?/u)
  if (digits === '') {
    const found = scanner.atEnd() ? 'nothing follows' : `'${scanner.upcoming()}' follows`
    scanner.fail(`${expected} is expected here, but ${found}. Write numbers as 500 or 0.5.`, column)
  }
  if (scanner.takeMatch(/[,_']\d/u))
    scanner.fail('Write numbers without separators, such as 1000 or 0.5.', column)
  if (digits.length > 15) scanner.fail('The number has too many digits; 15 are enough.', column)
  return Number(digits)
}

export function readUnit(scanner: CriterionScanner): Unit | '' {
  const column = scanner.column
  const written = scanner.takeMatch(/[\p{L}%µ]*\/?[\p{L}%]*/u)
  if (written === '' || isUnit(written)) return written
  const meant = unitMeant(written)
  const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`
  return scanner.fail(
    `'${written}' is not a unit.${hint} Units are ms s m, %, pp, /s /min, B kB MB GB.`,
    column,
  )
}

function checkUnit(
  scanner: CriterionScanner,
  { measure, label }: LimitContext,
  figure: Figure,
  { column, onBaseline }: { column: number; onBaseline: boolean },
): void {
  const dimension = dimensionOf(measure)
  const name = measureText(measure)
  const fitting = unitsOf(dimension)
  if (figure.unit === '%' && onBaseline) return
  if (figure.unit === 'pp' && onBaseline && dimension === 'share') return
  if (figure.unit === 'pp') scanner.fail(pointsFault(name, dimension === 'share'), column)
  if (figure.unit === '' && figure.value === 0) return
  const isCls = label?.parts.length === 1 && /(^|\/)cls$/.test(label.parts[0] ?? '')
  const allowed = dimension === 'score' && isCls ? [''] : fitting
  if (allowed.includes(figure.unit)) return
  if (figure.unit === '') {
    const { value } = figure
    const choices = (onBaseline ? ['%', ...fitting] : fitting).map((unit) => `${value}${unit}`)
    // Other tools write a share as a fraction.
    if (dimension === 'share' && !onBaseline && value < 1) choices.push(`${plainNumber(value * 100)}%`)
    scanner.fail(
      `A unit is missing: ${name} is measured in ${fitting.join(', ')}. Write ${either(choices)}.`,
      column,
    )
  }
  const takes = allowed.filter((unit) => unit !== '')
  scanner.fail(
    takes.length === 0
      ? `'${figure.unit}' does not fit: ${name} is a number without a unit.`
      : `'${figure.unit}' does not fit: ${name} is measured in ${takes.join(', ')}.`,
    column,
  )
}

export function pointsFault(name: string, isShare: boolean): string {
  return isShare
    ? "'pp' (percentage points) is only allowed after 'baseline +', 'baseline -' or 'usual +'; write % here."
    : `'pp' (percentage points) is only allowed for rates in percent and shares, not for ${name}.`
}

/** What a limit may look like, for messages. */
export function limitExamples({ subject, measure }: Pick<LimitContext, 'subject' | 'measure'>): string {
  const examples = {
    count: '1000',
    duration: '500ms',
    share: '1%',
    rate: '10/s',
    size: '500kB',
    score: '2500ms',
  }
  const dimension = dimensionOf(measure)
  const number = dimension === 'count' ? 'a number' : 'a number with its unit'
  const usual = usualExample({ subject, measure })
  return usual === undefined
    ? `${number}, such as ${examples[dimension]}, or baseline + 10%`
    : `${number}, such as ${examples[dimension]}, baseline + 10% or ${usual}`
}

export function either(choices: string[]): string {
  const last = choices.at(-1) ?? ''
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`
}

/** An example of a limit from the usual; undefined if the measure cannot be compared with it. */
export function usualExample({
  subject,
  measure,
}: Pick<LimitContext, 'subject' | 'measure'>): string | undefined {
  if (subject === 'agents' || subject === 'web-vitals' || measure.name === 'errors') return undefined
  if (measure.name === 'error-rate') return 'usual + 0.5pp'
  return measure.name === 'rate' || measure.name === 'count' ? 'usual - 5%' : 'usual + 5%'
}
