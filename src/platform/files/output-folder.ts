import { link, lstat, mkdir, open, rename, rm, symlink, unlink, type FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { explainFileError, FileError } from './file-errors.ts'
import { identityOf, isSame, LINKS_FOLDER, type Manifest, mayBeWritten } from './manifest.ts'
import { CREATE_ONLY, refuseIrregular, statsOf } from './regular-file.ts'

/** A file that is being written; it gets its name when it is kept. */
export interface PartFile {
  readonly path: string
  readonly handle: FileHandle
  /** Gives the file its name; returns its size. */
  keep(): Promise<number>
  drop(): Promise<void>
}

/**
 * A folder that the action writes to, by its real path. Each file is created anew, under an unused name,
 * never through a link, and replaces only what the manifest lists.
 */
export class OutputFolder {
  readonly path: string
  readonly #root: string
  readonly #prefix: string
  readonly #manifest: Manifest

  constructor(root: string, manifest: Manifest, prefix = '') {
    this.#root = root
    this.#manifest = manifest
    this.#prefix = prefix
    this.path = join(root, prefix)
  }

  /** A folder below this one; it is created when the first file is written to it. */
  folder(name: string): OutputFolder {
    return new OutputFolder(this.#root, this.#manifest, `${this.#prefix}${name}/`)
  }

  /** Writes a complete file; returns its path. */
  async write(name: string, content: string | Iterable<string>): Promise<string> {
    const part = await this.begin(name)
    try {
      if (typeof content === 'string') await part.handle.writeFile(content)
      else await pipeline(content, part.handle.createWriteStream())
      await part.keep()
    } catch (error) {
      await part.drop()
      throw explainFileError(error, join(this.path, name))
    }
    return join(this.path, name)
  }

  /** Begins a file that is written in parts. `name` may have folders in front, with `/`. */
  async begin(name: string): Promise<PartFile> {
    const full = `${this.#prefix}${name}`
    const path = join(this.#root, full)
    if (!mayBeWritten(full)) throw new FileError(`${path}: a file with this name is not allowed.`)
    try {
      const { handle, inode } = await this.#manifest.change(() => this.#create(full))
      return {
        path: `${path}.part`,
        handle,
        keep: () => this.#keep(full, handle, inode),
        drop: () => this.#drop(full, handle),
      }
    } catch (error) {
      throw explainFileError(error, path)
    }
  }

  /** The same file under another name while `work` runs: a hard link if the file system has them. */
  async lend<T>(path: string, name: string, work: (path: string) => Promise<T>): Promise<T> {
    const lent = join(this.#root, LINKS_FOLDER, basename(name))
    try {
      await refuseIrregular(path)
      await this.#manifest.change(() => this.#makeFolder(LINKS_FOLDER))
      // Neither replaces anything.
      await link(path, lent).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error
        return symlink(path, lent)
      })
    } catch (error) {
      throw explainFileError(error, lent)
    }
    try {
      return await work(lent)
    } finally {
      await unlink(lent).catch(() => undefined)
    }
  }

  async #create(full: string): Promise<{ handle: FileHandle; inode: string }> {
    const folders = full.split('/').slice(0, -1)
    for (const [index] of folders.entries()) await this.#makeFolder(folders.slice(0, index + 1).join('/'))
    const path = join(this.#root, `${full}.part`)
    await this.#removePart(full, path)
    const handle = await open(path, CREATE_ONLY, 0o644)
    try {
      const inode = String((await handle.stat({ bigint: true })).ino)
      this.#manifest.parts.set(full, inode)
      await this.#manifest.save()
      return { handle, inode }
    } catch (error) {
      await this.#drop(full, handle)
      this.#manifest.parts.delete(full)
      throw error
    }
  }

  /** What an earlier attempt could not remove. */
  async #removePart(full: string, path: string): Promise<void> {
    const stats = await statsOf(path)
    if (stats === undefined) return
    if (!stats.isFile() || String(stats.ino) !== this.#manifest.parts.get(full)) throw inTheWay(path)
    await unlink(path)
  }

  async #makeFolder(full: string): Promise<void> {
    const path = join(this.#root, full)
    const known = this.#manifest.folders.get(full)
    const there = await statsOf(path)
    if (there !== undefined) {
      if (!there.isDirectory() || String(there.ino) !== known) throw inTheWay(path)
      return
    }
    await mkdir(path)
    this.#manifest.folders.set(full, String((await lstat(path, { bigint: true })).ino))
    await this.#manifest.save()
  }

  async #keep(full: string, handle: FileHandle, inode: string): Promise<number> {
    await handle.close()
    const path = join(this.#root, full)
    const written = await lstat(`${path}.part`, { bigint: true })
    if (!written.isFile() || String(written.ino) !== inode)
      throw new FileError(`${path}.part was replaced by something else while it was being written.`)
    await this.#manifest.change(async () => {
      const there = await statsOf(path)
      const isOurs = there?.isFile() && isSame(this.#manifest.files.get(full), identityOf(there))
      if (there !== undefined && !isOurs) throw inTheWay(path)
      // Otherwise a step that is killed right here would leave a file that is on no list.
      if (there !== undefined) await unlink(path)
      this.#manifest.files.set(full, identityOf(written))
      await this.#manifest.save()
      await rename(`${path}.part`, path)
      this.#manifest.parts.delete(full)
    })
    return Number(written.size)
  }

  async #drop(full: string, handle: FileHandle): Promise<void> {
    await handle.close().catch(() => undefined)
    await rm(join(this.#root, `${full}.part`), { force: true }).catch(() => undefined)
  }
}

function inTheWay(path: string): FileError {
  return new FileError(
    `${path} is in the way: this action did not write it. Move it, or set output-directory to another folder.`,
  )
}
