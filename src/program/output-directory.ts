import { resolve } from 'node:path'
import { GateError } from '../foundation/errors.ts'
import type { Log } from '../foundation/ports.ts'
import type { Inputs } from '../inputs/parse-inputs.ts'
import { LINKS_FOLDER } from '../platform/files/manifest.ts'
import { CONFIRMING } from '../providers/provider.ts'
import { folderOf } from '../step/confirm/further-step.ts'
import type { OutputFolder } from '../platform/files/output-folder.ts'
import { openJudgedOutput, prepareOutput } from '../platform/files/prepare-output.ts'
import { refuseTrap } from '../platform/files/regular-file.ts'

/**
 * The step's own folder below `RUNNER_TEMP`, if the user names none; other steps of the job write there too.
 */
export interface DefaultFolder {
  runnerTemp: string
  directory: string
}

/**
 * Prepares the output directory before anything is started, so that obstacles are reported while they cost
 * nothing.
 */
export async function outputFolderOf(
  inputs: Inputs,
  { runnerTemp, directory }: DefaultFolder,
  log: Log,
): Promise<OutputFolder> {
  await refuseUnfitBaseline(inputs)
  const isDefault = inputs.outputDirectory === ''
  const expected = filesToCome(inputs)
  const { folder, removed } = await prepareOutput({
    directory: isDefault ? directory : resolve(inputs.outputDirectory),
    ...(isDefault && { withoutLinksFrom: runnerTemp }),
    expected: expected.flatMap((name) => [name, `${name}.part`]),
    keep: namedFiles(inputs),
    clears: inputs.mode !== 'check',
  })
  if (removed.length > 0)
    log.info(`Removed from ${folder.path} the files of an earlier run: ${removed.join(', ')}.`)
  return folder
}

/** The folder with the files that mode `judge` judges again. */
export async function judgedFolderOf(inputs: Inputs): Promise<OutputFolder> {
  await refuseUnfitBaseline(inputs)
  const directory = resolve(inputs.outputDirectory)
  const folder = await openJudgedOutput(directory, JUDGED_LOOKS)
  if (folder !== undefined) return folder
  throw new GateError(
    'bad-input',
    `Input 'output-directory' names ${directory}, but there is no such folder. Set it to the folder with the files of the run.`,
  )
}

const SUMMARY_FILES = ['summary.md', 'summary.html', 'criteria.junit.xml', 'diagnosis.json']

/** How files that judging replaces must begin, if an earlier run or its artifacts left them. */
const MEASURED = /^\s*\{\s*"schemaVersion"\s*:\s*1\b/
const JUDGED_LOOKS = {
  'measurements.json': MEASURED,
  'baseline.json': MEASURED,
  'criteria.json': MEASURED,
  'diagnosis.json': MEASURED,
  'criteria.junit.xml': /^<\?xml[^>]*>\s*<testsuites name="Load Test Gate"/,
  'summary.md': /^## \S+ /,
  'suggestions.yaml': /^# Suggested by Load Test Gate /,
  'summary.html':
    /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"/,
}

/** Names of the files that the step will write, as far as they are known before a run has IDs. */
function filesToCome(inputs: Inputs): string[] {
  const links = inputs.artifacts.length === 0 ? [] : [LINKS_FOLDER]
  const always = [...SUMMARY_FILES, ...links]
  if (inputs.mode === 'start') return always
  const compared = inputs.baseline === undefined ? [] : ['baseline.json', 'suggestions.yaml']
  const other = inputs.baseline?.choice.kind === 'run' ? ['baseline'] : []
  const further = CONFIRMING.slice(0, inputs.confirm)
  return [
    ...always,
    ...further.flatMap((number) => [`measurements-${number}.json`, folderOf(number)]),
    'measurements.json',
    'criteria.json',
    ...compared,
    ...other,
    ...(inputs.setup?.fileNames ?? []),
  ]
}

/** Files that the user points to; they may be in the output directory, but don't belong to an earlier run. */
function namedFiles({ baseline, criteriaFile }: Inputs): string[] {
  const paths = [criteriaFile, baseline?.choice.kind === 'file' ? baseline.choice.path : '']
  return paths.filter((path) => path !== '').map((path) => resolve(path))
}

/**
 * If the baseline is missing or a folder, its criteria are inconclusive; a link or a pipe would be a trap.
 */
async function refuseUnfitBaseline({ baseline }: Inputs): Promise<void> {
  if (baseline?.choice.kind === 'file') await refuseTrap(resolve(baseline.choice.path))
}
