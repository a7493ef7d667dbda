import { createGzip, gzipSync } from 'node:zlib'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'

import { archiveFiles, archiveWalk } from '../../../../src/formats/archives/archive-files.ts'
import { InflateBudget } from '../../../../src/formats/archives/inflate-budget.ts'
import { chunksOf, tarOf, zipOf } from './archives.ts'

async function filesIn(archive: Buffer, chunkSize?: number): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for await (const file of archiveFiles(
    chunksOf(archive, chunkSize),
    archiveWalk(() => true),
  ))
    files[file.path] = await text(Readable.from(file.bytes))
  return files
}

describe('nested archives', () => {
  const timers = { 'a/timers.csv': 'A,x,1,2,false\n', 'b/timers.csv': 'y'.repeat(3000), 'empty.txt': '' }
  const unpacked = (prefix: string) =>
    Object.fromEntries(Object.entries(timers).map(([name, content]) => [prefix + name, content]))

  test.each([1, 3, 511, 512, 513, 1 << 16])(
    'can be tar, gzip, zip and plain files, in chunks of %d bytes',
    async (chunkSize) => {
      const archive = gzipSync(
        await tarOf({
          'one.tar.gz': gzipSync(await tarOf(timers)),
          'two.zip': zipOf(timers),
          'three.zip': zipOf(timers, { sizesBehind: true }),
          'four.zip': zipOf(timers, { stored: true }),
          'plain.csv.gz': gzipSync('plain'),
          'last.txt': 'last',
        }),
      )
      expect(await filesIn(archive, chunkSize)).toEqual({
        ...unpacked('one.tar/'),
        ...unpacked('two.zip/'),
        ...unpacked('three.zip/'),
        ...unpacked('four.zip/'),
        'plain.csv': 'plain',
        'last.txt': 'last',
      })
    },
  )

  test('are skipped if they are not wanted or not read', async () => {
    const archive = gzipSync(await tarOf({ 'a.zip': zipOf(timers), 'b.zip': zipOf(timers), c: 'c' }))
    const paths: string[] = []
    for await (const file of archiveFiles(
      chunksOf(archive, 100),
      archiveWalk((path) => !path.startsWith('a')),
    ))
      paths.push(file.path)
    expect(paths).toEqual([...Object.keys(unpacked('b.zip/')), 'c'])
  })

  test('can be left at any file', async () => {
    for await (const file of archiveFiles(
      chunksOf(gzipSync(await tarOf(timers))),
      archiveWalk(() => true),
    )) {
      expect(file.path).toBe('a/timers.csv')
      break
    }
  })

  test('have names that are only data, even if they are long or lead elsewhere', async () => {
    const long = `${'directory/'.repeat(30)}file-é.csv`
    expect(await filesIn(await tarOf({ '../../etc/passwd': 'x', '/abs': 'y', [long]: 'z' }))).toEqual({
      '../../etc/passwd': 'x',
      '/abs': 'y',
      [long]: 'z',
    })
  })
})

describe('damaged archives', () => {
  test('a truncated gzip', async () => {
    const archive = gzipSync(await tarOf({ a: 'x'.repeat(100_000) }))
    await expect(filesIn(archive.subarray(0, archive.length - 20))).rejects.toThrow('unexpected end of file')
  })

  test('a tar that is truncated within a file', async () => {
    const archive = await tarOf({ a: 'x'.repeat(100_000) })
    await expect(filesIn(archive.subarray(0, 50_000))).rejects.toThrow('ends too early')
  })

  test('a tar with a damaged header', async () => {
    const archive = await tarOf({ a: 'x', b: 'y' })
    archive[1024 + 5]! ^= 1
    await expect(filesIn(archive)).rejects.toThrow('damaged')
  })

  test('a flipped bit in a gzip', async () => {
    const archive = gzipSync(await tarOf({ a: 'some content that is compressed'.repeat(100) }))
    archive[archive.length - 6]! ^= 1
    await expect(filesIn(archive)).rejects.toThrow('incorrect data check')
  })

  test('an encrypted ZIP, and one with another method', async () => {
    const encrypted = zipOf({ a: 'x' })
    encrypted[6] = 1
    await expect(filesIn(encrypted)).rejects.toThrow('encrypted')
    const other = zipOf({ a: 'x' })
    other[8] = 93
    await expect(filesIn(other)).rejects.toThrow('method 93')
  })
})

/** A gzip with this many MiB of zeros, never completely in memory. */
function zeros(mebibytes: number): AsyncIterable<Buffer> {
  const chunks = Array.from({ length: mebibytes }, () => Buffer.alloc(1 << 20))
  return Readable.from(chunks).pipe(createGzip()) as AsyncIterable<Buffer>
}

async function read(archive: AsyncIterable<Uint8Array>, budget?: InflateBudget): Promise<number> {
  let bytes = 0
  for await (const file of archiveFiles(
    archive,
    archiveWalk(() => true, budget),
  ))
    for await (const chunk of file.bytes) bytes += chunk.length
  return bytes
}

describe('archive bombs', () => {
  test('a gzip that grows a thousandfold gives an error after 64 MiB', async () => {
    const before = process.memoryUsage().rss
    await expect(read(zeros(200))).rejects.toThrow('decompression bomb')
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20)
  })

  test('a ZIP bomb in a tar', async () => {
    const bomb = zipOf({ bomb: Buffer.alloc(80 * 2 ** 20) }, { sizesBehind: true })
    await expect(read(chunksOf(gzipSync(await tarOf({ 'a.zip': bomb }))))).rejects.toThrow(
      'decompression bomb',
    )
  })

  test('the total over all files is limited too', async () => {
    const budget = new InflateBudget({ totalBytes: 1_000_000, ratio: 1e9, ratioFreeBytes: 1e9 })
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`${i}.gz`, gzipSync(Buffer.alloc(100_000))]),
    )
    await expect(read(chunksOf(await tarOf(files)), budget)).rejects.toThrow('more than 1000000 bytes')
  })

  test('many files that are small bombs are limited by the size of the outermost archive', async () => {
    const budget = new InflateBudget({ totalBytes: 1e12, ratio: 300, ratioFreeBytes: 1_000_000 })
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`${i}.gz`, gzipSync(Buffer.alloc(900_000))]),
    )
    await expect(read(chunksOf(await tarOf(files)), budget)).rejects.toThrow('decompression bomb')
  })

  test('endlessly nested archives', async () => {
    let archive = gzipSync('x')
    for (let i = 0; i < 20; i++) archive = gzipSync(archive)
    await expect(read(chunksOf(archive))).rejects.toThrow('deep')
  })

  test('more files than any run has', async () => {
    const walk = { ...archiveWalk(() => true), maxFiles: 5 }
    const archive = await tarOf(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}`, ''])))
    await expect(async () => {
      for await (const _ of archiveFiles(chunksOf(archive), walk));
    }).rejects.toThrow('more than 5 files')
  })
})
