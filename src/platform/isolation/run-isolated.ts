import { fork } from 'node:child_process'

export interface IsolatedTask {
  /** The program, which answers with `serveTask`. */
  entryPath: string
  /** Plain JSON. */
  task: unknown
  /** Of the heap; a program that takes more ends. */
  memoryMb: number
  /** The program ends itself after this time, even where nobody is left to end it. */
  lifetimeMs: number
  onAnswer: (answer: unknown) => void
  /** Ends the program at once, whatever it is doing. */
  signal: AbortSignal
}

/**
 * Runs a program on foreign input in a process that has no variables and no output, so it holds no secret and cannot
 * write commands to the runner. A process and not a thread: one that runs out of memory in the middle of a large text
 * takes all of its process with it. Resolves with true where the program ended by itself and in order.
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
      // After its last answer, unlike `exit`.
      child.once('close', (code) => resolve(code === 0))
      child.on('message', onAnswer)
      // Where it cannot be sent the program has ended, which `close` tells.
      child.send({ task, lifetimeMs }, () => undefined)
    })
  } finally {
    signal.removeEventListener('abort', kill)
    kill()
  }
}
