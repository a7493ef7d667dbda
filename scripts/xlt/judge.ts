import { createWriteStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack, type Pack } from 'tar-stream'
import { runAction, stepDirectory } from '../../test/runner/run-action.ts'
import type { MeasurementsFile } from './measured-figures.ts'
import { lastLines } from '../run-process.ts'

/** Packs a folder in the format that XTC serves. */
export async function packFolder(folder: string, archive: string): Promise<void> {
  const tar = pack()
  const written = pipeline(tar, createGzip(), createWriteStream(archive))
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    if (statSync(path).isFile()) await addEntry(tar, name, readFileSync(path))
  }
  tar.finalize()
  await written
}

async function addEntry(tar: Pack, name: string, content: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    tar.entry({ name }, content, (error) => (error ? reject(error) : resolve()))
  })
}

/** What the shipped action measures in a folder's files, in mode judge. */
export async function judge(folder: string): Promise<MeasurementsFile> {
  const output = await runJudge(folder, {})
  return JSON.parse(readFileSync(join(output, 'measurements.json'), 'utf8')) as MeasurementsFile
}

/** The status of each criterion of a file, by its id, according to the shipped action. */
export async function statusesOf(
  folder: string,
  name: string,
  criteria: string,
): Promise<Map<string, string>> {
  const file = join(dirname(folder), name)
  writeFileSync(file, criteria)
  const output = await runJudge(folder, { 'criteria-file': file })
  const { criteria: results } = JSON.parse(readFileSync(join(output, 'criteria.json'), 'utf8')) as {
    criteria: { id: string; status: string }[]
  }
  return new Map(results.map(({ id, status }) => [id, status]))
}

async function runJudge(folder: string, inputs: Record<string, string>): Promise<string> {
  const result = await runAction({
    inputs: { mode: 'judge', 'output-directory': folder, 'fail-on': 'none', ...inputs },
    directory: stepDirectory(`${folder}-steps`),
    post: false,
  })
  const output = result.outputs['output-directory']
  if (result.exitCode === 0 && output !== undefined) return output
  throw new Error(`The action did not judge ${folder}.\n${lastLines(result.log, 5)}`)
}
