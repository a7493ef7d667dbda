import { syncBuiltinESMExports } from 'node:module'
import zlib from 'node:zlib'

// Virtual time may only jump when nothing real is under way. Requests to the file system show in Node's list of active
// resources; decompression runs in the thread pool and shows nowhere, so its streams are counted here.

let inflating = 0

function counted<T extends (...args: never[]) => NodeJS.EventEmitter>(create: T): T {
  const counting = (...args: Parameters<T>): NodeJS.EventEmitter => {
    const stream = create(...args)
    inflating++
    stream.once('close', () => inflating--)
    return stream
  }
  return counting as unknown as T
}

/** From here on decompression counts as work. The name that others import changes with it. */
export function watchDecompression(): void {
  if (watching) return
  watching = true
  // Node defines these names as read-only, but not for good.
  Object.defineProperty(zlib, 'createGunzip', { value: counted(zlib.createGunzip) })
  Object.defineProperty(zlib, 'createInflateRaw', { value: counted(zlib.createInflateRaw) })
  syncBuiltinESMExports()
}
let watching = false

const PENDING = new Set(['FSReqCallback', 'FSReqPromise', 'CloseReq', 'Worker', 'ChildProcess'])

export function isRealWorkPending(): boolean {
  return inflating > 0 || process.getActiveResourcesInfo().some((name) => PENDING.has(name))
}
