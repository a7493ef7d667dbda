import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..', '..')

/** The step of release.yml that checks where the commit is. */
function scriptOfStep(): string {
  const { jobs } = parse(readFileSync(join(root, '.github', 'workflows', 'release.yml'), 'utf8')) as {
    jobs: Record<string, { steps: { name?: string; run?: string }[] }>
  }
  return jobs['prove']?.steps.find(({ name }) => name?.includes('is on main'))?.run ?? ''
}

let directory: string
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', ...args], {
    cwd: directory,
    encoding: 'utf8',
  }).trim()
const commit = (subject: string): string => {
  git('-c', 'commit.gpgsign=false', 'commit', '-q', '--allow-empty', '-m', subject)
  return git('rev-parse', 'HEAD')
}
const commits: Record<string, string> = {}

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'release-'))
  git('init', '-q', '-b', 'main')
  commits['released'] = commit('One')
  git('tag', 'v1.0.0')
  git('-c', 'tag.gpgsign=false', 'tag', '-a', '-m', 'One', 'v1.0.1')
  commits['newest'] = commit('Two')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  git('checkout', '-q', '-b', 'aside')
  commits['aside'] = commit('Three')
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test.each([
  ['newest', '1.1.0', ''],
  ['released', 'v1.0.0', ''],
  ['released', '1.0.1', ''],
  ['newest', '1.0.0', 'v1.0.0 is the commit'],
  ['newest', 'v1.0.1', 'v1.0.1 is the commit'],
  ['aside', '1.1.0', 'is not on main'],
])('commit %s as version %s: %j', (name, version, refusal) => {
  const env = { ...process.env, GITHUB_SHA: commits[name], VERSION: version }
  const { status, stdout } = spawnSync('bash', ['-e', '-c', scriptOfStep()], {
    cwd: directory,
    env,
    encoding: 'utf8',
  })
  expect(stdout).toContain(refusal)
  expect({ status, said: stdout !== '' }).toEqual({ status: refusal === '' ? 0 : 1, said: refusal !== '' })
})
