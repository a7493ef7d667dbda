import { assert, asyncProperty, integer, nat } from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Arrival } from '../../../../src/formats/archives/archive-arrival.ts'
import { regularFile } from '../../../../src/platform/files/regular-file.ts'
import { checkArchive, type ArchiveFormat } from '../../../../src/formats/archives/check-archive.ts'
import { zipMembers } from '../../../../src/formats/archives/zip-file.ts'
import { zipOf, type Files } from './archives.ts'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'arrival-'))
})
afterAll(() => rm(directory, { recursive: true }))

interface Seen {
  isWhole: boolean
  files: [string, string][]
}

/** Lets an archive arrive in chunks of a given size, and erases each chunk's memory once it was used. */
async function arrive(
  format: ArchiveFormat,
  bytes: Buffer,
  chunkBytes: number,
  most = Infinity,
  atOnce = 1,
): Promise<Seen> {
  const path = join(directory, 'archive')
  await writeFile(path, bytes)
  const files: [string, string][] = []
  const arrival = new Arrival(format, { read: (name, content) => readInto(files, name, content, most) })
  const pushed: Promise<void>[] = []
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = Buffer.from(bytes.subarray(at, at + chunkBytes))
    pushed.push(arrival.push(chunk).then(() => void chunk.fill(0xee)))
    await pushed.at(-atOnce)
  }
  await Promise.all(pushed)
  return { isWhole: await arrival.end(regularFile(path)), files }
}

async function readInto(
  files: [string, string][],
  name: string,
  content: AsyncIterable<Uint8Array>,
  most: number,
): Promise<void> {
  const parts: Uint8Array[] = []
  for await (const part of content) {
    parts.push(Buffer.from(part))
    if (Buffer.concat(parts).length >= most) break
  }
  files.push([name, Buffer.concat(parts).toString('latin1')])
}

const FILES: Files = { 'a.csv': 'one,two\n'.repeat(40), 'folder/b.txt': 'b', 'empty.csv': '' }
const EXPECTED = Object.entries(FILES)
const ZIPS = {
  'sizes before': zipOf(FILES),
  'sizes behind': zipOf(FILES, { sizesBehind: true }),
  'sizes of eight bytes behind': zipOf(FILES, { sizesBehind: 'of eight bytes' }),
}

describe.each(Object.entries(ZIPS))('a ZIP with its %s the content', (_name, zip) => {
  test('is read and recognized as complete, wherever chunks end', async () => {
    for (let size = 1; size <= 60; size++)
      expect(await arrive('zip', zip, size)).toEqual({ isWhole: true, files: EXPECTED })
  })

  test('is read in order, even if chunks do not wait for those before them', async () => {
    for (const size of [1, 7, 26, 27, 60])
      expect(await arrive('zip', zip, size, Infinity, 3)).toEqual({ isWhole: true, files: EXPECTED })
  })

  test('is recognized as complete although its reader stops early', async () => {
    const big = zipOf({ 'a.csv': 'one,two\n'.repeat(200_000) })
    const { isWhole, files } = await arrive('zip', big, 1000, 10)
    expect(isWhole).toBe(true)
    expect(files).toHaveLength(1)
  })

  test('is never recognized as complete if the check of the file finds it broken', async () => {
    await assert(
      asyncProperty(
        nat(zip.length - 1),
        integer({ min: 1, max: 255 }),
        integer({ min: 1, max: 200 }),
        async (at, flip, size) => {
          const spoiled = Buffer.from(zip)
          spoiled[at] = spoiled[at]! ^ flip
          const { isWhole, files } = await arrive('zip', spoiled, size)
          if (!isWhole) return
          await checkArchive(regularFile(join(directory, 'archive')), 'zip')
          expect(files.map(([, text]) => text)).toEqual(EXPECTED.map(([, text]) => text))
        },
      ),
      { numRuns: 200, seed: 20260105 },
    )
  })

  test('is not recognized as complete if it is truncated anywhere', async () => {
    for (let length = 0; length < zip.length; length++)
      expect((await arrive('zip', zip.subarray(0, length), 64)).isWhole).toBe(false)
  })
})

