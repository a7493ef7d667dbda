import {
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FileError } from '../../../../src/platform/files/file-errors.ts'
import { MANIFEST_NAME } from '../../../../src/platform/files/manifest.ts'
import type { OutputFolder } from '../../../../src/platform/files/output-folder.ts'
import { prepareOutput } from '../../../../src/platform/files/prepare-output.ts'

let parent = ''
let directory = ''

beforeEach(async () => {
  parent = await realpath(await mkdtemp(join(tmpdir(), 'prepare-output-')))
  directory = join(parent, 'output')
})

afterEach(async () => {
  await rm(parent, { recursive: true })
})

const EXPECTED = ['report.tar.gz', 'report.tar.gz.part', 'summary.md', '.artifacts', 'baseline']

async function prepared(
  more: Partial<Parameters<typeof prepareOutput>[0]> = {},
): Promise<{ folder: OutputFolder; removed: string[] }> {
  return await prepareOutput({ directory, expected: EXPECTED, keep: [], clears: true, ...more })
}

/** The files of an earlier run. */
async function earlierRun(): Promise<OutputFolder> {
  const { folder } = await prepared()
  await folder.write('report.tar.gz', 'report')
  await folder.write('summary.md', 'summary')
  await folder.folder('baseline').write('report.tar.gz', 'older report')
  await folder.write('a1/logs.zip', 'logs')
  return folder
}

const text = async (name: string): Promise<string> => await readFile(join(directory, name), 'utf8')

async function refused(...words: string[]): Promise<void> {
  const thrown: unknown = await prepared().catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(FileError)
  for (const word of words) expect((thrown as Error).message).toContain(word)
}

describe('files of an earlier run', () => {
  test('are removed and reported, including its folders, and nothing else', async () => {
    await earlierRun()
    await writeFile(join(directory, 'notes.txt'), 'mine')
    const { removed } = await prepared()
    expect(removed.sort()).toEqual(['a1/logs.zip', 'baseline/report.tar.gz', 'report.tar.gz', 'summary.md'])
    expect((await readdir(directory)).sort()).toEqual([MANIFEST_NAME, 'notes.txt'])
  })

  test('stay if their folder contains a file of the user', async () => {
    await earlierRun()
    await writeFile(join(directory, 'a1', 'notes.txt'), 'mine')
    await prepared()
    expect(await readdir(join(directory, 'a1'))).toEqual(['notes.txt'])
    // The folder is still ours, and may be written to again.
    const { folder } = await prepared()
    await folder.write('a1/logs.zip', 'logs')
    expect((await readdir(join(directory, 'a1'))).sort()).toEqual(['logs.zip', 'notes.txt'])
  })

  test.each([
    ['edited', (path: string) => writeFile(path, 'my words')],
    ['edited with its old size', (path: string) => writeFile(path, 'SUMMARY')],
    [
      'replaced with its old size and time',
      async (path: string) => {
        const { atime, mtime } = await stat(path)
        await writeFile(`${path}.new`, 'SUMMARY')
        await utimes(`${path}.new`, atime, mtime)
        await rename(`${path}.new`, path)
      },
    ],
    [
      'replaced by a folder',
      async (path: string) => {
        await rm(path)
        await mkdir(path)
      },
    ],
    [
      'replaced by a link to an equal file',
      async (path: string) => {
        await rename(path, `${path}.real`)
        await symlink(`${path}.real`, path)
      },
    ],
  ])('are not touched if one was %s', async (_how, change) => {
    await earlierRun()
    await change(join(directory, 'summary.md'))
    const before = await stat(join(directory, 'summary.md'))
    await refused('summary.md is there', directory)
    expect((await stat(join(directory, 'summary.md'))).ino).toBe(before.ino)
  })

  test('are recognized after a step was killed: parts, and names lent to artifacts', async () => {
    const folder = await earlierRun()
    const part = await folder.begin('result.tar.gz')
    await part.handle.writeFile('half')
    await part.handle.close()
    let lent = ''
    await folder.lend(join(directory, 'report.tar.gz'), 'load-test.report.tar.gz', async (path) => {
      lent = path
    })
    await link(join(directory, 'report.tar.gz'), lent)
    const { removed } = await prepared()
    expect(removed).toContain('result.tar.gz.part')
    expect(await readdir(directory)).toEqual([MANIFEST_NAME])
  })

  test('stay if the user refers to them, or if nothing should be cleared', async () => {
    await earlierRun()
    expect((await prepared({ clears: false })).removed).toEqual([])
    const { removed } = await prepared({ keep: [join(directory, 'summary.md')] })
    expect(removed).not.toContain('summary.md')
    expect(await text('summary.md')).toBe('summary')
    expect((await prepared()).removed).toEqual(['summary.md'])
  })
})

describe('files that are not ours', () => {
  test.each(EXPECTED)('%s is in the way', async (name) => {
    await mkdir(directory)
    await writeFile(join(directory, name), 'mine')
    await refused(name, 'Your files are never replaced')
    expect(await text(name)).toBe('mine')
    expect(await readdir(directory)).toEqual([name])
  })

  test('a manifest that is too large, of another form, or has a second name', async () => {
    await mkdir(directory)
    const whole = { schemaVersion: 1, files: [], parts: [], folders: [] }
    const entry = { inode: '1', sizeBytes: 1, modifiedNs: '1' }
    const contents = [
      `${JSON.stringify(whole)}${' '.repeat(1_000_001)}`,
      '',
      '[]',
      JSON.stringify({ ...whole, schemaVersion: 2 }),
      JSON.stringify({ ...whole, files: Array.from({ length: 2001 }, () => ({ ...entry, name: 'a' })) }),
      ...['..', '../a', '/a', 'a//b', 'a/../b', '.git', 'a/.git', 'a\\b', 'a/b/c/d', '', 'a\0b'].map((name) =>
        JSON.stringify({ ...whole, files: [{ ...entry, name }] }),
      ),
      ...['..', '.git', '.artifacts/..', 'a/b/c'].map((name) =>
        JSON.stringify({ ...whole, folders: [{ inode: '1', name }] }),
      ),
    ]
    for (const content of contents) {
      await writeFile(join(directory, MANIFEST_NAME), content)
      await refused(MANIFEST_NAME)
    }
    await writeFile(join(directory, MANIFEST_NAME), JSON.stringify(whole))
    await link(join(directory, MANIFEST_NAME), join(parent, 'second-name'))
    await refused(MANIFEST_NAME)
    await rm(join(parent, 'second-name'))
    expect((await prepared()).removed).toEqual([])
  })

  test('a parent folder that is a link, if the user did not choose the folder', async () => {
    await mkdir(join(parent, 'elsewhere'))
    await symlink(join(parent, 'elsewhere'), directory)
    await expect(prepared({ withoutLinksFrom: parent })).rejects.toThrow('is a symbolic link')
    expect((await prepared()).folder.path).toBe(join(parent, 'elsewhere'))
  })
})

test('a file in place of the folder is reported with its path', async () => {
  await writeFile(directory, 'mine')
  await expect(prepared()).rejects.toThrow(directory)
  expect(await readFile(directory, 'utf8')).toBe('mine')
})
