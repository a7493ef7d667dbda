import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StepsResult } from '../../test/workflow/check-steps.ts'

/** The workflow that runs the action against the simulator, relative to the repository. */
export const END_TO_END = join('.github', 'workflows', 'e2e.yml')

/** The one of its operating systems that is run without GitHub. */
export const END_TO_END_OS = 'ubuntu-latest'

/** What a step leaves in the folder that this variable names outlives the job. */
export const RESULTS_VARIABLE = 'E2E_DIRECTORY'

/** In place of an action that is not fetched; Gitea's runner wants one step at least. */
export const EMPTY_ACTION = `name: Stand-in
description: In place of an action that is not fetched
runs:
  using: composite
  steps:
    - shell: bash
      run: ':'
`

/** What its last step found out. */
export function resultOf(results: string): StepsResult {
  return JSON.parse(readFileSync(join(results, 'e2e-result.json'), 'utf8')) as StepsResult
}
