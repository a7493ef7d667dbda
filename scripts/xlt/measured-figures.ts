import type { Figure } from './figure.ts'

interface Timing {
  label?: string
  percentilesMs?: [number, number][]
  [measure: string]: unknown
}

/** The figures of `measurements.json`. */
export interface MeasurementsFile {
  subjects: Record<string, { source: string; total?: Timing; labels: Timing[] }>
  agents?: Record<string, string | number>[]
  webVitals?: Record<string, string | number>[]
  scorecard?: Record<string, unknown> & { rules: Record<string, string | number | boolean>[] }
  warnings: { code: string; message: string }[]
}

const TIMES = ['minMs', 'meanMs', 'medianMs', 'maxMs', 'deviationMs']
const MEASURES = ['count', 'errors', 'ratePerSecond', ...TIMES, 'bytesSent', 'bytesReceived']

/** Every figure of one subject. */
export function timingFigures({ subjects }: MeasurementsFile, subject: string): Figure[] {
  const timings = subjects[subject]
  if (timings === undefined) return []
  const totals = timings.total === undefined ? [] : figuresOf(subject, null, timings.total)
  return [...totals, ...timings.labels.flatMap((timing) => figuresOf(subject, timing.label ?? '', timing))]
}

/** Every figure that the action read from XLT's report and scorecard. */
export function reportFigures(measurements: MeasurementsFile): Figure[] {
  const fromReport = Object.keys(measurements.subjects).filter(
    (subject) => measurements.subjects[subject]?.source === 'xlt-report',
  )
  return [
    ...fromReport.flatMap((subject) => timingFigures(measurements, subject)),
    ...(measurements.agents ?? []).flatMap(({ agent, ...rest }) => entriesOf('agents', String(agent), rest)),
    ...(measurements.webVitals ?? []).flatMap(({ page, vital, ...rest }) =>
      entriesOf('web-vitals', `${page}/${vital}`, rest),
    ),
    ...scorecardFigures(measurements),
  ]
}

function figuresOf(subject: string, label: string | null, timing: Timing): Figure[] {
  const stated = MEASURES.flatMap((measure): Figure[] => {
    const value = timing[measure]
    return typeof value === 'number' ? [{ subject, label, measure, value }] : []
  })
  const percentiles = (timing.percentilesMs ?? []).map(([percentile, value]): Figure => ({
    subject,
    label,
    measure: `p${percentile}`,
    value,
  }))
  return [...stated, ...percentiles]
}

function scorecardFigures({ scorecard }: MeasurementsFile): Figure[] {
  if (scorecard === undefined) return []
  const { rules, ...outcome } = scorecard
  return [
    ...entriesOf('scorecard', null, outcome),
    ...rules.flatMap(({ group, rule, ...rest }) => entriesOf('scorecard', `${group}/${rule}`, rest)),
  ]
}

function entriesOf(subject: string, label: string | null, values: Record<string, unknown>): Figure[] {
  return Object.entries(values).flatMap(([measure, value]): Figure[] =>
    typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
      ? [{ subject, label, measure, value }]
      : [],
  )
}
