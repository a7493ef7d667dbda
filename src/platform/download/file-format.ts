import { open, readFile } from 'node:fs/promises'
import { excerptOf } from '../http/answer.ts'
import { checkArchive, type ArchiveFormat } from '../../formats/archives/check-archive.ts'
import { isFileError, sizeOf } from '../files.ts'
import { HttpError, nameOf } from '../http/http.ts'

/** What the file must be: an archive that is whole, a document of JSON or XML. */
export type FileFormat = ArchiveFormat | 'json' | 'xml'

export function isArchive(format: FileFormat): format is ArchiveFormat {
  return format === 'gzip' || format === 'zip'
}

const MAGIC = { gzip: [0x1f, 0x8b], zip: [0x50, 0x4b] }
const MAX_JSON_BYTES = 64e6

/** Throws an `HttpError` where the file at `path` is not whole or something else. */
export async function checkFormat(
  format: FileFormat,
  request: { method: string; url: string },
  path: string,
  isWhole: boolean,
): Promise<void> {
  const head = await headOf(path)
  const text = head.toString('utf8').trimStart()
  const isPage = /^<(!doctype html|html)/i.test(text)
  const begins = isArchive(format)
    ? MAGIC[format].every((byte, index) => head[index] === byte)
    : format === 'xml'
      ? text.startsWith('<') && !isPage
      : !text.startsWith('<')
  if (!begins) {
    const what = isPage || text.startsWith('<') ? 'a web page' : `no ${format} file`
    throw new HttpError(`${nameOf(request)}: the answer is ${what}. It begins: ${excerptOf(text)}`, {
      kind: 'mismatch',
    })
  }
  try {
    if (format === 'json') await checkJson(path)
    else if (isArchive(format) && !isWhole) await checkArchive(path, format)
  } catch (cause) {
    if (isFileError(cause)) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new HttpError(`${nameOf(request)}: the ${format} file is broken: ${why}.`, {
      kind: 'unreadable',
      cause,
    })
  }
}

async function checkJson(path: string): Promise<void> {
  if ((await sizeOf(path)) > MAX_JSON_BYTES) throw new Error(`it is larger than ${MAX_JSON_BYTES / 1e6} MB`)
  JSON.parse(await readFile(path, 'utf8'))
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(400), 0, 400, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
