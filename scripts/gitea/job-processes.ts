import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

const END_WITHIN_MS = 10_000
const LOOK_EVERY_MS = 200

/**
 * Ends processes that jobs left behind: a killed runner leaves the steps of its jobs running, all below this
 * folder.
 */
export async function endJobProcesses(folder: string): Promise<void> {
  for (const id of processesOf(folder)) signal(id, 'SIGTERM')
  for (let waitedMs = 0; waitedMs < END_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    if (processesOf(folder).length === 0) return
    await delay(LOOK_EVERY_MS)
  }
  for (const id of processesOf(folder)) signal(id, 'SIGKILL')
}

/** The ids of processes that were started with a path below the folder. */
function processesOf(folder: string): number[] {
  return commandLines()
    .filter(({ id, line }) => id !== process.pid && line.includes(`${folder}/`))
    .map(({ id }) => id)
}

function commandLines(): { id: number; line: string }[] {
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => ({ id: Number.parseInt(line, 10), line }))
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ id: Number(name), line: lineOf(name) }))
}

function lineOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    // The process has ended in the meantime.
    return ''
  }
}

function signal(id: number, name: NodeJS.Signals): void {
  try {
    process.kill(id, name)
  } catch {
    // The process has ended in the meantime.
  }
}
