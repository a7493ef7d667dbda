import type { Criterion } from './criterion.ts'
import type { Severity } from './severity.ts'

/** A criterion to judge, wherever it was written. */
export interface CriterionEntry {
  id: string
  /** As written, without comment and surrounding blanks. */
  text: string
  severity: Severity
  enabled: boolean
  test: { kind: 'measure'; criterion: Criterion } | { kind: 'xpath'; expression: string }
  /** The author's own text for a criterion that is not met. */
  message?: string
  waiver?: Waiver
  source: CriterionSource
}

export interface Waiver {
  /** The last day of the waiver, `2026-12-31`, until its end in UTC. */
  until: string
  owner: string
  reason: string
}

/** The file as named in `criteria-file`, absent for the input `criteria`; line and column count from 1. */
export interface CriterionSource {
  file?: string
  line: number
  column?: number
}

/**
 * What is wrong in the criteria, where, and what to write instead; `excerpt` is the line, with a caret below
 * it.
 */
export interface CriteriaFault {
  source: CriterionSource
  message: string
  excerpt?: string
}

export interface ParsedCriteria {
  entries: CriterionEntry[]
  faults: CriteriaFault[]
}

/** The entries whose limit comes from a baseline; without the input `baseline` they can't be judged. */
export function entriesNeedingBaseline(entries: readonly CriterionEntry[]): CriterionEntry[] {
  return entries.filter(
    (entry) => entry.enabled && entry.test.kind === 'measure' && entry.test.criterion.limit.kind !== 'figure',
  )
}
