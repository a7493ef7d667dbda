import type { ChildProcess } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { startSimulator, type Simulator, type SimulatorOptions } from '../simulator/simulator.ts'
import { run, type Ended } from './contract-tools.ts'

const SECRET = 'simulated-client-secret'

/** Runs `npm run live` against a simulator, with these variables in addition to the required ones. */
async function live(
  xtc: NonNullable<SimulatorOptions['xtc']>,
  more: Record<string, string>,
  work: (ended: Ended, simulator: Simulator) => void,
  onStart?: (child: ChildProcess, simulator: Simulator) => void,
): Promise<void> {
  const simulator = await startSimulator({
    xltData: { lines: 300 },
    xtc: { ...xtc, run: { speed: 4, archiveDelayMs: 0, ...xtc.run } },
  })
  try {
    const env = {
      PATH: process.env['PATH'],
      LIVE_XTC: '1',
      XTC_URL: simulator.xtcUrl,
      XTC_ORGANIZATION: 'acme',
      XTC_PROJECT: 'shop',
      XTC_LOAD_TEST: 'Checkout nightly',
      XTC_CLIENT_ID: 'simulated-client',
      XTC_CLIENT_SECRET: SECRET,
      XTC_POLL_INTERVAL: '1s',
      ...more,
    }
    const ended = await run(process.execPath, ['scripts/live.ts'], env, (child) =>
      onStart?.(child, simulator),
    )
    work(ended, simulator)
  } finally {
    await simulator.close()
  }
}

/** Interrupts it once the run was polled and that response had arrived: only then is it polled again. */
async function interrupt(child: ChildProcess, { record }: Simulator): Promise<void> {
  while (child.exitCode === null && record.of('xtc', 'GET', /\/41\/status$/).length < 2) await delay(20)
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT')
}

function withoutRest(text: string): string {
  return text.replaceAll(/\d+\.\d s/g, '# s').replaceAll(/\d+ bytes|content-length \d+/g, '# bytes')
}

