import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Gunzip } from 'node:zlib'

import { inflateOptions } from './inflated-chunks.ts'

export interface InflateLimits {
  /** Inflated bytes of everything together. */
  totalBytes: number
  /** Inflated bytes for each compressed one, looked at once there are more than `ratioFreeBytes`. */
  ratio: number
  ratioFreeBytes: number
}

/** Logs shrink to a fifth or a tenth; a file that grows a thousandfold was made to fill a machine. */
export const INFLATE_LIMITS: InflateLimits = {
  totalBytes: 2 ** 40,
  ratio: 300,
  ratioFreeBytes: 64 * 2 ** 20,
}

/** How much was inflated so far, over all files that share it. */
export class InflateBudget {
  readonly limits: InflateLimits
  #inflatedBytes = 0

  constructor(limits: InflateLimits = INFLATE_LIMITS) {
    this.limits = limits
  }

  /** Throws when a chunk takes everything over the limit, or its file beyond what honest data reaches. */
  take(chunkBytes: number, fileInflatedBytes: number, fileCompressedBytes: number): void {
    this.#inflatedBytes += chunkBytes
    if (this.#inflatedBytes > this.limits.totalBytes)
      throw new Error(`It unpacks to more than ${this.limits.totalBytes} bytes; that is refused.`)
    const { ratio, ratioFreeBytes } = this.limits
    if (fileInflatedBytes > ratioFreeBytes && fileInflatedBytes > ratio * Math.max(1, fileCompressedBytes))
      throw new Error(
        `It unpacks to more than ${ratio} times its size; that is refused as a decompression bomb.`,
      )
  }
}

/**
 * Inflates on a thread of Node's pool while the caller works on the chunk before: streams of zlib go ahead by one chunk,
 * so that reading costs the longer of the two, not both.
 */
export function gunzipped(
  compressed: AsyncIterable<Uint8Array>,
  budget: InflateBudget,
): AsyncGenerator<Uint8Array> {
  return inflated(createGunzip(inflateOptions()), compressed, budget)
}

async function* inflated(
  stream: Gunzip,
  compressed: AsyncIterable<Uint8Array>,
  budget: InflateBudget,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(compressed, { objectMode: false })
  source.on('error', (error) => stream.destroy(error))
  source.pipe(stream)
  let inflatedBytes = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      inflatedBytes += chunk.length
      budget.take(chunk.length, inflatedBytes, stream.bytesWritten)
      yield chunk
    }
  } finally {
    source.destroy()
    stream.destroy()
  }
}
