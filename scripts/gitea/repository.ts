import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { environmentOf } from './instance.ts'

const GIT_WITHIN_MS = 120_000

/** Texts of files, by path. */
export type Files = Record<string, string>

interface Commit {
  /** Adds the files of this folder that git does not ignore. */
  folder?: string
  /** The parent commit, whose files are kept. */
  parent?: string
  files: Files
  message: string
}

/** Creates commits without a checkout, and pushes them. */
export class Repository {
  readonly #environment: Record<string, string>
  readonly #directory: string

  constructor(directory: string, url: string, token: string) {
    mkdirSync(directory, { recursive: true })
    this.#directory = directory
    const person = { NAME: 'Gate', EMAIL: 'gate@gitea.invalid' }
    this.#environment = {
      ...environmentOf(directory),
      GIT_DIR: join(directory, 'objects.git'),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      // Passed in the environment, because other users of the machine can read the command line.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `http.${url}/.extraHeader`,
      GIT_CONFIG_VALUE_0: `Authorization: token ${token}`,
      ...Object.fromEntries(
        Object.entries(person).flatMap(([name, value]) => [
          [`GIT_AUTHOR_${name}`, value],
          [`GIT_COMMITTER_${name}`, value],
        ]),
      ),
    }
  }

  async init(): Promise<void> {
    await this.#git(['init', '--quiet', '--bare', this.#environment['GIT_DIR'] ?? ''])
  }

  /** Returns the commit's id. */
  async commit({ folder, parent, files, message }: Commit): Promise<string> {
    await this.#git(['read-tree', ...(parent === undefined ? ['--empty'] : [parent])])
    if (folder !== undefined) await this.#git([`--work-tree=${folder}`, 'add', '--all'], folder)
    for (const [path, text] of Object.entries(files)) {
      const blob = await this.#git(['hash-object', '-w', '--stdin'], undefined, text)
      await this.#git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`])
    }
    const tree = await this.#git(['write-tree'])
    return await this.#git([
      'commit-tree',
      tree,
      ...(parent === undefined ? [] : ['-p', parent]),
      '-m',
      message,
    ])
  }

  async push(url: string, commit: string, branch: string): Promise<void> {
    await this.#git(['push', '--quiet', url, `${commit}:refs/heads/${branch}`])
  }

  #git(args: string[], cwd = this.#directory, input = ''): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn('git', args, {
        cwd,
        env: this.#environment,
        stdio: ['pipe', 'pipe', 'pipe'],
        timeout: GIT_WITHIN_MS,
      })
      const output = { stdout: '', stderr: '' }
      child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
      child.once('error', reject)
      child.once('close', (exitCode) => {
        if (exitCode === 0) resolve(output.stdout.trim())
        else reject(new Error(`git ${args[0]} failed: ${output.stderr.trim()}`))
      })
      child.stdin.on('error', () => undefined).end(input)
    })
  }
}
