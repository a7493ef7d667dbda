import { basename, dirname, matchesGlob, resolve, sep } from 'node:path'
import { pathsBelow } from './below/paths-below.ts'
import { statsOf } from './regular-file.ts'

/** Folders of runs, each with its own files, as created by downloads. */
const DEEPEST = 4
const MAGIC = /[*?[{]/

/**
 * What a path names: one thing, which may not exist; the files below a folder; or the files matching a
 * pattern, such as `runs/*.json`. Links are not followed, and names that start with a dot are ignored.
 */
export type Named = { kind: 'single'; path: string } | { kind: 'folder' | 'pattern'; paths: string[] }

export async function filesNamed(named: string): Promise<Named> {
  const path = resolve(named)
  const stats = await statsOf(path)
  if (stats?.isDirectory()) return { kind: 'folder', paths: await visibleBelow(path) }
  // A file may have such characters in its name.
  if (stats !== undefined || !MAGIC.test(path)) return { kind: 'single', path }
  const root = fixedPart(path)
  if (!(await statsOf(root))?.isDirectory()) return { kind: 'pattern', paths: [] }
  const paths = await visibleBelow(root)
  return { kind: 'pattern', paths: paths.filter((one) => matchesGlob(one, path)) }
}

/** The folder that contains all matches of a pattern. */
function fixedPart(path: string): string {
  let root = path
  while (MAGIC.test(root)) root = dirname(root)
  return root
}

async function visibleBelow(root: string): Promise<string[]> {
  const paths = await pathsBelow(root, DEEPEST)
  return paths.filter((path) =>
    path
      .slice(root.length + 1)
      .split(sep)
      .every((name) => !name.startsWith('.')),
  )
}

/**
 * Sorted by name as people count: `run-2` before `run-10`, and a file before the contents of folders next to
 * it.
 */
export function byName(a: string, b: string): number {
  return compared(dirname(a), dirname(b)) || compared(basename(a), basename(b))
}

const compared = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })
