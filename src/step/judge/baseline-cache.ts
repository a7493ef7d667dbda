import { messageOf } from '../../foundation/errors.ts'
import { oneLine } from '../../foundation/one-line.ts'
import type { WorkflowContext } from '../../foundation/ports.ts'
import type { Measurements } from '../../measurements/model.ts'
import type { CacheStore, FoundEntries } from '../../platform/cache/cache-store.ts'
import { namesOf } from '../../providers/service.ts'
import { baselineKeyOf, baselinePrefix, formerPrefix, isNewerKey, newerPrefixes } from './baseline-key.ts'
import type { EarlierRun } from './history/earlier-run.ts'
import { earlierRunOf, isHistory, parseHistory, type KeptFigures } from './history/kept-history.ts'
import { readEntryParts, type KeptOrigin, type EntryPart } from './signed-entry.ts'
import type { Step } from '../step.ts'

/** `cache` is absent in mode `judge`, which uses no cache. */
export type CachingStep = Pick<Step, 'services' | 'log' | 'context' | 'baselineKey' | 'key' | 'nowMs'> &
  Partial<Pick<Step, 'cache'>>

/**
 * The content of the newest entry, which the next entry must contain too; or why it is unknown. An unusable
 * entry (`no-good`) is replaced only by a run that becomes the baseline.
 */
export type KeptBefore =
  | { runs: KeptFigures[]; baseline?: Pick<EntryPart, 'signature' | 'signed'> }
  | { unknown: 'out-of-reach' | 'no-good' }

/** `history`: earlier runs of the same branch, oldest first, whether they passed or not. */
export type FoundKept = FoundBaseline & { history?: EarlierRun[]; before?: KeptBefore }

/**
 * `certain`: there is no usable baseline; otherwise it may only be unavailable at the moment. `refused`: why
 * a baseline that was found is not used. `foreign`: it was kept for another repository, branch, step or key,
 * so somebody copied it there.
 */
export type FoundBaseline =
  { measurements: Measurements; refused?: string; foreign?: boolean } | { missing: string; certain?: boolean }

/** Larger entries are not read; a baseline has a few MB. */
export const MAX_BYTES = 64e6
/** Events that run for somebody else's change, or on behalf of others, never write a baseline. */
export const NEVER_SAVED = /^(pull_request.*|merge_group|issue_comment|workflow_run)$/

const MAX_AGE_DAYS = 30
const DAY_MS = 86_400_000
/** Each look finds a newer entry or is the last one; without an attack, one or two are enough. */
const MOST_LOOKS = 10
const MOST_KEY_CHARACTERS = 200

/** The newest run that was kept for the target branch of the change. */
export async function readKeptBaseline(ports: CachingStep): Promise<FoundKept> {
  const { cache, context, key, log } = ports
  const unavailable = cache === undefined ? 'mode judge does not use the cache' : cache.unavailable()
  if (cache === undefined || unavailable !== undefined) return outOfReach(unavailable)
  const expected = { ...identityOf(ports), ref: baseRefOf(context) }
  const prefix = baselinePrefix(expected)
  const { entries, trouble } = await newestEntry(cache, prefix, ports.nowMs())
  if (trouble !== undefined) return outOfReach(trouble)
  const [entry] = entries
  if (entry === undefined) return await noneKept(ports, cache, expected)
  const read = await cache.read(entry, MAX_BYTES)
  if ('trouble' in read) return outOfReach(read.trouble)
  const name = JSON.stringify(oneLine(entry.key, MOST_KEY_CHARACTERS))
  if ('refused' in read) {
    log.warning(`The entry ${name} of the Actions cache is refused: ${read.refused}. Nothing in it was used.`)
    return {
      missing: `The baseline in the Actions cache is refused, because this action did not write it: ${read.refused}.`,
      before: NO_GOOD,
    }
  }
  const kept = readEntryParts(key, read.content)
  if (kept?.[0] !== undefined && entry.key.endsWith(`.${kept[0].signature}`))
    return await fromEntry(ports, kept, entry.key, expected)
  log.warning(
    `The baseline in the Actions cache is not signed with these credentials and is ignored: entry ${name}.`,
  )
  return {
    missing:
      'The baseline in the Actions cache is not signed with these credentials: somebody tampered with it, or the credentials were changed after it was kept.',
    before: NO_GOOD,
  }
}

const NO_GOOD: KeptBefore = { unknown: 'no-good' }

