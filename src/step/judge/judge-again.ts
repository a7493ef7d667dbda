import { basename, resolve, sep } from 'node:path'
import { GateError } from '../../foundation/errors.ts'
import { learn, type Findings } from '../findings.ts'
import { type Concluded, publish } from '../publish/publish.ts'
import { readFurtherRuns } from './history/further-runs.ts'
import { judgePrepared, prepareJudgment } from './judge-run.ts'
import { writeVerdict } from './write-verdict.ts'
import { formerEnd, formerlyMissing } from './former-facts.ts'
import type { Measurements } from '../../measurements/model.ts'
import { pathsBelow } from '../../platform/files/below/paths-below.ts'
import { LINKS_FOLDER } from '../../platform/files/manifest.ts'
import { MAX_FILE_BYTES, refuseLarger, regularFile, sizeOf } from '../../platform/files/regular-file.ts'
import type { Collected, CollectedFile, FileKind } from '../../providers/provider.ts'
import { namesOf, serviceNamed, type Service } from '../../providers/service.ts'
import type { JudgeStep } from '../step.ts'

/** Deep enough for downloaded artifacts: a folder for all of them, one for each, and one per execution. */
const DEEPEST = 3

/** Files that an earlier judgment left next to the files of the run. */
const READ_AGAIN =
  /(^|[./])((measurements(-\d{1,3})?|baseline|criteria)\.json|criteria(\.attempt-\d+)?\.zip)$/

/** Files of a further run of the commit. Only its measurements are used. */
const OF_FURTHER_RUN = /(^|[./])confirming-[23][./]/
const slashed = (path: string): string => path.replaceAll(sep, '/')

/** No run has larger files, but the folder may contain anything. */
const MAX_BYTES: Record<FileKind, number> = {
  report: MAX_FILE_BYTES,
  result: MAX_FILE_BYTES,
  'test-report': 4e9,
  scorecard: 64e6,
  metrics: 64e6,
}

/**
 * Mode `judge`: judges the files of an earlier run again, for example with other criteria. Contacts no
 * service and no cache. Throws a `GateError` `bad-input` if the files are not those of one run.
 */
export async function judgeAgain(step: JudgeStep): Promise<Concluded> {
  const paths = await filesBelow(step)
  const named = await knownFiles(step, paths)
  const files = named.map(({ file }) => file)
  const former = await formerMeasurements(step, paths)
  const data = files.filter((file) => file.kind !== 'metrics')
  if (data.length === 0 && former === undefined) throw nothingToJudge(step)
  const service = serviceOf(step, named, former)
  const facts = former?.run ?? (await service.files.factsOf?.(files)) ?? { provider: service.name, ids: [] }
  const partial = former?.warnings.filter(({ code }) => code === 'partial-archives') ?? []
  const missing = missingOf(service, files, former)
  const collected: Collected = {
    files,
    missing: [...missing, ...(await formerlyMissing(paths, files, missing, former !== undefined))],
    partial: partial.map(({ message }) => message),
    facts,
  }
  const left = paths.find((path) => /(^|\.)baseline\.json$/.test(basename(path)))
  const baseline =
    step.inputs.baseline ??
    (left === undefined ? undefined : { text: `file:${left}`, choice: { kind: 'file' as const, path: left } })
  const inputs = baseline === undefined ? step.inputs : { ...step.inputs, baseline }
  const judging = { ...step, inputs }
  const judged = await step.times.measure('judge', async () => {
    const prepared = await prepareJudgment(judging, {
      collected,
      // Earlier measurements are more complete than the files, some of which may not have been kept.
      ...(former !== undefined && { measurements: former }),
      ...formerEnd(service.files, facts),
    })
    const further = await readFurtherRuns(paths, namesOf(step.services))
    return await judgePrepared(judging, prepared, further)
  })
  await writeVerdict(judging, judged)
  const findings: Findings = { ...judged, uploads: [] }
  const presented = await publish({ ...step, inputs }, findings, (known) => learn(findings, known))
  return { ...findings, presented }
}

function nothingToJudge({ directory, services }: JudgeStep): GateError {
  const names = services.flatMap((service) => service.files.judged).join(', ')
  return new GateError(
    'bad-input',
    `There is nothing to judge in ${directory.path}: no ${names} or measurements.json. Set output-directory to the folder with the files of the run.`,
  )
}

