import { type Operator, OPERATORS } from '../criterion.ts'
import type { CriterionScanner } from '../criterion-scanner.ts'

/** What other languages write. */
const MEANT: Record<string, Operator> = {
  '=': '==',
  '===': '==',
  '=<': '<=',
  '=>': '>=',
  '<>': '!=',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '!==': '!=',
}

/** Reads the operator that stands before the limit. */
export function readOperator(scanner: CriterionScanner): Operator {
  const column = scanner.column
  if (scanner.atEnd()) scanner.fail('An operator and a limit are missing, such as < 500ms.', column)
  const written = scanner.takeMatch(/[<>=!≤≥≠~]+/u)
  const operator = OPERATORS.find((known) => known === written)
  if (operator) return operator
  const hint = Object.hasOwn(MEANT, written) ? ` Did you mean '${MEANT[written]}'?` : ''
  return scanner.fail(
    `Expected an operator (< <= > >= == !=), not '${written || scanner.upcoming()}'.${hint}`,
    column,
  )
}
