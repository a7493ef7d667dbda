import type { CriterionEntry } from '../../../criteria/language/criterion-entry.ts'
import type { Measurements } from '../../../measurements/model.ts'
import type { WantedFigures } from '../../../verdict/against-usual/run-figures.ts'
import {
  trendsOf,
  trendSubject,
  withTrends,
  type RunTrend,
} from '../../../verdict/against-usual/trends/run-trends.ts'
import type { RunFigures } from '../../../verdict/usual/model.ts'
import type { CriterionResult } from '../../../verdict/verdict.ts'
import { withSuggested } from './suggestions.ts'

/** Adds what suggestions and trends need to the figures that criteria compare with the usual. */
export function shownFigures(
  wanted: WantedFigures,
  criteria: readonly CriterionEntry[],
  measurements: Measurements,
): WantedFigures {
  return withTrends(withSuggested(wanted, measurements), criteria, trendSubject(measurements))
}

interface Compared {
  baseline?: { history?: RunFigures[] } | undefined
  measurements: Measurements
  figuresOf: (run: Measurements) => RunFigures
}

/** The trends over the earlier runs; empty if there are none. */
export function trendsIn(
  criteria: readonly CriterionEntry[],
  { baseline, measurements, figuresOf }: Compared,
  results: readonly CriterionResult[],
): { trends?: RunTrend[] } {
  const history = baseline?.history
  if (history === undefined || history.length === 0) return {}
  const subject = trendSubject(measurements)
  const trends = trendsOf({ criteria, results, history, now: figuresOf(measurements), subject })
  return trends.length === 0 ? {} : { trends }
}
