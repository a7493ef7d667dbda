import {
  cpSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { installFault } from '../end-to-end/install-fault.ts'
import { lastLines, runProcess } from '../run-process.ts'
import { Skipped } from '../skipped.ts'
import { GITEA, RUNNER, type GoProgram } from './go-programs.ts'

const GIT_WITHIN_MS = 30_000
const DOWNLOAD_WITHIN_MS = 10 * 60_000
const BUILD_WITHIN_MS = 60 * 60_000

/** Gitea and its runner, and the folder with Gitea's templates and locales. */
export interface Installed {
  gitea: string
  runner: string
  staticRoot: string
}

export interface Build {
  /** Where sources and programs are kept. */
  directory: string
  say: (text: string) => void
  ending: AbortSignal
}

/**
 * Builds the pinned Gitea and its runner, once. Go checks the modules against its checksum database as usual.
 */
export async function installGitea(build: Build): Promise<Installed> {
  if (process.platform === 'win32')
    throw new Skipped('the host mode of the runner is used as on Linux and macOS')
  const gitea = await installed(GITEA, build)
  const runner = await installed(RUNNER, build)
  await mustHaveGit(build)
  return { gitea: join(gitea, GITEA.name), runner: join(runner, RUNNER.name), staticRoot: gitea }
}

/** Gitea uses git to store its repositories. */
async function mustHaveGit({ directory }: Build): Promise<void> {
  await runProcess(['git', '--version'], { directory, timeoutMs: GIT_WITHIN_MS }).catch(() => {
    throw new Skipped('git is not installed')
  })
}

/** Returns the folder of the sources, which contains the built program. */
async function installed(program: GoProgram, build: Build): Promise<string> {
  const label = `${program.name} ${program.version}`
  const target = join(build.directory, `${program.name}-${program.version}`)
  const path = join(target, program.name)
  if (existsSync(path)) return target
  const began = Date.now()
  build.say(`Building ${label}.`)
  mkdirSync(build.directory, { recursive: true })
  const module = `${program.module}@${program.version}`
  const answer = await go(build, build.directory, DOWNLOAD_WITHIN_MS, ['mod', 'download', '-json', module])
  rmSync(target, { recursive: true, force: true })
  copyWritable(folderIn(answer, module), target)
  adapt(target, program)
  if (program.moduleEdits.length > 0)
    await go(build, target, DOWNLOAD_WITHIN_MS, ['mod', 'edit', ...program.moduleEdits])
  const flags = ['-mod=mod', '-buildvcs=false', '-ldflags', `-s -w ${program.linkerFlags}`]
  await go(build, target, BUILD_WITHIN_MS, ['build', ...flags, '-o', `${program.name}.new`, '.'])
  renameSync(`${path}.new`, path)
  build.say(`Built in ${Math.round((Date.now() - began) / 1000)} s.`)
  return target
}

/** Returns the output of Go. */
async function go({ ending }: Build, directory: string, timeoutMs: number, args: string[]): Promise<string> {
  // Nothing that is needed here requires a C compiler.
  const options = { directory, environment: { CGO_ENABLED: '0' }, timeoutMs, signal: ending }
  const { code, output } = await runProcess(['go', ...args], options).then(
    (run) => ({
      code: run.exitCode as unknown,
      output: run.timedOut ? `it took too long\n${run.output}` : run.output,
    }),
    (error: NodeJS.ErrnoException) => ({ code: error.code as unknown, output: error.message }),
  )
  ending.throwIfAborted()
  if (code === 0) return output
  const fault = installFault({ code, text: output })
  if (fault.skip) throw new Skipped(fault.reason)
  throw new Error(`go ${args[0]} failed: ${lastLines(output)}`)
}

/** Go may print more than its JSON. */
function folderIn(answer: string, module: string): string {
  const text = /"Dir": ("(?:[^"\\]|\\.)*")/.exec(answer)?.[1]
  if (text === undefined) throw new Error(`Go did not say where ${module} is.`)
  return JSON.parse(text) as string
}

/** Go keeps modules read-only. */
function copyWritable(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
  chmodSync(to, 0o755)
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
}

/** Applies the changes that the program needs here; a change that does not match its sources is an error. */
export function adapt(
  directory: string,
  { without, replaced }: Pick<GoProgram, 'without' | 'replaced'>,
): void {
  for (const path of without) rmSync(join(directory, path))
  for (const { path, text, by } of replaced) {
    const file = join(directory, path)
    const before = readFileSync(file, 'utf8')
    if (before.split(text).length !== 2) throw new Error(`${path} does not contain ${text} exactly once.`)
    writeFileSync(file, before.replace(text, by))
  }
}
