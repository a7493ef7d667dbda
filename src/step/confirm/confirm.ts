import { CONFIRMING } from '../../providers/provider.ts'
import type { ConfirmingRun, Tell } from '../findings.ts'
import type { Step } from '../step.ts'
import { leaveStepNote } from '../traces/leave-step-note.ts'
import { confirmBy, type FirstRun } from './confirming-run.ts'
import { isSuspicion } from './suspicion.ts'

type TellConfirmed = Tell<
  'confirming' | 'remoteFiles' | 'collected' | 'measurements' | 'baseline' | 'verdict'
>

/**
 * Starts further runs of the same test, at most as many as `confirm` says, as long as the verdict is a
 * suspicion. If one of them fails, the verdict stays as it was and mentions the failure. Passes a
 * cancellation on.
 */
export async function confirmSuspicion(step: Step, first: FirstRun, tell: TellConfirmed): Promise<void> {
  const { judgment } = first
  const before = judgment.judged.verdict.outcome
  const runs: ConfirmingRun[] = []
  const spent = [first.spent]
  for (const number of CONFIRMING.slice(0, step.inputs.confirm)) {
    if (!isSuspicion(judgment.judged.verdict)) break
    const run: ConfirmingRun = { number }
    runs.push(run)
    await confirmBy(step, first, {
      run,
      runs,
      spent,
      tell: (remoteFiles) => tell({ confirming: [...runs], ...(remoteFiles && { remoteFiles }) }),
    })
    tell(judgment.judged)
    if (run.failure !== undefined) break
  }
  // With this note a re-run finds the run judged, and does not look for further runs.
  const { outcome } = judgment.judged.verdict
  if (outcome !== before) await leaveStepNote(step, first.run, 'judged', outcome)
}
