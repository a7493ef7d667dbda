// Time from process start to first request: the shipped bundle compared with a minimal action.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildReference } from './build-reference.ts'
import { median } from './median.ts'

const ROUNDS = 15
const LIMIT = 1.25
const root = join(import.meta.dirname, '..')

/** Milliseconds from the spawn to the moment the first request arrives. */
async function firstRequestMs(file: string, directory: string): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const arrived = once(server, 'request').then(() => performance.now())
  const startMs = performance.now()
  const child = spawn(process.execPath, [file], { env: environment(url, directory), stdio: 'ignore' })
  const ms = (await arrived) - startMs
  child.kill('SIGKILL')
  await once(child, 'close')
  server.closeAllConnections()
  server.close()
  return ms
}

function environment(url: string, directory: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    RUNNER_TEMP: directory,
    GITHUB_RUN_ID: '1',
    GITHUB_OUTPUT: join(directory, 'output'),
    GITHUB_STATE: join(directory, 'state'),
    INPUT_PROVIDER: 'xtc',
    'INPUT_XTC-URL': url,
    'INPUT_XTC-ORGANIZATION': 'acme',
    'INPUT_XTC-PROJECT': 'shop',
    'INPUT_XTC-LOAD-TEST': '39',
    'INPUT_XTC-CLIENT-ID': 'client',
    'INPUT_XTC-CLIENT-SECRET': 'client-secret',
    INPUT_CRITERIA: 'requests.p95 <= 500ms\nrequests.error-rate < 1%',
  }
}

const directory = await mkdtemp(join(tmpdir(), 'bench-startup-'))
// Every runner provides these files.
for (const name of ['output', 'state']) await writeFile(join(directory, name), '')
const reference = buildReference(directory)
const ours = join(root, 'dist', 'main', 'index.js')
const times: { reference: number[]; ours: number[] } = { reference: [], ours: [] }
// Alternating, so that a busy moment affects both.
for (let round = 0; round < ROUNDS; round++) {
  times.reference.push(await firstRequestMs(reference, directory))
  times.ours.push(await firstRequestMs(ours, directory))
}
await rm(directory, { recursive: true })
const [base, own] = [median(times.reference), median(times.ours)]
const ratio = own / base
console.log(
  `first request: reference ${base.toFixed(0)} ms, ours ${own.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (limit ${LIMIT}), medians of ${ROUNDS}`,
)
process.exitCode = ratio <= LIMIT ? 0 : 1
