// Runs .github/workflows/e2e.yml without GitHub: in act, on this machine, offline, and compares what came out.
// Usage: npm run act. Exit code 0: it held, 1: it did not, 77: skipped, because act cannot be had here.
//
// * act runs steps on the host (-self-hosted): no container engine is needed. Its own artifact service, up to 0.2.89,
//   refuses what @actions/artifact 6 sends (the field mime_type, and a signature without padding), so artifacts go to the
//   simulator's. Its own cache service is used.
// * act copies the checkout itself in place of actions/checkout, but clones every other action before it looks at the
//   step's condition. An empty action stands in for each of those; the workflow skips their steps under act.
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { StepsResult } from '../test/workflow/check-steps.ts'
import { startSimulator, type Simulator } from '../test/simulator/simulator.ts'
import { artifactFaults, artifactLines } from './end-to-end/compare-artifacts.ts'
import { installFault } from './end-to-end/install-fault.ts'
import { EMPTY_ACTION, END_TO_END, END_TO_END_OS, RESULTS_VARIABLE, resultOf } from './end-to-end/workflow.ts'
import { endEarly, Skipped } from './skipped.ts'

const ACT = { module: 'github.com/nektos/act', version: 'v0.2.89' }
// Building it takes half a minute on two free cores, minutes on busy ones.
const INSTALL_WITHIN_MS = 10 * 60_000
const RUN_WITHIN_MS = 4 * 60_000

const root = join(import.meta.dirname, '..')
const directory = process.env['ACT_DIRECTORY'] ?? join(root, 'build', 'act')
const binDirectory = join(directory, ACT.version)
const act = join(binDirectory, process.platform === 'win32' ? 'act.exe' : 'act')
const cacheDirectory = join(directory, 'cache-server')

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Installs the pinned act below build/, once. Modules are checked against Go's checksum database as always. */
async function installAct(): Promise<void> {
  if (existsSync(act)) return
  mkdirSync(binDirectory, { recursive: true })
  const began = Date.now()
  const env = { ...process.env, GOBIN: binDirectory }
  const failure = await new Promise<{ code: unknown; text: string } | undefined>((resolve) => {
    const options = { env, timeout: INSTALL_WITHIN_MS, maxBuffer: 64 * 1024 * 1024 }
    execFile('go', ['install', `${ACT.module}@${ACT.version}`], options, (error, _stdout, stderr) => {
      const killed = error?.killed === true ? 'it took too long' : ''
      resolve(error === null ? undefined : { code: error.code, text: `${killed}${stderr}` })
    })
  })
  if (failure === undefined) {
    say(`act ${ACT.version} was installed in ${Math.round((Date.now() - began) / 1000)} s.`)
    return
  }
  const fault = installFault(failure)
  if (fault.skip) throw new Skipped(fault.reason)
  throw new Error(`act ${ACT.version} could not be installed: ${fault.reason}`)
}

/** Each action that the workflow names but the checkout and this one, as `--local-repository` takes them. */
function standIns(): string[] {
  const path = join(directory, 'stand-in')
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'action.yml'), EMPTY_ACTION)
  const used = [...readFileSync(join(root, END_TO_END), 'utf8').matchAll(/uses: ([^\s./][^\s]*)/g)]
  const names = new Set(
    used.map((match) => match[1] ?? '').filter((name) => !name.startsWith('actions/checkout@')),
  )
  return [...names].flatMap((name) => ['--local-repository', `${name}=${path}`])
}

/** Nothing of this machine's environment but what programs need to run: what is tested must not depend on it. */
function environment(simulator: Simulator): Record<string, string> {
  const home = join(directory, 'home')
  mkdirSync(home, { recursive: true })
  // Without this variable, which names the simulator's service for artifacts, there would be none; with the other, no
  // cache but the simulator's.
  const { ACTIONS_CACHE_SERVICE_V2: _version, ...services } = simulator.environment()
  return {
    // The Node that runs this, so that the action runs on what it ships for.
    PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
    ...services,
  }
}

async function runAct(simulator: Simulator, results: string): Promise<number | null> {
  const options = [
    ['--platform', `${END_TO_END_OS}=-self-hosted`],
    ['--matrix', `os:${END_TO_END_OS}`],
    ['--container-daemon-socket', '-'],
    ['--cache-server-addr', '127.0.0.1', '--cache-server-path', cacheDirectory, '--rm'],
    ['--action-cache-path', join(directory, 'cache')],
    ['--env', `${RESULTS_VARIABLE}=${results}`],
    ['--env', 'GITHUB_REPOSITORY=acme/load-test-gate'],
    standIns(),
  ].flat()
  const child = spawn(act, ['push', '--workflows', END_TO_END, ...options], {
    cwd: root,
    env: environment(simulator),
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: RUN_WITHIN_MS,
  })
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}

const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** The entries that act's cache server holds. */
function cacheEntries(): number {
  const files = existsSync(cacheDirectory)
    ? readdirSync(cacheDirectory, { recursive: true, withFileTypes: true })
    : []
  return files.filter((file) => file.isFile() && !file.name.endsWith('.db')).length
}

/** The bytes that reached the artifact service, against what the steps said and what the services had served. */
function compare(simulator: Simulator, result: StepsResult): string[] {
  const arrived = simulator.actions.artifacts.map(({ name, finalized }) => ({
    name,
    sha256: finalized === undefined ? 'nothing' : sha256Of(finalized.path),
  }))
  for (const line of artifactLines(arrived, result.served)) say(line)
  const faults = artifactFaults(arrived, result)
  const entries = cacheEntries()
  if (entries === 0) faults.push("act's cache server kept no entry")
  if (simulator.actions.cacheEntries.length > 0) faults.push("the simulator's cache was used, not act's")
  say(`${entries} entries in act's cache.`)
  say(
    `Outcomes: ${JSON.stringify(result.outcomes)}; ${arrived.length} artifacts, ${faults.length} differences.`,
  )
  return faults
}

/** The job stops its simulator, unless act itself was stopped before. */
function stopLeftSimulator(results: string): void {
  const ready = join(results, 'simulator.json')
  if (!existsSync(ready)) return
  try {
    process.kill((JSON.parse(readFileSync(ready, 'utf8')) as { pid: number }).pid)
  } catch {
    // It has ended, as it should.
  }
}

async function runAndCompare(): Promise<void> {
  const results = join(directory, 'results')
  for (const path of [results, cacheDirectory]) rmSync(path, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const simulator = await startSimulator()
  try {
    const exitCode = await runAct(simulator, results)
    if (exitCode !== 0) throw new Error(`The workflow failed in act (exit code ${exitCode}).`)
    const faults = compare(simulator, resultOf(results))
    if (faults.length > 0) throw new Error(`Artifacts differ:\n${faults.join('\n')}`)
  } finally {
    stopLeftSimulator(results)
    await simulator.close()
  }
}

try {
  await installAct()
  await runAndCompare()
  say('act: the end-to-end workflow holds.')
} catch (error) {
  endEarly('act', error)
}
