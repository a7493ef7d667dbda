import { literal } from './stated-figures.ts'
import type { StatedFigure } from './figure.ts'

/** The action accepts 1000 kB and 2,000 criteria per file. */
const MOST_FILE_BYTES = 900_000
const MOST_CRITERIA = 2000
const LONG_NAME_CHARS = 1000
/** The language's names of the measures that criteria can use, and the units of their limits. */
const IN_LANGUAGE: Record<string, [measure: string, unit: string]> = {
  count: ['count', ''],
  errors: ['errors', ''],
  ratePerSecond: ['rate', '/s'],
  minMs: ['min', 'ms'],
  meanMs: ['mean', 'ms'],
  medianMs: ['median', 'ms'],
  maxMs: ['max', 'ms'],
  deviationMs: ['deviation', 'ms'],
  bytesSent: ['bytes-sent', 'B'],
  bytesReceived: ['bytes-received', 'B'],
  cpuMeanPercent: ['cpu-mean', '%'],
  cpuMaxPercent: ['cpu-max', '%'],
  score: ['score', ''],
}

export interface XPathCriterion {
  id: string
  condition: string
}

export interface LanguageCriterion {
  id: string
  check: string
  expected: 'passed' | 'failed'
}

/**
 * Criteria in the form of XLT's checker: one for each figure in the report, alternately met and not met, and
 * some that are not boolean.
 */
export function xpathCriteria(figures: readonly StatedFigure[]): XPathCriterion[] {
  const conditions = figures
    .filter((figure) => figure.path !== '' && isAsked(figure))
    .map(({ path, value }, index) =>
      typeof value === 'number'
        ? `number(${path}) ${index % 2 === 0 ? '=' : '!='} ${value}`
        : `string(${path}) ${index % 2 === 0 ? '=' : '!='} ${literal(String(value))}`,
    )
  const counts = ['requests', 'actions', 'transactions', 'customTimers'].map(
    (section) => `count(/testreport/${section}/*) > 50`,
  )
  const others = [
    '1 + 1',
    '//request/name',
    "'true'",
    "//request[name = '   ']/count > 0",
    "count(//request[name = 'nobody']) = 0",
  ]
  return [...conditions, ...counts, ...others].map((condition, index) => ({ id: `x${index}`, condition }))
}

/** Criteria in the language: one for each figure, alternately met and not met. */
export function languageCriteria(figures: readonly StatedFigure[]): LanguageCriterion[] {
  return figures.flatMap((figure, index): LanguageCriterion[] => {
    const [measure, unit] = IN_LANGUAGE[figure.measure] ?? [figure.measure, 'ms']
    const isKnown = figure.measure in IN_LANGUAGE || /^p\d/.test(figure.measure)
    if (!isKnown || !isAsked(figure) || typeof figure.value !== 'number' || figure.subject === 'scorecard')
      return []
    const left = `${figure.subject}${figure.label === null ? '' : `["${escaped(figure.label)}"]`}.${measure}`
    const holds = index % 2 === 0
    const check = `${left} ${holds ? '==' : '!='} ${figure.value}${unit}`
    return [{ id: `c${index}`, check, expected: holds ? 'passed' : 'failed' }]
  })
}

/** Names of several kilobytes would fill many files, so only three figures of those are tested. */
function isAsked({ label, measure }: StatedFigure): boolean {
  return label === null || label.length < LONG_NAME_CHARS || ['count', 'minMs', 'p95'].includes(measure)
}

/** Divided into files small enough for the action. */
export function inFiles<T extends object>(criteria: readonly T[]): T[][] {
  const files: T[][] = []
  let sizeBytes = Infinity
  for (const criterion of criteria) {
    const bytes = Buffer.byteLength(JSON.stringify(criterion)) + 1
    if (sizeBytes + bytes > MOST_FILE_BYTES || files.at(-1)?.length === MOST_CRITERIA) {
      files.push([])
      sizeBytes = 0
    }
    files.at(-1)?.push(criterion)
    sizeBytes += bytes
  }
  return files
}

/** The action's own rule for the percentiles of raw requests: exact below 512 ms, within 1/256 above. */
export function rawPercentileCriteria(
  ranks: Iterable<{ label: string | null; percentile: number; ms: number }>,
): LanguageCriterion[] {
  return [...ranks].flatMap(({ label, percentile, ms }, index): LanguageCriterion[] => {
    const left = `raw-requests${label === null ? '' : `["${escaped(label)}"]`}.p${percentile}`
    const slack = ms < 512 ? 0 : ms / 256
    return [
      { id: `least${index}`, check: `${left} >= ${(ms - slack).toFixed(3)}ms`, expected: 'passed' },
      { id: `most${index}`, check: `${left} <= ${(ms + slack).toFixed(3)}ms`, expected: 'passed' },
    ]
  })
}

const escaped = (label: string): string => label.replace(/["\\*]/g, (character) => `\\${character}`)
