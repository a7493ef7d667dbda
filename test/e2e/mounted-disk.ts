import { execFileSync } from 'node:child_process'
import { mkdtemp, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether this process may mount file systems at all; a container may still forbid it. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0

/**
 * Runs the work with a disk in memory, at a path of its own: other checkouts may run the same test. False if
 * none can be mounted here.
 */
export async function onDisk(options: string, work: (disk: string) => Promise<void>): Promise<boolean> {
  if (!mayMount) return false
  const disk = await mkdtemp(join(tmpdir(), 'disk-'))
  try {
    if (!mounted(disk, options)) return false
    try {
      await work(disk)
    } finally {
      execFileSync('umount', [disk])
    }
    return true
  } finally {
    await rmdir(disk)
  }
}

function mounted(disk: string, options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
