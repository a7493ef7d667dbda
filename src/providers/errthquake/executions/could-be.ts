import type { TestResult } from '../contract.ts'
import { executionDocument } from './execution-document.ts'
import type { Execution } from './execution.ts'

/** An estimate of the finish is not accurate to the second. */
const SLACK_SHARE = 0.05
const SLACK_MS = 2000

/** The planned executions that this test may be, according to everything that the service shows about it. */
export function couldBe(result: TestResult, executions: readonly Execution[]): number[] {
  return executions.flatMap((execution, index) => (agrees(result, execution) ? [index] : []))
}

function agrees(result: TestResult, execution: Execution): boolean {
  const document = executionDocument(execution)
  const told = Object.entries(result.told ?? {})
  return (
    execution.virtualUsers === result.virtualUsers &&
    (execution.testType === 'interactive') === result.interactive &&
    told.every(([key, value]) => document[key] === value) &&
    lastsAsPlanned(result, execution.testDurationMs)
  )
}

/** A test of a fixed length shows it once it has begun; two loads may differ only in that. */
function lastsAsPlanned(
  { startedAtMs, finishAtMs, stage }: TestResult,
  plannedMs: number | undefined,
): boolean {
  if (plannedMs === undefined) return true
  // A test that never began shows no length; nothing waits for it.
  if (stage === 'failed') return true
  if (startedAtMs === undefined || finishAtMs === undefined) return false
  const lastsMs = finishAtMs - startedAtMs
  const slackMs = SLACK_MS + plannedMs * SLACK_SHARE
  // A test that was stopped is shorter than planned.
  const isShortened = stage !== 'running' && stage !== 'waiting'
  return lastsMs <= plannedMs + slackMs && (isShortened || lastsMs >= plannedMs - slackMs)
}
