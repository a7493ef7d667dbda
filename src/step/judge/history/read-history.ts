import { basename } from 'node:path'
import { messageOf } from '../../../foundation/errors.ts'
import { oneLine } from '../../../foundation/one-line.ts'
import type { Measurements, RunFacts } from '../../../measurements/model.ts'
import { byName } from '../../../platform/files/files-in.ts'
import { regularFile, sizeOf } from '../../../platform/files/regular-file.ts'
import { namesOf, type Service } from '../../../providers/service.ts'
import type { RunFigures } from '../../../verdict/usual/model.ts'
import { newestOf, timeOf, whyUnfit, type EarlierRun } from './earlier-run.ts'

/** What a history is read for: this run, and the figures that are compared. */
export interface AskedHistory {
  services: readonly Service[]
  run: RunFacts
  figuresOf: (measurements: Measurements) => RunFigures
}

export interface History {
  /** The newest runs that can be compared, oldest first. */
  runs: EarlierRun[]
  /** The complete measurements of the newest one. */
  newest?: Measurements
  /** Files that cannot be used, one text each. */
  skipped: string[]
}

/**
 * Only twenty runs are used, but some of the files may not fit, and a file has to be read to know its time.
 */
const MOST_FILES = 200
const MOST_BYTES = 2e9

/** Other files that a run leaves. */
const OTHERS = /(^|\.)(criteria|baseline|metrics|run)\.json$/i

/** Whether a file in a folder may be measurements, by its name. */
export function mayBeMeasurements(path: string): boolean {
  const name = basename(path)
  return /\.json$/i.test(name) && !OTHERS.test(name)
}

/**
 * Reads one file after another and keeps only the figures, because all files together may be larger than the
 * memory.
 */
export async function readHistory(
  paths: readonly string[],
  { services, run, figuresOf }: AskedHistory,
): Promise<History> {
  const history: History = { runs: [], skipped: [] }
  const sorted = paths.toSorted(byName)
  const left = sorted.splice(0, Math.max(0, sorted.length - MOST_FILES))
  if (left.length > 0)
    history.skipped.push(
      `${left.length} files, ${nameOf(left[0]!)} and those after it by name (at most ${MOST_FILES} are read)`,
    )
  let [bytesLeft, newestAtMs] = [MOST_BYTES, -Infinity]
  for (const path of sorted.toReversed()) {
    try {
      bytesLeft -= await sizeOf(path)
      if (bytesLeft < 0) throw new Error(`together they have more than ${MOST_BYTES / 1e9} GB`)
      const measurements = await measurementsIn(path, namesOf(services))
      const unfit = whyUnfit(services, run, measurements)
      if (unfit !== undefined) throw new Error(unfit)
      const atMs = timeOf(measurements)
      history.runs.unshift({ facts: measurements.run, figures: figuresOf(measurements), atMs })
      if (history.newest !== undefined && !(atMs > newestAtMs)) continue
      history.newest = measurements
      newestAtMs = atMs
    } catch (error) {
      history.skipped.unshift(`${nameOf(path)} (${reasonOf(error)})`)
    }
  }
  return { ...history, runs: newestOf(history.runs) }
}

async function measurementsIn(path: string, providers: readonly string[]): Promise<Measurements> {
  const { parseMeasurements, MAX_FILE_BYTES } = await import('../../../measurements/measurements-file.ts')
  return parseMeasurements(await regularFile(path).text(MAX_FILE_BYTES), providers)
}

const nameOf = (path: string): string => JSON.stringify(oneLine(path, MOST_NAME))
const reasonOf = (error: unknown): string => oneLine(messageOf(error), MOST_REASON).replace(/\.$/, '')
const MOST_NAME = 120
const MOST_REASON = 160

const MOST_NAMED = 10

/** One warning for all files that were left out; undefined if there are none. */
export function skippedText({ skipped, runs }: History, from: string): string | undefined {
  if (skipped.length === 0) return undefined
  const named = skipped.slice(0, MOST_NAMED).join('; ')
  const more = skipped.length > MOST_NAMED ? `; and ${skipped.length - MOST_NAMED} more` : ''
  return `Of ${from}, ${runs.length} ${runs.length === 1 ? 'run is' : 'runs are'} used; left out: ${named}${more}.`
}
