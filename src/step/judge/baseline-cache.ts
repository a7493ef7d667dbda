import { messageOf } from '../../foundation/errors.ts'
import { oneLine } from '../../foundation/one-line.ts'
import type { WorkflowContext } from '../../foundation/ports.ts'
import type { Measurements } from '../../measurements/model.ts'
import type { CacheStore, FoundEntries } from '../../platform/cache/cache-store.ts'
import { readBytes, sizeOf } from '../../platform/files/regular-file.ts'
import { namesOf } from '../../providers/service.ts'
import { baselineKeyOf, baselinePrefix, formerPrefix, isNewerKey, newerPrefixes } from './baseline-key.ts'
import { readKeptRuns, writeKeptRun, type KeptOrigin, type KeptRun } from './kept-run.ts'
import type { Step } from '../step.ts'

/** Mode `judge` has no cache: it asks none. */
export type CachingStep = Pick<Step, 'services' | 'log' | 'context' | 'baselineKey' | 'key' | 'nowMs'> &
  Partial<Pick<Step, 'cache'>>

/**
 * `certain`: there is none that could be used, now or later; otherwise it may only be out of reach. `refused`: why one
 * that was found is not compared with; `foreign`: because it is not of this branch, and somebody put it there.
 */
export type FoundBaseline =
  { measurements: Measurements; refused?: string; foreign?: boolean } | { missing: string; certain?: boolean }

/** More than this is not read back: a baseline is a few MB. */
const MAX_BYTES = 64e6
/** What an entry has besides measurements. */
const MAX_HEAD_BYTES = 10_000
const MAX_AGE_DAYS = 30
const DAY_MS = 86_400_000
/** Each look finds a newer entry or is the last; honest caches need one or two. */
const MOST_LOOKS = 10
const MOST_KEY_CHARACTERS = 200

/** The newest run that was kept for the branch that the change goes to. */
export async function readKeptBaseline(ports: CachingStep): Promise<FoundBaseline> {
  const { cache, context, key, log } = ports
  const unavailable = cache === undefined ? 'mode judge asks no cache' : cache.unavailable()
  if (cache === undefined || unavailable !== undefined) return outOfReach(unavailable)
  const expected = { ...identityOf(ports), ref: baseRefOf(context) }
  const prefix = baselinePrefix(expected)
  const { entries, trouble } = await newestEntry(cache, prefix, ports.nowMs())
  if (trouble !== undefined) return outOfReach(trouble)
  const [entry] = entries
  if (entry === undefined) return await noneKept(cache, expected)
  const read = await cache.read(entry, MAX_BYTES)
  if ('trouble' in read) return outOfReach(read.trouble)
  const name = JSON.stringify(oneLine(entry.key, MOST_KEY_CHARACTERS))
  if ('refused' in read) {
    log.warning(`The entry ${name} of the Actions cache is refused: ${read.refused}. Nothing of it was used.`)
    return {
      missing: `The baseline in the Actions cache is refused, because this action did not write it: ${read.refused}.`,
    }
  }
  const run = readKeptRuns(key, read.content)?.[0]
  if (run !== undefined && entry.key.endsWith(`.${run.signature}`))
    return await judged(ports, run, entry.key, expected)
  log.warning(
    `The baseline in the Actions cache is not signed by these credentials and is ignored: entry ${name}.`,
  )
  return {
    missing:
      'The baseline in the Actions cache is not signed by these credentials: somebody tampered with it, or the credentials were changed after it was kept.',
  }
}

function outOfReach(why = ''): FoundBaseline {
  return { missing: `The Actions cache cannot be read: ${why}.` }
}

/**
 * The service gives a job what is in its own scope first, however old, so the entry that it names is only where the
 * search begins. One entry at most; older ones are never tried, or whoever spoils the newest could choose among them.
 */
async function newestEntry(cache: CacheStore, prefix: string, nowMs: number): Promise<FoundEntries> {
  let found = await cache.find([prefix])
  for (let looks = 1; looks < MOST_LOOKS; looks++) {
    const newest = found.entries.reduce<FoundEntries['entries'][number] | undefined>(
      (best, entry) => (best === undefined || isNewerKey(entry.key, best.key, prefix) ? entry : best),
      undefined,
    )
    if (newest === undefined) return found
    const newer = newerPrefixes(newest.key, prefix, nowMs)
    found = newer.length === 0 ? { entries: [] } : await cache.find(newer)
    if (found.trouble === undefined && found.entries.length === 0) return { entries: [newest] }
  }
  return {
    entries: [],
    trouble: 'its entries for this branch hide one another, as nothing but an attack does',
  }
}

