// Downloads the artifacts of a run as actions/download-artifact does.
// Usage: node download-artifacts.ts <folder> <pattern> [--skip-decompress]
import { mkdir } from 'node:fs/promises'
import { join, matchesGlob } from 'node:path'
import { parseArgs } from 'node:util'
import { DefaultArtifactClient } from '@actions/artifact'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'skip-decompress': { type: 'boolean', default: false } },
})
const [folder = '', pattern = '*'] = positionals
const client = new DefaultArtifactClient()
const { artifacts } = await client.listArtifacts({ latest: true })
const wanted = artifacts.filter(({ name }) => matchesGlob(name, pattern))
for (const { id, name } of wanted) {
  // A single artifact does not get its own folder.
  const path = wanted.length === 1 ? folder : join(folder, name)
  await mkdir(path, { recursive: true })
  await client.downloadArtifact(id, { path, skipDecompress: values['skip-decompress'] })
}
console.log(`Downloaded ${wanted.length} of ${artifacts.length} artifacts to ${folder}`)
