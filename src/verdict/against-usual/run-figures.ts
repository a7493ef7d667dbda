import { createHash } from 'node:crypto'
import {
  type Measurements,
  type RunFacts,
  type SubjectTimings,
  type Timing,
  TIMING_SUBJECTS,
  type TimingSubject,
} from '../../measurements/model.ts'
import type { Measure } from '../../criteria/language/criterion.ts'
import { clip } from '../../foundation/one-line.ts'
import { measureText } from '../../criteria/language/units.ts'
import type { PercentileOf } from '../observe/observation.ts'
import { timingValue } from '../observe/observe-timings.ts'
import type { Figure, LabelFigures, RunFigures, RunOrigin, SubjectFigures } from '../usual/model.ts'
import { samplingVarianceOf } from './sampling-of-timing.ts'

/**
 * Which measures of which subjects are compared. Nothing else is kept of a run, because several runs with
 * thousands of labels are in memory.
 */
export type WantedFigures = ReadonlyMap<TimingSubject, readonly Measure[]>

/** The figures of a run that the judgment against the usual needs. */
export function runFiguresOf(
  measurements: Measurements,
  wanted: WantedFigures,
  percentileOf: PercentileOf,
): RunFigures {
  const subjects = new Map<string, SubjectFigures>()
  for (const [subject, measures] of wanted) {
    const timings = measurements.subjects[subject]
    if (timings) subjects.set(subject, subjectFigures(timings, { subject, measures, percentileOf }))
  }
  return { id: identityOf(measurements), origin: originOf(measurements.run), subjects }
}

/** Limits, because these texts are repeated for each figure in a chart over runs. */
const MOST_COMMIT = 64
const MOST_ID = 100
const MOST_ADDRESS = 500

/** How people recognize a run. */
export function originOf({
  ids,
  url,
  commit,
  workflowRunUrl,
  finishedAtMs,
  startedAtMs,
}: RunFacts): RunOrigin {
  const atMs = finishedAtMs ?? startedAtMs
  const page = workflowRunUrl ?? url
  return {
    ...(atMs !== undefined && { atMs }),
    ...(commit !== undefined && { commit: commit.slice(0, MOST_COMMIT) }),
    ...(ids.length > 0 && { runId: clip(ids.join(', '), MOST_ID) }),
    ...(page !== undefined && page.length <= MOST_ADDRESS && { url: page }),
  }
}

interface Wanted {
  subject: TimingSubject
  measures: readonly Measure[]
  percentileOf: PercentileOf
}

function subjectFigures(timings: SubjectTimings, wanted: Wanted): SubjectFigures {
  const { total } = timings
  return {
    ...(total && { total: labelFigures(total, timings, wanted) }),
    labels: timings.labels.map((timing) => ({
      label: timing.label,
      ...labelFigures(timing, timings, wanted),
    })),
  }
}

function labelFigures(timing: Timing, timings: SubjectTimings, wanted: Wanted): LabelFigures {
  const { subject, measures, percentileOf } = wanted
  const figures = new Map<string, Figure>()
  for (const measure of measures) {
    // Errors are compared by their counts.
    if (measure.name === 'error-rate') continue
    const value = timingValue(timing, measure, { timings, subject, percentileOf })
    if (value === undefined) continue
    const samplingVariance = samplingVarianceOf(timing, measure)
    figures.set(measureText(measure), { value, ...(samplingVariance !== undefined && { samplingVariance }) })
  }
  return { count: timing.count, ...(timing.errors !== undefined && { errors: timing.errors }), figures }
}

const MOST_LABELS = 50
/** `measurements.json` has this many digits. */
const DIGITS = 6

/**
 * Identifies a run, and recognizes a copy of it, even if its ID is missing or was reused: by its ID, its
 * times and some of its figures, rounded as in the file.
 */
function identityOf({ run, subjects }: Measurements): string {
  const figures = TIMING_SUBJECTS.flatMap((subject) => {
    const timings = subjects[subject]
    if (!timings) return []
    const timed = [...(timings.total ? [timings.total] : []), ...timings.labels.slice(0, MOST_LABELS)]
    return timed.map(({ count, errors, meanMs, percentilesMs }) => [
      count,
      errors,
      ...[meanMs, ...(percentilesMs ?? []).map(([, ms]) => ms)].map((ms) => ms?.toPrecision(DIGITS)),
    ])
  })
  const known = JSON.stringify([run.provider, run.ids, run.startedAtMs, run.finishedAtMs, figures])
  return createHash('sha256').update(known).digest('hex').slice(0, 32)
}
