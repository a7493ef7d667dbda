import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { afterAll, describe, expect, test } from 'vitest'
import { GITEA, RUNNER } from '../../scripts/gitea/go-programs.ts'
import { adapt } from '../../scripts/gitea/install.ts'
import { Programs } from '../../scripts/gitea/programs.ts'
import { endJobProcesses } from '../../scripts/gitea/job-processes.ts'
import { ini, runnerSettings, serverSettings } from '../../scripts/gitea/settings.ts'
import { waitFor } from '../../scripts/gitea/wait-for.ts'
import { endToEndInGitea, gateWorkflow, longWorkflow, standInFiles } from '../../scripts/gitea/workflows.ts'
import { actionlintFaults, schemaFaults } from '../examples/validators.ts'

const root = join(import.meta.dirname, '..', '..')
const directory = mkdtempSync(join(tmpdir(), 'gitea-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

interface Job {
  env?: Record<string, string>
  strategy: { matrix: { os: string[] } }
  steps: { uses?: string; if?: string; run?: string; with?: Record<string, unknown> }[]
}

const PLACES = {
  standIns: 'gate/stand-ins',
  errthquakeUrl: 'http://127.0.0.1:8912',
  results: '/results',
}

describe('the end-to-end workflow in Gitea', () => {
  const original = readFileSync(join(root, '.github', 'workflows', 'e2e.yml'), 'utf8')
  const stepsOf = (text: string): Job['steps'] => (parse(text) as { jobs: { gate: Job } }).jobs.gate.steps

  test('has the same steps, with stand-ins for other actions', () => {
    const here = stepsOf(endToEndInGitea(original, PLACES))
    const there = stepsOf(original)
    expect(here).toHaveLength(there.length)
    const others = there.flatMap(({ uses }, index) =>
      uses === undefined || uses === './' ? [] : [[uses, here[index]?.uses ?? '']],
    )
    expect(others.length).toBeGreaterThan(2)
    const standIns = Object.keys(standInFiles(root))
    for (const [uses = '', instead = ''] of others) {
      const name = /^actions\/(.+)@/.exec(uses)?.[1]
      expect(instead).toBe(`gate/stand-ins/${name}@main`)
      expect(standIns).toContain(`${name}/action.yml`)
    }
    expect(here.filter(({ uses }) => uses === './').map((step) => step.with)).toEqual(
      there.filter(({ uses }) => uses === './').map((step) => step.with),
    )
  })

  test('runs on one system and leaves out no step, although the runner identifies itself as act', () => {
    const text = endToEndInGitea(original, PLACES)
    const { gate } = (parse(text) as { jobs: { gate: Job } }).jobs
    expect(gate.strategy.matrix.os).toEqual(['ubuntu-latest'])
    expect(gate.env?.['E2E_DIRECTORY']).toBe('/results/${{ github.event_name }}')
    expect(original).toContain('env.ACT')
    expect(text).not.toContain('env.ACT')
  })

  test('rejects an action without a stand-in', () => {
    const unknown = original.replace(/actions\/setup-node@/, 'somebody/setup-node@')
    expect(() => endToEndInGitea(unknown, PLACES)).toThrow('somebody/setup-node')
  })

  test.each([
    ['e2e.yml', endToEndInGitea(original, PLACES)],
    ['gate.yml', gateWorkflow(PLACES)],
    ['long.yml', longWorkflow(PLACES)],
  ])('%s is a valid workflow', async (name, text) => {
    expect(await schemaFaults(name, text)).toEqual([])
    expect(await actionlintFaults(name, text)).toEqual([])
  })
})

describe('settings', () => {
  const given = { directory: '/instance', port: 4000, staticRoot: '/sources', userName: 'gate' }

  test('Gitea listens on loopback', () => {
    const { server } = serverSettings(given)
    expect(server).toMatchObject({
      HTTP_ADDR: '127.0.0.1',
      ROOT_URL: 'http://127.0.0.1:4000/',
      DISABLE_SSH: true,
    })
  })

  test('only root may run it as root', () => {
    const UNSAFE = 'I_AM_BEING_UNSAFE_RUNNING_AS_ROOT'
    expect(serverSettings(given)['']).not.toHaveProperty(UNSAFE)
    expect(serverSettings({ ...given, userName: 'root' })['']).toHaveProperty(UNSAFE, true)
  })

  test('names without a section are written first', () => {
    expect(ini({ '': { RUN_USER: 'gate' }, log: { MODE: 'console', LEVEL: 'Warn' } })).toBe(
      'RUN_USER = gate\n\n[log]\nMODE = console\nLEVEL = Warn\n',
    )
  })

  test('one job at a time uses the folder of a repository', () => {
    const settings = runnerSettings({ directory: '/instance', label: 'ubuntu-latest:host' })
    expect(settings).toMatchObject({
      runner: { capacity: 1, labels: ['ubuntu-latest:host'] },
      cache: { host: '127.0.0.1' },
    })
  })
})

describe('sources', () => {
  const path = 'listen.go'
  const inSources = (text: string): string => {
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, path), text)
    return directory
  }
  const change = { without: [], replaced: [{ path, text: '":%d"', by: '"127.0.0.1:%d"' }] }

  test('are changed at the expected places', () => {
    adapt(inSources('net.Listen("tcp", ":%d")'), change)
    expect(readFileSync(join(directory, path), 'utf8')).toBe('net.Listen("tcp", "127.0.0.1:%d")')
  })

  test.each(['net.Listen("tcp", addr)', '":%d" ":%d"'])('are not changed partially: %s', (text) => {
    expect(() => adapt(inSources(text), change)).toThrow(path)
    expect(readFileSync(join(directory, path), 'utf8')).toBe(text)
  })

  test('must contain the files that are left out', () => {
    expect(() => adapt(directory, { without: ['missing.go'], replaced: [] })).toThrow('missing.go')
  })

  test('have exact versions', () => {
    for (const { version } of [GITEA, RUNNER]) expect(version).toMatch(/^v\d+\.\d+\.\d+$/)
  })
})

