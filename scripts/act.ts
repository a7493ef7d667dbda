// Runs .github/workflows/e2e.yml without GitHub, in act, on this machine and offline, and compares the
// results.
// Usage: npm run act. Exit code 0: passed, 1: failed, 77: skipped, because act is unavailable here.
//
// * act runs steps on the host (-self-hosted), so no container engine is needed. Its own artifact service (up
//   to 0.2.89) rejects what @actions/artifact 6 sends (the field mime_type, and a signature without padding),
//   so artifacts go to the simulator's. The cache service is act's own.
// * act copies the checkout itself instead of running actions/checkout, but clones every other action before
//   it looks at the step's condition. An empty action replaces each of those; the workflow skips their steps
//   under act.
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
// Building act takes half a minute on two idle cores, and several minutes on busy ones.
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

/**
 * Installs the pinned act below build/, once. Go checks the modules against its checksum database as usual.
 */
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
    say(`act ${ACT.version} installed in ${Math.round((Date.now() - began) / 1000)} s.`)
    return
  }
  const fault = installFault(failure)
  if (fault.skip) throw new Skipped(fault.reason)
  throw new Error(`act ${ACT.version} could not be installed: ${fault.reason}`)
}

/**
 * Every action that the workflow uses, except the checkout and this one, as `--local-repository` expects
 * them.
 */
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

/**
 * Only the variables that programs need to run, because the test must not depend on this machine's
 * environment.
 */
function environment(simulator: Simulator): Record<string, string> {
  const home = join(directory, 'home')
  mkdirSync(home, { recursive: true })
  // The services' variables make artifacts go to the simulator. Without ACTIONS_CACHE_SERVICE_V2, act's own
  // cache server is used.
  const { ACTIONS_CACHE_SERVICE_V2: _version, ...services } = simulator.environment()
  return {
    // The Node version that runs this script, because the action is shipped for it.
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

/** The number of entries in act's cache server. */
function cacheEntries(): number {
  const files = existsSync(cacheDirectory)
    ? readdirSync(cacheDirectory, { recursive: true, withFileTypes: true })
    : []
  return files.filter((file) => file.isFile() && !file.name.endsWith('.db')).length
}

/** Compares the artifacts that arrived with what the steps reported and what the services had served. */
function compare(simulator: Simulator, result: StepsResult): string[] {
  const arrived = simulator.actions.artifacts.map(({ name, finalized }) => ({
    name,
    sha256: finalized === undefined ? 'nothing' : sha256Of(finalized.path),
  }))
  for (const line of artifactLines(arrived, result.served)) say(line)
  const faults = artifactFaults(arrived, result)
  const entries = cacheEntries()
  if (entries === 0) faults.push("act's cache server has no entry")
  if (simulator.actions.cacheEntries.length > 0) faults.push("the simulator's cache was used, not act's")
  say(`${entries} entries in act's cache.`)
  say(
    `Outcomes: ${JSON.stringify(result.outcomes)}; ${arrived.length} artifacts, ${faults.length} differences.`,
  )
  return faults
}

/** The job stops its own simulator, unless act was stopped before. */
function stopLeftSimulator(results: string): void {
  const ready = join(results, 'simulator.json')
  if (!existsSync(ready)) return
  try {
    process.kill((JSON.parse(readFileSync(ready, 'utf8')) as { pid: number }).pid)
  } catch {
    // It has already ended, as expected.
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
  say('act: the end-to-end workflow passed.')
} catch (error) {
  endEarly('act', error)
}
