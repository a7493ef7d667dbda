import { visibleName } from '../foundation/one-line.ts'
import type { Measurements } from '../measurements/model.ts'
import { Comparison, limitValue } from './compare.ts'
import type { Answers } from '../criteria/answers.ts'
import type { Criterion, DirectLimit } from '../criteria/language/criterion.ts'
import { measuredText } from '../criteria/language/criterion-text.ts'
import { isWildcard } from '../criteria/language/label-pattern.ts'
import type { PercentileOf, Reading } from './observe/observation.ts'
import { measure } from './observe/observe.ts'
import { shownLabel } from './observe/label-choice.ts'
import type { CriterionResult } from './verdict.ts'

/** A criterion whose limit is a number, or comes from a single other run. */
export type DirectCriterion = Criterion & { limit: DirectLimit }

/** What a criterion is judged by. `absent` says why there is no baseline to compare with. */
export interface JudgedData {
  measurements: Measurements
  percentileOf: PercentileOf
  baseline: { measurements: Measurements } | { absent: string }
  /** How many criteria are judged: they share the room for label names. */
  criteriaCount: number
  answers: Answers
}

/** What the judgment adds to an entry: everything except identity, severity, source and waiver. */
export type Judgment = Pick<CriterionResult, 'status' | 'message'> &
  Partial<CriterionResult> & { readRaw?: boolean; inResult?: true }

/** Whatever shows several criteria says only once why there is no baseline. */
export const LACKING = { lacksBaseline: true, shortMessage: 'No baseline to compare with.' } as const

/**
 * `breaches` has at most this many labels, and fewer if there are many criteria; `breached` counts all of
 * them.
 */
const MOST_BREACHES = 1000
const BREACHES_OF_ALL = 100_000
const BREACHES_IN_MESSAGE = 3
/** The longest name of a measure in a message. */
const MOST_MEASURED_CHARACTERS = 400

/**
 * Judges one criterion of the language by the measurements. Never throws, and never passes a criterion whose
 * data is missing.
 */
export function judgeCriterion(criterion: DirectCriterion, data: JudgedData): Judgment {
  const { criteriaCount, answers } = data
  const observed = measure(data.measurements, { ...criterion, criteriaCount, answers }, data.percentileOf)
  if ('problem' in observed) {
    return {
      status: 'error',
      message: observed.problem,
      subject: criterion.subject,
      ...(observed.inResult && { inResult: true }),
    }
  }
  const { judged, unresolved } = compareAll(criterion, observed.readings, data)
  const readRaw = observed.readings.some((reading) => reading.fromHistogram)
  const mostBreaches = Math.min(MOST_BREACHES, Math.ceil(BREACHES_OF_ALL / criteriaCount))
  return {
    ...judgmentOf(criterion, judged, unresolved, mostBreaches),
    ...('absent' in data.baseline && unresolved.length > 0 && { ...LACKING, message: data.baseline.absent }),
    ...aboutOf(criterion),
    ...(readRaw && { readRaw }),
  }
}

/** Compares each reading. Labels without a figure in the baseline are returned separately. */
function compareAll(
  criterion: DirectCriterion,
  readings: Reading[],
  data: JudgedData,
): { judged: Comparison[]; unresolved: string[] } {
  const baselineOf = baselineReader(criterion, data)
  const judged: Comparison[] = []
  const unresolved: string[] = []
  for (const { label, value } of readings) {
    const baseline = baselineOf(label)
    if (typeof baseline === 'string') {
      unresolved.push(baseline)
      continue
    }
    const limit = limitValue(criterion.limit, baseline)
    if (limit === undefined) continue
    const named = label !== undefined && { label }
    const values = { observed: value, limit, ...named, ...(baseline !== undefined && { baseline }) }
    judged.push(new Comparison(criterion, values))
  }
  judged.sort((a, b) => b.badness - a.badness)
  return { judged, unresolved }
}

/**
 * Returns a function that finds the baseline's figure for a label: undefined if none is needed, or a sentence
 * why there is none.
 */
function baselineReader(
  criterion: Criterion,
  data: JudgedData,
): (label?: string) => number | string | undefined {
  if (criterion.limit.kind === 'figure') return () => undefined
  const { baseline, answers } = data
  if ('absent' in baseline) return () => baseline.absent
  const measured = measure(baseline.measurements, { ...criterion, answers }, data.percentileOf)
  if ('readings' in measured) {
    const byLabel = new Map(measured.readings.map((reading) => [reading.label, reading.value]))
    return (label) => byLabel.get(label) ?? missingLabel(label)
  }
  if (!criterion.label || !isWildcard(criterion.label)) return () => `Baseline: ${measured.problem}`
  // One label without the figure must not prevent the comparison of the others, so each label is read
  // separately.
  const single = singleLabelReader(baseline.measurements, criterion, data.percentileOf)
  return (label) => single(label) ?? missingLabel(label)
}

const missingLabel = (label: string | undefined): string =>
  `The baseline has no ${label === undefined ? 'total' : shownLabel(label)}.`

/**
 * Finds one label in constant time: searching all labels for each label would take minutes for thousands of
 * labels.
 */
