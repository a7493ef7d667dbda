import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '..', '..', '.ci', 'run')

const SKIPPED = 77

/** Runs a copy of `.ci/run` where `npm` only notes its arguments and leaves a report; gives the last line. */
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

test('failed tests fail it, and are counted', async () => {
  expect(await lastLine({ passed: 12, failed: 3 }, { test: 1, act: SKIPPED })).toMatchObject({
    last: '12 passed, 3 failed',
    exitCode: 1,
  })
})

test('a failure before the tests is a failure too', async () => {
  expect(await lastLine(undefined, { test: 2, act: SKIPPED })).toMatchObject({
    last: '0 passed, 1 failed',
    exitCode: 2,
  })
})

test('a failed installation is a failure, and nothing else runs', async () => {
  expect(await lastLine(undefined, { install: 3, test: 0, act: 0 })).toEqual({
    last: '0 passed, 1 failed',
    exitCode: 3,
    asked: ['ci'],
  })
})

test('act that was skipped counts for nothing', async () => {
  expect(await lastLine({ passed: 12, failed: 0 }, { test: 0, act: SKIPPED })).toMatchObject({
    last: '12 passed, 0 failed',
    exitCode: 0,
  })
})

test('act that failed fails it', async () => {
  expect(await lastLine({ passed: 12, failed: 0 }, { test: 0, act: 1 })).toMatchObject({
    last: '12 passed, 1 failed',
    exitCode: 1,
  })
})
