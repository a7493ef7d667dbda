import { resolve } from 'node:path'
import type { BaselineChoice } from '../../inputs/baseline-choice.ts'
import { readKeptBaseline, type CachingStep, type FoundKept } from './baseline-cache.ts'
import { GateError, messageOf } from '../../foundation/errors.ts'
import { newestOf, timeOf, whyUnfit, type EarlierRun } from './history/earlier-run.ts'
import { mayBeMeasurements, readHistory, skippedText, type AskedHistory } from './history/read-history.ts'
import { runFromService } from './history/run-from-service.ts'
import { isFileError } from '../../platform/files/file-errors.ts'
import { filesNamed } from '../../platform/files/files-in.ts'
import { regularFile } from '../../platform/files/regular-file.ts'
import { HttpError } from '../../platform/http/http.ts'
import { namesOf } from '../../providers/service.ts'
import type { Step } from '../step.ts'

/** `provider` is absent in mode `judge`, which contacts no service. */
export type ComparingStep = CachingStep & Pick<Step, 'http' | 'directory'> & Partial<Pick<Step, 'provider'>>

/**
 * Finds the baseline. Does not throw if there is none: then its criteria are inconclusive. A cancellation is
 * passed on.
 */
export async function findBaseline(
  ports: ComparingStep,
  choice: BaselineChoice,
  asked: AskedHistory,
): Promise<FoundKept> {
  try {
    if (choice.kind === 'file') return await fromFiles(ports, choice.path, asked)
    return await (choice.kind === 'run' ? fromService(ports, choice.runs, asked) : readKeptBaseline(ports))
  } catch (error) {
    return { missing: reasonOf(error) }
  }
}

/** Why there is no baseline; rethrows unexpected errors. */
function reasonOf(error: unknown): string {
  if (error instanceof GateError || error instanceof HttpError || isFileError(error)) return messageOf(error)
  throw error
}

async function fromFiles(
  { log, services }: ComparingStep,
  path: string,
  asked: AskedHistory,
): Promise<FoundKept> {
  const named = await filesNamed(path)
  if (named.kind === 'single') {
    const { readMeasurements } = await import('../../measurements/measurements-file.ts')
    return { measurements: await readMeasurements(regularFile(named.path), namesOf(services)) }
  }
  const paths = named.kind === 'folder' ? named.paths.filter(mayBeMeasurements) : named.paths
  const from = `${paths.length} ${paths.length === 1 ? 'file' : 'files'} of ${resolve(path)}`
  if (paths.length === 0) return { missing: `There are no measurements in ${resolve(path)}.` }
  const history = await readHistory(paths, asked)
  const skipped = skippedText(history, from)
  if (history.newest === undefined)
    return { missing: skipped ?? `This run cannot be compared with any of ${from}.` }
  if (skipped !== undefined) log.warning(skipped)
  return { measurements: history.newest, history: history.runs }
}

/**
 * A single run is returned as it is, and checked by the caller. If there are several, those that cannot be
 * compared are left out.
 */
async function fromService(
  ports: ComparingStep,
  groups: string[][],
  { run, figuresOf }: AskedHistory,
): Promise<FoundKept> {
  const runs = [...new Map(groups.map((ids) => [ids.join(), ids])).values()]
  const [first] = runs
  if (runs.length === 1 && first !== undefined)
    return await runFromService(ports, first, ports.directory.folder('baseline'))
  const history: EarlierRun[] = []
  const unfit: string[] = []
  let newest: { atMs: number; found: FoundKept } | undefined
  for (const ids of runs) {
    const folder = ports.directory.folder('baseline').folder(ids.join('-'))
    const found = await runFromService(ports, ids, folder).catch((error: unknown) => ({
      missing: reasonOf(error),
    }))
    const why = 'missing' in found ? found.missing : whyUnfit(ports.services, run, found.measurements)
    if ('missing' in found || why !== undefined) {
      unfit.push(`run ${ids.join(', ')} (${why ?? ''})`)
      continue
    }
    const atMs = timeOf(found.measurements)
    history.push({ facts: found.measurements.run, figures: figuresOf(found.measurements), atMs })
    if (newest === undefined || atMs >= newest.atMs) newest = { atMs, found }
  }
  const left = unfit.length === 0 ? '' : `These runs are not used: ${unfit.join('; ')}.`
  if (newest === undefined) return { missing: left }
  if (left !== '') ports.log.warning(left)
  return { ...newest.found, history: newestOf(history) }
}
