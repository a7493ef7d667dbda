import { signText, figureText } from '../../criteria/language/criterion-text.ts'
import { isWildcard } from '../../criteria/language/label-pattern.ts'
import { dimensionOf } from '../../criteria/language/units.ts'
import { figureFor, readableUnit, relativeText } from '../figures.ts'
import type { Interval, LabelFacts, WhyNotJudged } from '../usual/model.ts'
import { MIN_REQUESTS } from '../usual/figures.ts'
import { shownLabel } from '../observe/label-choice.ts'
import type { UsualCriterion } from './usual-entries.ts'

/** A smaller change is shown as `unchanged`. */
const NOTHING = 0.0005

/** A value in the unit of its measure. Error rates are shares here. */
export function valueText({ measure }: UsualCriterion, value: number): string {
  const inBase = measure.name === 'error-rate' ? value * 100 : value
  return figureFor(inBase, readableUnit(inBase, dimensionOf(measure)))
}

/** `14% slower`, `3% lower`, `unchanged`. */
export function changeText(criterion: UsualCriterion, change: number): string {
  if (Math.abs(change) < NOTHING) return 'unchanged'
  const isTime = dimensionOf(criterion.measure) === 'duration'
  const [more, less] = isTime ? ['slower', 'faster'] : ['higher', 'lower']
  return `${relativeText(change)} ${change > 0 ? more : less}`
}

/** `8% to 20%`, with a minus sign for less. */
export function intervalText({ low, high }: Interval): string {
  return `${signedText(low)} to ${signedText(high)}`
}

/** The text after the word "usual": `of "Checkout" 412 ms ± 3% over 8 runs`. */
export function usualOfLabel(
  criterion: UsualCriterion,
  label: string,
  facts: LabelFacts,
): string | undefined {
  const { usual, band, earlierRuns } = facts
  if (usual === undefined) return undefined
  const of = criterion.label && isWildcard(criterion.label) ? `of ${shownLabel(label)} ` : ''
  return `${of}${valueText(criterion, usual)}${bandText(band)} over ${runsText(earlierRuns)}`
}

const signedText = (ratio: number): string => `${ratio < -NOTHING ? '-' : ''}${relativeText(ratio)}`

/** `14% slower than usual (8% to 20%)`. */
export function againstUsual(
  criterion: UsualCriterion,
  { change, interval }: Pick<LabelFacts, 'change' | 'interval'>,
): string {
  const changed = changeText(criterion, change)
  return `${changed === 'unchanged' ? 'as usual' : `${changed} than usual`} (${intervalText(interval)})`
}

/** `usual is 412 ms ± 3% over 8 runs`. */
export function usualText(criterion: UsualCriterion, facts: LabelFacts): string {
  const { usual, band, earlierRuns } = facts
  if (usual === undefined) return `usual is based on ${runsText(earlierRuns)}`
  return `usual is ${valueText(criterion, usual)}${bandText(band)} over ${runsText(earlierRuns)}`
}

/** How much runs of unchanged software vary: ` ± 3%`. */
export function bandText(band: Interval | undefined): string {
  const half = band && band.low > 0 ? Math.sqrt(band.high / band.low) - 1 : undefined
  return half === undefined || !Number.isFinite(half) ? '' : ` ± ${relativeText(half)}`
}

/** `<= 433 ms (usual 412 ms + 5%)`; if the usual is unknown, `<= usual + 5%`. */
export function limitText(criterion: UsualCriterion, usual: number | undefined, ownMargin: number): string {
  const { operator, limit } = criterion
  const sign = operator.startsWith('<') ? 1 : -1
  const figure = limit.change?.figure ?? { value: ownMargin * 100, unit: '%' as const }
  const change = `${signText(sign)} ${figureText(figure)}`
  if (usual === undefined) return `${operator} usual ${change}`
  const part = figure.value / 100
  const value = figure.unit === 'pp' ? usual + part : usual * (1 + sign * part)
  return `${operator} ${valueText(criterion, value)} (usual ${valueText(criterion, usual)} ${change})`
}

export const runsText = (runs: number): string => (runs === 1 ? '1 run' : `${runs} runs`)

/** Why a label is not judged, as part of a sentence. */
export function whyText(why: WhyNotJudged | undefined, minRequests: number | undefined): string {
  switch (why) {
    case 'new':
      return 'no earlier run has it'
    case 'few-requests':
      return `it has fewer than ${minRequests ?? MIN_REQUESTS} requests`
    case 'no-figure':
      return 'the figure is missing in this run or in the earlier runs'
    case 'noise':
    case 'no-limit':
    case undefined:
      return 'its runs differ by more than the change to be found'
    default:
      return why satisfies never
  }
}

/** `"Checkout" 470 ms, 14% slower than usual (8% to 20%; usual is 412 ms ± 3% over 8 runs)`. */
export function labelText(criterion: UsualCriterion, label: string, facts: LabelFacts): string {
  const value = facts.value === undefined ? '' : ` ${valueText(criterion, facts.value)},`
  const compared = againstUsual(criterion, facts).replace(/\)$/, `; ${usualText(criterion, facts)})`)
  return `${shownLabel(label)}${value} ${compared}`
}
