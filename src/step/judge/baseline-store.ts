import { resolve } from 'node:path'
import type { BaselineChoice } from '../../inputs/baseline-choice.ts'
import { readKeptBaseline, type BaselineCachePorts, type FoundBaseline } from './baseline-cache.ts'
import { GateError, messageOf } from '../../foundation/errors.ts'
import { troublesOf } from './data-troubles.ts'
import { failureOfEnd } from '../wait/run-failure.ts'
import { isFileError } from '../../platform/files/file-errors.ts'
import type { OutputFolder } from '../../platform/files/output-folder.ts'
import { regularFile } from '../../platform/files/regular-file.ts'
import { HttpError, type HttpPorts } from '../../platform/http/http.ts'
import { retrySafe } from '../../platform/http/retry.ts'
import { isFinal, type Provider, type RunHandle } from '../../providers/provider.ts'
import { namesOf, serviceNamed } from '../../providers/service.ts'

export interface BaselinePorts extends BaselineCachePorts {
  /** Absent in mode `judge`, which asks no service. */
  provider?: Provider
  http?: HttpPorts
  directory: OutputFolder
}

/** Never throws for a baseline that is not there: its criteria end inconclusive. A cancel is passed on. */
export async function findBaseline(ports: BaselinePorts, choice: BaselineChoice): Promise<FoundBaseline> {
  try {
    if (choice.kind === 'file') return await fromFile(ports, resolve(choice.path))
    return await (choice.kind === 'run' ? fromService(ports, choice.ids) : readKeptBaseline(ports))
  } catch (error) {
    if (error instanceof GateError || error instanceof HttpError || isFileError(error))
      return { missing: messageOf(error) }
    throw error
  }
}

async function fromFile({ services }: BaselinePorts, path: string): Promise<FoundBaseline> {
  const { readMeasurements } = await import('../../measurements/measurements-file.ts')
  return { measurements: await readMeasurements(regularFile(path), namesOf(services)) }
}

async function fromService(
  { provider, services, http, directory }: BaselinePorts,
  ids: string[],
): Promise<FoundBaseline> {
  if (provider === undefined || http === undefined)
    return {
      missing: 'Mode judge asks no service; use file: or leave baseline.json in the output directory.',
    }
  const several = ids.length > 1
  const executions = ids.map((id) => ({ id, label: several ? id : '' }))
  const run: RunHandle = { provider: provider.name, executions, startedAtMs: 0, attached: true }
  const status = await retrySafe(http, { budgetMs: CONTACT_BUDGET_MS }, () => provider.status(run))
  if (!status.executions.every(isFinal)) return { missing: `Run ${ids.join(', ')} has not ended yet.` }
  const failure = failureOfEnd('final', status)
  if (failure !== undefined) return { missing: `Run ${ids.join(', ')} is no baseline: ${failure.message}` }
  const collected = await provider.collect(run, status, directory.folder('baseline'))
  const { files } = serviceNamed(services, provider.name)
  const measurements = await files.measure(collected, executions)
  const troubles = troublesOf(files, collected, measurements).filter(({ file }) =>
    ['report', 'result'].includes(file),
  )
  if (Object.keys(measurements.subjects).length > 0) {
    if (troubles.length === 0) return { measurements }
    const whole = [...new Set(troubles.map(({ reason }) => reason))].join(' ')
    return { missing: `The data of run ${ids.join(', ')} is not complete. ${whole}` }
  }
  const reasons = [
    ...collected.missing.map((file) => file.reason),
    ...measurements.warnings.map((warning) => warning.message),
  ]
  return { missing: `Run ${ids.join(', ')} has no data that could be read. ${reasons.join(' ')}` }
}

const CONTACT_BUDGET_MS = 60_000
