import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { SimResponse } from './service.ts'

/** Bytes to download; the length is given if it is known before they are generated. */
export interface ArchiveBody {
  open(): Readable
  bytes: number | undefined
}

export function archiveOfBytes(bytes: Buffer): ArchiveBody {
  return { open: () => Readable.from([bytes]), bytes: bytes.length }
}

export function archiveOfStream(open: () => Readable): ArchiveBody {
  return { open, bytes: undefined }
}

export async function archiveOfFile(path: string): Promise<ArchiveBody> {
  const { size } = await stat(path)
  return { open: () => createReadStream(path), bytes: size }
}

/** Generates the whole archive once, so that its length is known; only for small ones. */
export async function archiveInMemory(open: () => Readable): Promise<ArchiveBody> {
  const chunks: Buffer[] = []
  for await (const chunk of open()) chunks.push(chunk as Buffer)
  return archiveOfBytes(Buffer.concat(chunks))
}

export function downloadOf(body: ArchiveBody, headers: Record<string, string>): SimResponse {
  return {
    status: 200,
    headers,
    body: () => body.open(),
    ...(body.bytes !== undefined && { contentLength: body.bytes }),
  }
}
