import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { FileError } from '../../../../../src/platform/files/file-errors.ts'
import { checkTestCode, packTestCode } from '../../../../../src/providers/xtc/code/test-code.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'test-code-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function write(files: Record<string, string | Buffer>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), content)
  }
}

interface Member {
  name: string
  text: string
  mode: number
  method: number
}

async function membersOf(zip: Buffer): Promise<Member[]> {
  const open = promisify<Buffer, object, ZipFile>(fromBuffer)
  const file = await open(zip, { lazyEntries: true, strictFileNames: true })
  const members: Member[] = []
  return await new Promise((resolve, reject) => {
    file.on('error', reject).on('end', () => resolve(members))
    file.on('entry', (entry: Entry) => {
      file.openReadStream(entry, (error, stream) => {
        if (error !== null) return reject(error)
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
        stream.on('error', reject).on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          const mode = entry.externalFileAttributes >>> 16
          members.push({ name: entry.fileName, text, mode, method: entry.compressionMethod })
          file.readEntry()
        })
      })
    })
    file.readEntry()
  })
}

const packed = async (folder: string): Promise<Buffer> =>
  await packTestCode(await checkTestCode(folder, root))

test('packs every file below one folder, and keeps which are executable', async () => {
  const long = 'x'.repeat(10_000)
  await write({ 'perf/mvnw': '#!/bin/sh', 'perf/src/Größe.java': long, 'perf/empty': '' })
  await chmod(join(root, 'perf/mvnw'), 0o755)
  expect(await membersOf(await packed('./perf'))).toEqual([
    { name: 'perf/empty', text: '', mode: 0o100644, method: 0 },
    { name: 'perf/mvnw', text: '#!/bin/sh', mode: 0o100755, method: 0 },
    { name: 'perf/src/Größe.java', text: long, mode: 0o100644, method: 8 },
  ])
})

test('packs the whole checkout under the name of its folder', async () => {
  await write({ 'pom.xml': '<project/>', '.git/config': 'x' })
  const [member, ...more] = await membersOf(await packed('.'))
  expect(member?.name).toMatch(/^test-code-[^/]+\/pom\.xml$/)
  expect(more).toEqual([])
})

test('the bytes depend only on names, contents and permissions', async () => {
  await write({ 'perf/b': '2', 'perf/a': '1' })
  const [code, zip] = [await checkTestCode('perf', root), await packed('perf')]
  await rm(join(root, 'perf'), { recursive: true })
  await write({ 'perf/a': '1', 'perf/b': '2' })
  await utimes(join(root, 'perf/a'), 1, 1)
  await chmod(join(root, 'perf/a'), 0o664)
  expect((await packed('perf')).equals(zip)).toBe(true)
  expect((await checkTestCode('perf', root)).sha256).toBe(code.sha256)
  await chmod(join(root, 'perf/a'), 0o755)
  expect((await checkTestCode('perf', root)).sha256).not.toBe(code.sha256)
})

describe('rejects', () => {
  test('files that were changed after they were checked', async () => {
    await write({ 'perf/a': '1' })
    const code = await checkTestCode('perf', root)
    await write({ 'perf/a': '2' })
    await expect(packTestCode(code)).rejects.toBeInstanceOf(FileError)
  })

  test('names with another meaning on another system', async () => {
    await write({ 'perf/a\\b': '1' })
    await expect(checkTestCode('perf', root)).rejects.toBeInstanceOf(FileError)
  })

  test('an archive of more than 100 MB, but not one that compresses well', async () => {
    await write({ 'perf/zeros': Buffer.alloc(110e6) })
    expect((await checkTestCode('perf', root)).archiveBytes).toBeLessThan(1e6)
    let state = 1
    const noise = Buffer.alloc(102e6)
    for (let at = 0; at + 4 <= noise.length; at += 4) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      noise.writeUInt32LE((state ^ (state >>> 13) ^ Math.imul(state, 2654435761)) >>> 0, at)
    }
    await write({ 'perf/noise': noise })
    await expect(checkTestCode('perf', root)).rejects.toBeInstanceOf(FileError)
  })
})

test('follows no link, and names what it left out', async () => {
  await write({ 'perf/a': '1', 'secret/key': 'x' })
  await symlink(join(root, 'secret'), join(root, 'perf/linked'))
  await symlink(join(root, 'secret/key'), join(root, 'perf/key'))
  const code = await checkTestCode('perf', root)
  expect(code).toMatchObject({ fileCount: 1, others: ['key', 'linked'] })
  expect((await membersOf(await packTestCode(code))).map(({ name }) => name)).toEqual(['perf/a'])
})
