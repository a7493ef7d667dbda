import type { Unit } from '../criteria/language/criterion.ts'
import { type Dimension, inUnit } from '../criteria/language/units.ts'

const MOST_DECIMALS = 6
const SPACED: ReadonlySet<Unit> = new Set<Unit>(['ms', 's', 'm', 'pp', 'B', 'kB', 'MB', 'GB'])

/**
 * Formats a value in the base unit of its dimension: `1,234 ms`, `0.85%`, `12.3/s`. Larger values have fewer
 * decimals.
 */
export function figureFor(baseValue: number, unit: Unit | '', decimals?: number): string {
  const value = inUnit(baseValue, unit)
  const text = numberText(value, decimals ?? usualDecimals(value))
  return unit !== '' && SPACED.has(unit) ? `${text} ${unit}` : `${text}${unit}`
}

/** Chooses the unit in which a value in the base unit of its dimension is shown. */
export type UnitOf = (baseValue: number) => Unit | ''

/** Formats two figures with enough digits that different values look different: `500.4 ms` and `500 ms`. */
export function distinctFigures(a: number, b: number, unitOf: UnitOf): [string, string] {
  const pair = (decimals?: number): [string, string] => [
    figureFor(a, unitOf(a), decimals),
    figureFor(b, unitOf(b), decimals),
  ]
  let texts = pair()
  if (sameFigure(a, b)) return [texts[1], texts[1]]
  for (let decimals = 1; texts[0] === texts[1] && decimals <= MOST_DECIMALS; decimals++)
    texts = pair(decimals)
  return texts
}

/** A share as text: `8.4%`, `22%`, `99.8%`. */
export function relativeText(ratio: number): string {
  const percent = Math.abs(ratio) * 100
  // A share below 100% must not be rounded to 100%.
  if (percent >= 99.5 && percent < 100) return percent >= 99.95 ? '> 99.9%' : `${numberText(percent, 1)}%`
  return `${numberText(percent, percent >= 10 ? 0 : percent >= 0.1 || percent === 0 ? 1 : 3)}%`
}

/** A factor with three digits, at most 1,000: `12.5`, `400`, `over 1,000`. */
export function factorText(factor: number): string {
  if (factor > 1000) return 'over 1,000'
  return numberText(factor, usualDecimals(factor))
}

/** The most readable unit for a value in the base unit of its dimension. */
export function readableUnit(baseValue: number, dimension: Dimension, bareScore = false): Unit | '' {
  const size = Math.abs(baseValue)
  switch (dimension) {
    case 'duration':
      return Math.round(size) >= 1000 ? 's' : 'ms'
    case 'size':
      return size >= 10e9 ? 'GB' : size >= 10e6 ? 'MB' : size >= 10e3 ? 'kB' : 'B'
    case 'share':
      return '%'
    case 'rate':
      return '/s'
    case 'score':
      return bareScore ? '' : 'ms'
    case 'count':
      return ''
    default:
      return dimension satisfies never
  }
}

/** Whether two values are equal except for the rounding of binary fractions: 409 × 1.1 is 449.9. */
export function sameFigure(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}

function usualDecimals(value: number): number {
  const size = Math.abs(value)
  if (Number.isInteger(value) || size >= 100) return 0
  if (size >= 10) return 1
  if (size >= 1) return 2
  return size >= 0.001 ? 3 : MOST_DECIMALS
}

function numberText(value: number, decimals: number): string {
  const text = formatFor(decimals).format(value)
  return text === '-0' ? '0' : text
}

/**
 * Cached, because creating a format takes much longer than using it, and tables have tens of thousands of
 * numbers.
 */
const formats = new Map<number, Intl.NumberFormat>()

function formatFor(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals)
  if (known) return known
  const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals })
  formats.set(decimals, format)
  return format
}
