import { setTimeout as delay } from 'node:timers/promises'
import type { Readable } from 'node:stream'

const PIECES_PER_SECOND = 10

/** The bytes of a stream, limited to a rate. */
export async function* slowly(source: Readable, bytesPerSecond: number): AsyncGenerator<Buffer> {
  const pieceBytes = Math.max(1, Math.floor(bytesPerSecond / PIECES_PER_SECOND))
  for await (const chunk of source as AsyncIterable<Buffer>) {
    for (let offset = 0; offset < chunk.length; offset += pieceBytes) {
      yield chunk.subarray(offset, offset + pieceBytes)
      await delay(1000 / PIECES_PER_SECOND, undefined, { ref: false })
    }
  }
}

/** The first bytes of a stream; the rest is never read. */
export async function* upTo(source: Readable, bytes: number): AsyncGenerator<Buffer> {
  let leftBytes = bytes
  if (leftBytes <= 0) return
  for await (const chunk of source as AsyncIterable<Buffer>) {
    yield chunk.subarray(0, leftBytes)
    leftBytes -= chunk.length
    if (leftBytes <= 0) return
  }
}