function singleLabelReader(
  baseline: Measurements,
  criterion: Criterion,
  percentileOf: PercentileOf,
): (label?: string) => number | string | undefined {
  const { subject } = criterion
  const timings = subject === 'agents' || subject === 'web-vitals' ? undefined : baseline.subjects[subject]
  const byLabel = new Map(timings?.labels.map((timing) => [timing.label, timing]))
  return (label) => {
    if (label === undefined) return undefined
    const timing = byLabel.get(label)
    if (timings && !timing) return undefined
    const subjects = timings && timing ? { [subject]: { ...timings, labels: [timing] } } : baseline.subjects
    const query = { ...criterion, label: { parts: [label] } }
    const measured = measure({ ...baseline, subjects }, query, percentileOf)
    return 'readings' in measured ? measured.readings[0]?.value : `Baseline: ${measured.problem}`
  }
}

function judgmentOf(
  criterion: Criterion,
  judged: Comparison[],
  unresolved: string[],
  mostBreaches: number,
): Judgment {
  const all = judged.filter((label) => !label.holds)
  const breaches = all.slice(0, mostBreaches)
  const [worst] = judged
  if (breaches.length === 0 && unresolved.length > 0) return inconclusive(unresolved, worst)
  if (!worst) return { status: 'error', message: 'Nothing was measured.' }
  const { observed, limit, margin, badness } = worst
  const status = breaches.length > 0 ? 'failed' : 'passed'
  const figures = { status, observed, limit, margin, badness } as const
  const several = criterion.label !== undefined && isWildcard(criterion.label)
  // A table shows the figures, so the short message can be empty.
  if (!several) return { ...figures, message: singleText(criterion, worst), shortMessage: '' }
  return {
    ...figures,
    ...wildcardText(judged, { breaches, breached: all.length }, unresolved.length),
    matched: judged.length + unresolved.length,
    breached: all.length,
    ...(breaches.length > 0 && { breaches: breaches.map(breachOf) }),
    ...(worst.label !== undefined && judged.length === 1 && { label: worst.label }),
  }
}

const breachOf = ({ label = '', observed, limit }: Comparison) => ({ label, observed, limit })

function inconclusive(unresolved: string[], worst: Comparison | undefined): Judgment {
  const more =
    unresolved.length > 1
      ? ` (and ${count(unresolved.length - 1)} more ${unresolved.length === 2 ? 'label' : 'labels'})`
      : ''
  return {
    status: 'inconclusive',
    inconclusiveBecause: 'baseline',
    message: `${unresolved[0] ?? ''}${more}`,
    ...(worst && { observed: worst.observed }),
  }
}

function aboutOf({ subject, label }: Criterion): Pick<CriterionResult, 'subject' | 'label'> {
  return { subject, ...(label && !isWildcard(label) && { label: label.parts[0] ?? '' }) }
}

function singleText(criterion: Criterion, { observed, margin, limit }: Comparison): string {
  const measured = visibleName(measuredText(criterion), MOST_MEASURED_CHARACTERS)
  return `${measured} is ${observed}, ${marginToLimit(margin, limit)}`
}

/** `8.4% below the limit of 450 ms (baseline 409 ms + 10%)`. */
function marginToLimit(margin: string, limit: string): string {
  const figure = limitFigure(limit)
  return margin.endsWith(' the limit') ? `${margin} of ${figure}` : `${margin} the limit of ${figure}`
}

function wildcardText(
  judged: Comparison[],
  { breaches, breached }: { breaches: Comparison[]; breached: number },
  unresolved: number,
): Pick<CriterionResult, 'message' | 'shortMessage'> {
  const unknown =
    unresolved > 0 ? `; ${count(unresolved)} ${unresolved === 1 ? 'has' : 'have'} no baseline` : ''
  const [worst] = judged
  if (breaches.length === 0 && worst) {
    const all =
      judged.length === 1
        ? 'The only matching label meets the limit'
        : `All ${count(judged.length)} labels meet the limit`
    const closest = `${shownLabel(worst.label ?? '')} at ${worst.observed}`
    return { message: `${all}; closest is ${closest}, ${marginToLimit(worst.margin, worst.limit)}${unknown}` }
  }
  const own = breaches.some((label) => label.limit !== breaches[0]?.limit)
  const named = breaches.slice(0, BREACHES_IN_MESSAGE).map((label) => breachText(label, own))
  const rest = breached > named.length ? ` and ${count(breached - named.length)} more` : ''
  const limit = own ? 'their limits' : `the limit of ${limitFigure(breaches[0]?.limit ?? '')}`
  const matched = judged.length + unresolved
  const who = matched === 1 ? 'Its only label' : `${count(breached)} of ${count(matched)} labels`
  const shortMessage = `${who} ${breachVerb(breaches[0]?.limit ?? '', breached)} ${limit}`
  const held = judged.length - breached
  const others =
    held === 0 ? '' : held === 1 ? '; the other one does not' : `; the other ${count(held)} do not`
  return { message: `${shortMessage}: ${named.join(', ')}${rest}${others}${unknown}`, shortMessage }
}

function breachVerb(limit: string, breached: number): string {
  const [one, several] = limit.startsWith('<')
    ? ['exceeds', 'exceed']
    : limit.startsWith('>')
      ? ['falls below', 'fall below']
      : ['misses', 'miss']
  return breached === 1 ? one : several
}

const breachText = ({ label = '', observed, limit }: Comparison, withLimit: boolean): string =>
  `${shownLabel(label)} ${observed}${withLimit ? ` (limit ${limitFigure(limit).replace(/ \(.*$/, '')})` : ''}`

/** The limit without its operator. */
const limitFigure = (limit: string): string => limit.replace(/^\S+ /, '')

const count = (value: number): string => value.toLocaleString('en-US')
