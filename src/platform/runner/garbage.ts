import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const LOOK_MS = 50
/**
 * When there is more than this in new buffers, they are collected; the blocks of an upload have 8 MiB each.
 */
const MOST_NEW_BYTES = 16e6

/**
 * Limits the buffers that work leaves behind. Without this, the engine lets about 100 MB of them pile up,
 * more on a busy machine, because almost none of its own memory is used. A collection takes a few hundredths
 * of a second.
 */
export async function withoutGarbage<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  let knownBytes = process.memoryUsage().arrayBuffers
  const timer = setInterval(() => {
    if (process.memoryUsage().arrayBuffers < knownBytes + MOST_NEW_BYTES) return
    collect()
    knownBytes = process.memoryUsage().arrayBuffers
  }, LOOK_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
