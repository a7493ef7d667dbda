/** Size of a chunk. A few are in memory: one is read while the next is inflated on another thread. */
const CHUNK_BYTES = 1 << 19

/** For a zlib stream whose chunks are returned with `release`. */
export function inflateOptions(): { chunkSize: number; readableHighWaterMark: number } {
  return { chunkSize: CHUNK_BYTES, readableHighWaterMark: 4 * CHUNK_BYTES }
}

/**
 * Frees the memory of a chunk that was inflated with these options, when its reader is done with it.
 * Otherwise it waits for the garbage collector, which lets 60 MB of them pile up. A buffer may be delivered
 * in several chunks: only the last one frees it.
 */
export function release({ buffer, byteOffset, length }: Uint8Array): void {
  const endsBuffer = byteOffset + length === buffer.byteLength
  if (endsBuffer && buffer.byteLength === CHUNK_BYTES && buffer instanceof ArrayBuffer) buffer.transfer(0)
}