async function noneKept(cache: CacheStore, expected: KeptIdentity): Promise<FoundBaseline> {
  const branch = branchOf(expected.ref)
  const former = await cache.find([formerPrefix(expected)])
  if (former.trouble !== undefined) return outOfReach(former.trouble)
  const missing =
    former.entries.length === 0
      ? `No baseline of this step is kept for the branch ${branch}.`
      : `The baseline of the branch ${branch} was kept by an earlier version of this action and is not read.`
  return { missing, certain: true }
}

/** A run that is signed, against what it must be. */
async function judged(
  ports: CachingStep,
  { origin, signature, measurements: bytes }: KeptRun,
  entryKey: string,
  expected: KeptIdentity,
): Promise<FoundBaseline> {
  const { parseMeasurements } = await import('../../measurements/measurements-file.ts')
  let measurements: Measurements
  try {
    measurements = parseMeasurements(bytes.toString('utf8'), namesOf(ports.services))
  } catch (error) {
    // Our own, of another version: no run could ever be compared with it.
    return { missing: `The baseline in the Actions cache cannot be read: ${messageOf(error)}`, certain: true }
  }
  const foreign = foreignness(origin, expected, entryKey === baselineKeyOf(origin, signature))
  if (foreign !== undefined)
    return { measurements, refused: `${foreign}, so somebody copied it there.`, foreign: true }
  const ageDays = Math.floor((ports.nowMs() - origin.keptAtMs) / DAY_MS)
  if (ageDays < MAX_AGE_DAYS) return { measurements }
  const branch = branchOf(expected.ref)
  return {
    measurements,
    refused: `it was kept ${ageDays} days ago, and after ${MAX_AGE_DAYS} days a branch may have changed too much. Run the workflow on ${branch} to keep a new one.`,
  }
}

function foreignness(origin: KeptOrigin, expected: KeptIdentity, ownKey: boolean): string | undefined {
  if (origin.repository !== expected.repository)
    return `it was kept for the repository ${origin.repository}, not for ${expected.repository}`
  if (origin.ref !== expected.ref) return `it was kept for ${origin.ref}, not for ${expected.ref}`
  if (origin.step !== expected.step) return 'it was kept by another step'
  return ownKey ? undefined : 'it was kept under another key of the cache'
}

/** Events that run for somebody else's change, or on behalf of others, never write a baseline. */
const NEVER_SAVED = /^(pull_request.*|merge_group|issue_comment|workflow_run)$/

/** Keeps the run as its branch's baseline. What fails here is said and decides nothing. */
export async function keepAsBaseline(ports: CachingStep, measurementsPath: string): Promise<void> {
  const { cache, context, key, log } = ports
  if (cache === undefined || NEVER_SAVED.test(context.eventName)) return
  const unavailable = cache.unavailable()
  if (unavailable !== undefined) {
    log.info(`The run was not kept as a baseline: ${unavailable}.`)
    return
  }
  if ((await sizeOf(measurementsPath)) > MAX_BYTES - MAX_HEAD_BYTES) {
    log.info(`The run was not kept as a baseline: its measurements are larger than ${MAX_BYTES / 1e6} MB.`)
    return
  }
  const content = await readBytes(measurementsPath, MAX_BYTES)
  const { runId: workflowRunId, attempt } = context
  const origin = { ...identityOf(ports), workflowRunId, attempt, keptAtMs: ports.nowMs() }
  const { bytes, signature } = writeKeptRun(key, origin, content)
  const saved = await cache.write(baselineKeyOf(origin, signature), bytes)
  log.info(
    saved
      ? `The run was kept as the baseline of ${context.refName}.`
      : 'The run was not kept as a baseline: the cache did not take it.',
  )
}

type KeptIdentity = Pick<KeptOrigin, 'repository' | 'ref' | 'step'>

function identityOf({ context, baselineKey }: CachingStep): KeptIdentity {
  return { repository: context.repository, ref: context.ref, step: baselineKey }
}

/** The branch that the change goes to; without a change, the job's own ref. */
function baseRefOf({ baseRef, ref }: WorkflowContext): string {
  if (baseRef !== '') return `refs/heads/${baseRef}`
  const queued = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(ref)?.[1]
  return queued === undefined ? ref : `refs/heads/${queued}`
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '')
}
