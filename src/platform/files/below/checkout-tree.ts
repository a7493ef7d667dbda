import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FileError } from '../file-errors.ts'

/** A regular file of a folder. */
export interface TreeFile {
  /** Relative to the folder, with `/`. */
  name: string
  path: string
  isExecutable: boolean
}

export interface Tree {
  /** By name, in the order of their bytes, which is the same everywhere. */
  files: TreeFile[]
  /** What is neither a folder nor a regular file, such as links, which are not followed. */
  others: string[]
}

/** What belongs to a tree. Names are relative to its root, with `/`. */
export interface TreeRules {
  /** Called before the content of a folder is looked at; the root's name is empty. */
  enter(folder: string): Promise<void>
  leavesOut(name: string, isFolder: boolean): boolean
}

/** More would take too long to pack; nobody's sources have as many. */
const MOST_ENTRIES = 50_000
const DEEPEST = 64

/** Everything in a folder and below, except what the rules leave out. Throws a `FileError` if there is too much. */
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
  // As git does: the owner's permission counts.
  return { name, path, isExecutable: ((await lstat(path)).mode & 0o100) !== 0 }
}
