import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '..', '..', '.ci', 'run')

/** Runs a copy of `.ci/run` where `npm` only notes its arguments and leaves a report; gives the last line. */
async function lastLine(
  report: { passed: number; failed: number } | undefined,
  npmExitCode: number,
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
      `#!/bin/sh\necho "asked: $*"\n${json}[ "$1" = ci ] || exit ${npmExitCode}\n`,
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

test('.ci/run runs the test command of the README and ends with the counts', async () => {
  expect(await lastLine({ passed: 12, failed: 0 }, 0)).toEqual({
    last: '12 passed, 0 failed',
    exitCode: 0,
    asked: ['ci', 'test'],
  })
})

test('failed tests fail it, and are counted', async () => {
  expect(await lastLine({ passed: 12, failed: 3 }, 1)).toMatchObject({
    last: '12 passed, 3 failed',
    exitCode: 1,
  })
})

test('a failure before the tests is a failure too', async () => {
  expect(await lastLine(undefined, 2)).toMatchObject({ last: '0 passed, 1 failed', exitCode: 2 })
})
