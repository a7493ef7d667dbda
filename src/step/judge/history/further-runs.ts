import { basename, dirname } from 'node:path'
import type { Log } from '../../../foundation/ports.ts'
import { visibleName } from '../../../foundation/one-line.ts'
import type { Measurements } from '../../../measurements/model.ts'
import { regularFile } from '../../../platform/files/regular-file.ts'
import type { Service } from '../../../providers/service.ts'
import { whyUnfit } from './earlier-run.ts'

/** A further run of the commit, by what people know it by: a file or an attempt. */
export interface NamedRun {
  name: string
  measurements: Measurements
}

/** `measurements-2.json`, alone or behind an artifact's name. */
const FURTHER = /(?:^|\.)measurements-(\d{1,3})\.json$/
/** The method takes three runs of a commit; a folder from anywhere may hold whatever it likes. */
const MOST_READ = 10

/** The further runs of the commit that lie among these files, by their numbers. Throws for one that cannot be read. */
export async function readFurtherRuns(
  paths: readonly string[],
  providers: readonly string[],
): Promise<NamedRun[]> {
  const byNumber = new Map<number, string>()
  for (const path of paths) {
    const number = Number(FURTHER.exec(basename(path))?.[1])
    if (!(number >= 2)) continue
    const known = byNumber.get(number)
    // Judging leaves a copy of what was downloaded above it.
    if (known === undefined || dirname(path).length < dirname(known).length) byNumber.set(number, path)
  }
  const numbers = [...byNumber.keys()].sort((a, b) => a - b).slice(-MOST_READ)
  const { readMeasurements } = await import('../../../measurements/measurements-file.ts')
  const runs: NamedRun[] = []
  for (const number of numbers) {
    const path = byNumber.get(number)!
    runs.push({ name: basename(path), measurements: await readMeasurements(regularFile(path), providers) })
  }
  return runs
}

/** Those that are of the same test, load and commit, whole and ended well; the others are named in a warning. */
export function fittingRuns(
  { log, services }: { log: Log; services: readonly Service[] },
  { run }: Measurements,
  { furtherRuns = [] }: { furtherRuns?: NamedRun[] },
): NamedRun[] {
  const fitting: NamedRun[] = []
  for (const further of furtherRuns) {
    const why =
      whyUnfit(services, run, further.measurements) ??
      otherCommit(run.commit, further.measurements.run.commit)
    if (why === undefined) fitting.push(further)
    else log.warning(`${visibleName(further.name, 100)} is not judged together with this run: ${why}`)
  }
  if (fitting.length > 0) {
    const names = fitting.map(({ name }) => visibleName(name, 100)).join(', ')
    log.info(`Judged by ${fitting.length + 1} runs of this commit: this one and ${names}.`)
  }
  return fitting
}

function otherCommit(commit: string | undefined, other: string | undefined): string | undefined {
  if (commit === undefined || other === undefined || commit === other) return undefined
  return `it is of commit ${other.slice(0, 7)}, this run of ${commit.slice(0, 7)}.`
}
