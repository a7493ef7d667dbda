import type { Criterion, Figure, Limit, UsualLimit } from './criterion.ts'
import { labelText } from './label-pattern.ts'
import { measureText } from './units.ts'

const PREFIXES = { error: '', warning: 'warn: ', validity: 'valid: ' } as const

/** The criterion in its usual spelling; parsing it returns the same tree, except for the columns. */
export function criterionText(criterion: Criterion): string {
  const { severity, operator, limit } = criterion
  return `${PREFIXES[severity]}${measuredText(criterion)} ${operator} ${limitText(limit)}`
}

/** What is measured, as written: `requests["Home*"].p95`. */
export function measuredText({
  subject,
  label,
  measure,
}: Pick<Criterion, 'subject' | 'label' | 'measure'>): string {
  return `${subject}${label ? `["${labelText(label)}"]` : ''}.${measureText(measure)}`
}

function limitText(limit: Limit): string {
  switch (limit.kind) {
    case 'figure':
      return figureText(limit.figure)
    case 'baseline':
      return 'baseline'
    case 'baseline-factor':
      return `baseline * ${plainNumber(limit.factor)}`
    case 'baseline-percent':
      return `baseline ${signText(limit.sign)} ${plainNumber(limit.percent)}%`
    case 'baseline-figure':
      return `baseline ${signText(limit.sign)} ${figureText(limit.figure)}`
    case 'usual':
      return usualText(limit)
    default:
      return limit satisfies never
  }
}

/** `usual(min 100) + 5%`. */
export function usualText({ change, minRequests }: UsualLimit): string {
  const least = minRequests === undefined ? '' : `(min ${plainNumber(minRequests)})`
  return `usual${least}${change === undefined ? '' : ` ${signText(change.sign)} ${figureText(change.figure)}`}`
}

export const signText = (sign: 1 | -1): string => (sign === 1 ? '+' : '-')

export const figureText = (figure: Figure): string => `${plainNumber(figure.value)}${figure.unit}`

/** Digits without an exponent, which the language doesn't have. */
export function plainNumber(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}
