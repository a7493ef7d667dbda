import { Readable, type Transform } from 'node:stream'
import type { HttpResponse } from '../../foundation/ports.ts'
import { codingsOf, decodedHead, decodersOf } from '../http/content-encoding.ts'
import { beginsAs, type FileFormat } from './file-format.ts'

/** Enough to distinguish an archive from a compressed archive. */
const HEAD_BYTES = 4096

export interface SentBody {
  /** As received. */
  raw: Readable
  /** Decoders for its codings; none if it is the file itself. */
  decoders: Transform[]
}

/**
 * The body of a file, with the decoders that are needed. For an archive, a coding may mean that the archive
 * was compressed again, or only that it is compressed: it is decoded if the result is the archive, and
 * otherwise left. Whether it has to be decoded is known when the first data arrives.
 */
export async function sentBody(
  { headers, body }: HttpResponse,
  format: FileFormat,
  onCompressed: (chunk: Buffer) => void,
): Promise<SentBody> {
  const codings = codingsOf(headers)
  if (codings.length === 0) return { raw: body, decoders: [] }
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const first: Buffer[] = []
  let bytes = 0
  while (bytes < HEAD_BYTES) {
    const next = await chunks.next()
    if (next.done === true) break
    // A copy, because it is used twice.
    first.push(Buffer.from(next.value))
    bytes += next.value.length
  }
  const head = Buffer.concat(first)
  const inner = await decodedHead(codings, head)
  const decoders = inner.length > 0 && beginsAs(format, inner) ? decodersOf(codings, head) : []
  const tell = decoders.length > 0 ? onCompressed : () => undefined
  return { raw: Readable.from(joined(first, chunks, tell)), decoders }
}

async function* joined(
  first: Buffer[],
  rest: AsyncIterator<Buffer>,
  tell: (chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  for (const chunk of first) {
    tell(chunk)
    yield chunk
  }
  for await (const chunk of { [Symbol.asyncIterator]: () => rest }) {
    tell(chunk)
    yield chunk
  }
}
