import type { WorkflowContext } from '../../../foundation/ports.ts'
import { oneLine } from '../../../foundation/one-line.ts'
import type { FoundEntry } from '../../../platform/cache/cache-service.ts'
import { namesOf } from '../../../providers/service.ts'
import { wantedFigures } from '../../../verdict/against-usual/usual-entries.ts'
import { MOST_RUNS } from '../../../verdict/usual/settled-by.ts'
import type { Step } from '../../step.ts'
import { readEntryParts, writeEntryPart, type KeptOrigin } from '../signed-entry.ts'
import { newestOf, type EarlierRun } from './earlier-run.ts'
import { earlierRunOf, historyText, keptOf, parseHistory } from './kept-history.ts'

/** What is needed to save and read the runs of attempts. */
export type Attempting = Pick<
  Step,
  'cache' | 'context' | 'stepKey' | 'key' | 'log' | 'services' | 'criteria' | 'nowMs'
>

/** A run that an earlier attempt of this step judged. */
export interface AttemptRun {
  attempt: number
  run: EarlierRun
}

export interface FormerRuns {
  /** Oldest first. */
  runs: AttemptRun[]
  /**
   * Why there may be more runs, as a sentence: somebody may have hidden results that speak against this
   * commit.
   */
  doubt?: string
}

/** A job may be run again many times; only the newest runs count anyway. */
const MOST_ATTEMPTS = 10
/** An entry has at most 4 MB. */
const MOST_BYTES = 5e6
const MOST_KEY_CHARACTERS = 200

/**
 * Whether attempts are judged together: only limits that compare with the usual need several runs of a
 * commit.
 */
export function areJudgedTogether({ criteria, context }: Pick<Attempting, 'criteria' | 'context'>): boolean {
  return context.runId !== '' && wantedFigures(criteria).size > 0
}

/**
 * The runs that earlier attempts of this step judged, as many as are judged together. A cancellation is
 * passed on.
 */
export async function formerRuns(step: Attempting): Promise<FormerRuns> {
  const { cache, context, log } = step
  if (context.attempt <= 1 || !areJudgedTogether(step)) return { runs: [] }
  const unavailable = cache.unavailable()
  if (unavailable !== undefined) {
    log.info(`Runs of earlier attempts are not judged together with this one: ${unavailable}.`)
    return { runs: [] }
  }
  const runs: AttemptRun[] = []
  const oldest = Math.max(1, context.attempt - MOST_ATTEMPTS)
  for (let attempt = context.attempt - 1; attempt >= oldest && runs.length < MOST_RUNS; attempt--) {
    const found = await runsOfAttempt(step, attempt)
    if (typeof found === 'string') {
      const doubt = `the runs of attempt ${attempt} cannot be judged together with this run: ${found}`
      log.warning(`No criterion passes by its usual, because ${doubt}`)
      return { runs, doubt }
    }
    runs.unshift(...found.map((run) => ({ attempt, run })))
  }
  return { runs }
}

/**
 * Saves the runs that this attempt judged, oldest first, for the next one. If that fails, it is logged and
 * the outcome stays the same.
 */
export async function keepForNextAttempt(step: Attempting, runs: readonly EarlierRun[]): Promise<void> {
  const { cache, context, key, log } = step
  if (cache.unavailable() !== undefined) return
  const text = historyText({ baseline: null, runs: runs.map(keptOf).toReversed() })
  const origin = { ...placeOf(step, context.attempt), keptAtMs: step.nowMs() }
  let saved = false
  if (text !== undefined) {
    const { bytes, signature } = writeEntryPart(key, origin, Buffer.from(text), 'attempt')
    saved = await cache.write(`${prefixOf(origin)}${signature}`, bytes)
  }
  const why = text === undefined ? 'it has too many labels' : 'the cache did not accept it'
  if (!saved) log.info(`This run will not be judged together with a re-run: ${why}.`)
}

type Place = Omit<KeptOrigin, 'keptAtMs'>

function placeOf(
  { context, stepKey }: { context: WorkflowContext; stepKey: string },
  attempt: number,
): Place {
  const { repository, ref, runId: workflowRunId } = context
  return { repository, ref, step: stepKey, workflowRunId, attempt }
}

/** Like the prefix of a note: one workflow run, one step, one attempt. */
function prefixOf({ workflowRunId, step, attempt }: Place): string {
  return `load-test-gate-runs-1-${workflowRunId}-${step}-${attempt}-`
}

/** The runs, oldest first; or why it is unknown whether there are any, as a sentence. */
async function runsOfAttempt(step: Attempting, attempt: number): Promise<EarlierRun[] | string> {
  const place = placeOf(step, attempt)
  const { entries, trouble } = await step.cache.find([prefixOf(place)])
  if (trouble !== undefined) return `the cache cannot be read: ${trouble}.`
  if (entries.length === 0) return []
  // An attempt that confirmed a suspicion left several entries, and the cache returns one for each
  // compression: all of them are read, so that none hides another.
  const all = new Map<string, EarlierRun>()
  for (const entry of entries) {
    const runs = await runsIn(step, place, entry)
    if (typeof runs === 'string') return runs
    for (const run of runs) all.set(run.facts.ids.join(), run)
  }
  return newestOf([...all.values()])
}

/** The signed place must match: an entry of another attempt, ref or step was copied by somebody. */
async function runsIn(step: Attempting, place: Place, entry: FoundEntry): Promise<EarlierRun[] | string> {
  const read = await step.cache.read(entry, MOST_BYTES)
  if ('trouble' in read) return `the cache cannot be read: ${read.trouble}.`
  const name = `entry ${JSON.stringify(oneLine(entry.key, MOST_KEY_CHARACTERS))}`
  if ('refused' in read) return `this action did not write it: ${read.refused} (${name}).`
  const [kept, ...others] = readEntryParts(step.key, read.content, 'attempt') ?? []
  if (kept === undefined || others.length > 0 || entry.key !== `${prefixOf(place)}${kept.signature}`)
    return `it is not signed with these credentials (${name}).`
  const isOurs = Object.entries(place).every(([part, value]) => kept.origin[part as keyof Place] === value)
  if (!isOurs) return `somebody copied it there (${name}).`
  const history = await parseHistory(kept.content, namesOf(step.services))
  if (history === undefined) return `another version of this action kept it (${name}).`
  return history.runs.map(earlierRunOf).toReversed()
}
