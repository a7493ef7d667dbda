import { basename, sep } from 'node:path'
import { GateError } from '../../foundation/errors.ts'
import type { Findings } from '../findings.ts'
import { judgeRun, type JudgePorts } from './judge-run.ts'
import { factsOfRunFiles, formerEnd, formerlyMissing } from './former-facts.ts'
import type { Measurements, RunFacts } from '../../measurements/model.ts'
import type { OutputFolder } from '../../platform/files/output-folder.ts'
import { pathsBelow } from '../../platform/files/paths-below.ts'
import { LINKS_FOLDER } from '../../platform/files/manifest.ts'
import { MAX_FILE_BYTES, refuseLarger, regularFile, sizeOf } from '../../platform/files/regular-file.ts'
import type { Collected, CollectedFile, FileKind } from '../../providers/provider.ts'
import { publish, type PublishPorts } from '../publish/publish.ts'

export type JudgeStep = PublishPorts & JudgePorts

/** Deep enough for what downloads make: a folder of artifacts, a folder each, a folder per execution. */
const DEEPEST = 3

/** How each file is named, alone or behind an artifact's name; a downloaded raw ZIP arrives unpacked. */
const NAMES: [FileKind, RegExp][] = [
  ['report', /(^|\.)report\.tar\.gz$/],
  ['result', /(^|\.)result\.tar\.gz$/],
  ['test-report', /(^|\.)testreport\.xml$/],
  ['scorecard', /(^|\.)scorecard\.xml$/],
  ['result', /(^|\.)logs\.(zip|csv)$/],
  ['metrics', /(^|\.)(metrics|run)\.json$/],
]

/** Beside the files of `NAMES`: what an earlier run made of them. */
const READ_AGAIN = /(^|[./\\])(measurements|baseline|criteria)\.json$/

/** No run leaves more; a folder from anywhere may hold whatever it likes. */
const MAX_BYTES: Record<FileKind, number> = {
  report: MAX_FILE_BYTES,
  result: MAX_FILE_BYTES,
  'test-report': 4e9,
  scorecard: 64e6,
  metrics: 64e6,
}

/** Mode `judge`: the files of an earlier run again, say with other criteria. Asks no service and no cache. */
export async function judgeAgain(step: JudgeStep): Promise<Findings> {
  const findings: Findings = { uploads: [] }
  const directory = step.directory.path
  const paths = await filesBelow(step.directory)
  await refuseUnfit(paths)
  const files = await knownFiles(directory, paths)
  const former = await formerMeasurements(directory, paths)
  const data = files.filter((file) => file.kind !== 'metrics')
  if (data.length === 0 && former === undefined) {
    throw new GateError(
      'bad-input',
      `There is nothing to judge in ${directory}: no report.tar.gz, result.tar.gz, logs.zip, logs.csv, testreport.xml or measurements.json. Set output-directory to where the files of the run lie.`,
    )
  }
  const named = factsOf(step, files, former)
  const unmeasured = former === undefined && named.provider === 'errthquake'
  const facts = unmeasured ? await factsOfRunFiles(files) : named
  const partial = former?.warnings.filter(({ code }) => code === 'partial-archives') ?? []
  const missing = missingOf(files, facts, former)
  const collected: Collected = {
    files,
    missing: [...missing, ...(await formerlyMissing(paths, files, missing, former !== undefined))],
    partial: partial.map(({ message }) => message),
    facts,
  }
  const left = paths.find((path) => /(^|\.)baseline\.json$/.test(basename(path)))
  findings.collected = collected
  const baseline =
    step.inputs.baseline ??
    (left === undefined ? undefined : { text: `file:${left}`, choice: { kind: 'file' as const, path: left } })
  const inputs = baseline === undefined ? step.inputs : { ...step.inputs, baseline }
  await judgeRun({ ...step, inputs }, findings, {
    collected,
    // What the run measured says more than files of which some may not have been kept.
    ...(former === undefined ? {} : { measurements: former }),
    ...formerEnd(facts),
  })
  await publish({ ...step, inputs }, findings)
  return findings
}

async function filesBelow({ path: directory }: OutputFolder): Promise<string[]> {
  const paths = await pathsBelow(directory, DEEPEST)
  return paths.filter((path) => {
    const [top = ''] = path.slice(directory.length + 1).split(sep)
    // A run that was compared with left its own files, and an upload its links.
    return top !== LINKS_FOLDER && top !== 'baseline'
  })
}

