import { Readable } from 'node:stream'
import { createGunzip, type Gunzip, type InflateRaw } from 'node:zlib'

import { ActionError } from '../../foundation/errors.ts'
import { inflateOptions } from './inflated-chunks.ts'

/** The archive is not read any further, because it is a decompression bomb. */
export class RefusedArchiveError extends ActionError {
  readonly code = 'archive-refused'
}

export interface InflateLimits {
  /** Inflated bytes of everything together. */
  totalBytes: number
  /**
   * Maximum ratio of inflated to compressed bytes, checked once there are more than `ratioFreeBytes`: for
   * each file, and for everything together relative to the outermost archive.
   */
  ratio: number
  ratioFreeBytes: number
}

/** Logs shrink to a fifth or a tenth of their size; a file that grows a thousandfold is a bomb. */
export const INFLATE_LIMITS: InflateLimits = {
  totalBytes: 2 ** 40,
  ratio: 300,
  ratioFreeBytes: 64 * 2 ** 20,
}

/** A ZIP with logs has a few hundred files at most. */
const MAX_ZIP_MEMBERS = 100_000
const LOCAL_HEADER_BYTES = 30

/** How much has been inflated so far, over all files that share this budget. */
export class InflateBudget {
  readonly limits: InflateLimits
  /** Bytes of the outermost archive that have arrived. */
  #archiveBytes: (() => number) | undefined
  #inflatedBytes = 0

  constructor(limits: InflateLimits = INFLATE_LIMITS, archiveBytes?: () => number) {
    this.limits = limits
    this.#archiveBytes = archiveBytes
  }

  /** The same chunks, counted as bytes of the outermost archive if its size is not known yet. */
  async *ofArchive(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0
    this.#archiveBytes ??= () => bytes
    for await (const chunk of chunks) {
      bytes += chunk.length
      yield chunk
    }
  }

  /** Throws if a chunk exceeds the total limit, or the limit for its file. */
  take(chunkBytes: number, fileInflatedBytes: number, fileCompressedBytes: number): void {
    this.#inflatedBytes += chunkBytes
    if (this.#inflatedBytes > this.limits.totalBytes)
      throw new RefusedArchiveError(
        `It unpacks to more than ${this.limits.totalBytes} bytes, which is not allowed.`,
      )
    refuseRatio(fileInflatedBytes, fileCompressedBytes, this.limits)
    if (this.#archiveBytes !== undefined) refuseRatio(this.#inflatedBytes, this.#archiveBytes(), this.limits)
  }
}

/** Throws if the ratio is higher than real data can reach. */
export function refuseRatio(inflatedBytes: number, compressedBytes: number, limits = INFLATE_LIMITS): void {
  const { ratio, ratioFreeBytes } = limits
  if (inflatedBytes <= ratioFreeBytes || inflatedBytes <= ratio * Math.max(1, compressedBytes)) return
  throw new RefusedArchiveError(
    `It unpacks to more than ${ratio} times its size, which is rejected as a decompression bomb.`,
  )
}

export function refuseMembers(count: number): void {
  if (count > MAX_ZIP_MEMBERS)
    throw new RefusedArchiveError(`The ZIP has more than ${MAX_ZIP_MEMBERS} members.`)
}

/** Throws if members share bytes, which is how a few megabytes can unpack to terabytes. */
export function refuseOverlap(members: readonly { headerOffset: number; compressedBytes: number }[]): void {
  let endOffset = 0
  for (const { headerOffset, compressedBytes } of members.toSorted(
    (a, b) => a.headerOffset - b.headerOffset,
  )) {
    if (headerOffset < endOffset)
      throw new RefusedArchiveError('Members of the ZIP overlap, which is rejected as a decompression bomb.')
    endOffset = headerOffset + LOCAL_HEADER_BYTES + compressedBytes
  }
}

/**
 * Inflates on a thread of Node's pool while the caller works on the previous chunk. Zlib streams are one
 * chunk ahead, so reading takes the longer of the two times, not their sum.
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
  try {
    yield* counted(stream, budget)
  } finally {
    source.destroy()
    stream.destroy()
  }
}

/** What a stream of zlib inflates, taken from the budget. */
export async function* counted(
  stream: Gunzip | InflateRaw,
  budget: InflateBudget,
): AsyncGenerator<Uint8Array> {
  let inflatedBytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    inflatedBytes += chunk.length
    budget.take(chunk.length, inflatedBytes, stream.bytesWritten)
    yield chunk
  }
}
