import type { CriterionResult } from '../verdict/verdict.ts'

/** The message without the labels that are listed beside it: nobody wants to read them twice. */
export function messageInWords({ message, shortMessage }: CriterionResult): string {
  return shortMessage ?? message
}

/** How many labels broke a wildcard; the list of them may be shorter. */
export function breachCount({ breaches, breached }: CriterionResult): number {
  return breached ?? breaches?.length ?? 0
}

/** Says that a criterion was judged on less than everything; empty where it was not. */
export function partialInWords({ partialData }: CriterionResult): string {
  return partialData === undefined ? '' : `Judged on incomplete data: ${partialData}`
}

/** `Waived until 2026-12-31 by Ada: known slow`, or that it ended. */
export function waiverInWords(waiver: NonNullable<CriterionResult['waiver']>): string {
  const verb = waiver.active ? 'Waived until' : 'The waiver ended on'
  return `${verb} ${waiver.until}, ${waiver.owner}: ${waiver.reason}`
}
