// Starts the simulator for the later steps of a job, or stops it. Usage: node
// test/workflow/simulator-in-job.ts start|stop
// It is a process with its own session: unlike GitHub's runner, `act` ends everything that a step leaves
// behind.
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const READY_WITHIN_MS = 60_000
const CHECK_EVERY_MS = 100

const directory = process.env['E2E_DIRECTORY'] ?? process.env['RUNNER_TEMP'] ?? ''
const readyFile = join(directory, 'simulator.json')
const logFile = join(directory, 'simulator.log')

interface Ready {
  pid: number
  xtcUrl: string
  errthquakeUrl: string
}

async function start(): Promise<void> {
  const log = openSync(logFile, 'w')
  const main = join(import.meta.dirname, '..', 'simulator', 'main.ts')
  const ports = ['xtc', 'errthquake', 'actions', 'storage', 'github'].flatMap((name) => [
    `--${name}-port`,
    '0',
  ])
  const child = spawn(process.execPath, [main, ...ports, '--ready-file', readyFile], {
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.unref()
  const lastMs = Date.now() + READY_WITHIN_MS
  while (!existsSync(readyFile)) {
    if (child.exitCode !== null || Date.now() > lastMs) {
      throw new Error(`The simulator did not start:\n${readFileSync(logFile, 'utf8')}`)
    }
    await delay(CHECK_EVERY_MS)
  }
  const { xtcUrl, errthquakeUrl } = ready()
  appendFileSync(process.env['GITHUB_OUTPUT'] ?? '', `xtc-url=${xtcUrl}\nerrthquake-url=${errthquakeUrl}\n`)
  process.stdout.write(`XTC at ${xtcUrl}, Errthquake at ${errthquakeUrl}\n`)
}

function ready(): Ready {
  return JSON.parse(readFileSync(readyFile, 'utf8')) as Ready
}

if (process.argv[2] === 'start') await start()
else if (process.argv[2] === 'stop') process.kill(ready().pid)
else throw new Error('Say start or stop.')
