import type { BigIntStats } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { FileError } from './file-errors.ts'
import { CREATE_ONLY, regularFile, REPLACE_ONLY, statsOf } from './regular-file.ts'

export const MANIFEST_NAME = '.load-test-gate.json'
/** Links that give files the names of their artifacts while they are uploaded. */
export const LINKS_FOLDER = '.artifacts'

const MAX_MANIFEST_BYTES = 1_000_000
const BLOCK_BYTES = 4096
/** Reserved at once, so that a disk that becomes full still has space for the names of written files. */
const FIRST_BYTES = 2 * BLOCK_BYTES

/**
 * What identifies a file of ours: changing it changes its time or size, and replacing it changes the inode.
 * Large archives need not be read for this, and no checkout can create a matching file.
 */
export interface Identity {
  inode: string
  sizeBytes: number
  modifiedNs: string
}

/**
 * The files that the action wrote below one folder, saved there. Updated before a file gets its name, so that
 * even a killed step leaves nothing that the next one does not know.
 */
export class Manifest {
  /** By path below the folder, with `/`. */
  readonly files = new Map<string, Identity>()
  /** Files that are being written, by their future path: the inode. */
  readonly parts = new Map<string, string>()
  /** Folders that were created: the inode. */
  readonly folders = new Map<string, string>()
  readonly #path: string
  #exists = false
  #bytes = FIRST_BYTES
  #queue: Promise<unknown> = Promise.resolve()

  constructor(directory: string) {
    this.#path = join(directory, MANIFEST_NAME)
  }

  /** Reads what an earlier run left. False if something else has that name. */
  async load(): Promise<boolean> {
    const stats = await statsOf(this.#path)
    if (stats === undefined) return true
    // With a second name, it might be somebody else's file too.
    if (!stats.isFile() || stats.nlink > 1n || stats.size > MAX_MANIFEST_BYTES) return false
    // Loaded only where there is a list: usually, there is none.
    const { parseManifest } = await import('./manifest-text.ts')
    const listed = parseManifest(await regularFile(this.#path).text(MAX_MANIFEST_BYTES), {
      file: FILE_NAME,
      folder: FOLDER_NAME,
    })
    if (listed === undefined) return false
    this.#exists = true
    this.#bytes = Math.max(FIRST_BYTES, Number(stats.size))
    for (const { name, ...identity } of listed.files) this.files.set(name, identity)
    for (const { name, inode } of listed.parts) this.parts.set(name, inode)
    for (const { name, inode } of listed.folders) this.folders.set(name, inode)
    return true
  }

  /** One change after the other: the folder and the list must not differ in between. */
  async change<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return await turn
  }

  /** Overwrites the old list and never gets shorter, so that no reader finds half a list. */
  async save(): Promise<void> {
    const text = this.#text()
    this.#bytes = Math.max(this.#bytes, Math.ceil(Buffer.byteLength(text) / BLOCK_BYTES) * BLOCK_BYTES)
    const content = Buffer.alloc(this.#bytes, ' ')
    content.write(text)
    const handle = await open(this.#path, this.#exists ? REPLACE_ONLY : CREATE_ONLY, 0o644)
    try {
      const stats = await handle.stat()
      if (!stats.isFile() || stats.nlink > 1)
        throw new FileError(`${this.#path} was replaced in the meantime.`)
      this.#exists = true
      await handle.write(content, 0, content.length, 0)
    } finally {
      await handle.close()
    }
  }

  #text(): string {
    const files = [...this.files].map(([name, identity]) => ({ name, ...identity }))
    const inodes = (map: Map<string, string>) => [...map].map(([name, inode]) => ({ name, inode }))
    return JSON.stringify({
      schemaVersion: 1,
      about: 'Files that Load Test Gate wrote here. Its next run removes them, unless somebody changed them.',
      files,
      parts: inodes(this.parts),
      folders: inodes(this.folders),
    })
  }
}

export function identityOf(stats: BigIntStats): Identity {
  return {
    inode: String(stats.ino),
    sizeBytes: Number(stats.size),
    modifiedNs: String(stats.mtimeNs),
  }
}

export function isSame(a: Identity | undefined, b: Identity): boolean {
  return (
    a !== undefined && a.inode === b.inode && a.sizeBytes === b.sizeBytes && a.modifiedNs === b.modifiedNs
  )
}

/** One part of a path: nothing that leads elsewhere, and nothing hidden except our own folder. */
const STEP = String.raw`[\w-][\w.-]{0,200}`
const FILE_NAME = new RegExp(`^(?:${STEP}/){0,2}${STEP}$`)
const FOLDER_NAME = new RegExp(String.raw`^(?:\.artifacts|${STEP}(?:/${STEP})?)$`)

/** True for paths below the folder that the action may write. */
export function mayBeWritten(name: string): boolean {
  return FILE_NAME.test(name)
}
