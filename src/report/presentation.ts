import type { Measurements } from '../measurements/model.ts'
import type { Suggestions } from '../verdict/suggest/suggest-criteria.ts'
import type { Verdict } from '../verdict/verdict.ts'

/**
 * Everything that people see is made from this and from nothing else. What is absent is left out of what they see: a
 * run without measurements is normal (mode `start`, errors before the end).
 */
export interface Presentation {
  /** What tells this step from its neighbours, such as `load-test (eu-west-1)`. */
  title?: string
  verdict: Verdict
  measurements?: Measurements
  /** What `verdict.baseline` was about, where it could be read. */
  baseline?: Measurements
  /** Criteria that the earlier runs suggest. */
  suggestions?: Suggestions
  run: PresentedRun
  workflow?: PresentedWorkflow
  /** Where `summary.html` is to be had, once it was uploaded. */
  pageUrl?: string
  artifacts: PresentedArtifact[]
  /** Facts of one provider only, in the order to show: hours allocated, remaining, active, rollover. */
  facts: [name: string, value: string][]
  /** Files that were expected and are not there; each with its reason, ready to show. */
  missingFiles: string[]
}

export interface PresentedRun {
  /** The service, for people; absent in mode `judge` without measurements. */
  service?: string
  ids: string[]
  url?: string
  /** The service's own report; an archive where a browser cannot open it. */
  report?: { url: string; isArchive?: true }
  /** The provider's last word. */
  state?: string
  test?: string
  startedAtMs?: number
  finishedAtMs?: number
  durationMs?: number
  mode: 'run' | 'start' | 'wait' | 'check' | 'judge'
  /** The attempt of the workflow run, shown from the second on. */
  attempt?: number
  /** True when the run was found rather than started for certain. */
  adopted?: boolean
  /** Runs of the same test that were started to confirm what this one showed. */
  confirming?: { ids: string[]; url?: string }[]
}

/** The run of the workflow that shows this, and what it is about. */
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
