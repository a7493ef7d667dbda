import { Readable, type Transform } from 'node:stream'
import type { HttpResponse } from '../../foundation/ports.ts'
import { codingsOf, decodedHead, decodersOf } from '../http/content-encoding.ts'
import { beginsAs, type FileFormat } from './file-format.ts'

/** Enough to tell an archive from a compressed archive. */
const HEAD_BYTES = 4096

export interface SentBody {
  /** As it came. */
  raw: Readable
  /** What takes its codings off; none where it is the file as it came. */
  decoders: Transform[]
}

/**
 * The body of a file, with what makes the file of it. Of an archive a coding may mean that the archive was compressed
 * once more, or only that it is compressed: it is taken off where that gives the archive, and else left. What is to be
 * decompressed is told as it comes.
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
    // A copy: it is used twice.
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
