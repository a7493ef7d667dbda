import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { InflateBudget } from '../../../../src/formats/archives/inflate-budget.ts'
import { zipMemberBytes, zipMembers } from '../../../../src/formats/archives/zip-file.ts'
import { zipOf } from './archives.ts'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'zip-file-'))
})
afterAll(() => rm(directory, { recursive: true }))

async function fileWith(bytes: Buffer): Promise<string> {
  const path = join(directory, `${Math.random()}.zip`)
  await writeFile(path, bytes)
  return path
}

async function contentOf(path: string, index: number): Promise<string> {
  const members = await zipMembers(path)
  return text(Readable.from(zipMemberBytes(path, members[index]!, new InflateBudget())))
}

test.each([{}, { stored: true }, { sizesBehind: true }])(
  'reads members by the directory: %j',
  async (options) => {
    const path = await fileWith(zipOf({ 'a.csv': 'x'.repeat(100_000), 'b.csv': 'b', empty: '' }, options))
    expect((await zipMembers(path)).map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a.csv', 100_000],
      ['b.csv', 1],
      ['empty', 0],
    ])
    expect(await contentOf(path, 0)).toBe('x'.repeat(100_000))
    expect(await contentOf(path, 1)).toBe('b')
    expect(await contentOf(path, 2)).toBe('')
  },
)

test('content that does not match its CRC is an error', async () => {
  const zip = zipOf({ a: 'some content' })
  zip[zip.length - 22 - 47 + 16]! ^= 1
  await expect(contentOf(await fileWith(zip), 0)).rejects.toThrow('incorrect data check')
})

test('a file that is no ZIP, or only the begin of one, is an error', async () => {
  await expect(zipMembers(await fileWith(Buffer.from('<html>Not Found</html>')))).rejects.toThrow(
    'no ZIP file',
  )
  await expect(zipMembers(await fileWith(zipOf({ a: 'b' }).subarray(0, 40)))).rejects.toThrow('no ZIP file')
  await expect(zipMembers(await fileWith(Buffer.alloc(0)))).rejects.toThrow('no ZIP file')
})
