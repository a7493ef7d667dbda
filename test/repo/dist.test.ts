import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dist-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function filesOf(target: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(target, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(target.length + 1).replaceAll('\\', '/'), await readFile(path))
  }
  return files
}

function differences(a: Map<string, Buffer>, b: Map<string, Buffer>): string[] {
  const names = [...new Set([...a.keys(), ...b.keys()])].sort()
  return names.filter((name) => a.get(name)?.equals(b.get(name) ?? Buffer.alloc(0)) !== true)
}

test('the compiled vectors match their sources', () => {
  const check = [join(root, 'scripts', 'build-vectors.ts'), '--check']
  expect(spawnSync(process.execPath, check, { encoding: 'utf8' })).toMatchObject({ status: 0 })
})

// `dist/` was built in another directory at another time, so this also shows that two builds are
// byte-identical.
test('dist matches a build of the sources, file by file', async () => {
  const target = join(directory, 'fresh')
  await promisify(execFile)(process.execPath, [join(root, 'scripts', 'build.ts'), target])
  const fresh = await filesOf(target)
  expect(fresh.size).toBeGreaterThan(4)
  // After a change in src, run npm run build.
  expect(differences(fresh, await filesOf(join(root, 'dist')))).toEqual([])
}, 300_000)
