import { GateError } from '../foundation/errors.ts'
import { formatBytes } from '../foundation/format.ts'
import type { Log } from '../foundation/ports.ts'
import { processLimits, type ProcessLimits } from '../platform/files/process-limits.ts'

/** Connections, archives with their readers, and the programs that evaluate XPath and pack the cache. */
const DESCRIPTORS_NEEDED = 24
/** The page of a run and its measurements. */
const SMALLEST_FILE_BYTES = 1e6
/** No archive is larger than this. */
const LARGEST_FILE_BYTES = 20e9

/** Reports what would break a run on this runner, as far as it can be known before anything is started. */
export function checkRunner(log: Pick<Log, 'warning'>, limits: ProcessLimits = processLimits()): void {
  const { freeDescriptors, largestFileBytes } = limits
  if (freeDescriptors < DESCRIPTORS_NEEDED) {
    throw new GateError(
      'bad-input',
      `The runner lets this step open only ${Math.max(0, freeDescriptors)} more files and connections at a time, but it needs ${DESCRIPTORS_NEEDED}. Nothing was started. Raise the limit on the runner (ulimit -n).`,
    )
  }
  if (largestFileBytes >= LARGEST_FILE_BYTES) return
  const most = `The runner allows no file larger than ${formatBytes(largestFileBytes)} (ulimit -f)`
  if (largestFileBytes < SMALLEST_FILE_BYTES) {
    throw new GateError(
      'bad-input',
      `${most}, which is not enough for the files of a run. Nothing was started. Raise the limit on the runner.`,
    )
  }
  log.warning(`${most}: larger results will be missing. Raise the limit on the runner.`)
}
