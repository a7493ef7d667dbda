import type { IncomingMessage } from 'node:http'

/**
 * Gives back the memory of what a connection reads as soon as it is done with. Left to the garbage collector, 60 to 80 MB
 * of it pile up in a fast download, and the collecting costs a third of the time. Node copies a body out of what the
 * socket reads, so both go; whether it does is looked at first, since a copy that is none must stay.
 */
export class ReadMemory {
  /** Came before anybody looked, so it tells nothing. */
  #earlierBytes: number
  #isCopied: boolean | undefined
  readonly #reads = new WeakSet<ArrayBufferLike>()

  constructor(message: IncomingMessage) {
    this.#earlierBytes = message.readableLength
    // Node's parser listens before, and is through with the bytes here.
    message.socket.on('data', (read: Buffer) => {
      if (this.#isCopied === true) free(read)
      else this.#reads.add(read.buffer)
    })
  }

  /** Takes each chunk of the body, in order, once nobody needs it any more. */
  release(chunk: Buffer): void {
    if (this.#earlierBytes > 0) this.#earlierBytes -= chunk.length
    else this.#isCopied ??= !this.#reads.has(chunk.buffer)
    free(chunk)
  }
}

/** A chunk that shares its memory with others is left alone. */
function free({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}