/** Before anything is read: a link, or a pipe, under a name that would be read is refused for what it is. */
async function refuseUnfit(paths: string[]): Promise<void> {
  for (const path of paths) {
    const kind = kindOf(path)
    if (kind === undefined && !READ_AGAIN.test(path)) continue
    refuseLarger(path, await sizeOf(path), kind === undefined ? MAX_FILE_BYTES : MAX_BYTES[kind])
  }
}

async function knownFiles(directory: string, paths: string[]): Promise<CollectedFile[]> {
  const files: CollectedFile[] = []
  for (const path of paths) {
    const kind = kindOf(path)
    if (kind === undefined) continue
    files.push({
      kind,
      name: path.slice(directory.length + 1).replaceAll(sep, '/'),
      path,
      sizeBytes: await sizeOf(path),
    })
  }
  // One run at a time: of two reports nobody could say which is meant.
  const archives = files.filter((file) => file.kind === 'result' && file.name.endsWith('.tar.gz'))
  const single = (['report', 'test-report', 'scorecard'] as const).map((kind) =>
    files.filter((file) => file.kind === kind),
  )
  for (const same of [...single, archives]) if (same.length > 1) throw severalRuns(directory, same)
  return files
}

function kindOf(path: string): FileKind | undefined {
  const name = basename(path)
  const named = NAMES.find(([, pattern]) => pattern.test(name))?.[0]
  if (named !== undefined) return named
  return /(^|[./\\])logs\.zip[/\\][^/\\]+\.csv$/.test(path) ? 'result' : undefined
}

function severalRuns(directory: string, files: { name: string }[]): GateError {
  return new GateError(
    'bad-input',
    `${directory} holds the files of several runs (${files.map((file) => file.name).join(', ')}). Set output-directory to a folder with those of one run.`,
  )
}

async function formerMeasurements(directory: string, paths: string[]): Promise<Measurements | undefined> {
  const found = paths.filter((one) => /(^|\.)measurements\.json$/.test(basename(one)))
  const { readMeasurements } = await import('../../measurements/measurements-file.ts')
  const read = await Promise.all(found.map((path) => readMeasurements(regularFile(path))))
  // Judging leaves a copy beside what was downloaded.
  if (new Set(read.map(({ run }) => JSON.stringify([run.provider, run.ids]))).size > 1)
    throw severalRuns(
      directory,
      found.map((one) => ({ name: one.slice(directory.length + 1) })),
    )
  return read[0]
}

function factsOf(
  { inputs, ...step }: JudgeStep,
  files: CollectedFile[],
  former: Measurements | undefined,
): RunFacts {
  const directory = step.directory.path
  const isLog = (file: CollectedFile): boolean => file.kind === 'result' && !file.name.endsWith('.tar.gz')
  const logs = files.filter(isLog)
  const provider = former?.run.provider ?? (logs.length > 0 ? 'errthquake' : 'xtc')
  const foreign = files.filter(
    (file) => file.kind !== 'metrics' && isLog(file) !== (provider === 'errthquake'),
  )
  if (foreign.length > 0) throw severalRuns(directory, [...logs.slice(0, 1), ...foreign])
  if (former !== undefined && logs.length > former.run.ids.length) throw severalRuns(directory, logs)
  if (inputs.provider !== undefined && inputs.provider !== provider) {
    throw new GateError(
      'bad-input',
      `Input 'provider' is ${inputs.provider}, but the files in ${directory} are of ${provider}.`,
    )
  }
  return former?.run ?? { provider, ids: [] }
}

/** Data that is neither in the measurements nor here to be read: what needs it cannot be judged. */
function missingOf(
  files: CollectedFile[],
  { provider }: RunFacts,
  former: Measurements | undefined,
): Collected['missing'] {
  const reason = 'it is not in the output directory.'
  const has = (...kinds: FileKind[]): boolean => files.some((file) => kinds.includes(file.kind))
  const subjects: Measurements['subjects'] = former?.subjects ?? {}
  if (provider === 'errthquake')
    return has('result') || subjects.requests ? [] : [{ name: 'logs.zip', reason }]
  const report = has('report', 'test-report') || subjects.requests?.source === 'xlt-report'
  const result = has('result') || subjects['raw-requests']
  return [
    ...(report ? [] : [{ name: 'report.tar.gz', reason }]),
    ...(result ? [] : [{ name: 'result.tar.gz', reason }]),
  ]
}
