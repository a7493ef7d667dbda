import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Ends the whole process, even while its main thread is busy. */
const END_AFTER = `setTimeout(() => process.kill(process.pid, 'SIGKILL'), require('node:worker_threads').workerData)`

/** The other side of `runIsolated`: takes one task, sends its results, and ends. */
export async function serveTask(
  answer: (task: unknown, tell: (answer: unknown) => Promise<void>) => Promise<void>,
): Promise<void> {
  // The process that asked decides what a cancellation means.
  process.on('SIGINT', () => undefined)
  const [{ task, lifetimeMs }] = (await once(process, 'message')) as [{ task: unknown; lifetimeMs: number }]
  new Worker(END_AFTER, { eval: true, env: {}, workerData: lifetimeMs }).unref()
  // Written before the next result is computed, because nothing is sent during computation.
  await answer(task, (told) => new Promise((done) => process.send?.(told, undefined, {}, () => done())))
  process.disconnect()
}
