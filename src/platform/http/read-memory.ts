import type { IncomingMessage } from 'node:http'

/**
 * Frees the memory of received data as soon as it was used. If it were left to the garbage collector, 60 to
 * 80 MB would pile up in a fast download, and collecting them would take a third of the time. Node copies a
 * body out of the buffer that the socket reads into, so both can be freed. Whether Node really made a copy is
 * checked first, because otherwise the data would be lost.
 */
export class ReadMemory {
  /** Arrived before the check, so it shows nothing. */
  #earlierBytes: number
  #isCopied: boolean | undefined
  readonly #reads = new WeakSet<ArrayBufferLike>()
  readonly #remember = (read: Buffer): void => void this.#reads.add(read.buffer)

  constructor(message: IncomingMessage) {
    this.#earlierBytes = message.readableLength
    const { socket } = message
    // Before Node's parser, because a chunk may be released while the parser passes it on.
    socket.prependListener('data', this.#remember)
    // After the parser, which has finished with the bytes here.
    socket.on('data', (read: Buffer) => {
      if (this.#isCopied === undefined) return
      socket.off('data', this.#remember)
      if (this.#isCopied) free(read)
    })
  }

  /** Takes each chunk of the body, in order, when nobody needs it anymore. */
  release(chunk: Buffer): void {
    if (this.#earlierBytes > 0) this.#earlierBytes -= chunk.length
    else this.#isCopied ??= !this.#reads.has(chunk.buffer)
    // Otherwise it may be what the parser is just reading.
    if (this.#isCopied === true) free(chunk)
  }
}

/** A chunk that shares its memory with others is not freed. */
function free({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}
