import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface RunningServer {
  url: string
  stop(): void
}

/** Starts `plain-server.ts` in a separate process. */
export async function startServer(): Promise<RunningServer> {
  const child = fork(join(import.meta.dirname, 'plain-server.ts'))
  const [port] = (await once(child, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() }
}
