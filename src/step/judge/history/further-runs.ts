import { basename, dirname } from 'node:path'
import type { Measurements } from '../../../measurements/model.ts'
import { regularFile } from '../../../platform/files/regular-file.ts'

/** A further run of the commit, by the name of its file. */
export interface NamedRun {
  name: string
  measurements: Measurements
  /** Started by this step, to confirm what the first run showed. */
  confirms?: true
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
