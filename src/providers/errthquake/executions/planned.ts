import type { LoadProfileEntry } from '../../../measurements/model.ts'
import type { ExecutionHandle } from '../../provider.ts'
import { executionDocument } from './execution-document.ts'
import type { ErrthquakeInputs } from '../inputs.ts'
import type { Execution } from './execution.ts'

/** What is known about each execution before it has an ID. */
export function plannedErrthquake({
  executions,
  checkout,
}: Pick<ErrthquakeInputs, 'executions' | 'checkout'>): Omit<ExecutionHandle, 'id'>[] {
  // If the content is different, it is a different test.
  const contents = new Map(checkout?.files.map(({ name, sha256 }) => [name, ` (${sha256.slice(0, 12)})`]))
  const titleOf = (name: string): string => `${name}${contents.get(name) ?? ''}`
  return executions.map((execution) => {
    const sameRegion = executions.filter((other) => other.region === execution.region)
    const number = sameRegion.length > 1 ? ` ${sameRegion.indexOf(execution) + 1}` : ''
    return {
      label: executions.length > 1 ? `${execution.region}${number}` : '',
      ...(execution.testDurationMs !== undefined && { plannedMs: execution.testDurationMs }),
      ...(execution.testType === 'interactive' && { interactive: true }),
      test: `${titleOf(execution.testConfig)} + ${titleOf(execution.testInput)}`,
      profile: profileOf(execution),
    }
  })
}

function profileOf(execution: Execution): LoadProfileEntry {
  const document = executionDocument(execution)
  const settings = ['virtual-users', 'test-type', 'test-duration', 'ramp-duration'] as const
  return { name: execution.region, settings: settings.map((name) => [name, String(document[name] ?? '')]) }
}
