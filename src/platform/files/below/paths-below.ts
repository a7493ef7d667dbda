import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FileError } from '../file-errors.ts'

/** No run leaves this many; a folder of unknown origin could keep the step busy for hours. */
const MAX_ENTRIES = 20_000

/**
 * Paths of everything below the folder except folders, including links, which are not followed, to a depth of
 * `deepest` folders.
 */
export async function pathsBelow(directory: string, deepest: number): Promise<string[]> {
  const found: string[] = []
  let left = MAX_ENTRIES
  const walk = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true })
    left -= entries.length
    if (left < 0)
      throw new FileError(
        `${directory} has more than ${MAX_ENTRIES} files; use a folder with fewer, such as one with the files of one run.`,
      )
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (!entry.isDirectory()) found.push(path)
      else if (depth < deepest) await walk(path, depth + 1)
    }
  }
  await walk(directory, 0)
  return found.sort()
}
