import { entriesNeedingBaseline } from '../../criteria/language/criterion-entry.ts'
import { GateError, messageOf } from '../../foundation/errors.ts'
import type { Inputs } from '../../inputs/parse-inputs.ts'
import type { Measurements } from '../../measurements/model.ts'
import { isFileError } from '../../platform/files/file-errors.ts'
import { filesNamed } from '../../platform/files/files-in.ts'
import { regularFile, statsOf } from '../../platform/files/regular-file.ts'
import { HttpError } from '../../platform/http/http.ts'
import { namesOf } from '../../providers/service.ts'
import { readKeptBaseline, type CachingStep, type FoundBaseline } from '../judge/baseline-cache.ts'
import { lookAtRun } from '../judge/history/look-at-run.ts'
import type { Step } from '../step.ts'
import { namesLabels, unknownLabels } from './check-labels.ts'
import { failed, passed, unknown, type Check } from './checklist.ts'

type Checked = CachingStep & Pick<Step, 'inputs' | 'criteria' | 'service' | 'provider' | 'http'>

/**
 * Checks whether the baseline that criteria need is available, as far as that is possible without downloading
 * a run. A baseline that no criterion needs is checked only in mode `check`.
 */
export async function checkBaseline(ports: Checked): Promise<Check[]> {
  const { criteria, inputs } = ports
  const { baseline, mode } = inputs
  if (baseline === undefined) return []
  const isNeeded = entriesNeedingBaseline(criteria).length > 0
  if (mode !== 'check' && !isNeeded && !namesLabels(criteria)) return []
  const { itself, labels } = await checksOf(ports, baseline)
  // What may still change before the run is judged is reported only then.
  const told = mode === 'check' ? itself : isNeeded ? itself.filter(({ state }) => state === 'failed') : []
  return [...told, ...labels]
}

interface BaselineChecks {
  itself: Check[]
  labels: Check[]
}

async function checksOf(
  ports: Checked,
  { text, choice }: NonNullable<Inputs['baseline']>,
): Promise<BaselineChecks> {
  if (choice.kind === 'run') {
    const itself: Check[] = []
    for (const ids of choice.runs) itself.push(await checkRun(ports, ids))
    return { itself, labels: [] }
  }
  const named = `Baseline ${text}`
  const found = choice.kind === 'file' ? await readFile(ports, choice.path) : await readKeptBaseline(ports)
  if ('several' in found) return { itself: [passed(`${named}: ${found.several} files.`)], labels: [] }
  if ('missing' in found) {
    if (choice.kind === 'file') return { itself: [failed(`${named}: ${found.missing}`)], labels: [] }
    return { itself: [unknown(`${named}: ${found.missing}`)], labels: [] }
  }
  if (found.refused !== undefined) return { itself: [unknown(`${named}: ${found.refused}`)], labels: [] }
  const { measurements } = found
  return {
    itself: [ofThisService(ports, named, measurements)],
    labels: unknownLabels(ports.criteria, measurements).map(unknown),
  }
}

/** If there are several files, they are only counted: all of them are read when the run is judged. */
async function readFile({ services }: Checked, path: string): Promise<FoundBaseline | { several: number }> {
  try {
    const named = await filesNamed(path)
    if (named.kind !== 'single')
      return named.paths.length === 0
        ? { missing: `There are no measurements in ${path}.` }
        : { several: named.paths.length }
    if ((await statsOf(named.path)) === undefined)
      return {
        missing: `there is no file ${named.path}. Set 'baseline' to the measurements.json of an earlier run.`,
      }
    const { readMeasurements } = await import('../../measurements/measurements-file.ts')
    return { measurements: await readMeasurements(regularFile(named.path), namesOf(services)) }
  } catch (error) {
    if (error instanceof GateError || isFileError(error)) return { missing: messageOf(error) }
    throw error
  }
}

function ofThisService({ service }: Checked, named: string, { run }: Measurements): Check {
  if (run.provider !== service.name)
    return failed(
      `${named} is a run of ${run.provider}: a run of ${service.title} cannot be compared with it.`,
    )
  return passed(
    `${named}: run ${run.ids.join(', ')}${run.commit === undefined ? '' : ` of commit ${run.commit.slice(0, 8)}`}.`,
  )
}

/** Only the state is requested, because the archives may be several gigabytes. */
async function checkRun(step: Checked, ids: string[]): Promise<Check> {
  const named = `Baseline run:${ids.join(',')}`
  try {
    const { hasEnded, failure } = await lookAtRun(step, ids)
    if (!hasEnded)
      return unknown(`${named} has not finished yet; it must be finished when this run is judged.`)
    return failure === undefined
      ? passed(`${named} exists and has finished.`)
      : failed(`${named} cannot be used as a baseline: ${failure}`)
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    return error.status === 404 || error.status === 410
      ? failed(
          `${named} does not exist: the service knows no such run. Set 'baseline' to a finished run. (${messageOf(error)})`,
        )
      : unknown(`${named} could not be checked: ${messageOf(error)}`)
  }
}
