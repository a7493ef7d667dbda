/** Thrown if a check cannot run on this machine, which says nothing about the action. */
export class Skipped extends Error {}

const EXIT_CODE = 77

/** Says why a check ended early, and sets the exit code: 77 if it was skipped, otherwise 1. */
export function endEarly(check: string, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const skipped = error instanceof Skipped
  process.stdout.write(`${check}: ${skipped ? 'skipped, because' : 'failed.'} ${message}\n`)
  process.exitCode = skipped ? EXIT_CODE : 1
}
