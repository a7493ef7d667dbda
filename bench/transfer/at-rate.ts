import { setTimeout as delay } from 'node:timers/promises'

/** Yields each piece only after the earlier ones had time to be sent at this rate. */
export async function* atRate(pieces: Iterable<Buffer>, bytesPerSecond: number): AsyncGenerator<Buffer> {
  const startMs = performance.now()
  let bytes = 0
  for (const piece of pieces) {
    const aheadMs = (bytes / bytesPerSecond) * 1000 - (performance.now() - startMs)
    if (aheadMs > 5) await delay(aheadMs)
    bytes += piece.length
    yield piece
  }
}
