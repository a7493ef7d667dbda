import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { END_TO_END_OS } from '../end-to-end/workflow.ts'
import { lastLines, runProcess } from '../run-process.ts'
import { GiteaClient } from './gitea-client.ts'
import { ini, runnerSettings, serverSettings } from './settings.ts'
import type { Installed } from './install.ts'
import type { Programs } from './programs.ts'
import { waitFor } from './wait-for.ts'

const READY_WITHIN_MS = 120_000
const COMMAND_WITHIN_MS = 60_000
const USER = 'gate'

/** A Gitea on loopback, its runner, and an account. */
export interface Instance {
  client: GiteaClient
  programs: Programs
  /** Contains all files of both; created anew for each instance. */
  directory: string
  cacheDirectory: string
}

/** To be ended with `programs.endAll()`, even if this throws. */
export async function startInstance(
  directory: string,
  installed: Installed,
  programs: Programs,
): Promise<Instance> {
  rmSync(directory, { recursive: true, force: true })
  for (const folder of ['home', 'runner', 'cache']) mkdirSync(join(directory, folder), { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const config = join(directory, 'app.ini')
  const settings = serverSettings({
    directory,
    port,
    staticRoot: installed.staticRoot,
    userName: userInfo().username,
  })
  writeFileSync(config, ini(settings), { mode: 0o600 })
  const command: [string, ...string[]] = [installed.gitea, '--config', config, '--work-path', directory]
  programs.start([...command, 'web'], {
    name: 'Gitea',
    log: join(directory, 'gitea.log'),
    environment: environmentOf(directory),
    directory,
  })
  await waitFor({ what: 'Gitea', withinMs: READY_WITHIN_MS, check: () => programs.check() }, () =>
    fetch(`${url}/api/healthz`).then(
      (answer) => (answer.ok ? true : undefined),
      () => undefined,
    ),
  )
  const client = new GiteaClient(await newAccount(command, directory, url))
  await startRunner(directory, { url, client, program: installed.runner, programs })
  return { client, programs, directory, cacheDirectory: join(directory, 'cache') }
}

/**
 * Only the variables that programs need to run. The path begins with the Node version that the action is
 * shipped for.
 */
export function environmentOf(directory: string): Record<string, string> {
  return {
    PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
    HOME: join(directory, 'home'),
    USER: userInfo().username,
    LANG: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
  }
}

async function newAccount(
  command: [string, ...string[]],
  directory: string,
  url: string,
): Promise<GiteaClient['account']> {
  const options = ['--username', USER, '--email', 'gate@gitea.invalid', '--admin', '--random-password']
  const rights = ['--must-change-password=false', '--access-token', '--access-token-scopes', 'all']
  const output = await run([...command, 'admin', 'user', 'create', ...options, ...rights], directory)
  const password = /random password is '(.+)'/.exec(output)?.[1]
  const token = /Access token was successfully created\W+([0-9a-f]{40})/.exec(output)?.[1]
  if (password === undefined || token === undefined)
    throw new Error('Gitea did not print password and token of the new account.')
  return { url, user: USER, password, token }
}

async function startRunner(
  directory: string,
  {
    url,
    client,
    program,
    programs,
  }: { url: string; client: GiteaClient; program: string; programs: Programs },
): Promise<void> {
  const config = join(directory, 'runner.yaml')
  const settings = runnerSettings({ directory, label: `${END_TO_END_OS}:host` })
  writeFileSync(config, JSON.stringify(settings))
  const { token } = await client.post<{ token: string }>('/admin/actions/runners/registration-token')
  const options = ['--no-interactive', '--instance', url, '--token', token, '--name', 'loopback']
  await run([program, '--config', config, 'register', ...options], directory)
  programs.start([program, '--config', config, 'daemon'], {
    name: 'The runner',
    log: join(directory, 'runner.log'),
    environment: environmentOf(directory),
    directory,
  })
}

async function run(command: [string, ...string[]], directory: string): Promise<string> {
  const { exitCode, output } = await runProcess(command, {
    directory,
    environment: environmentOf(directory),
    timeoutMs: COMMAND_WITHIN_MS,
  })
  // The arguments are not shown, because they may contain a token.
  if (exitCode !== 0) throw new Error(`A Gitea command failed.\n${lastLines(output)}`)
  return output
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}
