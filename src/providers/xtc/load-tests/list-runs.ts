import { GateError } from '../../../foundation/errors.ts'
import { oneLine } from '../../../foundation/one-line.ts'
import { HttpError } from '../../../platform/http/http.ts'
import { FINAL_STAGES, type ExecutionStatus, type RemoteRun } from '../../provider.ts'
import { unreadableRun } from '../../unreadable-run.ts'
import type { XtcApi } from '../api.ts'
import { STATES, type LoadTest, type LoadTestDetails } from '../contracts/contract.ts'
import { listLoadTests } from './list-load-tests.ts'

/** A longer list would use up the time for the others. */
const LOOK_BUDGET_MS = 30_000
const GATE_MARKER = /\bltg-[0-9a-f]{16}\b/

/** The project's load tests as runs: which are active, and which may be copies of the original. */
export async function listRuns(api: XtcApi, original: LoadTestDetails): Promise<RemoteRun[]> {
  if (!(await api.tokens.has('LOADTEST_LIST'))) {
    throw new GateError(
      'start-unknown',
      'The credentials lack scope LOADTEST_LIST, so the load tests cannot be listed.',
    )
  }
  const { loadTests, unreadable } = await listLoadTests(api, { budgetMs: LOOK_BUDGET_MS, patiently: false })
  if (!loadTests.some(({ number }) => number === original.number)) {
    // The original exists: a list without it is incomplete, and may lack our run too.
    throw new HttpError(`The list of load tests lacks load test ${original.number}, so it is incomplete.`, {
      kind: 'mismatch',
    })
  }
  const runs: RemoteRun[] = loadTests.map((loadTest) => ({
    id: String(loadTest.number),
    title: `${loadTest.number} '${oneLine(loadTest.name, 80)}'`,
    texts: [loadTest.name, loadTest.description ?? ''],
    ...(loadTest.startedAtMs !== undefined && { startedAtMs: loadTest.startedAtMs }),
    // How v1 names a copy is not documented: either like the original, or beginning with its name.
    fits: loadTest.name.startsWith(original.name),
    ended: loadTest.finishedAtMs !== undefined,
    isActive: isActive(loadTest),
    isAboutToBegin: isAboutToBegin(loadTest),
    turn: loadTest.number,
  }))
  return [...runs, ...unreadable.map(unreadableRun)]
}

/** It was started, and will load its code soon. */
export function isAboutToBegin(loadTest: LoadTest): boolean {
  return isActive(loadTest) && stageOf(loadTest) === 'waiting'
}

function stageOf({ state = '' }: LoadTest): ExecutionStatus['stage'] | undefined {
  return STATES[state.toUpperCase() as keyof typeof STATES]
}

/** A load test that was never run is NEW too, like one that was just started; ours can be recognized. */
export function isActive(loadTest: LoadTest): boolean {
  const { name, description = '', state = '', startedAtMs, finishedAtMs } = loadTest
  if (finishedAtMs !== undefined) return false
  if (state.toUpperCase() === 'NEW') return GATE_MARKER.test(`${name} ${description}`)
  const stage = stageOf(loadTest)
  return stage === undefined ? startedAtMs !== undefined : !FINAL_STAGES.includes(stage)
}
