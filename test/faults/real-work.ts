import { syncBuiltinESMExports } from 'node:module'
import type { Duplex } from 'node:stream'
import zlib from 'node:zlib'

// Virtual time may only jump if no real work is in progress. Requests to the file system appear in Node's
// list of active resources. Decompression runs in the thread pool and appears nowhere, so its streams are
// watched here, and compression is counted. A stream that has used up its input only waits, perhaps for a
// network that is stalled.

const inflating = new Set<Duplex>()
let deflating = 0

function watched<T extends (...args: never[]) => Duplex>(create: T): T {
  const watching = (...args: Parameters<T>): Duplex => {
    const stream = create(...args)
    inflating.add(stream)
    stream.once('close', () => inflating.delete(stream))
    return stream
  }
  return watching as unknown as T
}

function isBusy(stream: Duplex): boolean {
  return stream.writableLength > 0 || stream.readableLength > 0 || stream.writableEnded
}

/** From this call on, compression and decompression count as work. The imported names change with it. */
export function watchDecompression(): void {
  if (watching) return
  watching = true
  // Node defines these names as read-only, but they can be redefined.
  Object.defineProperty(zlib, 'createGunzip', { value: watched(zlib.createGunzip) })
  Object.defineProperty(zlib, 'createInflateRaw', { value: watched(zlib.createInflateRaw) })
  const { deflateRaw } = zlib
  const counted = (bytes: Buffer, done: zlib.CompressCallback): void => {
    deflating++
    deflateRaw(bytes, (error, result) => {
      deflating--
      done(error, result)
    })
  }
  Object.defineProperty(zlib, 'deflateRaw', { value: counted })
  syncBuiltinESMExports()
}
let watching = false

const PENDING = new Set(['FSReqCallback', 'FSReqPromise', 'CloseReq', 'Worker', 'ChildProcess'])

export function isRealWorkPending(): boolean {
  return (
    deflating > 0 ||
    [...inflating].some(isBusy) ||
    process.getActiveResourcesInfo().some((name) => PENDING.has(name))
  )
}
