import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

/** What the runner gives the action, as far as the tests of this project need it. */
export interface StepOptions {
  inputs: Record<string, string>
  /** Added to the variables of a GitHub-hosted run, or replacing them; undefined removes one. */
  environment?: Record<string, string | undefined>
  /** A directory only for this step. */
  directory: string
  /**
   * The folder that contains `dist/`: a copy if a test checks that nobody changes it. Default: this
   * repository.
   */
  actionRoot?: string
  /** The working directory of the processes; a job's workspace. Default: that of the tests. */
  workingDirectory?: string
  /** The event's payload. */
  event?: unknown
  matrix?: unknown
  /** Called with everything that main and post print, as soon as it is printed. */
  onOutput?: (text: string) => void
  /** Called once main is running. */
  onMain?: (process: ChildProcess) => void
  /** Contains the runner's own files for outputs, state and summary. Default: `directory`. */
  commandDirectory?: string
  /** Shell code that starts main and post as `"$@"`, for example with limits or redirected output. */
  launcher?: string
  /** If false, post is not run, as on a runner that shuts down. */
  post?: boolean
}

export interface StepResult {
  /** Null if a signal ended the process. */
  exitCode: number | null
  /** Everything that main and post print, in one text. */
  log: string
  mainLog: string
  postLog: string
  outputs: Record<string, string>
  state: Record<string, string>
  summary: string
  durationMs: number
}

const root = join(import.meta.dirname, '..', '..')

interface ActionFile {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string; post: string }
}

export function readActionFile(): ActionFile {
  return parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionFile
}

/** Runs what `action.yml` names, as a GitHub runner does: main, then post. */
export async function runAction(options: StepOptions): Promise<StepResult> {
  const action = readActionFile()
  const files = await commandFiles(options)
  const environment = {
    ...baseEnvironment(options),
    ...files,
    ...inputVariables(action, options),
    ...options.environment,
  }
  const startedMs = Date.now()
  const { actionRoot = root } = options
  const main = await runNode(join(actionRoot, action.runs.main), environment, options, options.onMain)
  const durationMs = Date.now() - startedMs
  const state = parseCommandFile(await readFile(files['GITHUB_STATE'] ?? '', 'utf8'))
  const stateVariables = Object.fromEntries(
    Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]),
  )
  const post =
    options.post === false
      ? { log: '', exitCode: 0 }
      : await runNode(join(actionRoot, action.runs.post), { ...environment, ...stateVariables }, options)
  return {
    exitCode: main.exitCode,
    log: main.log + post.log,
    mainLog: main.log,
    postLog: post.log,
    outputs: parseCommandFile(await readFile(files['GITHUB_OUTPUT'] ?? '', 'utf8')),
    state,
    summary: await readFile(files['GITHUB_STEP_SUMMARY'] ?? '', 'utf8'),
    durationMs,
  }
}

async function commandFiles({
  directory,
  event,
  commandDirectory = directory,
}: StepOptions): Promise<Record<string, string>> {
  await mkdir(join(directory, 'temp'), { recursive: true })
  const names = {
    GITHUB_OUTPUT: 'output',
    GITHUB_STATE: 'state',
    GITHUB_STEP_SUMMARY: 'summary.md',
    GITHUB_ENV: 'env',
    GITHUB_PATH: 'path',
  }
  const files: Record<string, string> = {}
  for (const [variable, name] of Object.entries(names)) {
    files[variable] = join(commandDirectory, `command-${name}`)
    await writeFile(files[variable], '')
  }
  files['GITHUB_EVENT_PATH'] = join(directory, 'event.json')
  await writeFile(
    files['GITHUB_EVENT_PATH'],
    JSON.stringify(event ?? { repository: { full_name: 'acme/shop', private: true } }),
  )
  return files
}

/** Only the path, because a test must not depend on this machine's environment. */
function baseEnvironment({ directory }: StepOptions): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__load-test-gate',
    GITHUB_ACTOR: 'octocat',
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'performance',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: String(1_000_000 + Math.floor(Math.random() * 1e9)),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
    GITHUB_WORKFLOW: 'Performance',
    GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/performance.yml@refs/heads/main',
    GITHUB_WORKSPACE: directory,
    RUNNER_TEMP: join(directory, 'temp'),
    RUNNER_OS: 'Linux',
  }
}

function inputVariables(action: ActionFile, { inputs, matrix }: StepOptions): Record<string, string> {
  const variables: Record<string, string> = {}
  const values = new Map(
    Object.entries(action.inputs).map(([name, input]) => [name, evaluate(input.default ?? '', matrix)]),
  )
  for (const [name, value] of Object.entries(inputs)) values.set(name, value)
  for (const [name, value] of values) variables[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value
  return variables
}

function evaluate(text: string, matrix: unknown): string {
  return text
    .replace('${{ toJSON(matrix) }}', JSON.stringify(matrix ?? null, null, 2))
    .replace('${{ github.token }}', 'simulated-github-token')
}

async function runNode(
  file: string,
  environment: Record<string, string | undefined>,
  options: StepOptions,
  onStart?: (process: ChildProcess) => void,
): Promise<{ exitCode: number | null; log: string }> {
  const { launcher } = options
  const [command, ...words] =
    launcher === undefined
      ? [process.execPath, file]
      : ['bash', '-c', launcher, 'bash', process.execPath, file]
  const child = spawn(command ?? '', words, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.workingDirectory !== undefined && { cwd: options.workingDirectory }),
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text
      options.onOutput?.(text)
    })
  }
  onStart?.(child)
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { exitCode, log }
}

/** Each entry is `name<<delimiter`, the value, the delimiter; the last value of a name counts. */
export function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const match = /^(.+?)<<(.+)$/.exec(lines[index] ?? '')
    if (match?.[1] === undefined) continue
    const end = lines.indexOf(match[2] ?? '', index + 1)
    if (end < 0) throw new Error(`The value of ${match[1]} has no end.`)
    values[match[1]] = lines.slice(index + 1, end).join('\n')
    index = end
  }
  return values
}

/** A new empty directory for one step. */
export function stepDirectory(parent: string): string {
  return join(parent, `step-${randomUUID().slice(0, 8)}`)
}
