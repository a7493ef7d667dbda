import type { LoadProfileEntry } from '../../../measurements/model.ts'
import type { ExecutionHandle } from '../../provider.ts'
import { executionDocument } from './execution-document.ts'
import type { Execution } from './execution.ts'

/** What is known about each execution before it has an id. */
export function plannedErrthquake(executions: Execution[]): Omit<ExecutionHandle, 'id'>[] {
  return executions.map((execution) => {
    const sameRegion = executions.filter((other) => other.region === execution.region)
    const number = sameRegion.length > 1 ? ` ${sameRegion.indexOf(execution) + 1}` : ''
    return {
      label: executions.length > 1 ? `${execution.region}${number}` : '',
      ...(execution.testDurationMs !== undefined && { plannedMs: execution.testDurationMs }),
      ...(execution.testType === 'interactive' && { interactive: true }),
      test: `${execution.testConfig} + ${execution.testInput}`,
      profile: profileOf(execution),
    }
  })
}

function profileOf(execution: Execution): LoadProfileEntry {
  const document = executionDocument(execution)
  const settings = ['virtual-users', 'test-type', 'test-duration', 'ramp-duration'] as const
  return { name: execution.region, settings: settings.map((name) => [name, String(document[name] ?? '')]) }
}
