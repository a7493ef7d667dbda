import type { Measurements } from '../../measurements/model.ts'
import type { Measured, PercentileOf, Query } from './observation.ts'
import { measureAgents } from './observe-agents.ts'
import { measureTimings } from './observe-timings.ts'
import { measureWebVitals } from './observe-web-vitals.ts'

/** Evaluates the left side of a criterion on the measurements. */
export function measure(data: Measurements, query: Query, percentileOf: PercentileOf): Measured {
  const { subject } = query
  if (subject === 'agents') return measureAgents(data, query)
  if (subject === 'web-vitals') return measureWebVitals(data, query)
  return measureTimings(data, { ...query, subject }, percentileOf)
}
