import type { FileSource } from '../../foundation/file-source.ts'
import { jsonFault } from '../http/json-fault.ts'
import { excerptOf, mayQuote, type Asked } from '../http/answer.ts'
import {
  checkArchive,
  UnusableArchiveError,
  type ArchiveFormat,
} from '../../formats/archives/check-archive.ts'
import { isFileError } from '../files/file-errors.ts'
import { HttpError, nameOf } from '../http/http.ts'

/** The required format of the file: a complete archive, or a JSON or XML document. */
export type FileFormat = ArchiveFormat | 'json' | 'xml'

export function isArchive(format: FileFormat): format is ArchiveFormat {
  return format === 'gzip' || format === 'zip'
}

const MAGIC = { gzip: [0x1f, 0x8b], zip: [0x50, 0x4b] }
export const MAX_JSON_BYTES = 64e6
const HEAD_BYTES = 400

const PAGE = /^<(!doctype html|html)/i

/** Whether a file that begins like this may have the format. */
export function beginsAs(format: FileFormat, head: Buffer): boolean {
  if (isArchive(format)) return MAGIC[format].every((byte, index) => head[index] === byte)
  const text = head.toString('utf8').trimStart()
  return format === 'xml' ? text.startsWith('<') && !PAGE.test(text) : !text.startsWith('<')
}

/** Throws an `HttpError` if the file is incomplete or something else. */
export async function checkFormat(
  format: FileFormat,
  request: Asked,
  file: FileSource,
  isWhole: boolean,
): Promise<void> {
  const head = await headOf(file)
  const text = head.toString('utf8').trimStart()
  const cut = head.length < HEAD_BYTES ? '' : '…'
  const isPage = PAGE.test(text)
  if (!beginsAs(format, head)) {
    const what = isPage || text.startsWith('<') ? 'a web page' : `not a ${format} file`
    const said = mayQuote(request) ? ` It begins with: ${excerptOf(text + cut)}` : ''
    throw new HttpError(`${nameOf(request)}: the response is ${what}.${said}`, { kind: 'mismatch' })
  }
  try {
    if (format === 'json') await checkJson(file)
    else if (isArchive(format) && !isWhole) await checkArchive(file, format)
  } catch (cause) {
    if (isFileError(cause)) throw cause
    const permanent = cause instanceof UnusableArchiveError
    // A parser's message quotes the place of the error.
    const broken = `${nameOf(request)}: the ${format} file ${permanent ? 'cannot be used' : 'is broken'}`
    if (!mayQuote(request)) throw new HttpError(`${broken}.`, { kind: 'unreadable', permanent })
    const fault = jsonFault(cause)
    const why = fault instanceof Error ? fault.message : String(fault)
    throw new HttpError(`${broken}: ${why}.`, { kind: 'unreadable', permanent, cause: fault })
  }
}

async function checkJson(file: FileSource): Promise<void> {
  const sizeBytes = await file.opened(async (opened) => opened.sizeBytes)
  if (sizeBytes > MAX_JSON_BYTES) throw new Error(`it is larger than ${MAX_JSON_BYTES / 1e6} MB`)
  JSON.parse(await file.text(MAX_JSON_BYTES))
}

async function headOf(file: FileSource): Promise<Buffer> {
  const head = Buffer.alloc(HEAD_BYTES)
  return head.subarray(0, await file.opened((opened) => opened.read(head, 0)))
}
