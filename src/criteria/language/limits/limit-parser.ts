import type { Limit } from '../criterion.ts'
import type { CriterionScanner } from '../criterion-scanner.ts'
import { didYouMean } from '../../../foundation/nearest.ts'
import { limitExamples, readFigure, readNumber, type LimitContext } from './figure-parser.ts'
import { readUsualLimit } from './usual-limit.ts'

/** Reads `500ms`, `baseline`, `baseline + 10%`, `baseline - 50ms`, `baseline * 1.1`, `usual + 5%` and the like. */
export function parseLimit(scanner: CriterionScanner, context: LimitContext): Limit {
  const column = scanner.column
  if (scanner.atEnd()) {
    scanner.fail(`A limit is missing after '${context.operator}': ${limitExamples(context)}.`, column)
  }
  // A hyphen before a digit is a minus: baseline-10%.
  const word = scanner.takeMatch(/\p{L}[\p{L}\p{N}_]*(?:-\p{L}[\p{L}\p{N}_]*)*/u)
  if (word === 'baseline') return readBaselineLimit(scanner, context)
  if (word === 'usual') return readUsualLimit(scanner, context, column)
  if (word !== '') {
    scanner.fail(
      `'${word}' is not a limit.${didYouMean(word, ['baseline', 'usual'])} Write ${limitExamples(context)}.`,
      column,
    )
  }
  return { kind: 'figure', figure: readFigure(scanner, context, false) }
}

function readBaselineLimit(scanner: CriterionScanner, context: LimitContext): Limit {
  if (scanner.take('*')) return { kind: 'baseline-factor', factor: readFactor(scanner) }
  const sign = scanner.take('+') ? 1 : scanner.take('-') ? -1 : undefined
  if (sign === undefined) {
    if (scanner.peek('/')) scanner.fail("'/' is not allowed here: write baseline * 0.5 for half of it.")
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
