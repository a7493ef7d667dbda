import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { HttpResponse } from '../../foundation/ports.ts'
import type { Arrival } from '../../formats/archives/archive-arrival.ts'
import { announcedDigest, sameBytes } from './body-digest.ts'
import { FileSink, type SinkFile } from './file-sink.ts'
import { HttpError, nameOf } from '../http/http.ts'

export interface Receiving {
  /** Told how many bytes came; what it throws ends the download. */
  arrived: (bytes: number) => void
  arrival: Arrival | undefined
}

/** Writes the body to the file, and throws unless it has the length and the digest that were announced. */
export async function receive(
  file: SinkFile,
  request: { method: string; url: string },
  response: HttpResponse,
  { arrived, arrival }: Receiving,
): Promise<void> {
  const digest = announcedDigest(response.headers)
  const hash = digest === undefined ? undefined : createHash(digest.algorithm)
  const sink = new FileSink(file, {
    arrived: (chunk) => {
      arrived(chunk.length)
      hash?.update(chunk)
    },
    use: async (chunk) => await arrival?.push(chunk),
    done: (chunk) => response.release?.(chunk),
  })
  try {
    await pipeline(response.body, sink)
  } catch (error) {
    arrival?.abandon()
    throw error
  }
  checkLength(request, response, sink.writtenBytes)
  if (digest !== undefined && hash !== undefined && !sameBytes(hash.digest(), digest.value)) {
    throw new HttpError(`${nameOf(request)}: what arrived does not match its ${digest.algorithm} digest.`, {
      kind: 'unreadable',
    })
  }
}

function checkLength(
  request: { method: string; url: string },
  response: HttpResponse,
  sizeBytes: number,
): void {
  const announced = response.headers['content-length']
  // The length of a body that was compressed for the way is not the file's.
  const comparable = announced !== undefined && response.headers['content-encoding'] === undefined
  if (sizeBytes === 0 || (comparable && Number(announced) !== sizeBytes)) {
    throw new HttpError(`${nameOf(request)}: ${sizeBytes} of ${announced ?? 'unknown'} bytes arrived.`, {
      kind: 'unreadable',
    })
  }
}
