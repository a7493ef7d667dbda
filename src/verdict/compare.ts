import type { Criterion, DirectLimit, Operator, Unit } from '../criteria/language/criterion.ts'
import { signText, figureText, plainNumber } from '../criteria/language/criterion-text.ts'
import {
  distinctFigures,
  factorText,
  figureFor,
  readableUnit,
  relativeText,
  sameFigure,
  type UnitOf,
} from './figures.ts'
import { dimensionOf, inBaseUnit } from '../criteria/language/units.ts'

/** Larger ratios say nothing more, and JSON has no infinity. */
const WORST = 1e6
/** From here on, a factor is easier to read than a percentage. */
const FACTOR_FROM = 10

/**
 * The limit in the base unit of its dimension. `baseline` is the same measure of the baseline run. Undefined
 * if the limit needs a baseline and there is none.
 */
export function limitValue(limit: DirectLimit, baseline: number | undefined): number | undefined {
  if (limit.kind === 'figure') return inBaseUnit(limit.figure)
  if (baseline === undefined) return undefined
  switch (limit.kind) {
    case 'baseline':
      return baseline
    case 'baseline-factor':
      return baseline * limit.factor
    case 'baseline-percent':
      return baseline * (1 + (limit.sign * limit.percent) / 100)
    case 'baseline-figure':
      return baseline + limit.sign * inBaseUnit(limit.figure)
    default:
      return limit satisfies never
  }
}

type Compared = Pick<Criterion, 'measure' | 'operator'> & { limit: DirectLimit }

/** All in the base unit of the measure's dimension. */
interface Values {
  observed: number
  limit: number
  baseline?: number
  label?: string
}

/**
 * One value compared with its limit. The texts are created when they are read, because most of them are never
 * shown.
 */
export class Comparison {
  readonly label: string | undefined
  readonly holds: boolean
  /**
   * The distance from the limit relative to the limit; positive if the limit is not met, negative if it is.
   * Greater is worse.
   */
  readonly badness: number
  readonly #criterion: Compared
  readonly #values: Values

  constructor(criterion: Compared, values: Values) {
    this.#criterion = criterion
    this.#values = values
    this.label = values.label
    this.holds = holdsFor(criterion.operator, values.observed, values.limit)
    const distance = distanceOf(values.observed, values.limit)
    this.badness = this.holds ? -distance : distance
  }

  get observed(): string {
    return this.#figures()[0]
  }

  get limit(): string {
    const { operator, limit } = this.#criterion
    return `${operator} ${this.#figures()[1]}${originText(limit, this.#values.baseline, this.#unitOf())}`
  }

  get margin(): string {
    return marginText(this.#values.observed, this.#values.limit)
  }

  #figures(): [string, string] {
    return distinctFigures(this.#values.observed, this.#values.limit, this.#unitOf())
  }

  #unitOf(): UnitOf {
    return (baseValue) => displayUnit(this.#criterion, this.#values, baseValue)
  }
}

export function holdsFor(operator: Operator, observed: number, limit: number): boolean {
  const same = sameFigure(observed, limit)
  switch (operator) {
    case '<':
      return !same && observed < limit
    case '<=':
      return same || observed < limit
    case '>':
      return !same && observed > limit
    case '>=':
      return same || observed > limit
    case '==':
      return same
    case '!=':
      return !same
    default:
      return operator satisfies never
  }
}

function distanceOf(observed: number, limit: number): number {
  if (sameFigure(observed, limit)) return 0
  return Math.min(
    WORST,
    limit === 0 ? 1000 + Math.abs(observed) : Math.abs(observed - limit) / Math.abs(limit),
  )
}

/** A duration is shown in the unit that suits its size; other values have the unit of the limit. */
function displayUnit({ measure, limit }: Compared, values: Values, baseValue: number): Unit | '' {
  const dimension = dimensionOf(measure)
  if (dimension === 'duration') return readableUnit(baseValue, dimension)
  const written = limit.kind === 'figure' ? limit.figure.unit : ''
  if (written !== '') return written
  const bareScore = values.label !== undefined && /(^|\/)cls$/.test(values.label)
  return readableUnit(values.limit === 0 ? values.observed : values.limit, dimension, bareScore)
}

/** ` (baseline 409 ms + 10%)`; empty for a limit that was written as a figure. */
function originText(limit: DirectLimit, baseline: number | undefined, unitOf: UnitOf): string {
  if (limit.kind === 'figure' || baseline === undefined) return ''
  const from = `baseline ${figureFor(baseline, unitOf(baseline))}`
  switch (limit.kind) {
    case 'baseline':
      return ` (${from})`
    case 'baseline-factor':
      return ` (${from} × ${plainNumber(limit.factor)})`
    case 'baseline-percent':
      return ` (${from} ${signText(limit.sign)} ${plainNumber(limit.percent)}%)`
    case 'baseline-figure':
      return ` (${from} ${signText(limit.sign)} ${figureText(limit.figure)})`
    default:
      return limit satisfies never
  }
}

/** `8.4% below`, `33% above`, `40 times the limit`. */
function marginText(observed: number, limit: number): string {
  if (sameFigure(observed, limit)) return 'exactly at the limit'
  const side = observed < limit ? 'below' : 'above'
  if (limit === 0) return side
  const ratio = observed / limit
  if (ratio >= FACTOR_FROM) return `${factorText(ratio)} times the limit`
  return `${relativeText(ratio - 1)} ${side}`
}
