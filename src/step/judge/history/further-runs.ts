import { basename, dirname } from 'node:path'
import type { Measurements } from '../../../measurements/model.ts'
import { regularFile } from '../../../platform/files/regular-file.ts'

/** A further run of the commit, with the name of its file. */
export interface NamedRun {
  name: string
  measurements: Measurements
  /** Set if this step started it to confirm the result of the first run. */
  confirms?: true
}

/** `measurements-2.json`, perhaps with the name of an artifact before it. */
const FURTHER = /(?:^|\.)measurements-(\d{1,3})\.json$/
/** At most three runs of a commit are judged together, but the folder may contain anything. */
const MOST_READ = 10

/** The further runs of the commit among these files, by their numbers. Throws if one cannot be read. */
export async function readFurtherRuns(
  paths: readonly string[],
  providers: readonly string[],
): Promise<NamedRun[]> {
  const byNumber = new Map<number, string>()
  for (const path of paths) {
    const number = Number(FURTHER.exec(basename(path))?.[1])
    if (!(number >= 2)) continue
    const known = byNumber.get(number)
    // Judging leaves a copy of a downloaded file in the folder above it: that one counts.
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
