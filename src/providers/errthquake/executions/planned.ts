import { createHash } from 'node:crypto'
import { oneLine } from '../../../foundation/one-line.ts'
import type { LoadProfileEntry } from '../../../measurements/model.ts'
import type { ExecutionHandle } from '../../provider.ts'
import type { Checkout } from '../assets/checkout.ts'
import { executionDocument } from './execution-document.ts'
import type { ErrthquakeInputs } from '../inputs.ts'
import type { Execution } from './execution.ts'

/** What is known about each execution before it has an ID. */
export function plannedErrthquake({
  executions,
  checkout,
}: Pick<ErrthquakeInputs, 'executions' | 'checkout'>): Omit<ExecutionHandle, 'id'>[] {
  const contents = checkout === undefined ? undefined : contentsOf(checkout)
  const titleOf = (name: string): string => `${name}${contents?.get(name) ?? ''}`
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

/**
 * A short digest of each file by its name: if the content is different, it is a different test. The objects
 * count as a part of the configurations, because only these use them.
 */
function contentsOf({ files }: Checkout): Map<string, string> {
  const objects = files.filter(({ type }) => type === 'object').map(({ name, sha256 }) => [name, sha256])
  const withObjects = (sha256: string): string =>
    createHash('sha256')
      .update(JSON.stringify([sha256, ...objects]))
      .digest('hex')
  return new Map(
    files.map(({ name, type, sha256 }) => {
      const digest = type === 'configuration' && objects.length > 0 ? withObjects(sha256) : sha256
      return [name, ` (${digest.slice(0, 12)})`]
    }),
  )
}

function profileOf(execution: Execution): LoadProfileEntry {
  const document = executionDocument(execution)
  const settings = ['virtual-users', 'test-type', 'test-duration', 'ramp-duration'] as const
  return { name: execution.region, settings: settings.map((name) => [name, String(document[name] ?? '')]) }
}

/** The service does not list its regions. */
export function regionsInWords({ executions }: ErrthquakeInputs): string {
  const regions = [...new Set(executions.map(({ region }) => `'${oneLine(region, 80)}'`))]
  return `the ${regions.length === 1 ? 'region' : 'regions'} ${regions.join(', ')}`
}
