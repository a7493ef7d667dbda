import { buffer } from 'node:stream/consumers'
import { pack } from 'tar-stream'
import { expect, test } from 'vitest'
import { onlyFileOf } from '../../../src/formats/only-file.ts'
import { tarStream, type TarEntry } from '../../simulator/tar-writer.ts'

const FILE = { name: 'entry', content: Buffer.from('content') }

async function tar(...entries: TarEntry[]): Promise<Buffer> {
  return await buffer(tarStream(entries, 0))
}

test('the only file is returned, whatever its length', async () => {
  expect(String(await onlyFileOf(await tar(FILE), 'entry'))).toBe('content')
  for (const length of [0, 511, 512, 513]) {
    const content = Buffer.alloc(length, 'x')
    expect((await onlyFileOf(await tar({ ...FILE, content }), 'entry')).equals(content)).toBe(true)
  }
})

test('headers of the pax format, which tar writes, are skipped', async () => {
  const archive = pack()
  archive.entry({ name: 'entry', pax: { mtime: '1767225600.5' } }, 'content')
  archive.finalize()
  expect(String(await onlyFileOf(await buffer(archive), 'entry'))).toBe('content')
})

test('a name in a pax header is used, and shown shortened on one line', async () => {
  const archive = pack()
  archive.entry({ name: 'entry', pax: { path: `../../${'long/'.repeat(40)}\n::error::x` } }, 'content')
  archive.finalize()
  await expect(onlyFileOf(await buffer(archive), 'entry')).rejects.toThrow(
    /^its archive contains a file named "\.\.\/\.\.\/long[^\n]{60,100}…"$/,
  )
})

test.each<[string, Promise<Buffer>, string]>([
  ['another name', tar({ ...FILE, name: './entry' }), 'a file named "./entry"'],
  ['a second file', tar(FILE, { ...FILE, name: 'other' }), 'a file named "other"'],
  ['the same twice', tar(FILE, FILE), 'a file named "entry"'],
  ['a folder', tar({ name: 'entry/', content: Buffer.alloc(0) }), 'not a file named "entry/"'],
  ['a second archive after it', tar(FILE).then((all) => Buffer.concat([all, all])), 'after its end'],
  ['nothing', tar(), 'is empty'],
  ['no archive', Promise.resolve(Buffer.alloc(2048, 'x')), 'damaged'],
  [
    'half a file',
    tar({ ...FILE, content: Buffer.alloc(5000) }).then((all) => all.subarray(0, 2000)),
    'truncated',
  ],
])('%s is rejected', async (_, archive, why) => {
  await expect(onlyFileOf(await archive, 'entry')).rejects.toThrow(why)
})
