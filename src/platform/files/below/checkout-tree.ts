import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FileError } from '../file-errors.ts'

/** A regular file in a folder. */
export interface TreeFile {
  /** Relative to the folder, with `/`. */
  name: string
  path: string
  isExecutable: boolean
}

export interface Tree {
  /** Sorted by the bytes of their names, which is the same on every system. */
  files: TreeFile[]
  /** Everything that is neither a folder nor a regular file, such as links, which are not followed. */
  others: string[]
}

/** The rules for what belongs to a tree. Names are relative to its root, with `/`. */
export interface TreeRules {
  /** Called before the content of a folder is read; the root's name is empty. */
  enter(folder: string): Promise<void>
  leavesOut(name: string, isFolder: boolean): boolean
}

/** More would take too long to pack, and is no realistic number of source files. */
const MOST_ENTRIES = 50_000
const DEEPEST = 64

/**
 * Everything in a folder and below, except what the rules exclude. Throws a `FileError` if there is too much.
 */
export async function filesOfTree(root: string, rules: TreeRules): Promise<Tree> {
  const tree: Tree = { files: [], others: [] }
  let left = MOST_ENTRIES
  const walk = async (folder: string, depth: number): Promise<void> => {
    await rules.enter(folder)
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    left -= entries.length
    if (left < 0 || depth > DEEPEST)
      throw new FileError(`${root} has more than ${MOST_ENTRIES} files, or folders within ${DEEPEST} others.`)
    for (const entry of entries) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (rules.leavesOut(name, entry.isDirectory())) continue
      if (entry.isDirectory()) await walk(name, depth + 1)
      else if (entry.isFile()) tree.files.push(await treeFile(root, name))
      else tree.others.push(name)
    }
  }
  await walk('', 0)
  return {
    files: tree.files.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name))),
    others: tree.others.toSorted(),
  }
}

async function treeFile(root: string, name: string): Promise<TreeFile> {
  const path = join(root, name)
  // The owner's permission counts, as in git.
  return { name, path, isExecutable: ((await lstat(path)).mode & 0o100) !== 0 }
}