async function filesBelow({ directory: { path: directory }, inputs }: JudgeStep): Promise<string[]> {
  const paths = await pathsBelow(directory, DEEPEST)
  const choice = inputs.baseline?.choice
  // Runs to compare with may be in a subfolder.
  const compared = choice?.kind === 'file' ? `${resolve(choice.path)}${sep}` : undefined
  return paths.filter((path) => {
    const [top = ''] = path.slice(directory.length + 1).split(sep)
    // These folders have the files of a baseline run or a confirming run, and links for uploads.
    if (top === LINKS_FOLDER || top === 'baseline' || OF_FURTHER_RUN.test(slashed(path))) return false
    return compared === undefined || `${directory}${sep}`.startsWith(compared) || !path.startsWith(compared)
  })
}

/** A file with one of the names that a service uses. */
interface NamedFile {
  file: CollectedFile
  service: Service
  isSingle: boolean
}

/** Checked before anything is read, so that links and pipes are refused. */
async function knownFiles({ directory, services }: JudgeStep, paths: string[]): Promise<NamedFile[]> {
  const found: NamedFile[] = []
  for (const path of paths) {
    const slashed = path.replaceAll(sep, '/')
    const known = nameOf(services, slashed)
    if (known === undefined && !READ_AGAIN.test(slashed)) continue
    const sizeBytes = await sizeOf(path)
    refuseLarger(path, sizeBytes, known === undefined ? MAX_FILE_BYTES : MAX_BYTES[known.kind])
    if (known === undefined) continue
    const { kind, service, isSingle } = known
    const name = slashed.slice(directory.path.length + 1)
    found.push({ file: { kind, name, path, sizeBytes }, service, isSingle })
  }
  // Two reports would mean two runs, and only one can be judged.
  const singles = found.filter(({ isSingle }) => isSingle).map(({ file }) => file)
  for (const same of Map.groupBy(singles, ({ kind }) => kind).values())
    if (same.length > 1) throw severalRuns(directory.path, same)
  return found
}

function nameOf(
  services: readonly Service[],
  path: string,
): { kind: FileKind; service: Service; isSingle: boolean } | undefined {
  for (const service of services) {
    const found = service.files.names.find(({ pattern }) => pattern.test(path))
    if (found !== undefined) return { kind: found.kind, service, isSingle: found.isSingle === true }
  }
  return undefined
}

function severalRuns(directory: string, files: { name: string }[]): GateError {
  return new GateError(
    'bad-input',
    `${directory} has the files of several runs (${files.map((file) => file.name).join(', ')}). Set output-directory to a folder with the files of one run.`,
  )
}

async function formerMeasurements(
  { directory, services }: JudgeStep,
  paths: string[],
): Promise<Measurements | undefined> {
  const found = paths.filter((one) => /(^|\.)measurements\.json$/.test(basename(one)))
  const { readMeasurements } = await import('../../measurements/measurements-file.ts')
  const read = await Promise.all(found.map((path) => readMeasurements(regularFile(path), namesOf(services))))
  // Judging leaves a copy next to the downloaded files.
  if (new Set(read.map(({ run }) => JSON.stringify([run.provider, run.ids]))).size > 1)
    throw severalRuns(
      directory.path,
      found.map((one) => ({ name: one.slice(directory.path.length + 1) })),
    )
  return read[0]
}

/** The service that the run used. */
function serviceOf(
  { inputs, directory, services }: JudgeStep,
  files: NamedFile[],
  former: Measurements | undefined,
): Service {
  const data = files.filter(({ file }) => file.kind !== 'metrics')
  const owner = services.findLast((one) => data.some(({ service }) => service === one))
  const name = former?.run.provider ?? owner?.name ?? ''
  const service = serviceNamed(services, name)
  const [own, foreign] = [true, false].map((isOwn) =>
    data.flatMap((one) => ((one.service === service) === isOwn ? [one.file] : [])),
  )
  if (foreign!.length > 0) throw severalRuns(directory.path, [...own!.slice(0, 1), ...foreign!])
  const logs = data.filter(({ file, isSingle }) => file.kind === 'result' && !isSingle)
  if (former !== undefined && logs.length > former.run.ids.length)
    throw severalRuns(
      directory.path,
      logs.map(({ file }) => file),
    )
  if (inputs.provider !== undefined && inputs.provider !== name) {
    throw new GateError(
      'bad-input',
      `Input 'provider' is ${inputs.provider}, but the files in ${directory.path} are from ${name}.`,
    )
  }
  return service
}

/** Data that is neither in the measurements nor in a file: criteria that need it cannot be judged. */
function missingOf(
  { files: known }: Service,
  files: CollectedFile[],
  former: Measurements | undefined,
): Collected['missing'] {
  const kinds = new Set(files.map(({ kind }) => kind))
  const names = known.absent({ kinds, subjects: former?.subjects ?? {} })
  return names.map((name) => ({ name, reason: 'it is not in the output directory.' }))
}
