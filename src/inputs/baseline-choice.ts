/** `run:<id>` asks the service, `file:<path>` reads a `measurements.json`, `branch` asks the Actions cache. */
export type BaselineChoice =
  { kind: 'run'; ids: string[] } | { kind: 'file'; path: string } | { kind: 'branch' }

/** Undefined for anything else. */
export function parseBaseline(text: string): BaselineChoice | undefined {
  if (text === 'branch') return { kind: 'branch' }
  const [, kind, value] = /^(run|file):(.+)$/.exec(text) ?? []
  if (kind === 'file' && value !== undefined) return { kind: 'file', path: value }
  const ids = value?.split(',').map((id) => id.trim()) ?? []
  return kind === 'run' && ids.every((id) => /^[\w-]{1,100}$/.test(id)) ? { kind: 'run', ids } : undefined
}
