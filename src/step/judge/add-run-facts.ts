import type { WorkflowContext } from '../../foundation/ports.ts'
import { BAD_ENDS, type Measurements } from '../../measurements/model.ts'
import type { Collected } from '../../providers/provider.ts'
import type { RunFailure } from '../../verdict/outcome/outcome-facts.ts'
import { troublesOfCollecting } from './data-troubles.ts'
import { workflowRunUrl } from '../publish/workflow-links.ts'

const DATA = ['report', 'result']

/**
 * Adds to the measurements that data is partial. A later judgment or comparison has no other source for that.
 */
export function withPartialData(measurements: Measurements, collected: Collected): Measurements {
  const partial = troublesOfCollecting(collected)
    .filter(({ file, kind }) => kind === 'partial' && DATA.includes(file))
    .map(({ reason }) => reason)
  // When files are judged again, the first judgment has already added the warnings.
  const known = new Set(measurements.warnings.map(({ message }) => message))
  const added = [...new Set(partial)].filter((message) => !known.has(message))
  const warnings = added.map((message) => ({ code: 'partial-archives' as const, message }))
  return { ...measurements, warnings: [...warnings, ...measurements.warnings] }
}

/** Adds where the measurements come from, for later comparisons. */
export function withOrigin(context: WorkflowContext, measurements: Measurements): Measurements {
  const runUrl = workflowRunUrl(context)
  return {
    ...measurements,
    run: {
      ...measurements.run,
      ...(context.sha !== '' && measurements.run.commit === undefined && { commit: context.sha }),
      ...(runUrl !== undefined &&
        measurements.run.workflowRunUrl === undefined && { workflowRunUrl: runUrl }),
    },
  }
}

/** Adds how the run ended. A later judgment has no other source for that. */
export function withEnd(
  measurements: Measurements,
  { failure, endedEarly }: { failure?: RunFailure; endedEarly?: string },
): Measurements {
  const reason = BAD_ENDS.find((one) => one === failure?.reason)
  return {
    ...measurements,
    run: {
      ...measurements.run,
      ...(failure !== undefined && reason !== undefined && { failure: { reason, message: failure.message } }),
      ...(endedEarly !== undefined && { endedEarly }),
    },
  }
}
