import { statfs } from 'node:fs/promises'

/** Stays free for other steps; on a small disk, a tenth of the free space. */
const RESERVE_BYTES = 500e6

export interface FreeSpace {
  freeBytes: number
  /** Bytes that stay free. */
  reserveBytes: number
}

/** Undefined if the system does not provide it. */
export async function freeSpaceOf(directory: string): Promise<FreeSpace | undefined> {
  try {
    const { bsize, blocks, bavail } = await statfs(directory)
    if (blocks === 0) return undefined
    const freeBytes = bavail * bsize
    return { freeBytes, reserveBytes: Math.min(RESERVE_BYTES, Math.floor(freeBytes / 10)) }
  } catch {
    return undefined
  }
}
