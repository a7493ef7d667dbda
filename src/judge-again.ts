import { readdir } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { GateError } from './errors.ts'
import type { Findings } from './findings.ts'
import { judgeRun, type JudgePorts } from './judging.ts'
import type { Measurements, RunFacts } from './measurements/model.ts'
import { explainFileError, sizeOf } from './platform/files.ts'
import type { Collected, CollectedFile, FileKind } from './providers/provider.ts'
import { publish, type PublishPorts } from './publish.ts'

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

/** Mode `judge`: the files of an earlier run again, say with other criteria. Asks no service and no cache. */
export async function judgeAgain(step: JudgeStep): Promise<Findings> {
  const findings: Findings = { uploads: [] }
  const paths = await filesBelow(step.directory)
  const files = await knownFiles(step.directory, paths)
  const former = await formerMeasurements(paths)
  const data = files.filter((file) => file.kind !== 'metrics')
  if (data.length === 0 && former === undefined) {
    throw new GateError(
      'bad-input',
      `There is nothing to judge in ${step.directory}: no report.tar.gz, result.tar.gz, logs.zip, logs.csv, testreport.xml or measurements.json. Set output-directory to where the files of the run lie.`,
    )
  }
  const collected: Collected = { files, missing: [], partial: [], facts: factsOf(step, files, former) }
  const left = paths.find((path) => /(^|\.)baseline\.json$/.test(basename(path)))
  const baseline =
    step.inputs.baseline ??
    (left === undefined ? undefined : { text: `file:${left}`, choice: { kind: 'file' as const, path: left } })
  const inputs = baseline === undefined ? step.inputs : { ...step.inputs, baseline }
  await judgeRun({ ...step, inputs }, findings, {
    collected,
    ...(data.length === 0 && former !== undefined ? { measurements: former } : {}),
  })
  await publish({ ...step, inputs }, findings)
  return findings
}

async function filesBelow(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (path) =>
          path.slice(directory.length).split(sep).length - 2 <= DEEPEST &&
          !path.includes(`${sep}.artifacts${sep}`),
      )
      .sort()
  } catch (error) {
    throw explainFileError(error, directory)
  }
}

async function knownFiles(directory: string, paths: string[]): Promise<CollectedFile[]> {
  const files: CollectedFile[] = []
  for (const path of paths) {
    const kind = kindOf(path)
    if (kind === undefined || path.includes(`${sep}baseline${sep}`)) continue
    files.push({
      kind,
      name: path.slice(directory.length + 1).replaceAll(sep, '/'),
      path,
      sizeBytes: await sizeOf(path),
    })
  }
  // One run at a time: of two reports nobody could say which is meant.
  for (const kind of ['report', 'test-report', 'scorecard'] as const) {
    const same = files.filter((file) => file.kind === kind)
    if (same.length > 1) throw severalRuns(directory, same)
  }
  return files
}

function kindOf(path: string): FileKind | undefined {
  const name = basename(path)
  const named = NAMES.find(([, pattern]) => pattern.test(name))?.[0]
  if (named !== undefined) return named
  return /(^|[./\\])logs\.zip[/\\][^/\\]+\.csv$/.test(path) ? 'result' : undefined
}

function severalRuns(directory: string, files: CollectedFile[]): GateError {
  return new GateError(
    'bad-input',
    `${directory} holds the files of several runs (${files.map((file) => file.name).join(', ')}). Set output-directory to a folder with those of one run.`,
  )
}

async function formerMeasurements(paths: string[]): Promise<Measurements | undefined> {
  const path = paths.find((one) => /(^|\.)measurements\.json$/.test(basename(one)))
  if (path === undefined) return undefined
  const { readMeasurements } = await import('./measurements/measurements-file.ts')
  return await readMeasurements(path)
}

function factsOf(
  { inputs, directory }: JudgeStep,
  files: CollectedFile[],
  former: Measurements | undefined,
): RunFacts {
  const logs = files.some((file) => file.kind === 'result' && !file.name.endsWith('.tar.gz'))
  const provider = former?.run.provider ?? (logs ? 'errthquake' : 'xtc')
  if (inputs.provider !== undefined && inputs.provider !== provider) {
    throw new GateError(
      'bad-input',
      `Input 'provider' is ${inputs.provider}, but the files in ${directory} are of ${provider}.`,
    )
  }
  return former?.run ?? { provider, ids: [] }
}