describe.concurrent('the live test, run against the simulator', () => {
  test.each(['v1', 'v2'])(
    'API %s: runs a whole job, confirms assumptions, and shows no secret',
    async (version) => {
      const own =
        version === 'v2' ? { XTC_RUN_REQUEST: '{"properties": {"password": "hidden-property"}}' } : {}
      await live({}, { XTC_API_VERSION: version, ...own }, ({ exitCode, out, err }, { xtc }) => {
        expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
        expect(out).toContain('Outcome: passed.')
        // Without code from a checkout, no response of v2 names the archive that ran.
        const notFound = out.split('\n').filter((line) => line.startsWith('  not found'))
        const expected = version === 'v2' ? ['which code archive ran'] : []
        expect(notFound.map((line) => line.slice('  not found     '.length).split(':')[0])).toEqual(expected)
        const total = `confirmed, 0 contradicted, ${expected.length} not found, \\d+ not seen\\.`
        expect(out).toMatch(new RegExp(`Total \\d+: [1-9]\\d* ${total}`))
        expect(out).toMatch(/  confirmed     the values of the state: .*seen: .*FINISHED\n/)
        expect(out).toContain('  confirmed     its lifetime in seconds: expires_in (integer)\n')
        expect(out).toMatch(/  Token lifetime: 3600 s; 2 tokens requested\./)
        expect(out).toMatch(/  States: .*FINISHED at \d+\.\d s; \d+ polls\./)
        expect(withoutRest(out)).toContain(
          'The report archive: available # s after the end, 0 rejected requests before; # bytes received.',
        )
        expect(withoutRest(out)).toContain(
          "The result archive's headers: content-type application/gzip, # bytes, no content-encoding",
        )
        expect(xtc.runs).toHaveLength(1)
        expect(xtc.tokens.all).toHaveLength(2)
        for (const secret of [SECRET, 'hidden-property', ...xtc.tokens.all]) expect(out).not.toContain(secret)
      })
    },
  )

  test('handles archives that arrive late and from another origin', async () => {
    const xtc = { shape: { archives: 'redirect', givesUrls: false } } as const
    const check = ({ exitCode, out }: Ended): void => {
      expect(exitCode).toBe(0)
      expect(out).toMatch(/confirmed     path: status 404( \(\d times\))?, 302\n/)
      expect(out).toMatch(
        /The report archive: available \d+\.\d s after the end, [1-9] rejected requests before/,
      )
      expect(withoutRest(out)).toContain(
        'From another origin: status 200, # bytes received; content-type application/gzip',
      )
      expect(out).not.toContain('signature')
    }
    const late = { kind: 'status', status: 404, times: 1 } as const
    await live(xtc, {}, check, (_child, { faults }) =>
      faults.add(
        { match: { path: /\/reports\/1\/archive$/ }, ...late },
        { match: { path: /\/results\/1\/archive$/ }, ...late },
      ),
    )
  })

  test('reports an unknown state as a contradiction, with exit code 1', async () => {
    const paused = (body: Buffer): { body: Buffer } => ({
      body: Buffer.from(body.toString('utf8').replace(/"state":"\w+"/, '"state":"PAUSED"')),
    })
    const check = ({ exitCode, out }: Ended): void => {
      expect(exitCode).toBe(1)
      expect(out).toMatch(/  contradicted  the values of the state: expected NEW .*; PAUSED also seen/)
      expect(out).toContain('Outcome: passed.')
    }
    await live({}, {}, check, (_child, { faults }) =>
      faults.add({ match: { path: /\/status$/ }, kind: 'changed', change: paused, nth: 1 }),
    )
  })

  test('reports missing fields', async () => {
    await live({ shape: { givesUrls: false } }, {}, ({ exitCode, out }) => {
      expect(exitCode).toBe(0)
      expect(out).toMatch(
        /  not found     the page in XTC: expected data\.url \(string\); in none of \d responses \(without it: run-url stays empty\)/,
      )
    })
  })

  test('names the run that is left after Ctrl+C, and prints what was seen', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no process groups that a test could signal.')
    const long = { phases: [{ state: 'RUNNING', durationMs: 60_000 }], speed: 1 }
    await live(
      { run: long },
      {},
      ({ exitCode, out }) => {
        expect(exitCode).toBe(1)
        expect(out).toMatch(/error: .*41/)
        expect(out).toContain('Outcome: cancelled.')
        expect(out).toMatch(/  States: RUNNING at 0\.0 s; \d+ polls\./)
      },
      (child, simulator) => void interrupt(child, simulator),
    )
  })

  test('runs nothing if the credentials are rejected', async () => {
    await live({}, { XTC_CLIENT_SECRET: 'a-wrong-secret' }, ({ exitCode, out }, { xtc }) => {
      expect(exitCode).toBe(1)
      expect(out).toContain('Outcome: not run, because mode check failed.')
      expect(out).toContain('  not found     path: expected a response; status 401')
      expect(out).not.toContain('a-wrong-secret')
      expect(xtc.runs).toEqual([])
    })
  })
})

describe.concurrent('the live test without its requirements', () => {
  test('is skipped without LIVE_XTC=1, with a message', async () => {
    const env = { PATH: process.env['PATH'], XTC_CLIENT_SECRET: SECRET }
    const { exitCode, out } = await run('npm', ['run', '--silent', 'live'], env)
    expect(exitCode).toBe(0)
    expect(out).toContain('Skipped: LIVE_XTC is not 1.')
    expect(out).toContain('LIVE_XTC=1 XTC_ORGANIZATION=…')
  })

  test('names missing variables', async () => {
    const env = { PATH: process.env['PATH'], LIVE_XTC: '1', XTC_ORGANIZATION: 'acme', XTC_PROJECT: 'shop' }
    const { exitCode, out, err } = await run(process.execPath, ['scripts/live.ts'], env)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err).toContain('Missing environment variables: XTC_LOAD_TEST, XTC_CLIENT_ID, XTC_CLIENT_SECRET.')
  })
})
