import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FileError } from '../../../../src/platform/files/file-errors.ts'
import { pathsBelow } from '../../../../src/platform/files/below/paths-below.ts'
import {
  readBytes,
  refuseIrregular,
  regularFile,
  sizeOf,
} from '../../../../src/platform/files/regular-file.ts'
import { readWorkspaceFile } from '../../../../src/platform/files/workspace-file.ts'

let directory = ''
const at = (...names: string[]): string => join(directory, ...names)

beforeAll(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'regular-file-')))
  await mkdir(at('workspace', 'perf'), { recursive: true })
  await mkdir(at('outside'))
  await writeFile(at('plain'), '0123456789')
  await writeFile(at('outside', 'secret'), 'secret')
  await writeFile(at('workspace', 'perf', 'gate.yml'), 'criteria: []')
  await symlink(at('plain'), at('link'))
  await symlink(at('outside'), at('workspace', 'leads-out'))
  await symlink(at('workspace'), at('linked-workspace'))
})
afterAll(() => rm(directory, { recursive: true }))

/**
 * Functions that start each read only when called: one that fails while another is awaited would be an
 * unhandled rejection.
 */
const everyWay = (path: string): (() => Promise<unknown>)[] => [
  () => regularFile(path).text(100),
  () => regularFile(path).opened(() => Promise.resolve()),
  () => buffer(regularFile(path).chunks()),
  () => readBytes(path, 100),
  () => sizeOf(path),
  () => refuseIrregular(path),
]

describe('a regular file', () => {
  test('is read completely, in parts, and at any position', async () => {
    const file = regularFile(at('plain'))
    expect(await file.text(10)).toBe('0123456789')
    expect((await buffer(file.chunks({ start: 3, end: 5 }))).toString()).toBe('345')
    expect((await buffer(file.chunks({ start: 8, end: 100 }))).toString()).toBe('89')
    expect((await buffer(file.chunks({ start: 20, end: 30 }))).toString()).toBe('')
    const [filled, head] = await file.opened(async ({ read }) => {
      const head = Buffer.alloc(4)
      return [await read(head, 8), head] as const
    })
    expect([filled, head.subarray(0, filled).toString()]).toEqual([2, '89'])
  })

  test('of several chunks arrives completely, and may be left early', async () => {
    const large = Buffer.alloc(3_500_000, 'abcdefg')
    await writeFile(at('large'), large)
    expect((await buffer(regularFile(at('large')).chunks())).equals(large)).toBe(true)
    for await (const chunk of regularFile(at('large')).chunks()) {
      expect(chunk.length).toBe(1 << 20)
      break
    }
  })

  test('that grows while it is read ends at its original end', async () => {
    await writeFile(at('growing'), 'x'.repeat(1000))
    let bytes = 0
    for await (const chunk of regularFile(at('growing')).chunks()) {
      bytes += chunk.length
      await appendFile(at('growing'), 'y'.repeat(1000))
    }
    expect(bytes).toBe(1000)
  })

  test('with more bytes than are read is rejected before reading', async () => {
    await expect(regularFile(at('plain')).text(9)).rejects.toThrow('at most 9 B are read')
    await writeFile(at('sparse'), '')
    await truncate(at('sparse'), 21e9)
    await expect(buffer(regularFile(at('sparse')).chunks())).rejects.toThrow('at most 20 GB are read')
  })

  test("that does not exist keeps the system's error code", async () => {
    for (const read of everyWay(at('nowhere')).slice(0, 5)) await expect(read()).rejects.toThrow('ENOENT')
    await expect(refuseIrregular(at('nowhere'))).resolves.toBeUndefined()
  })
})

describe('anything else is rejected at once, and named by its kind', () => {
  test.each([
    ['a symbolic link', () => at('link')],
    ['a folder', () => at('outside')],
  ])('%s', async (what, path) => {
    for (const read of everyWay(path())) {
      const thrown: unknown = await read().catch((error: unknown) => error)
      expect(thrown).toBeInstanceOf(FileError)
      expect((thrown as Error).message).toContain(`${path()} is ${what}`)
    }
  })

  test.skipIf(process.platform === 'win32')('a named pipe, and a device', async () => {
    execFileSync('mkfifo', [at('pipe')])
    for (const read of everyWay(at('pipe'))) await expect(read()).rejects.toThrow('is a named pipe')
    for (const read of everyWay('/dev/zero')) await expect(read()).rejects.toThrow('is a device or socket')
  })
})

describe('a file of the workspace', () => {
  test('is read, however its path is written', async () => {
    for (const workspace of [at('workspace'), at('linked-workspace')])
      for (const start of [at('workspace'), workspace])
        expect(await readWorkspaceFile(join(start, 'perf', 'gate.yml'), workspace, 100)).toBe('criteria: []')
  })

  test('is not outside the workspace, and not reached through a link', async () => {
    const read = (name: string): Promise<string> =>
      readWorkspaceFile(join(at('workspace'), name), at('workspace'), 100)
    await expect(read('../outside/secret')).rejects.toThrow('not inside the workspace')
    await expect(read('leads-out/secret')).rejects.toThrow('leads-out is a symbolic link')
    await expect(read('perf/../leads-out/../outside/secret')).rejects.toThrow('ENOENT')
    await expect(read('.')).rejects.toThrow('not inside the workspace')
  })
})

test('paths below a folder: links are named and not followed, down to a limited depth', async () => {
  await writeFile(at('outside', 'more'), '')
  expect(await pathsBelow(at('workspace'), 3)).toEqual([
    at('workspace', 'leads-out'),
    at('workspace', 'perf', 'gate.yml'),
  ])
  expect(await pathsBelow(at('workspace'), 0)).toEqual([at('workspace', 'leads-out')])
})
