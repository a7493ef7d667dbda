/**
 * `run:<id>` asks the service, `file:<path>` reads `measurements.json` files, `branch` asks the Actions
 * cache. Several runs are separated by blanks, executions of one run by commas.
 */
export type BaselineChoice =
  { kind: 'run'; runs: string[][] } | { kind: 'file'; path: string } | { kind: 'branch' }

/** Each of them is downloaded. */
const MOST_RUNS = 20

/** Undefined for anything else. */
export function parseBaseline(text: string): BaselineChoice | undefined {
  if (text === 'branch') return { kind: 'branch' }
  const [, kind, value] = /^(run|file):(.+)$/.exec(text) ?? []
  if (kind === 'file' && value !== undefined) return { kind: 'file', path: value }
  const runs = (value ?? '')
    .trim()
    .replace(/\s*,\s*/g, ',')
    .split(/\s+/)
    .map((run) => run.split(','))
  const known = runs.length <= MOST_RUNS && runs.flat().every((id) => /^[\w-]{1,100}$/.test(id))
  return kind === 'run' && known ? { kind: 'run', runs } : undefined
}
