import type { CriterionEntry } from '../../criteria/language/criterion-entry.ts'
import type { Criterion, DirectLimit, UsualLimit } from '../../criteria/language/criterion.ts'
import { parseCriterion } from '../../criteria/language/criterion-parser.ts'
import { matchesLabel } from '../../criteria/language/label-pattern.ts'
import { inBaseUnit, measureText } from '../../criteria/language/units.ts'

/**
 * Whether a suggested criterion is stricter than all existing criteria for the same labels, or for more of
 * them.
 */
export function isTighter(text: string, entries: readonly CriterionEntry[]): boolean {
  const parsed = parseCriterion(text)
  // A criterion that cannot be parsed is never suggested.
  if ('fault' in parsed) return false
  const { criterion } = parsed
  const same = entries.flatMap(({ test, enabled, severity }) =>
    enabled && severity === 'error' && test.kind === 'measure' && isAbout(test.criterion, criterion)
      ? [test.criterion]
      : [],
  )
  return !same.some((existing) => demandsAsMuch(existing.limit, criterion.limit))
}

function isAbout(existing: Criterion, { subject, label, measure }: Criterion): boolean {
  if (existing.subject !== subject || measureText(existing.measure) !== measureText(measure)) return false
  if (!existing.operator.startsWith('<')) return false
  if (existing.label === undefined || label === undefined) return existing.label === label
  return label.parts.length === 1
    ? matchesLabel(existing.label, label.parts[0]!)
    : existing.label.parts.every((part) => part === '') && existing.label.parts.length > 1
}

function demandsAsMuch(existing: DirectLimit | UsualLimit, suggested: DirectLimit | UsualLimit): boolean {
  if (existing.kind === 'usual' && suggested.kind === 'usual') {
    const [own, other] = [existing.change?.figure, suggested.change?.figure]
    // Without a figure the method's own margin applies, which is tight.
    return own === undefined || (own.unit === other?.unit && own.value <= other.value)
  }
  if (existing.kind !== 'figure' || suggested.kind !== 'figure') return false
  return inBaseUnit(existing.figure) <= inBaseUnit(suggested.figure)
}
