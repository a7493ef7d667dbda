import { lstatSync } from 'node:fs'
import { mkdir, readdir, readlink, realpath, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, explainFileError, FileError } from './file-errors.ts'
import { identityOf, isSame, LINKS_FOLDER, Manifest, MANIFEST_NAME } from './manifest.ts'
import { OutputFolder } from './output-folder.ts'
import { refuseLinksBelow, regularFile, statsOf } from './regular-file.ts'

/** More links than one run creates; additional ones in the folder are ignored. */
const MAX_LINKS = 2_000
const HEAD_BYTES = 400

export interface OutputWanted {
  directory: string
  /** Below this folder, the path must not lead over links; absent if a person named the folder. */
  withoutLinksFrom?: string
  /** Names of the files and folders that the step will write. */
  expected: readonly string[]
  /** Files that the user points to: they stay, even if an earlier run wrote them. */
  keep: readonly string[]
  /** False: nothing is removed. */
  clears: boolean
}

/**
 * Creates the folder, removes the unchanged files of an earlier run of the action, and makes sure that the
 * folder is writable. Throws a `FileError` that names what would be replaced.
 */
export async function prepareOutput(
  wanted: OutputWanted,
): Promise<{ folder: OutputFolder; removed: string[] }> {
  const { directory, withoutLinksFrom } = wanted
  try {
    if (withoutLinksFrom !== undefined) await refuseLinksBelow(withoutLinksFrom, directory)
    await mkdir(directory, { recursive: true })
    const real = await realpath(directory)
    const manifest = new Manifest(real)
    if (!(await manifest.load())) throw foreignFiles(directory, [MANIFEST_NAME])
    const removed = wanted.clears ? await removeOurs(real, manifest, await realPaths(wanted.keep)) : []
    const foreign = foreignIn(real, manifest, wanted.expected)
    if (foreign.length > 0) throw foreignFiles(directory, foreign)
    // Now, because a folder that is not writable should not cost a run.
    await manifest.save()
    return { folder: new OutputFolder(real, manifest), removed }
  } catch (error) {
    throw explainFileError(error, directory)
  }
}

/**
 * The folder of a run whose files are judged again. It may have come from anywhere, so a file that would be
 * replaced counts as ours if it begins like ours; `looks` says how. Nothing is written yet. Undefined if
 * there is no folder.
 */
export async function openJudgedOutput(
  directory: string,
  looks: Readonly<Record<string, RegExp>>,
): Promise<OutputFolder | undefined> {
  try {
    const real = await realpath(directory)
    const manifest = new Manifest(real)
    const foreign: string[] = (await manifest.load()) ? [] : [MANIFEST_NAME]
    for (const [name, look] of Object.entries(looks)) {
      const stats = await statsOf(join(real, name))
      if (stats === undefined) continue
      // A link with this name is reported as a link.
      if (look.test(await headOf(join(real, name)))) manifest.files.set(name, identityOf(stats))
      else foreign.push(name)
    }
    if (foreign.length > 0) throw foreignFiles(directory, foreign)
    return new OutputFolder(real, manifest)
  } catch (error) {
    if (error instanceof Error && ['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined
    throw explainFileError(error, directory)
  }
}

async function headOf(path: string): Promise<string> {
  return await regularFile(path).opened(async (file) => {
    const head = Buffer.alloc(HEAD_BYTES)
    return head.subarray(0, await file.read(head, 0)).toString('utf8')
  })
}

async function realPaths(paths: readonly string[]): Promise<string[]> {
  return await Promise.all(paths.map((path) => realpath(path).catch(() => path)))
}

function foreignIn(directory: string, manifest: Manifest, expected: readonly string[]): string[] {
  const foreign: string[] = []
  for (const name of expected) {
    // Usually nothing is there: about twenty promises would take longer than the rest of the preparation.
    const there = lstatSync(join(directory, name), { bigint: true, throwIfNoEntry: false })
    if (there === undefined) continue
    const inode = String(there.ino)
    const isOurs = there.isDirectory()
      ? manifest.folders.get(name) === inode
      : there.isFile() &&
        (manifest.parts.get(name.replace(/\.part$/, '')) === inode ||
          isSame(manifest.files.get(name), identityOf(there)))
    if (!isOurs) foreign.push(name)
  }
  return foreign
}

function foreignFiles(directory: string, names: string[]): FileError {
  const are = names.length === 1 ? 'is there, but was not' : 'are there, but were not'
  return new FileError(
    `Input 'output-directory' is ${directory}: ${names.join(', ')} ${are} written by this action. Your files are never replaced: move or remove them, or set output-directory to a separate folder.`,
  )
}

/** Returns the names of the removed files; the manifest keeps only what stays. */
async function removeOurs(directory: string, manifest: Manifest, keep: readonly string[]): Promise<string[]> {
  const removed: string[] = []
  await removeLinks(directory, manifest)
  for (const [name, inode] of manifest.parts) {
    const path = await reachable(directory, `${name}.part`)
    const stats = path === undefined ? undefined : await statsOf(path)
    if (path !== undefined && stats?.isFile() && String(stats.ino) === inode) {
      await unlink(path)
      removed.push(`${name}.part`)
    }
    manifest.parts.delete(name)
  }
  for (const [name, identity] of manifest.files) {
    const path = await reachable(directory, name)
    if (path !== undefined && keep.includes(path)) continue
    manifest.files.delete(name)
    const stats = path === undefined ? undefined : await statsOf(path)
    if (path === undefined || !stats?.isFile() || !isSame(identity, identityOf(stats))) continue
    await unlink(path)
    removed.push(name)
  }
  await removeFolders(directory, manifest)
  return removed
}

/** Those that are empty now, the deepest first; others stay. */
async function removeFolders(directory: string, manifest: Manifest): Promise<void> {
  const deepestFirst = [...manifest.folders].sort(([a], [b]) => b.length - a.length)
  for (const [name, inode] of deepestFirst) {
    const path = await reachable(directory, name)
    const stats = path === undefined ? undefined : await statsOf(path)
    if (path !== undefined && stats?.isDirectory() && String(stats.ino) === inode) {
      const isGone = await rmdir(path).then(
        () => true,
        () => false,
      )
      if (!isGone) continue
    }
    manifest.folders.delete(name)
  }
}

/** A step that was killed during an upload leaves second names of its files. */
async function removeLinks(directory: string, manifest: Manifest): Promise<void> {
  const folder = join(directory, LINKS_FOLDER)
  const stats = await statsOf(folder)
  if (!stats?.isDirectory() || String(stats.ino) !== manifest.folders.get(LINKS_FOLDER)) return
  const ours = [...manifest.files].map(([name, identity]) => ({ path: join(directory, name), identity }))
  for (const name of (await readdir(folder)).slice(0, MAX_LINKS)) {
    const path = join(folder, name)
    const link = await statsOf(path)
    if (link === undefined) continue
    const target = link.isSymbolicLink() ? await readlink(path) : undefined
    const isOurs = ours.some((file) =>
      target === undefined ? link.isFile() && isSame(file.identity, identityOf(link)) : file.path === target,
    )
    if (isOurs) await unlink(path)
  }
}

/** The path, if it contains no link; a folder of ours may have been replaced by one. */
async function reachable(directory: string, name: string): Promise<string | undefined> {
  const path = join(directory, name)
  try {
    await refuseLinksBelow(directory, path)
    return path
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}
