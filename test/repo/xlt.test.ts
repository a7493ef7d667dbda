import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('npm run xlt exits with 77 and a reason if neither Java nor Maven is on the path', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'xlt-'))
  try {
    const script = join(import.meta.dirname, '..', '..', 'scripts', 'xlt.ts')
    const env = { PATH: directory, XLT_DIRECTORY: join(directory, 'xlt') }
    const { code, stdout } = await new Promise<{ code: unknown; stdout: string }>((resolve) => {
      execFile(process.execPath, [script], { env }, (error, output) =>
        resolve({ code: error?.code, stdout: output }),
      )
    })
    expect(code).toBe(77)
    expect(stdout).toMatch(
      /xlt: skipped, because (XLT needs a JDK of version 21|Maven \(mvn\) is not installed)/,
    )
    expect(await readdir(directory)).not.toContain('home-9.0.0')
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}, 300_000)
