/** The reader of the log may go away, and the log's disk may become full: nothing else changes then. */
export function outliveBrokenLog(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

/**
 * Ends the process with its exit code. An abandoned upload, or a stop that nobody waits for, must not keep
 * the step running. What was written to the log must arrive first, and on Windows pipes are written in the
 * background.
 */
export async function exitWhenWritten(): Promise<never> {
  await Promise.all(
    [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))),
  )
  return process.exit()
}
