import type { WorkflowContext } from '../../foundation/ports.ts'
import { BAD_ENDS, type Measurements } from '../../measurements/model.ts'
import type { Collected } from '../../providers/provider.ts'
import type { RunFailure } from '../../verdict/outcome/outcome-facts.ts'
import { troublesOfCollecting } from './data-troubles.ts'
import { workflowRunUrl } from '../publish/workflow-links.ts'

const DATA = ['report', 'result']

/** Those who judge again, or compare, have only the measurements to tell them that data is partial. */
export function withPartial(measurements: Measurements, collected: Collected): Measurements {
  const partial = troublesOfCollecting(collected)
    .filter(({ file, kind }) => kind === 'partial' && DATA.includes(file))
    .map(({ reason }) => reason)
  // Judging again finds there what the first judging has added.
  const known = new Set(measurements.warnings.map(({ message }) => message))
  const added = [...new Set(partial)].filter((message) => !known.has(message))
  const warnings = added.map((message) => ({ code: 'partial-archives' as const, message }))
  return { ...measurements, warnings: [...warnings, ...measurements.warnings] }
}

/** Where the measurements come from, for those who compare with them later. */
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

/** Those who judge again have only the measurements to tell them how the run ended. */
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
