import { oneLine } from '../foundation/one-line.ts'
import { ByteReader } from './archives/byte-reader.ts'
import { nextTarEntry, paddingOf, type TarEntry } from './archives/tar-entries.ts'

const MOST_NAME_CHARACTERS = 100

/**
 * The content of the single regular file in a tar archive, which must not contain anything else: no other
 * file, no link, no folder. Throws and names anything else. Nothing is ever written to disk.
 */
export async function onlyFileOf(tar: Buffer, name: string): Promise<Buffer> {
  const reader = new ByteReader(once(tar))
  const entry = await nextTarEntry(reader)
  if (entry === undefined) throw new Error('its archive is empty')
  if (!entry.isFile || entry.name !== name) throw foreign(entry)
  const content = Buffer.from(await reader.read(entry.size))
  if (content.length < entry.size) throw new Error('its archive is truncated')
  await reader.read(paddingOf(entry.size))
  const another = await nextTarEntry(reader)
  if (another !== undefined) throw foreign(another)
  for await (const chunk of reader.rest())
    if (chunk.some((byte) => byte !== 0)) throw new Error('its archive continues after its end')
  return content
}

function foreign({ name, isFile }: TarEntry): Error {
  const what = isFile ? 'a file' : 'something that is not a file'
  return new Error(
    `its archive contains ${what} named ${JSON.stringify(oneLine(name, MOST_NAME_CHARACTERS))}`,
  )
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
