/**
 * What all labels of a run have in common: a slow machine, a busy network, or software that became slower
 * everywhere.
 */
import type { FigureRow, FigureTable } from '../figures.ts'
import { medianInPlace } from '../mathematics/median.ts'

/** With fewer labels, common changes cannot be separated from those of single labels. */
export const MIN_LABELS = 5
const SWEEPS = 2

/**
 * The environment of each run, as a logarithm; NaN for an earlier run with too few labels. Undefined if there
 * are too few labels. It is the column effect of a median polish (Tukey, Exploratory Data Analysis, 1977,
 * chapter 11).
 */
export function environmentOf({ rows, columns, earlier }: FigureTable): Float64Array | undefined {
  const usable = rows.filter((row) => row.why === undefined)
  if (usable.length < MIN_LABELS) return undefined
  const environment = new Float64Array(columns)
  const scratch = new Float64Array(Math.max(usable.length, columns))
  const usual = new Float64Array(usable.length)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let index = 0; index < usable.length; index++)
      usual[index] = usualOf(usable[index]!, environment, { earlier, scratch })
    for (let column = 0; column < columns; column++) {
      let known = 0
      for (let index = 0; index < usable.length; index++) {
        const difference = usable[index]!.x[column]! - usual[index]!
        if (!Number.isNaN(difference)) scratch[known++] = difference
      }
      environment[column] = known < MIN_LABELS ? Number.NaN : medianInPlace(scratch, known)
    }
  }
  return environment.subarray(earlier).some(Number.isNaN) ? undefined : environment
}

function usualOf(
  { x }: FigureRow,
  environment: Float64Array,
  { earlier, scratch }: { earlier: number; scratch: Float64Array },
): number {
  let known = 0
  for (let column = 0; column < earlier; column++) {
    const value = x[column]! - environment[column]!
    if (!Number.isNaN(value)) scratch[known++] = value
  }
  return medianInPlace(scratch, known)
}
