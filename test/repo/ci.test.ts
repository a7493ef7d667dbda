import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '..', '..', '.ci', 'run')

const SKIPPED = 77

/**
 * Runs a copy of `.ci/run` with an `npm` that only records its arguments and writes a report; returns the
 * last line.
 */
async function lastLine(
  report: { passed: number; failed: number } | undefined,
  exitCodes: { install?: number; test: number; act: number },
): Promise<{ last: string; exitCode: number; asked: string[] }> {
  const directory = await mkdtemp(join(tmpdir(), 'ci-'))
  try {
    await mkdir(join(directory, '.ci'))
    await mkdir(join(directory, 'bin'))
    await mkdir(join(directory, 'coverage'))
    await copyFile(script, join(directory, '.ci', 'run'))
    const json =
      report === undefined
        ? ''
        : `[ "$1" = test ] && echo '{"numPassedTests": ${report.passed}, "numFailedTests": ${report.failed}}' > coverage/tests.json\n`
    await writeFile(
      join(directory, 'bin', 'npm'),
      `#!/bin/sh
echo "asked: $*"
${json}case "$1" in
  ci) exit ${exitCodes.install ?? 0} ;;
  run) exit ${exitCodes.act} ;;
  *) exit ${exitCodes.test} ;;
esac
`,
    )
    await chmod(join(directory, 'bin', 'npm'), 0o755)
    const env = { ...process.env, PATH: `${join(directory, 'bin')}${delimiter}${process.env['PATH']}` }
    return await new Promise((resolve) => {
      execFile('bash', [join(directory, '.ci', 'run')], { env }, (error, stdout) => {
        const lines = stdout.trimEnd().split('\n')
        const asked = lines
          .filter((line) => line.startsWith('asked: '))
          .map((line) => line.slice('asked: '.length))
        resolve({ last: lines.at(-1) ?? '', exitCode: error === null ? 0 : Number(error.code), asked })
      })
    })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

test('.ci/run runs the test command of the README, then act, and ends with the counts', async () => {
  expect(await lastLine({ passed: 12, failed: 0 }, { test: 0, act: 0 })).toEqual({
    last: '13 passed, 0 failed',
    exitCode: 0,
    asked: ['ci', 'test', 'run -s act'],
  })
})

test('it fails if tests fail, and counts them', async () => {
  expect(await lastLine({ passed: 12, failed: 3 }, { test: 1, act: SKIPPED })).toMatchObject({
    last: '12 passed, 3 failed',
    exitCode: 1,
  })
})

test('it fails if something fails before the tests', async () => {
  expect(await lastLine(undefined, { test: 2, act: SKIPPED })).toMatchObject({
    last: '0 passed, 1 failed',
    exitCode: 2,
  })
})

test('it fails if the installation fails, and runs nothing else', async () => {
  expect(await lastLine(undefined, { install: 3, test: 0, act: 0 })).toEqual({
    last: '0 passed, 1 failed',
    exitCode: 3,
    asked: ['ci'],
  })
})

test('it ignores act if that was skipped', async () => {
  expect(await lastLine({ passed: 12, failed: 0 }, { test: 0, act: SKIPPED })).toMatchObject({
    last: '12 passed, 0 failed',
    exitCode: 0,
  })
})

test('it fails if act fails', async () => {
  expect(await lastLine({ passed: 12, failed: 0 }, { test: 0, act: 1 })).toMatchObject({
    last: '12 passed, 1 failed',
    exitCode: 1,
  })
})
