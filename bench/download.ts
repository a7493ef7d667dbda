/**
 * Downloads to disk with the action's own code, compared with `curl -o` from the same server to the same
 * disk, and the memory that it needs: `node bench/download.ts [bytes, 2e9] [rounds, 5] [directory]`. Medians,
 * alternating; each download is a separate process. A gzip archive, which is also verified, is measured
 * separately.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileFormat } from '../src/platform/download/file-format.ts'
import { createHttpPorts } from '../src/platform/http/http-ports.ts'
import { Manifest } from '../src/platform/files/manifest.ts'
import { OutputFolder } from '../src/platform/files/output-folder.ts'
import { collectFile } from '../src/providers/collect-file.ts'
import { median } from './median.ts'
import { startServer } from './transfer/start-server.ts'

const LEAST_OF_CURL = 0.9
const MOST_MEMORY_MB = 40
const SMALL_BYTES = 1e6

interface Figures {
  ms: number
  sizeBytes: number
  peakMb: number
}

/** Run by a child process: one download, as in a run. */
async function downloadHere(url: string, directory: string, format: FileFormat): Promise<Figures> {
  const quiet = (): void => undefined
  const log = { info: quiet, warning: quiet, error: quiet, debug: quiet } as never
  const startMs = performance.now()
  const { files, missing } = await collectFile(
    createHttpPorts(() => new AbortController().signal),
    log,
    new OutputFolder(directory, new Manifest(directory)),
    {
      kind: 'result',
      name: 'file',
      serviceUrl: url,
      urls: [url],
      headersFor: () => Promise.resolve({}),
      format,
      budgetMs: 600_000,
    },
  )
  const ms = performance.now() - startMs
  if (files[0] === undefined) throw new Error(missing[0]?.reason ?? 'Nothing arrived.')
  return { ms, sizeBytes: files[0].sizeBytes, peakMb: process.resourceUsage().maxRSS / 1024 }
}

async function inChild(url: string, directory: string, format: FileFormat): Promise<Figures> {
  await clear(directory)
  const args = [import.meta.filename, '--child', url, directory, format]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Figures
}

async function byCurl(url: string, directory: string): Promise<number> {
  await clear(directory)
  const args = ['-sS', '--fail', '-w', '%{time_total}', '-o', join(directory, 'file'), url]
  return Number(execFileSync('curl', args, { encoding: 'utf8' })) * 1000
}

/**
 * Each download finds an empty folder: it would leave the manifest of another process alone. Data that is still being
 * written to disk would slow it down.
 */
async function clear(directory: string): Promise<void> {
  await rm(directory, { recursive: true })
  await mkdir(directory)
  spawnSync('sync')
}

async function compare(bytes: number, rounds: number, parent: string): Promise<boolean> {
  const hasCurl = spawnSync('curl', ['--version']).status === 0
  if (!hasCurl) console.log('curl is not installed on this machine: there is nothing to compare with.')
  const server = await startServer()
  const directory = await mkdtemp(join(parent, 'bench-download-'))
  const plain = `${server.url}/plain/${bytes}`
  const curlMs: number[] = []
  const own: Figures[] = []
  const checked: Figures[] = []
  for (let round = 0; round < rounds; round++) {
    if (hasCurl) curlMs.push(await byCurl(plain, directory))
    own.push(await inChild(plain, directory, 'xml'))
    checked.push(await inChild(`${server.url}/gzip/${bytes}`, directory, 'gzip'))
  }
  const small = await inChild(`${server.url}/plain/${SMALL_BYTES}`, directory, 'xml')
  const smallChecked = await inChild(`${server.url}/gzip/${SMALL_BYTES}`, directory, 'gzip')
  server.stop()
  await rm(directory, { recursive: true })
  const ratio = hasCurl ? median(curlMs) / median(own.map(({ ms }) => ms)) : Number.NaN
  const moreMb = median(own.map(({ peakMb }) => peakMb)) - small.peakMb
  const moreCheckedMb = median(checked.map(({ peakMb }) => peakMb)) - smallChecked.peakMb
  if (hasCurl) console.log(`curl: ${rateOf(bytes, curlMs)}`)
  console.log(`download: ${rateOf(bytes, msOf(own))}, ${ratio.toFixed(2)} × curl (at least ${LEAST_OF_CURL})`)
  console.log(`download of a gzip archive, verified: ${rateOf(checked[0]?.sizeBytes ?? 0, msOf(checked))}`)
  console.log(
    `memory: + ${moreMb.toFixed(0)} MB, verified + ${moreCheckedMb.toFixed(0)} MB, against 1 MB of the same ` +
      `(${small.peakMb.toFixed(0)} MB; at most + ${MOST_MEMORY_MB})`,
  )
  const lean = moreMb <= MOST_MEMORY_MB && moreCheckedMb <= MOST_MEMORY_MB
  return lean && (!hasCurl || ratio >= LEAST_OF_CURL)
}

function msOf(figures: Figures[]): number[] {
  return figures.map(({ ms }) => ms)
}

function rateOf(bytes: number, ms: number[]): string {
  const all = ms.toSorted((a, b) => a - b).map((one) => (one / 1000).toFixed(2))
  return `${(bytes / 1000 / median(ms)).toFixed(0)} MB/s (${all.join(', ')} s)`
}

const [first = '', ...rest] = process.argv.slice(2)
if (first === '--child') {
  const [url = '', directory = '', format = ''] = rest
  console.log(JSON.stringify(await downloadHere(url, directory, format as FileFormat)))
} else {
  const [rounds = '5', directory = tmpdir()] = rest
  process.exitCode = (await compare(Number(first || 2e9), Number(rounds), directory)) ? 0 : 1
}