function outOfReach(why = ''): FoundKept {
  return {
    missing: `There is no baseline, because the Actions cache cannot be read: ${why}.`,
    before: { unknown: 'out-of-reach' },
  }
}

/**
 * The service prefers entries of the job's own ref, however old they are, so the entry that it returns is
 * only where the search begins. Returns at most one entry. Older ones are never used, because somebody could
 * damage the newest one to choose among them.
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
    trouble: 'its entries for this branch hide each other, which only happens in an attack',
  }
}

async function noneKept(
  { context }: CachingStep,
  cache: CacheStore,
  expected: KeptIdentity,
): Promise<FoundKept> {
  const branch = branchOf(expected.ref)
  const former = await cache.find([formerPrefix(expected)])
  if (former.trouble !== undefined) return outOfReach(former.trouble)
  const missing =
    former.entries.length === 0
      ? `There is no baseline for branch ${branch} yet; ${starterOf(context, expected, branch)}.`
      : `The baseline of branch ${branch} was kept by an earlier version of this action and cannot be read.`
  return { missing, certain: true, before: { runs: [] } }
}

/** Which run will be the first baseline. */
function starterOf({ ref, eventName }: WorkflowContext, expected: KeptIdentity, branch: string): string {
  return ref === expected.ref && !NEVER_SAVED.test(eventName)
    ? 'this run starts it, unless it fails'
    : `the next run of ${branch} that passes starts it`
}

/** Reads a signed entry: the earlier runs and then the baseline, or only a baseline. */
async function fromEntry(
  ports: CachingStep,
  [first, second]: EntryPart[],
  entryKey: string,
  expected: KeptIdentity,
): Promise<FoundKept> {
  const { origin, signature, content } = first!
  const ownKey = entryKey === baselineKeyOf(origin, signature)
  const foreign = foreignness(origin, expected, ownKey)
  const history = isHistory(content) ? await parseHistory(content, namesOf(ports.services)) : undefined
  // The first part's signature covers the signature of the baseline, so that nobody can add an older one.
  const baseline =
    history === undefined ? first! : second?.signature === history.baseline ? second : undefined
  const found = await baselineIn(ports, baseline, foreign, expected)
  if (foreign !== undefined) return { ...found, before: NO_GOOD }
  const before = { runs: history?.runs ?? [], ...(baseline && { baseline }) }
  const runs = before.runs.map(earlierRunOf).toReversed()
  return { ...found, before, ...(runs.length > 0 && { history: runs }) }
}

/** Checks the run that was kept as the baseline. */
async function baselineIn(
  ports: CachingStep,
  baseline: EntryPart | undefined,
  foreign: string | undefined,
  expected: KeptIdentity,
): Promise<FoundBaseline> {
  const branch = branchOf(expected.ref)
  if (baseline === undefined)
    return foreign === undefined
      ? {
          missing: `There is no baseline for branch ${branch}, because none of its kept runs passed.`,
          certain: true,
        }
      : {
          missing: `The entry in the Actions cache is refused: ${foreign}, so somebody copied it there.`,
        }
  const { origin, content } = baseline
  const { parseMeasurements } = await import('../../measurements/measurements-file.ts')
  let measurements: Measurements
  try {
    measurements = parseMeasurements(content.toString('utf8'), namesOf(ports.services))
  } catch (error) {
    // It is ours, but from another version: no run could ever be compared with it.
    return { missing: `The baseline in the Actions cache cannot be read: ${messageOf(error)}`, certain: true }
  }
  if (foreign !== undefined)
    return { measurements, refused: `${foreign}, so somebody copied it there.`, foreign: true }
  const ageDays = Math.floor((ports.nowMs() - origin.keptAtMs) / DAY_MS)
  if (ageDays < MAX_AGE_DAYS) return { measurements }
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
  return ownKey ? undefined : 'it was kept under another cache key'
}

export type KeptIdentity = Pick<KeptOrigin, 'repository' | 'ref' | 'step'>

export function identityOf({ context, baselineKey }: CachingStep): KeptIdentity {
  return { repository: context.repository, ref: context.ref, step: baselineKey }
}

/** The target branch of the change; if there is none, the job's own ref. */
function baseRefOf({ baseRef, ref }: WorkflowContext): string {
  if (baseRef !== '') return `refs/heads/${baseRef}`
  const queued = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(ref)?.[1]
  return queued === undefined ? ref : `refs/heads/${queued}`
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '')
}
