import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { FileSink, type SinkEvents, type SinkFile } from '../../../../src/platform/download/file-sink.ts'

const CHUNK_BYTES = 65_537

interface Written {
  file: SinkFile
  content: () => Buffer
  closed: () => boolean
}

/** A file in memory that accepts at most `mostBytes` at once. */
function fileInMemory(mostBytes = Infinity): Written {
  const parts: Buffer[] = []
  let closed = false
  return {
    file: {
      write: async (bytes) => {
        await Promise.resolve()
        parts.push(Buffer.from(bytes.subarray(0, Math.min(bytes.length, mostBytes))))
        return { bytesWritten: parts.at(-1)!.length }
      },
      close: async () => {
        closed = true
      },
    },
    content: () => Buffer.concat(parts),
    closed: () => closed,
  }
}

const IGNORED: SinkEvents = { arrived: () => undefined, copied: () => undefined }

function chunksOf(content: Buffer, bytes = CHUNK_BYTES): Buffer[] {
  const count = Math.ceil(content.length / bytes)
  return Array.from({ length: count }, (_, index) => content.subarray(index * bytes, (index + 1) * bytes))
}

test.each([
  ['small chunks', 100, 1],
  ['one small chunk', 1000, 1000],
  ['chunks that end anywhere in a piece', 5_500_000, CHUNK_BYTES],
  ['chunks that are larger than all pieces', 9_000_000, 4_400_000],
])('%s are written and used in order', async (_name, bytes, chunkBytes) => {
  const content = randomBytes(bytes)
  const { file, content: written, closed } = fileInMemory()
  const used: Buffer[] = []
  const filled: Buffer[] = []
  const sink = new FileSink(file, {
    ...IGNORED,
    filled: (piece) => void filled.push(Buffer.from(piece)),
    use: async (piece) => {
      await Promise.resolve()
      used.push(Buffer.from(piece))
    },
  })
  await pipeline(Readable.from(chunksOf(content, chunkBytes)), sink)
  for (const copy of [written(), Buffer.concat(used), Buffer.concat(filled)])
    expect(copy.equals(content)).toBe(true)
  expect([sink.writtenBytes, closed()]).toEqual([bytes, true])
})

test('what a full disk leaves of a write is written again', async () => {
  const content = randomBytes(2_500_000)
  const { file, content: written } = fileInMemory(300_001)
  const sink = new FileSink(file, IGNORED)
  await pipeline(Readable.from(chunksOf(content)), sink)
  expect([written().equals(content), sink.writtenBytes]).toEqual([true, content.length])
})

test('a slow reader holds up the source after a few pieces, which stay as they are until they were used', async () => {
  const content = randomBytes(20_000_000)
  const waiting: (() => void)[] = []
  const used: Buffer[] = []
  let arrivedBytes = 0
  let onWaiting = (): void => undefined
  const sink = new FileSink(fileInMemory().file, {
    ...IGNORED,
    arrived: (chunk) => (arrivedBytes += chunk.length),
    use: async (piece) => {
      const released = new Promise<void>((resolve) => waiting.push(resolve))
      onWaiting()
      await released
      used.push(Buffer.from(piece))
    },
  })
  const done = pipeline(Readable.from(chunksOf(content)), sink)
  const all = (async () => {
    while (used.length * 1_000_000 < content.length) {
      if (waiting.length === 0) await new Promise<void>((resolve) => (onWaiting = resolve))
      // Everything that does not wait for this piece happens before.
      await new Promise((resolve) => setImmediate(resolve))
      expect(arrivedBytes - used.length * 1_000_000).toBeLessThan(3_500_000)
      waiting.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  await Promise.all([done, all])
  expect(Buffer.concat(used).equals(content)).toBe(true)
})

test.each<[string, Partial<SinkEvents>, Partial<SinkFile>]>([
  ['a failing write', {}, { write: () => Promise.reject(new RangeError('full')) }],
  ['a chunk that is refused', { arrived: () => fail() }, {}],
  ['a piece that is refused', { filled: () => fail() }, {}],
])('%s ends the stream and closes the file', async (_name, events, methods) => {
  const { file, closed } = fileInMemory()
  const sink = new FileSink({ ...file, ...methods }, { ...IGNORED, ...events })
  await expect(pipeline(Readable.from(chunksOf(randomBytes(3_000_000))), sink)).rejects.toBeInstanceOf(
    RangeError,
  )
  expect(closed()).toBe(true)
})

function fail(): never {
  throw new RangeError('refused')
}
