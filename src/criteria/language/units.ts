import {
  AGENT_MEASURES,
  type Figure,
  type Measure,
  type Subject,
  TIMING_MEASURES,
  type Unit,
  VITAL_MEASURES,
} from './criterion.ts'

/** The kind of quantity of a measure; figures of the same kind can be compared. */
export type Dimension = 'count' | 'duration' | 'share' | 'rate' | 'size' | 'score'

/** Factors to the base of each dimension: milliseconds, percent, per second, bytes. */
const FACTORS: Record<Unit, { dimension: Dimension; factor: number }> = {
  ms: { dimension: 'duration', factor: 1 },
  s: { dimension: 'duration', factor: 1000 },
  m: { dimension: 'duration', factor: 60_000 },
  '%': { dimension: 'share', factor: 1 },
  pp: { dimension: 'share', factor: 1 },
  '/s': { dimension: 'rate', factor: 1 },
  '/min': { dimension: 'rate', factor: 1 / 60 },
  B: { dimension: 'size', factor: 1 },
  kB: { dimension: 'size', factor: 1000 },
  MB: { dimension: 'size', factor: 1_000_000 },
  GB: { dimension: 'size', factor: 1_000_000_000 },
}

/** Units that a limit of each dimension may have; an empty text means a plain number. */
const ALLOWED: Record<Dimension, (Unit | '')[]> = {
  count: [''],
  duration: ['ms', 's', 'm'],
  share: ['%'],
  rate: ['/s', '/min'],
  size: ['B', 'kB', 'MB', 'GB'],
  score: ['', 'ms', 's'],
}

const MEASURE_DIMENSIONS: Record<Measure['name'], Dimension> = {
  count: 'count',
  errors: 'count',
  'error-rate': 'share',
  rate: 'rate',
  min: 'duration',
  mean: 'duration',
  median: 'duration',
  max: 'duration',
  deviation: 'duration',
  percentile: 'duration',
  'bytes-sent': 'size',
  'bytes-received': 'size',
  'cpu-mean': 'share',
  'cpu-max': 'share',
  'memory-max': 'size',
  score: 'score',
  'good-share': 'share',
  'poor-share': 'share',
}

const UNIT_MEANT: Record<string, Unit> = {
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  msec: 'ms',
  millis: 'ms',
  milliseconds: 'ms',
  min: 'm',
  minutes: 'm',
  percent: '%',
  'req/s': '/s',
  rps: '/s',
  tps: '/s',
  '/sec': '/s',
  '/m': '/min',
  rpm: '/min',
  kb: 'kB',
  mb: 'MB',
  gb: 'GB',
  b: 'B',
}

export const dimensionOf = (measure: Measure): Dimension => MEASURE_DIMENSIONS[measure.name]

/** The units that fit a dimension, for messages and checks; an empty text means a plain number. */
export const unitsOf = (dimension: Dimension): readonly (Unit | '')[] => ALLOWED[dimension]

export const isUnit = (text: string): text is Unit => Object.hasOwn(FACTORS, text)

/** The unit that was probably meant by `sec`, `KB` or `rps`. */
export function unitMeant(text: string): Unit | undefined {
  const key = text.toLowerCase()
  return Object.hasOwn(UNIT_MEANT, key) ? UNIT_MEANT[key] : undefined
}

/**
 * A figure in the base unit of its dimension: milliseconds, percent, per second, bytes; plain numbers are
 * unchanged.
 */
export function inBaseUnit(figure: Figure): number {
  return figure.unit === '' ? figure.value : figure.value * FACTORS[figure.unit].factor
}

/** Converts a value from the base unit of its dimension to the given unit. */
export function inUnit(baseValue: number, unit: Unit | ''): number {
  return unit === '' ? baseValue : baseValue / FACTORS[unit].factor
}

/** The names of a subject's measures, as written in criteria. */
export function measuresOf(subject: Subject): readonly Exclude<Measure['name'], 'percentile'>[] {
  if (subject === 'agents') return AGENT_MEASURES
  return subject === 'web-vitals' ? VITAL_MEASURES : TIMING_MEASURES
}

/** A measure as written: `p99.9`, `errors[5xx]` or its name. */
export function measureText(measure: Measure): string {
  if (measure.name === 'percentile') return `p${measure.percentile}`
  return 'code' in measure ? `errors[${measure.code}]` : measure.name
}
