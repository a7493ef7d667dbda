import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from '../../scripts/commit-rules.ts'

const commit = (subject: string, files: string[] = ['README.md'], body = '') => ({
  hash: '0123456789',
  subject,
  body,
  files,
})

describe('subjects', () => {
  test.each([
    'Cancel the Errthquake execution when the job is cancelled',
    'Pass the proxy on',
    "Take the report's own documents where its archive cannot be had",
    'Feed the scanner in blocks of 1 MiB',
    'Mend what a review found: re-runs by marker, outages at long intervals, judging again, untrusted data',
  ])('%s', (subject) => {
    expect(faultsOf(commit(subject))).toEqual([])
  })

  test.each([
    ['Added a comment', '"Added" is not an imperative'],
    ['Adding a comment', '"Adding" is not an imperative'],
    ['Adds a comment', '"Adds" is not an imperative'],
    ['add a comment', 'the subject does not begin with a capital letter'],
    ['Add a comment.', 'the subject ends with a punctuation mark'],
    ['fix(xtc): Ask again', 'the subject begins with a label: say what the commit does'],
    [`Add ${'x'.repeat(110)}`, 'the subject has 114 characters, more than 110'],
    ['fixup! Add a comment', 'the commit is not finished'],
    ['Update dist', 'dist belongs in the commit that changes its sources'],
  ])('%s: %s', (subject, fault) => {
    expect(faultsOf(commit(subject))).toContain(fault)
  })
})

describe('dist', () => {
  test('is committed together with the sources that it is built from', () => {
    expect(faultsOf(commit('Ask again', ['src/step/run-step.ts', 'dist/main/index.js']))).toEqual([])
    expect(faultsOf(commit('Raise zod', ['package-lock.json', 'dist/main/index.js']))).toEqual([])
    expect(faultsOf(commit('Ask again', ['src/step/run-step.ts', 'test/run.test.ts']))).toHaveLength(1)
    expect(faultsOf(commit('Ask again', ['README.md', 'dist/main/index.js']))).toEqual([
      'dist changes, but nothing that it is built from',
    ])
  })

  test('may stay unchanged if the message says so', () => {
    expect(
      faultsOf(commit('Explain why', ['src/step/run-step.ts'], '\nOnly a comment.\n\ndist: unchanged\n')),
    ).toEqual([])
  })
})

describe('scripts/check-commits.ts', () => {
  let repository: string
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: repository, encoding: 'utf8' })

  beforeAll(() => {
    repository = mkdtempSync(join(tmpdir(), 'commits-'))
    git('init', '-q', '-b', 'main')
    for (const [key, value] of [
      ['user.name', 'Somebody'],
      ['user.email', 'somebody@example.org'],
      ['commit.gpgsign', 'false'],
    ] as const) {
      git('config', key, value)
    }
    write('src/step/run-step.ts', 'Lay out the project')
    write('README.md', 'Describe the project')
    write('src/step/run-step.ts', 'Ask again')
  })
  afterAll(() => rmSync(repository, { recursive: true, force: true }))

  function write(path: string, subject: string): void {
    mkdirSync(dirname(join(repository, path)), { recursive: true })
    writeFileSync(join(repository, path), subject)
    git('add', '.')
    git('commit', '-q', '-m', subject)
  }

  async function check(...args: string[]): Promise<{ exitCode: unknown; text: string }> {
    const script = join(import.meta.dirname, '..', '..', 'scripts', 'check-commits.ts')
    return new Promise((resolve) => {
      execFile(process.execPath, [script, ...args], { cwd: repository }, (error, stdout, stderr) => {
        resolve({ exitCode: error?.code ?? 0, text: stdout + stderr })
      })
    })
  }

  test('reads the commits of the range, and no others', async () => {
    expect(await check('HEAD~2..HEAD~1')).toEqual({ exitCode: 0, text: '1 commits, 0 faults\n' })
  })

  test('names the commit and the fault, and exits with an error', async () => {
    const { exitCode, text } = await check('HEAD~1..HEAD')
    expect(exitCode).toBe(1)
    expect(text).toContain('Ask again\n  src changes but dist does not')
    expect(text).toContain('1 commits, 1 faults')
  })

  test('accepts only a range', async () => {
    for (const args of [[], ['HEAD'], ['--output=x..y']]) {
      expect(await check(...args)).toMatchObject({ exitCode: 2 })
    }
  })
})
