import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { artifactFaults } from '../../scripts/end-to-end/compare-artifacts.ts'
import { installFault } from '../../scripts/end-to-end/install-fault.ts'

test.each([
  ['no Go', { code: 'ENOENT', text: '' }, 'Go is not installed'],
  [
    'no network',
    {
      code: 1,
      text: 'go: example.org/tool@v1: Get "https://proxy.example": dial tcp: lookup proxy.example: no such host\n',
    },
    'its Go module could not be downloaded',
  ],
  [
    'a disabled network',
    { code: 1, text: 'go: example.org/tool@v1: module lookup disabled by GOPROXY=off\n' },
    'its Go module could not be downloaded',
  ],
  [
    'an old Go',
    {
      code: 1,
      text: 'go: example.org/tool@v1 requires go >= 1.26.0 (running go 1.22.2; GOTOOLCHAIN=local)\n',
    },
    'this Go is too old',
  ],
])('act is skipped if it is unavailable: %s', (_name, failure, reason) => {
  const fault = installFault(failure)
  expect(fault.skip).toBe(true)
  expect(fault.reason).toContain(reason)
})

test('a version that does not exist is not a reason to skip', () => {
  const text = 'go: example.org/tool@v1: invalid version: unknown revision v1\n'
  expect(installFault({ code: 1, text })).toEqual({ skip: false, reason: text.trim() })
})

test.each(['403 Forbidden', '404 Not Found', '410 Gone'])(
  'a module that the proxy does not serve is a reason to skip, but not a missing version: %s',
  (status) => {
    const text = `go: example.org/tool@v1: reading https://proxy.example/example.org/tool/@v/v1.zip: ${status}\n`
    expect(installFault({ code: 1, text })).toMatchObject({ skip: true })
    const unknown = `${text}\tserver response: not found: example.org/tool@v1: invalid version: unknown revision v1\n`
    expect(installFault({ code: 1, text: unknown })).toMatchObject({ skip: false })
  },
)

test.each([
  'write /tmp/go-build1/b001/_pkg_.a: no space left on device',
  '/usr/local/go/pkg/tool/linux_amd64/compile: signal: killed',
])('a machine that is too small is a reason to skip: %s', (line) => {
  expect(installFault({ code: 1, text: `# example.org/tool\n${line}\n` })).toEqual({
    skip: true,
    reason: `this machine cannot build it: ${line}`,
  })
})

describe('artifacts', () => {
  const sent = { name: 'a.logs.zip', id: 1, size: 3, sha256: 'aa' }

  test.each([
    ['the bytes that were sent', [{ name: 'a.logs.zip', sha256: 'aa' }], {}, 0],
    ['other bytes', [{ name: 'a.logs.zip', sha256: 'bb' }], {}, 1],
    ['two of the same name', [1, 2].map(() => ({ name: 'a.logs.zip', sha256: 'aa' })), {}, 2],
    ['none', [], {}, 2],
    [
      'one that was not sent',
      [
        { name: 'a.logs.zip', sha256: 'aa' },
        { name: 'b', sha256: 'cc' },
      ],
      {},
      1,
    ],
    ['not what the service served', [{ name: 'a.logs.zip', sha256: 'aa' }], { 'a.logs.zip': 'bb' }, 1],
    ['without one that was served', [{ name: 'a.logs.zip', sha256: 'aa' }], { 'a.report.tar.gz': 'dd' }, 1],
  ])('that arrived: %s', (_name, arrived, served, faults) => {
    expect(artifactFaults(arrived, { artifacts: [sent], served })).toHaveLength(faults)
  })
})

test('npm run act reports that it was skipped if Go is not installed, with its own exit code', async () => {
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
