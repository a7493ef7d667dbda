/**
 * A process that sends bytes from one buffer as fast as they are accepted, so that the server is not what is
 * measured. `/plain/<bytes>` is text that begins like XML. `/gzip/<bytes>` consists of gzip members with
 * lines of a request log, rounded up to whole members. The process sends its port to its parent, and ends
 * with it.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { logChunks } from '../measurements/generate-request-log.ts'

const PIECE_BYTES = 1 << 20
const LINES_OF_MEMBER = 50_000

function gzipMember(): Buffer {
  return gzipSync(Buffer.concat([...logChunks(LINES_OF_MEMBER)]))
}

/** Sends the piece repeatedly; the last time, only the missing part. */
function repeat(response: ServerResponse, piece: Buffer, bytes: number): void {
  let leftBytes = bytes
  response.writeHead(200, { 'content-length': bytes })
  const send = (): void => {
    while (leftBytes > 0) {
      const part = piece.subarray(0, leftBytes)
      leftBytes -= part.length
      if (!response.write(part)) return void response.once('drain', send)
    }
    response.end()
  }
  send()
}

const plain = Buffer.alloc(PIECE_BYTES, '<bytes/>')
const member = gzipMember()
const server = createServer({ highWaterMark: 4 * PIECE_BYTES }, (request, response) => {
  const [, kind, text] = (request.url ?? '').split('/')
  const bytes = Number(text)
  if (kind === 'gzip') repeat(response, member, Math.ceil(bytes / member.length) * member.length)
  else repeat(response, plain, bytes)
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
