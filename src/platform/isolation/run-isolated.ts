import { fork } from 'node:child_process'

export interface IsolatedTask {
  /** The program, which responds with `serveTask`. */
  entryPath: string
  /** Plain JSON. */
  task: unknown
  /** Of the heap; a program that takes more ends. */
  memoryMb: number
  /** The program ends by itself after this time, even if nobody is left to stop it. */
  lifetimeMs: number
  onAnswer: (answer: unknown) => void
  /** Stops the program at once, whatever it is doing. */
  signal: AbortSignal
}

/**
 * Runs a program on untrusted input in a process that has no variables and no output, so it has no secrets
 * and cannot write commands to the runner. It is a process and not a thread, because running out of memory in
 * a large text crashes the whole process. Resolves with true if the program ended by itself and without an
 * error.
 */
export async function runIsolated(isolated: IsolatedTask): Promise<boolean> {
  const { entryPath, task, memoryMb, lifetimeMs, onAnswer, signal } = isolated
  if (signal.aborted) return false
  const child = fork(entryPath, [], {
    env: {},
    execArgv: [`--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const kill = (): void => void child.kill('SIGKILL')
  signal.addEventListener('abort', kill, { once: true })
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      // After its last message has been sent, unlike `exit`.
      child.once('close', (code) => resolve(code === 0))
      child.on('message', onAnswer)
      // If it cannot be sent, the program has ended, which `close` reports.
      child.send({ task, lifetimeMs }, () => undefined)
    })
  } finally {
    signal.removeEventListener('abort', kill)
    kill()
  }
}
