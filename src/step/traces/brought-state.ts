import { sentenceOf } from '../../foundation/errors.ts'
import type { Log, Workflow } from '../../foundation/ports.ts'
import { scrubTexts } from '../../foundation/scrub-texts.ts'
import type { Brought } from '../../providers/provider.ts'

// What the step brought to the service, for the post step: it deletes what main, which may have been killed, left there.

const STATE_NAME = 'brought'

export function saveBrought(workflow: Workflow, brought: readonly Brought[]): void {
  workflow.saveState(STATE_NAME, JSON.stringify(scrubTexts(brought, workflow.scrub)))
}

/** It is gone, or was named. Where that is not kept, the post step finds nothing to do. */
export function forgetBrought(workflow: Workflow, log: Pick<Log, 'warning'>): void {
  try {
    saveBrought(workflow, [])
  } catch (error) {
    log.warning(`The runner did not keep what the post step should know: ${sentenceOf(error)}`)
  }
}

export function loadBrought(workflow: Workflow): Brought[] {
  const text = workflow.readState(STATE_NAME)
  return text === '' ? [] : (JSON.parse(text) as Brought[])
}
