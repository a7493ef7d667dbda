import { spawn, type ChildProcess } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { xtcDocument } from '../simulator/xtc-document.ts'

const root = join(import.meta.dirname, '..', '..')

export interface Ended {
  exitCode: number | null
  out: string
  err: string
}

export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  onStart: (child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  // On Windows, npm is a batch file, which only a shell can run.
  const shell = process.platform === 'win32' && command === 'npm'
  // A separate process group, as a shell gives to a command: Ctrl+C reaches every process in it.
  const detached = process.platform !== 'win32'
  const child = spawn(command, args, { cwd: root, env, shell, detached, stdio: ['ignore', 'pipe', 'pipe'] })
  onStart(child)
  const ended: Ended = { exitCode: null, out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.err += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ ...ended, exitCode }))
  })
}

export function contract(...args: string[]): Promise<Ended> {
  return run(process.execPath, ['scripts/contract.ts', ...args])
}

export async function fileOf(directory: string, name: string, content: unknown): Promise<string> {
  const path = join(directory, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

export type Json = Record<string, unknown>
/** The object at a place in a document. */
export type At = (...path: string[]) => Json

/** A copy of XTC's document with one change. */
export function changed(change: (at: At) => void = () => undefined): Json {
  const document = structuredClone(xtcDocument('https://xtc.xceptance.com'))
  change((...path) => path.reduce((object, key) => object[key] as Json, document))
  return document
}

/**
 * The error message if the exit code is 2 and there is nothing else; any other result is returned unchanged.
 */
export function refusal(ended: Ended): string {
  const { exitCode, out, err } = ended
  return exitCode === 2 && out === '' && !/\n\s+at /.test(err) ? err : JSON.stringify(ended)
}

export function totals({ out }: Ended): string {
  return /\d+ confirmed, \d+ contradicted, \d+ not found, \d+ not stated/.exec(out)?.[0] ?? ''
}

/** The lines of one operation that are not confirmed. */
export function unconfirmed(report: string, operation: string): string[] {
  const block = report.split('\n\n').find((text) => text.startsWith(`${operation}:`)) ?? ''
  const lines = block.split('\n').slice(1)
  return lines.filter((line) => !line.startsWith('  confirmed')).map((line) => line.trim())
}
