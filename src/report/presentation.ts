import type { Measurements } from '../measurements/model.ts'
import type { JudgedChanges } from '../verdict/against-usual/trends/judged-changes.ts'
import type { RunTrend } from '../verdict/against-usual/trends/run-trends.ts'
import type { Suggestions } from '../verdict/suggest/suggest-criteria.ts'
import type { Verdict } from '../verdict/verdict.ts'

/**
 * The only source of everything that reports show. Absent parts are left out of the reports: a run without
 * measurements is normal (mode `start`, errors before the finish).
 */
export interface Presentation {
  /** Distinguishes this step from similar ones, such as `load-test (eu-west-1)`. */
  title?: string
  verdict: Verdict
  measurements?: Measurements
  /** The measurements of `verdict.baseline`, if they could be read. */
  baseline?: Measurements
  /** How figures compare with earlier runs; absent without any. Changes are colored by it. */
  againstUsual?: JudgedChanges
  /** Criteria that the earlier runs suggest. */
  suggestions?: Suggestions
  /** Figures over the earlier runs and this one; absent if there are no earlier runs. */
  trends?: RunTrend[]
  run: PresentedRun
  workflow?: PresentedWorkflow
  /** The address of `summary.html`, after it was uploaded. */
  pageUrl?: string
  artifacts: PresentedArtifact[]
  /** Facts of one provider only, in display order: hours allocated, remaining, active, rollover. */
  facts: [name: string, value: string][]
  /** Files that were expected and are missing, each with the reason, as text to show. */
  missingFiles: string[]
}

export interface PresentedRun {
  /** The service's name for people; absent in mode `judge` without measurements. */
  service?: string
  ids: string[]
  url?: string
  /** The service's own report; an archive if a browser cannot open it. */
  report?: { url: string; isArchive?: true }
  /** The last state reported by the service. */
  state?: string
  test?: string
  startedAtMs?: number
  finishedAtMs?: number
  durationMs?: number
  mode: 'run' | 'start' | 'wait' | 'check' | 'judge'
  /** The attempt of the workflow run, shown from the second on. */
  attempt?: number
  /** True if the run was found, and it is not certain that this step started it. */
  adopted?: boolean
  /** How many runs the step may start to confirm the result of this one: the input `confirm`. */
  mostConfirming?: number
  /** Runs of the same test that were started to confirm the result of this one. */
  confirming?: { ids: string[]; url?: string }[]
}

/** The workflow run that the report belongs to, and what it is about. */
export interface PresentedWorkflow {
  runUrl?: string
  commit?: { sha: string; url?: string }
  pullRequest?: { number: number; url?: string }
}

export interface PresentedArtifact {
  name: string
  url?: string
  id?: number
  sizeBytes: number
}
