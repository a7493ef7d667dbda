import type { LabelPattern } from './criterion.ts'
import type { CriterionScanner } from './criterion-scanner.ts'

/**
 * Reads `["label"]` if it comes next. `\"`, `\\` and `\*` are escapes; `*` matches any text, including none.
 */
export function parseLabel(scanner: CriterionScanner): LabelPattern | undefined {
  if (!scanner.take('[')) return undefined
  const open = scanner.column
  if (!scanner.take('"')) {
    scanner.fail(
      `Labels must be in double quotes, such as ["Homepage"], not '${scanner.upcoming() || 'nothing'}'.`,
      open,
    )
  }
  const parts = quotedParts(scanner, open)
  if (parts.length === 1 && parts[0] === '') {
    scanner.fail(
      'The label is empty. Remove the brackets for all labels together, or write ["*"] for each label.',
      open,
    )
  }
  if (!scanner.take(']')) scanner.fail("']' is missing after the label.")
  return { parts }
}

function quotedParts(scanner: CriterionScanner, open: number): string[] {
  const parts = ['']
  const append = (text: string): void => void (parts[parts.length - 1] += text)
  for (;;) {
    const character = scanner.takeCharacter()
    if (character === undefined) return scanner.fail("The closing '\"]' of the label is missing.", open)
    if (character === '"') return parts
    if (character === '*') parts.push('')
    else append(character === '\\' ? escaped(scanner) : character)
  }
}

function escaped(scanner: CriterionScanner): string {
  const character = scanner.takeCharacter()
  if (character === '"' || character === '\\' || character === '*') return character
  return scanner.fail(
    `In a label, a backslash is only allowed before '"', '\\' or '*'; write '\\\\' for the backslash itself.`,
  )
}

export const isWildcard = (pattern: LabelPattern): boolean => pattern.parts.length > 1

/**
 * Whether a label matches the pattern, case-sensitive. The time is proportional to the label, whatever the
 * pattern.
 */
export function matchesLabel(pattern: LabelPattern, label: string): boolean {
  const first = pattern.parts[0] ?? ''
  const last = pattern.parts.at(-1) ?? ''
  if (!isWildcard(pattern)) return label === first
  if (label.length < first.length + last.length || !label.startsWith(first) || !label.endsWith(last))
    return false
  let from = first.length
  const end = label.length - last.length
  for (const part of pattern.parts.slice(1, -1)) {
    const found = label.indexOf(part, from)
    if (found < 0 || found + part.length > end) return false
    from = found + part.length
  }
  return true
}

/** The pattern as written in a criterion, without brackets and quotes. */
export function labelText(pattern: LabelPattern): string {
  return pattern.parts.map((part) => part.replace(/["\\*]/g, (character) => `\\${character}`)).join('*')
}
