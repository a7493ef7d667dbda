import { spawn } from 'node:child_process'

const MOST_OUTPUT_CHARS = 1_000_000

export interface ProcessRun {
  exitCode: number | null
  /** The combined output of both streams; only its end if it is long. */
  output: string
  timedOut: boolean
}

export interface ProcessOptions {
  directory: string
  environment?: Record<string, string>
  timeoutMs: number
  /** Ends the process early. */
  signal?: AbortSignal
}

/**
 * Runs a program until it ends, or kills it at the timeout. Rejects with code `ENOENT` if there is no such
 * program.
 */
export async function runProcess(
  [program, ...args]: [string, ...string[]],
  options: ProcessOptions,
): Promise<ProcessRun> {
  const child = spawn(program, args, {
    cwd: options.directory,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const add = (chunk: Buffer): void => void (output = (output + chunk.toString()).slice(-MOST_OUTPUT_CHARS))
  child.stdout.on('data', add)
  child.stderr.on('data', add)
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    child.kill('SIGKILL')
  }, options.timeoutMs)
  const abort = (): void => void child.kill('SIGTERM')
  options.signal?.addEventListener('abort', abort)
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    return { exitCode, output, timedOut }
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', abort)
  }
}

/** The end of a program's output, for an error message. */
export function lastLines(output: string, count = 15): string {
  return output.trimEnd().split('\n').slice(-count).join('\n')
}
