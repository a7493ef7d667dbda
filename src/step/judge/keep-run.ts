import { readBytes, sizeOf } from '../../platform/files/regular-file.ts'
import { identityOf, MAX_BYTES, NEVER_SAVED, type CachingStep, type KeptBefore } from './baseline-cache.ts'
import { baselineKeyOf } from './baseline-key.ts'
import type { EarlierRun } from './history/earlier-run.ts'
import { historyText, keptOf } from './history/kept-history.ts'
import { writeEntryPart } from './signed-entry.ts'

/** The room in an entry for everything besides the baseline. */
const MAX_HISTORY_BYTES = 5e6

/** What to keep of a run that has ended. */
export interface RunToKeep {
  measurementsPath: string
  /**
   * The figures that the usual is calculated from: of this run and of further runs of its commit, oldest
   * first. Empty if the run does not count.
   */
  earlier: readonly EarlierRun[]
  /** Whether it becomes the baseline of its branch. */
  asBaseline: boolean
  before: KeptBefore
}

/**
 * Adds the run to those that are kept for its branch. If that fails, it is logged and the outcome stays the
 * same.
 */
export async function keepRun(ports: CachingStep, run: RunToKeep): Promise<void> {
  const { cache, context, log } = ports
  if (cache === undefined || NEVER_SAVED.test(context.eventName)) return
  const as = run.asBaseline ? 'as a baseline' : 'in the history'
  const entry = cache.unavailable() ?? (await entryOf(ports, run))
  if (typeof entry === 'string') {
    log.info(`The run was not kept ${as}: ${entry}.`)
    return
  }
  const saved = await cache.write(entry.key, entry.bytes)
  const kept = run.asBaseline ? 'as the baseline' : 'in the history'
  log.info(
    saved
      ? `The run was kept ${kept} of ${context.refName}.`
      : `The run was not kept ${as}: the cache did not accept it.`,
  )
}

/** The entry, or why there is none. */
async function entryOf(
  ports: CachingStep,
  { measurementsPath, earlier, asBaseline, before }: RunToKeep,
): Promise<{ key: string; bytes: Buffer } | string> {
  const { context, key } = ports
  if ('unknown' in before && (before.unknown === 'out-of-reach' || !asBaseline))
    return 'the kept data could not be read, and would be lost'
  const { runId: workflowRunId, attempt } = context
  const origin = { ...identityOf(ports), workflowRunId, attempt, keptAtMs: ports.nowMs() }
  const known = 'unknown' in before ? { runs: [] } : before
  let baseline = 'baseline' in known ? known.baseline : undefined
  if (asBaseline) {
    if ((await sizeOf(measurementsPath)) > MAX_BYTES - MAX_HISTORY_BYTES)
      return `its measurements are larger than ${(MAX_BYTES - MAX_HISTORY_BYTES) / 1e6} MB`
    const { bytes, signature } = writeEntryPart(key, origin, await readBytes(measurementsPath, MAX_BYTES))
    baseline = { signed: bytes, signature }
  }
  const own = earlier.map(keptOf).toReversed()
  const ids = new Set(own.map(({ id }) => id))
  const runs = [...own, ...known.runs.filter(({ id }) => !ids.has(id))]
  const text = historyText({ baseline: baseline?.signature ?? null, runs })
  if (text === undefined) return 'it has too many labels'
  const first = writeEntryPart(key, origin, Buffer.from(text))
  return {
    key: baselineKeyOf(origin, first.signature),
    bytes: Buffer.concat([first.bytes, ...(baseline ? [baseline.signed] : [])]),
  }
}