describe('programs', () => {
  const start = (programs: Programs, name: string, code: string): void =>
    programs.start([process.execPath, '-e', code], {
      name,
      log: join(directory, `${name}.log`),
      environment: {},
      directory,
    })
  const wait = (programs: Programs): { what: string; withinMs: number; check: () => void } => ({
    what: 'it',
    withinMs: 60_000,
    check: () => programs.check(),
  })

  test('one that ends by itself ends every wait, with the end of its log', async () => {
    const programs = new Programs(new AbortController().signal)
    start(programs, 'short', "console.log('no port'); process.exit(3)")
    await expect(waitFor(wait(programs), () => undefined)).rejects.toThrow(/short ended\.\nno port/)
    await programs.endAll()
  })

  test('are ended at last, in reverse order', async () => {
    const programs = new Programs(new AbortController().signal)
    const ended = join(directory, 'ended.txt')
    const code = (name: string): string =>
      `process.on('SIGTERM', () => { require('fs').appendFileSync('${ended}', '${name} '); process.exit() });
      require('fs').writeFileSync('${join(directory, name)}', ''); setInterval(() => {}, 1000)`
    for (const name of ['server', 'runner']) {
      start(programs, name, code(name))
      await waitFor(wait(programs), () => {
        try {
          return readFileSync(join(directory, name)) && true
        } catch {
          return undefined
        }
      })
    }
    await programs.endAll()
    expect(readFileSync(ended, 'utf8')).toBe('runner server ')
  })

  test('leave no steps of a job behind', async () => {
    const jobs = join(directory, 'jobs')
    mkdirSync(jobs)
    const script = join(jobs, 'step.mjs')
    writeFileSync(script, "process.stdout.write('.'); setInterval(() => {}, 1000)")
    const step = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'ignore'], detached: true })
    const closed = new Promise((resolve) => step.once('close', (_code, signal) => resolve(signal)))
    await new Promise((resolve) => step.stdout.once('data', resolve))
    await endJobProcesses(jobs)
    expect(await closed).toBe('SIGTERM')
  })

  test('end every wait if the check is stopped from outside', async () => {
    const ending = new AbortController()
    const programs = new Programs(ending.signal)
    const waiting = waitFor(wait(programs), () => ending.abort(new Error('enough')))
    await expect(waiting).rejects.toThrow('enough')
  })

  test('are not waited for without a limit', async () => {
    const programs = new Programs(new AbortController().signal)
    const waiting = waitFor({ ...wait(programs), what: 'Godot', withinMs: 0 }, () => undefined)
    await expect(waiting).rejects.toThrow('Godot')
  })
})

test('npm run gitea reports that it was skipped if Go is not installed, with its own exit code', async () => {
  const script = join(root, 'scripts', 'gitea.ts')
  const env = { PATH: directory, GITEA_DIRECTORY: join(directory, 'builds') }
  const [exitCode, text] = await new Promise<[unknown, string]>((resolve) => {
    execFile(process.execPath, [script], { env }, (error, stdout) => resolve([error?.code ?? 0, stdout]))
  })
  expect(text).toContain('gitea: skipped, because Go is not installed\n')
  expect(exitCode).toBe(77)
})
