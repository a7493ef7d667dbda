import {
  type ErrorKind,
  type Measurements,
  type SubjectTimings,
  TIMING_SUBJECTS,
  type TimingSubject,
} from '../../measurements/model.ts'

/** Errors of one kind. */
export interface ErrorRow extends Omit<ErrorKind, 'label'> {
  subject: TimingSubject
  /** Absent if the source has only all labels together. */
  label?: string
}

/**
 * What failed and how, most frequent first. Failed actions without more information are left out if requests
 * or transactions say what happened.
 */
export function errorRows(measurements: Measurements | undefined): ErrorRow[] {
  const rows = TIMING_SUBJECTS.flatMap((subject) => rowsOf(subject, measurements?.subjects[subject]))
  const told = rows.filter(({ code, message }) => code !== undefined || message !== undefined)
  // The report's codes of all requests are the same as those of the raw requests.
  const hasLabels = told.some(({ label, code }) => label !== undefined && code !== undefined)
  const chosen = hasLabels ? told.filter(({ label }) => label !== undefined) : told
  return (chosen.length > 0 ? chosen : rows).sort((a, b) => b.count - a.count)
}

function rowsOf(subject: TimingSubject, timings: SubjectTimings | undefined): ErrorRow[] {
  const { kinds, codes = [] } = timings?.errorKinds ?? {}
  if (kinds !== undefined) return kinds.map((kind) => ({ subject, ...kind }))
  return codes.map(({ code, count }) => ({ subject, code, count }))
}

/** The number of errors without a row, because there are too many kinds. */
export function unlistedErrors(measurements: Measurements | undefined): number {
  return TIMING_SUBJECTS.reduce(
    (sum, subject) => sum + (measurements?.subjects[subject]?.errorKinds?.unlistedErrors ?? 0),
    0,
  )
}

/** `503`, `no response`, or the message; `failed` if nothing more is known. */
export function kindInWords({ code, message }: Pick<ErrorRow, 'code' | 'message'>): string {
  if (code !== undefined) return code === '0' ? 'no response' : code
  return message ?? 'failed'
}

/** `22:17:05 to 22:40:00 UTC`; empty if it is unknown. */
export function spanInWords({ firstAtMs, lastAtMs }: Pick<ErrorRow, 'firstAtMs' | 'lastAtMs'>): string {
  if (firstAtMs === undefined || lastAtMs === undefined) return ''
  const [first, last] = [clockOf(firstAtMs), clockOf(lastAtMs)]
  return first === last ? `${first} UTC` : `${first} to ${last} UTC`
}

/** `22:17:05`, UTC. */
export function clockOf(ms: number): string {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? '–' : date.toISOString().slice(11, 19)
}
