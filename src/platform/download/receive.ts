import { pipeline } from 'node:stream/promises'
import type { HttpResponse } from '../../foundation/ports.ts'
import type { Arrival } from '../../formats/archives/archive-arrival.ts'
import { isDecodingFault } from '../http/content-encoding.ts'
import { DigestCheck } from './body-digest.ts'
import type { FileFormat } from './file-format.ts'
import { sentBody } from './sent-body.ts'
import { FileSink, type SinkFile } from './file-sink.ts'
import { HttpError, nameOf } from '../http/http.ts'

export interface Receiving {
  /** Called with the number of received bytes; if it throws, the download ends. */
  arrived: (bytes: number) => void
  arrival: Arrival | undefined
  format: FileFormat
}

/** Writes the file contained in the body, and throws unless it has the announced length and digests. */
export async function receive(
  file: SinkFile,
  request: { method: string; url: string },
  response: HttpResponse,
  { arrived, arrival, format }: Receiving,
): Promise<void> {
  const asSent = new DigestCheck(response.headers)
  const asFile = new DigestCheck(response.headers)
  const { raw, decoders } = await sentBody(response, format, (chunk) => asSent.update(chunk))
  const isDecoded = decoders.length > 0
  const sink = new FileSink(file, {
    arrived: (chunk) => arrived(chunk.length),
    copied: (chunk) => (isDecoded ? undefined : response.release?.(chunk)),
    filled: (piece) => asFile.update(piece),
    ...(arrival && { use: (piece) => arrival.push(piece) }),
  })
  try {
    await pipeline([raw, ...decoders, sink])
  } catch (error) {
    arrival?.abandon()
    if (!isDecodingFault(error)) throw error
    throw new HttpError(
      `${nameOf(request)}: the received data is not compressed as declared, or incomplete.`,
      {
        kind: 'unreadable',
        cause: error,
      },
    )
  }
  checkLength(request, response, sink.writtenBytes, isDecoded)
  checkDigests(request, isDecoded ? [asFile, asSent] : [asFile])
}

/**
 * For data that was compressed for transport, some services send the digest of the uncompressed data: one of
 * the two must match.
 */
function checkDigests(request: { method: string; url: string }, checks: DigestCheck[]): void {
  const mismatches = checks.map((check) => check.mismatches())
  if (mismatches.some((found) => found.length === 0)) return
  throw new HttpError(
    `${nameOf(request)}: the received data does not match its ${mismatches[0]?.join(' and ')} digest.`,
    { kind: 'unreadable' },
  )
}

function checkLength(
  request: { method: string; url: string },
  response: HttpResponse,
  sizeBytes: number,
  isDecoded: boolean,
): void {
  const announced = response.headers['content-length']
  // The length of a body that was compressed for transport is not the length of the file.
  const comparable = announced !== undefined && !isDecoded
  if (sizeBytes === 0 || (comparable && Number(announced) !== sizeBytes)) {
    throw new HttpError(`${nameOf(request)}: ${sizeBytes} of ${announced ?? 'unknown'} bytes arrived.`, {
      kind: 'unreadable',
    })
  }
}
