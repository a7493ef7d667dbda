import { join } from 'node:path'
import { messageOf } from '../../foundation/errors.ts'
import { scrubTexts } from '../../foundation/scrub-texts.ts'
import type { Measurements } from '../../measurements/model.ts'
import { mayBecomeBaseline } from '../../verdict/comparable-baseline.ts'
import { countsForUsual, ownRun } from './history/own-run.ts'
import type { FoundBefore, Judged, Judging } from './judge-run.ts'
import { keepRun } from './keep-run.ts'

const MEASUREMENTS = 'measurements.json'
const BASELINE = 'baseline.json'

/** Writes the files of a verdict. False if that failed, which is logged and does not change the outcome. */
export async function writeVerdict(ports: Judging, judged: Judged): Promise<boolean> {
  return await attempt(ports, async () => {
    const { measurements, baseline } = judged
    await writeMeasurements(ports, MEASUREMENTS, measurements)
    if (baseline !== undefined) await writeMeasurements(ports, BASELINE, baseline)
    await writeCriteria(ports, judged)
  })
}

/**
 * Writes the verdict again, after another run of the commit was judged together with the first, and the
 * measurements of that run.
 */
export async function rewriteVerdict(
  ports: Judging,
  judged: Judged,
  further?: { name: string; measurements: Measurements },
): Promise<boolean> {
  return await attempt(ports, async () => {
    if (further !== undefined) await writeMeasurements(ports, further.name, further.measurements)
    await writeCriteria(ports, judged)
  })
}

async function attempt({ directory, log }: Judging, work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    log.warning(
      `The files of the verdict could not be written to ${directory.path}: ${messageOf(error)} The verdict is still valid.`,
    )
    return false
  }
}

/** Secrets in labels are removed only here, because criteria refer to labels as they were measured. */
async function writeMeasurements(
  { directory, workflow }: Judging,
  name: string,
  measurements: Measurements,
): Promise<void> {
  const { measurementsText } = await import('../../measurements/measurements-file.ts')
  await directory.write(name, measurementsText(scrubTexts(measurements, workflow.scrub)))
}

async function writeCriteria({ directory, workflow }: Judging, judged: Judged): Promise<void> {
  const { verdict, collected } = judged
  const { criteriaFile } = await import('../../verdict/outcome/verdict-json.ts')
  // The file becomes an artifact, and a quoted response of the service may contain a secret.
  await directory.write('criteria.json', workflow.scrub(criteriaFile(verdict, collected?.missing ?? [])))
}

/**
 * Keeps the run, and further runs of the commit, oldest first, for their branch, if `baseline` is `branch`.
 */
export async function keepForBranch(
  ports: Judging,
  { verdict, measurements }: Judged,
  { certainlyAbsent = false, foreign, before = { unknown: 'out-of-reach' } }: FoundBefore,
  furtherRuns: readonly Measurements[] = [],
): Promise<void> {
  if (ports.inputs.baseline?.choice.kind !== 'branch') return
  const { percentileOf } = await import('../../measurements/totals/histogram.ts')
  const counts = countsForUsual(verdict, measurements)
  const asBaseline = mayBecomeBaseline(verdict, certainlyAbsent, foreign)
  if (!counts && !asBaseline) return
  const runs = counts ? [measurements, ...furtherRuns] : []
  const earlier = runs.map((run) =>
    ownRun(scrubTexts(run, ports.workflow.scrub), ports.criteria, percentileOf),
  )
  const measurementsPath = join(ports.directory.path, MEASUREMENTS)
  await keepRun(ports, { measurementsPath, asBaseline, before, earlier })
}
