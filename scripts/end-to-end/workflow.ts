import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StepsResult } from '../../test/workflow/check-steps.ts'

/** The workflow that runs the action against the simulator, relative to the repository. */
export const END_TO_END = join('.github', 'workflows', 'e2e.yml')

/** The only one of its operating systems that is run outside GitHub. */
export const END_TO_END_OS = 'ubuntu-latest'

/** What a step writes to the folder in this variable outlives the job. */
export const RESULTS_VARIABLE = 'E2E_DIRECTORY'

/** Replaces an action that is not fetched. Gitea's runner requires at least one step. */
export const EMPTY_ACTION = `name: Stand-in
description: In place of an action that is not fetched
runs:
  using: composite
  steps:
    - shell: bash
      run: ':'
`

/** The result of its last step. */
export function resultOf(results: string): StepsResult {
  return JSON.parse(readFileSync(join(results, 'e2e-result.json'), 'utf8')) as StepsResult
}
