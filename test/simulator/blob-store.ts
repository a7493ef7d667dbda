import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface StoredBlob {
  path: string
  bytes: number
  sha256: string
  md5Base64: string
}

/**
 * Blobs on disk, built from blocks like Azure's block blobs. None of them is ever held in memory as a whole.
 */
export class BlobStore {
  readonly directory: string
  #blobs = new Map<string, StoredBlob>()
  #blocks = new Map<string, Map<string, string>>()
  #parts = 0

  constructor(directory: string) {
    this.directory = directory
  }

  get(id: string): StoredBlob | undefined {
    return this.#blobs.get(id)
  }

  /** Stores an upload in one piece. */
  async putWhole(id: string, source: Readable): Promise<StoredBlob> {
    const part = await this.#write(source)
    return this.#keep(id, part)
  }

  async putBlock(id: string, blockId: string, source: Readable): Promise<StoredBlob> {
    const part = await this.#write(source)
    const blocks = this.#blocks.get(id) ?? new Map<string, string>()
    blocks.set(blockId, part.path)
    this.#blocks.set(id, blocks)
    return part
  }

  /** Joins the listed blocks in order; undefined if a block was never uploaded. */
  async commit(id: string, blockIds: string[]): Promise<StoredBlob | undefined> {
    const blocks = this.#blocks.get(id) ?? new Map<string, string>()
    const paths = blockIds.map((blockId) => blocks.get(blockId))
    if (!paths.every((path) => path !== undefined)) return undefined
    const blob = await this.#write(Readable.from(joined(paths)))
    this.#blocks.delete(id)
    await Promise.all([...blocks.values()].map((path) => rm(path, { force: true })))
    return this.#keep(id, blob)
  }

  open(id: string, range?: { from: number; to: number }): Readable {
    const blob = this.#blobs.get(id)
    if (blob === undefined) throw new Error(`no blob ${id}`)
    return createReadStream(blob.path, range === undefined ? {} : { start: range.from, end: range.to })
  }

  async delete(id: string): Promise<void> {
    const blob = this.#blobs.get(id)
    this.#blobs.delete(id)
    if (blob !== undefined) await rm(blob.path, { force: true })
  }

  async #keep(id: string, part: StoredBlob): Promise<StoredBlob> {
    const path = join(this.directory, `${id}.blob`)
    await rename(part.path, path)
    const blob = { ...part, path }
    this.#blobs.set(id, blob)
    return blob
  }

  async #write(source: Readable): Promise<StoredBlob> {
    await mkdir(this.directory, { recursive: true })
    const path = join(this.directory, `part-${++this.#parts}`)
    const sha256 = createHash('sha256')
    const md5 = createHash('md5')
    const hashed = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        sha256.update(chunk)
        md5.update(chunk)
        yield chunk
      }
    }
    await pipeline(source, hashed, createWriteStream(path))
    const { size } = await stat(path)
    return { path, bytes: size, sha256: sha256.digest('hex'), md5Base64: md5.digest('base64') }
  }
}

async function* joined(paths: string[]): AsyncGenerator<Buffer> {
  for (const path of paths) yield* createReadStream(path) as AsyncIterable<Buffer>
}
