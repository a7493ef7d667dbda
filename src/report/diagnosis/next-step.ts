/** What to do next, most useful first. */
export interface NextStep {
  action: (typeof ACTIONS)[number]
  /** One sentence: why this helps here. */
  why: string
  /** A command to run, if the workflow run is known. */
  command?: string
  /** Inputs of the action to add to the existing ones. */
  inputs?: Record<string, string>
  /** A document of this repository. */
  see: string
}

const ACTIONS = [
  'fix-inputs',
  'fix-credentials',
  'check',
  'look-at-run',
  'attach',
  're-run',
  'confirm',
  'more-time',
  'longer-test',
  'stronger-generators',
  'look-at-labels',
  'fix-criteria',
  'judge-again',
  'keep-baseline',
  'add-criteria',
] as const
