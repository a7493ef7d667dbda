import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PreparedStep, StepEnd } from './prepared-step.ts'

/** How the runner starts bash: without `shell`, only with `-e`. */
const SHELLS: Record<string, string[]> = {
  '': ['-e'],
  bash: ['--noprofile', '--norc', '-eo', 'pipefail'],
}

/** Runs a `run:` step. */
export async function runScript(prepared: PreparedStep, script: string): Promise<StepEnd> {
  const { step, index, matrixJob, environment, workspace } = prepared
  const options = SHELLS[step.shell ?? '']
  if (options === undefined) throw new Error(`This runner has no shell ${step.shell}.`)
  const directory = join(matrixJob.directory, `step-${index}`)
  await mkdir(directory, { recursive: true })
  const files: Record<string, string> = {}
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH']) {
    files[name] = join(directory, name)
    await writeFile(files[name], '')
  }
  const path = join(directory, 'script.sh')
  await writeFile(path, script)
  const { exitCode, log } = await bash([...options, path], { ...environment, ...files }, workspace)
  for (const name of ['GITHUB_ENV', 'GITHUB_PATH'])
    if ((await readFile(files[name] ?? '', 'utf8')) !== '') throw new Error(`This runner has no ${name}.`)
  const outputs = linesOf(await readFile(files['GITHUB_OUTPUT'] ?? '', 'utf8'))
  return { log, outputs, failed: exitCode !== 0 }
}

async function bash(
  options: string[],
  env: Record<string, string>,
  cwd: string,
): Promise<{ exitCode: number | null; log: string }> {
  const child = spawn('bash', options, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log += text))
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { exitCode, log }
}

/** Reads lines of the form `name=value`, which the scripts of the examples write. */
function linesOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=')
      if (at < 1 || line.includes('<<')) throw new Error(`This runner does not read the output '${line}'.`)
      return [line.slice(0, at), line.slice(at + 1)]
    }),
  )
}
