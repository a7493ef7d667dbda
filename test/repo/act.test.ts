import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installFault } from '../../scripts/act-install-fault.ts'

test.each([
  ['no Go', { code: 'ENOENT', text: '' }, 'Go is not installed'],
  [
    'no network',
    {
      code: 1,
      text: 'go: example.org/tool@v1: Get "https://proxy.example": dial tcp: lookup proxy.example: no such host\n',
    },
    'its Go module cannot be downloaded',
  ],
  [
    'a network that is switched off',
    { code: 1, text: 'go: example.org/tool@v1: module lookup disabled by GOPROXY=off\n' },
    'its Go module cannot be downloaded',
  ],
  [
    'an old Go',
    {
      code: 1,
      text: 'go: example.org/tool@v1 requires go >= 1.26.0 (running go 1.22.2; GOTOOLCHAIN=local)\n',
    },
    'this Go is too old',
  ],
])('act is skipped where it cannot be had: %s', (_name, failure, reason) => {
  const fault = installFault(failure)
  expect(fault.skip).toBe(true)
  expect(fault.reason).toContain(reason)
})

test('a version that does not exist is no reason to skip', () => {
  const text = 'go: example.org/tool@v1: invalid version: unknown revision v1\n'
  expect(installFault({ code: 1, text })).toEqual({ skip: false, reason: text.trim() })
})

test('npm run act says that it was skipped where there is no Go, with an exit code of its own', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'no-go-'))
  try {
    const script = join(import.meta.dirname, '..', '..', 'scripts', 'act.ts')
    const [exitCode, text] = await new Promise<[unknown, string]>((resolve) => {
      const env = { PATH: empty, ACT_DIRECTORY: empty }
      execFile(process.execPath, [script], { env }, (error, stdout) => resolve([error?.code ?? 0, stdout]))
    })
    expect(text).toBe('act: skipped, because Go is not installed\n')
    expect(exitCode).toBe(77)
  } finally {
    await rm(empty, { recursive: true, force: true })
  }
})
