import type { Figure, LabelPattern, Limit, Measure, Operator, Subject, Unit } from './criterion.ts'
import type { CriterionScanner } from './criterion-scanner.ts'
import { didYouMean } from '../../foundation/nearest.ts'
import { dimensionOf, isUnit, measureText, unitMeant, unitsOf } from './units.ts'

/** What stands before the limit: the units that fit follow from it. */
export interface LimitContext {
  subject: Subject
  label?: LabelPattern
  measure: Measure
  operator: Operator
}

/** Reads `500ms`, `baseline`, `baseline + 10%`, `baseline - 50ms`, `baseline * 1.1` or `baseline + 0.5pp`. */
export function parseLimit(scanner: CriterionScanner, context: LimitContext): Limit {
  const column = scanner.column
  if (scanner.atEnd()) {
    scanner.fail(`A limit is missing after '${context.operator}': ${limitExamples(context.measure)}.`, column)
  }
  // A hyphen before a digit is a minus: baseline-10%.
  const word = scanner.takeMatch(/\p{L}[\p{L}\p{N}_]*(?:-\p{L}[\p{L}\p{N}_]*)*/u)
  if (word === 'baseline') return readBaselineLimit(scanner, context)
  if (word !== '') {
    scanner.fail(
      `'${word}' is not a limit.${didYouMean(word, ['baseline'])} Write ${limitExamples(context.measure)}.`,
      column,
    )
  }
  return { kind: 'figure', figure: readFigure(scanner, context, false) }
}

function readBaselineLimit(scanner: CriterionScanner, context: LimitContext): Limit {
  if (scanner.take('*')) return { kind: 'baseline-factor', factor: readFactor(scanner) }
  const sign = scanner.take('+') ? 1 : scanner.take('-') ? -1 : undefined
  if (sign === undefined) {
    if (scanner.peek('/')) scanner.fail("'/' is not known here: write baseline * 0.5 for half of it.")
    return { kind: 'baseline' }
  }
  const figure = readFigure(scanner, context, true)
  if (figure.unit === '%') return { kind: 'baseline-percent', sign, percent: figure.value }
  return { kind: 'baseline-figure', sign, figure }
}

function readFactor(scanner: CriterionScanner): number {
  const factor = readNumber(scanner, 'A factor, such as baseline * 1.1,')
  if (scanner.peek('%')) scanner.fail('A factor has no unit: write baseline + 10%, or baseline * 1.1.')
  return factor
}

function readFigure(scanner: CriterionScanner, context: LimitContext, onBaseline: boolean): Figure {
  const after = onBaseline ? 'A figure after the sign' : `A limit (${limitExamples(context.measure)})`
  const value = readNumber(scanner, after)
  const column = scanner.column
  const written = scanner.takeMatch(/[\p{L}%µ]*\/?[\p{L}%]*/u)
  const unit = knownUnit(scanner, written, column)
  checkUnit(scanner, context, { value, unit }, { column, onBaseline })
  return { value, unit }
}

function readNumber(scanner: CriterionScanner, expected: string): number {
  const column = scanner.column
  if (scanner.peek('-')) scanner.fail('A limit is not negative: nothing that is measured is.', column)
  const digits = scanner.takeMatch(/\d+(?:\.\d+)?/u)
  if (digits === '') {
    const found = scanner.atEnd() ? 'nothing follows' : `'${scanner.upcoming()}' follows`
    scanner.fail(`${expected} is expected here, and ${found}. Numbers are written 500 or 0.5.`, column)
  }
  if (scanner.takeMatch(/[,_']\d/u))
    scanner.fail('Numbers are written without separators, such as 1000 or 0.5.', column)
  if (digits.length > 15) scanner.fail('The number has too many digits: 15 are enough.', column)
  return Number(digits)
}

function knownUnit(scanner: CriterionScanner, written: string, column: number): Unit | '' {
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
    const choices = (onBaseline ? ['%', ...fitting] : fitting).map((unit) => `${figure.value}${unit}`)
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

function pointsFault(name: string, isShare: boolean): string {
  return isShare
    ? "'pp' (percentage points) stands after 'baseline +' or 'baseline -' only; here write %."
    : `'pp' (percentage points) fits rates in percent and shares only, not ${name}.`
}

function limitExamples(measure: Measure): string {
  const examples = {
    count: '1000',
    duration: '500ms',
    share: '1%',
    rate: '10/s',
    size: '500kB',
    score: '2500ms',
  }
  const dimension = dimensionOf(measure)
  return `${dimension === 'count' ? 'a number' : 'a number with its unit'}, such as ${examples[dimension]}, or baseline + 10%`
}

function either(choices: string[]): string {
  const last = choices.at(-1) ?? ''
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`
}
