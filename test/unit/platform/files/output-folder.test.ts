import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LINKS_FOLDER, Manifest, MANIFEST_NAME } from '../../../../src/platform/files/manifest.ts'
import { OutputFolder } from '../../../../src/platform/files/output-folder.ts'

let parent = ''
let directory = ''
let folder: OutputFolder

beforeEach(async () => {
  parent = await realpath(await mkdtemp(join(tmpdir(), 'output-folder-')))
  directory = join(parent, 'output')
  await mkdir(directory)
  folder = new OutputFolder(directory, new Manifest(directory))
})

afterEach(async () => {
  await rm(parent, { recursive: true })
})

const at = (name: string): string => join(directory, name)
const listed = async (): Promise<string[]> => {
  const manifest = JSON.parse(await readFile(at(MANIFEST_NAME), 'utf8')) as { files: { name: string }[] }
  return manifest.files.map(({ name }) => name)
}

describe('writing', () => {
  test('names the file when it is complete, and lists it before', async () => {
    const part = await folder.begin('a1/logs.zip')
    await part.handle.writeFile('logs')
    expect(await readdir(at('a1'))).toEqual(['logs.zip.part'])
    expect(await part.keep()).toBe(4)
    expect(await readdir(at('a1'))).toEqual(['logs.zip'])
    expect(await listed()).toEqual(['a1/logs.zip'])
  })

  test('replaces its own files', async () => {
    await folder.write('summary.md', 'one')
    await folder.write('summary.md', ['tw', 'o'])
    expect(await readFile(at('summary.md'), 'utf8')).toBe('two')
  })

  test('writes many files at once, and keeps the list complete', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `run-${index % 4}/file-${index}.json`)
    await Promise.all(names.map((name) => folder.write(name, name)))
    expect((await listed()).sort()).toEqual([...names].sort())
    for (const name of names) expect(await readFile(at(name), 'utf8')).toBe(name)
  })

  test.each(['', '.part'])('rejects a link in place of the file%s', async (suffix) => {
    await writeFile(join(parent, 'victim'), 'precious')
    await symlink(join(parent, 'victim'), at(`summary.md${suffix}`))
    await expect(folder.write('summary.md', 'summary')).rejects.toThrow('is in the way')
    expect(await readFile(join(parent, 'victim'), 'utf8')).toBe('precious')
    expect((await lstat(at(`summary.md${suffix}`))).isSymbolicLink()).toBe(true)
  })

  test('rejects a folder that is a link, or that is not ours', async () => {
    await mkdir(join(parent, 'elsewhere'))
    await symlink(join(parent, 'elsewhere'), at('a1'))
    await mkdir(at('a2'))
    for (const id of ['a1', 'a2'])
      await expect(folder.write(`${id}/logs.zip`, 'logs')).rejects.toThrow('is in the way')
    expect([await readdir(join(parent, 'elsewhere')), await readdir(at('a2'))]).toEqual([[], []])
  })

  test('notices a part that was replaced while it was written', async () => {
    const part = await folder.begin('summary.md')
    await rm(part.path)
    await writeFile(part.path, 'theirs')
    await expect(part.keep()).rejects.toThrow('was replaced')
    expect(await readdir(directory)).not.toContain('summary.md')
  })

  test.each(['../a', '/etc/a', 'a/../../b', '.git/config', 'a/b/c/d', ''])(
    'rejects the name %j',
    async (name) => {
      await expect(folder.write(name, 'x')).rejects.toThrow('a file with this name is not allowed')
      expect(await readdir(directory)).toEqual([])
    },
  )

  test('leaves nothing of an abandoned file', async () => {
    const part = await folder.begin('logs.zip')
    await part.handle.writeFile('half')
    await part.drop()
    expect(await readdir(directory)).toEqual([MANIFEST_NAME])
    await folder.write('logs.zip', 'whole')
    expect(await readFile(at('logs.zip'), 'utf8')).toBe('whole')
  })
})

describe('lending another name', () => {
  test('lasts as long as the work, and replaces nothing', async () => {
    const path = await folder.write('report.tar.gz', 'report')
    const seen = await folder.lend(
      path,
      'load-test.report.tar.gz',
      async (lent) => await readFile(lent, 'utf8'),
    )
    expect(seen).toBe('report')
    expect(await readdir(at(LINKS_FOLDER))).toEqual([])
    await writeFile(join(at(LINKS_FOLDER), 'taken'), 'theirs')
    await expect(folder.lend(path, 'taken', () => Promise.resolve())).rejects.toThrow('EEXIST')
    expect(await readFile(join(at(LINKS_FOLDER), 'taken'), 'utf8')).toBe('theirs')
  })

  test('never lends a link, nor a name that leads elsewhere', async () => {
    await writeFile(join(parent, 'secret'), 'secret')
    await symlink(join(parent, 'secret'), at('report.tar.gz'))
    await expect(folder.lend(at('report.tar.gz'), 'a', () => Promise.resolve())).rejects.toThrow(
      'symbolic link',
    )
    const path = await folder.write('summary.md', 'summary')
    const lent = await folder.lend(path, '../../a', (name) => Promise.resolve(name))
    expect(lent).toBe(join(at(LINKS_FOLDER), 'a'))
  })
})
