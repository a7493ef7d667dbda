import { sentenceOf } from '../../foundation/errors.ts'
import type { Log, Workflow } from '../../foundation/ports.ts'
import { scrubTexts } from '../../foundation/scrub-texts.ts'
import type { RemoteFile } from '../../providers/provider.ts'

// The post step deletes these files if the main step was killed before it did so.

const STATE_NAME = 'remoteFiles'

export function saveRemoteFiles(workflow: Workflow, remoteFiles: readonly RemoteFile[]): void {
  workflow.saveState(STATE_NAME, JSON.stringify(scrubTexts(remoteFiles, workflow.scrub)))
}

/**
 * Called when the files were deleted, or named in a warning: the post step has nothing left to do. If that
 * cannot be saved, it tries again, which does no harm.
 */
export function forgetRemoteFiles(workflow: Workflow, log: Pick<Log, 'warning'>): void {
  try {
    saveRemoteFiles(workflow, [])
  } catch (error) {
    log.warning(`The runner did not keep what the post step should know: ${sentenceOf(error)}`)
  }
}

export function loadRemoteFiles(workflow: Workflow): RemoteFile[] {
  const text = workflow.readState(STATE_NAME)
  return text === '' ? [] : (JSON.parse(text) as RemoteFile[])
}
