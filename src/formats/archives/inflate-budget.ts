import { Readable } from 'node:stream'
import { createGunzip, type Gunzip, type InflateRaw } from 'node:zlib'

import { ActionError } from '../../foundation/errors.ts'
import { inflateOptions } from './inflated-chunks.ts'

/** The archive is not read on: it was made to fill a machine. */
export class RefusedArchiveError extends ActionError {
  readonly code = 'archive-refused'
}

export interface InflateLimits {
  /** Inflated bytes of everything together. */
  totalBytes: number
  /**
   * Inflated bytes for each compressed one, looked at once there are more than `ratioFreeBytes`: of each file, and of
   * everything together for each byte of the outermost archive.
   */
  ratio: number
  ratioFreeBytes: number
}

/** Logs shrink to a fifth or a tenth; a file that grows a thousandfold was made to fill a machine. */
export const INFLATE_LIMITS: InflateLimits = {
  totalBytes: 2 ** 40,
  ratio: 300,
  ratioFreeBytes: 64 * 2 ** 20,
}

/** A ZIP of logs has some hundreds of files at most. */
const MAX_ZIP_MEMBERS = 100_000
const LOCAL_HEADER_BYTES = 30

/** How much was inflated so far, over all files that share it. */
export class InflateBudget {
  readonly limits: InflateLimits
  /** Bytes of the outermost archive, as far as they came. */
  #archiveBytes: (() => number) | undefined
  #inflatedBytes = 0

  constructor(limits: InflateLimits = INFLATE_LIMITS, archiveBytes?: () => number) {
    this.limits = limits
    this.#archiveBytes = archiveBytes
  }

  /** The same chunks, counted as the outermost archive's, where that is not known already. */
  async *ofArchive(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0
    this.#archiveBytes ??= () => bytes
    for await (const chunk of chunks) {
      bytes += chunk.length
      yield chunk
    }
  }

  /** Throws when a chunk takes everything over the limit, or its file beyond what honest data reaches. */
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

/** Throws where so many bytes came out of so few that nobody honest wrote them. */
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

/** Throws where members share bytes: that is how a few megabytes unpack to terabytes. */
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