test('content that looks like the following descriptor is not taken for one', async () => {
  // Uncompressed blocks, so the inner ZIP is contained unchanged.
  const files = { 'a.zip': zipOf(FILES, { sizesBehind: true }), 'b.csv': 'PK\x07\x08'.repeat(20) }
  const zip = zipOf(files, { sizesBehind: true, level: 0 })
  for (const size of [1, 30, 1000]) {
    const { isWhole, files: seen } = await arrive('zip', zip, size)
    expect(isWhole).toBe(true)
    expect(seen.map(([, text]) => text)).toEqual([files['a.zip'].toString('latin1'), files['b.csv']])
  }
})

test('descriptors without a signature are left to the check of the file', async () => {
  const zip = zipOf(FILES, { sizesBehind: 'without signature' })
  expect((await arrive('zip', zip, 64)).isWhole).toBe(false)
  await expect(checkArchive(regularFile(join(directory, 'archive')), 'zip')).resolves.toBeUndefined()
})

test('uncompressed files are left to the check of the file', async () => {
  expect((await arrive('zip', zipOf(FILES, { stored: true }), 64)).isWhole).toBe(false)
})

test('a directory that lists other files than arrived is not trusted', async () => {
  const two = zipOf({ 'a.csv': 'a', 'b.csv': 'b' })
  // Removes the record of the second file: readers that use the directory never see that file.
  const records = two.lastIndexOf('PK\x01\x02', undefined, 'latin1')
  const first = two.indexOf('PK\x01\x02', 0, 'latin1')
  const end = Buffer.from(two.subarray(two.indexOf('PK\x05\x06', 0, 'latin1')))
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(records - first, 12)
  const one = Buffer.concat([two.subarray(0, records), end])
  expect((await arrive('zip', two, 64)).isWhole).toBe(true)
  const path = join(directory, 'archive')
  expect((await arrive('zip', one, 64)).isWhole).toBe(false)
  await expect(checkArchive(regularFile(path), 'zip')).resolves.toBeUndefined()
})

describe('gzip', () => {
  const text = 'line\n'.repeat(100)
  const gzip = Buffer.concat([gzipSync(text), gzipSync(text)])

  test('several members are one file, wherever chunks end', async () => {
    for (let size = 1; size <= gzip.length; size++)
      expect(await arrive('gzip', gzip, size)).toEqual({ isWhole: true, files: [['', text + text]] })
  })

  test('a wrong checksum at the very end is found', async () => {
    const spoiled = Buffer.from(gzip)
    spoiled[gzip.length - 6]! ^= 1
    expect((await arrive('gzip', spoiled, 32)).isWhole).toBe(false)
  })

  test('a truncated, empty or invalid file is not complete', async () => {
    for (const bytes of [gzip.subarray(0, -1), Buffer.from('<html>'), gzipSync('')])
      expect((await arrive('gzip', bytes, 16)).isWhole).toBe(false)
  })

  test('a failing reader does not make it invalid', async () => {
    const arrival = new Arrival('gzip', { read: () => Promise.reject(new Error('no header')) })
    await arrival.push(gzip)
    expect(await arrival.end(regularFile(''))).toBe(true)
  })
})

describe('an archive made to fill the memory', () => {
  const bomb = Buffer.alloc(70 * 2 ** 20)

  test.each<[string, ArchiveFormat, Buffer]>([
    ['a gzip', 'gzip', gzipSync(bomb)],
    ['a ZIP', 'zip', zipOf({ a: bomb })],
    [
      'a ZIP with several members that are only together a bomb',
      'zip',
      zipOf({ a: bomb.subarray(35e6), b: bomb.subarray(35e6) }),
    ],
  ])(
    '%s: is not found whole, and its check ends early without finding it broken',
    async (_what, format, bytes) => {
      expect(await arrive(format, bytes, 1 << 16, 0)).toMatchObject({ isWhole: false })
      await expect(checkArchive(regularFile(join(directory, 'archive')), format)).resolves.toBeUndefined()
    },
  )

  test('a ZIP with members that share their bytes', async () => {
    const zip = zipOf({ 'a.csv': 'one', 'b.csv': 'one' })
    // The second record of the directory refers to the first member.
    zip.writeUInt32LE(0, zip.length - 22 - 5 - 4)
    expect(await arrive('zip', zip, 1 << 16)).toMatchObject({ isWhole: false })
    await expect(checkArchive(regularFile(join(directory, 'archive')), 'zip')).resolves.toBeUndefined()
    await expect(zipMembers(regularFile(join(directory, 'archive')))).rejects.toThrow(
      'Members of the ZIP overlap',
    )
  })
})
