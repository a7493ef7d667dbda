import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { lastLines } from '../run-process.ts'

const END_WITHIN_MS = 20_000

/** The programs in the background, each with its log. They are ended in the reverse order of their starts. */
export class Programs {
  readonly #started: { child: ChildProcess; name: string; log: string }[] = []
  readonly #ending: AbortSignal

  /** `ending` is aborted if the check itself is stopped from outside. */
  constructor(ending: AbortSignal) {
    this.#ending = ending
  }

  /**
   * Each program gets its own process group, so that Ctrl+C does not end it directly and the order is kept.
   */
  start(
    [program, ...args]: [string, ...string[]],
    options: { name: string; log: string; environment: Record<string, string>; directory: string },
  ): void {
    const log = openSync(options.log, 'w')
    const child = spawn(program, args, {
      cwd: options.directory,
      env: options.environment,
      stdio: ['ignore', log, log],
      detached: true,
    })
    closeSync(log)
    child.on('error', () => undefined)
    this.#started.push({ child, name: options.name, log: options.log })
  }

  /** Throws if a program has ended on its own, which is always an error, or if the check was stopped. */
  check(): void {
    this.#ending.throwIfAborted()
    for (const { child, name, log } of this.#started)
      if (hasEnded(child)) throw new Error(`${name} ended.\n${lastLines(readFileSync(log, 'utf8'))}`)
  }

  async endAll(): Promise<void> {
    for (const { child } of this.#started.toReversed()) await end(child)
    this.#started.length = 0
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await Promise.race([closed, delay(END_WITHIN_MS, undefined, { ref: false })])
  if (!hasEnded(child)) child.kill('SIGKILL')
  await closed
}
