import * as z from 'zod/mini'
import { endedEarly } from '../wait/ended-early.ts'
import type { JudgedRun } from './judge-run.ts'
import type { RunFacts } from '../../measurements/model.ts'
import { failureOfEnd } from '../wait/run-failure.ts'
import { regularFile } from '../../platform/files/regular-file.ts'
import type { FileSource } from '../../foundation/file-source.ts'
import type { CollectedFile, ExecutionStatus, MissingFile } from '../../providers/provider.ts'
import type { ServiceFiles } from '../../providers/service.ts'

/** How an earlier run ended. Judging its files again must not hide that it failed. */
export function formerEnd(
  { badEnds, plannedMs }: ServiceFiles,
  facts: RunFacts,
): Pick<JudgedRun, 'failure' | 'endedEarly'> {
  const states = facts.state?.split(',').map((state) => state.trim()) ?? []
  const statuses = facts.ids.map((id, index): ExecutionStatus => {
    const state = states[index] ?? ''
    const lastedMs = facts.observed?.[index]?.lastedMs
    return {
      id,
      label: '',
      state,
      stage: badEnds[state] ?? 'finished',
      ...(lastedMs !== undefined && { startedAtMs: 0, finishedAtMs: lastedMs }),
    }
  })
  const planned = facts.ids.map((id, index) => {
    const lastsMs = plannedMs?.(facts.loadProfile?.[index])
    return { id, label: '', ...(lastsMs !== undefined && { plannedMs: lastsMs }) }
  })
  const failure = facts.failure ?? failureOfEnd('final', { executions: statuses })
  const early = facts.endedEarly ?? endedEarly(planned, statuses)
  return {
    ...(failure !== undefined && { failure }),
    ...(early !== undefined && { endedEarly: early }),
  }
}

const VERDICT = 'criteria.json'
const VERDICT_FILE = /(^|[./\\])criteria\.json$/
/** The artifact with `criteria.json` and other small files, downloaded without unpacking it. */
const PACKED = /(^|[./\\])criteria(\.attempt-\d+)?\.zip$/
const MAX_VERDICT_BYTES = 64e6

/**
 * Files that were missing when the run was first judged, according to its `criteria.json`. Otherwise nobody
 * would notice: such a file does not exist, and the criteria of now may not need it.
 */
export async function formerlyMissing(
  paths: string[],
  files: CollectedFile[],
  known: MissingFile[],
  measured: boolean,
): Promise<MissingFile[]> {
  const found = await Promise.all(
    paths.filter((path) => VERDICT_FILE.test(path) || PACKED.test(path)).map(missingIn),
  )
  const byName = new Map(found.flat().map((file) => [file.name, file]))
  // In the name of an artifact, folders are separated by dots.
  const has = (name: string): boolean =>
    [...files, ...known].some((file) => `.${dotted(file.name)}`.endsWith(`.${dotted(name)}`))
  return [...byName.values()]
    .filter(({ name }) => !has(name))
    .map((file) => (measured ? { ...file, measuredWithout: true } : file))
}

function dotted(name: string): string {
  return name.replaceAll('/', '.')
}

/** Empty if the file is not a verdict of ours: a user's criteria file may have the same name. */
async function missingIn(path: string): Promise<MissingFile[]> {
  const missing = z.object({ name: z.string(), reason: z.string() })
  const verdict = z.looseObject({ schemaVersion: z.literal(1), missingFiles: z.array(missing) })
  try {
    const file = regularFile(path)
    const text = PACKED.test(path) ? await packedText(file) : await file.text(MAX_VERDICT_BYTES)
    return verdict.parse(JSON.parse(text)).missingFiles
  } catch {
    return []
  }
}

/** The sizes in a ZIP's directory may be wrong, so what is read counts. */
async function packedText(file: FileSource): Promise<string> {
  const { zipMemberBytes, zipMembers } = await import('../../formats/archives/zip-file.ts')
  const { InflateBudget } = await import('../../formats/archives/inflate-budget.ts')
  const member = (await zipMembers(file)).find(({ name }) => name === VERDICT)
  if (member === undefined) throw new Error(`There is no ${VERDICT} in it.`)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of zipMemberBytes(file, member, new InflateBudget())) {
    bytes += chunk.length
    if (bytes > MAX_VERDICT_BYTES) throw new Error(`Its ${VERDICT} is too large.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
