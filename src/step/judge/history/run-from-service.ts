import { serviceNamed } from '../../../providers/service.ts'
import type { Step } from '../../step.ts'
import type { OutputFolder } from '../../../platform/files/output-folder.ts'
import type { FoundBaseline } from '../baseline-cache.ts'
import { troublesOf } from '../data-troubles.ts'
import { lookAtRun } from './look-at-run.ts'

/**
 * Downloads an earlier run into a folder and measures it. Returns `missing` with the reason if it cannot be
 * used.
 */
export async function runFromService(
  { provider, services, http }: Pick<Step, 'services' | 'http'> & Partial<Pick<Step, 'provider'>>,
  ids: string[],
  folder: OutputFolder,
): Promise<FoundBaseline> {
  if (provider === undefined)
    return {
      missing: 'Mode judge contacts no service; use file:, or leave baseline.json in the output directory.',
    }
  const { run, status, hasEnded, failure } = await lookAtRun({ provider, http }, ids)
  if (!hasEnded) return { missing: `Run ${ids.join(', ')} has not finished yet.` }
  if (failure !== undefined)
    return { missing: `Run ${ids.join(', ')} cannot be used as a baseline: ${failure}` }
  const collected = await provider.collect(run, status, folder)
  const { files } = serviceNamed(services, provider.name)
  const measurements = await files.measure(collected, run.executions)
  const troubles = troublesOf(files, collected, measurements).filter(({ file }) =>
    ['report', 'result'].includes(file),
  )
  if (Object.keys(measurements.subjects).length > 0) {
    if (troubles.length === 0) return { measurements }
    const whole = [...new Set(troubles.map(({ reason }) => reason))].join(' ')
    return { missing: `The data of run ${ids.join(', ')} is incomplete. ${whole}` }
  }
  const reasons = [
    ...collected.missing.map((file) => file.reason),
    ...measurements.warnings.map((warning) => warning.message),
  ]
  return { missing: `Run ${ids.join(', ')} has no readable data. ${reasons.join(' ')}` }
}
