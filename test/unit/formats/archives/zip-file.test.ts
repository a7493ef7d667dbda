import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { InflateBudget } from '../../../../src/formats/archives/inflate-budget.ts'
import type { FileSource } from '../../../../src/foundation/file-source.ts'
import { regularFile } from '../../../../src/platform/files/regular-file.ts'
import { zipMemberBytes, zipMembers } from '../../../../src/formats/archives/zip-file.ts'
import { zipOf } from './archives.ts'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'zip-file-'))
})
afterAll(() => rm(directory, { recursive: true }))

async function fileWith(bytes: Buffer): Promise<FileSource> {
  const path = join(directory, `${Math.random()}.zip`)
  await writeFile(path, bytes)
  return regularFile(path)
}

async function contentOf(file: FileSource, index: number): Promise<string> {
  const members = await zipMembers(file)
  return text(Readable.from(zipMemberBytes(file, members[index]!, new InflateBudget())))
}

test.each([{}, { stored: true }, { sizesBehind: true }])(
  'reads members through the directory: %j',
  async (options) => {
    const file = await fileWith(zipOf({ 'a.csv': 'x'.repeat(100_000), 'b.csv': 'b', empty: '' }, options))
    expect((await zipMembers(file)).map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a.csv', 100_000],
      ['b.csv', 1],
      ['empty', 0],
    ])
    expect(await contentOf(file, 0)).toBe('x'.repeat(100_000))
    expect(await contentOf(file, 1)).toBe('b')
    expect(await contentOf(file, 2)).toBe('')
  },
)

test.each([
  [{}, 'incorrect data check'],
  [{ stored: true }, 'does not match its checksum'],
])('content that does not match its CRC is an error: %j', async (options, message) => {
  const zip = zipOf({ a: 'some content' }, options)
  zip[zip.length - 22 - 47 + 16]! ^= 1
  await expect(contentOf(await fileWith(zip), 0)).rejects.toThrow(message)
})

test('names are only compared as text, whatever they are', async () => {
  const file = await fileWith(zipOf({ '../a.csv': 'a', '/b.csv': 'b' }))
  expect((await zipMembers(file)).map(({ name }) => name)).toEqual(['../a.csv', '/b.csv'])
})

test('a file that is not a ZIP, or only the beginning of one, is an error', async () => {
  const none = [Buffer.from('<html>Not Found</html>'), zipOf({ a: 'b' }).subarray(0, 40), Buffer.alloc(0)]
  for (const bytes of none)
    await expect(zipMembers(await fileWith(bytes))).rejects.toThrow('Either not a zip file')
})
