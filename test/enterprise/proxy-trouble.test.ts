import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { exchange, HttpError, STALL_MS, type HttpPorts } from '../../src/platform/http/http.ts'
import { retrySafe } from '../../src/platform/http/retry.ts'
import { createTransport } from '../../src/platform/http/transport.ts'
import { TestAuthority } from './certificates.ts'
import { startProxy, type Conduct } from './proxy-server.ts'
import { startTlsFront } from './tls-front.ts'

const REQUEST = { method: 'POST', url: 'https://xtc.corp.example/start', body: '{}' } as const

afterEach(() => vi.unstubAllEnvs())

/** Pauses take no time; the watch over a stalled request ends once `stalled` resolves. */
function ports(stalled?: Promise<unknown>): HttpPorts & { pausesMs: number[] } {
  const pausesMs: number[] = []
  let nowMs = 0
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    const watches = ms === STALL_MS
    if (!watches) pausesMs.push(ms)
    else await Promise.race([stalled ?? new Promise(() => undefined), aborted(signal)])
    nowMs += ms
  }
  const clock = { now: () => nowMs, monotonicMs: () => nowMs, sleep }
  const { signal } = new AbortController()
  return { transport: createTransport('test'), clock, random: () => 0.5, signal: () => signal, pausesMs }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}

async function failureOf(work: Promise<unknown>): Promise<HttpError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof HttpError)) throw new Error(`no HttpError: ${String(error)}`)
  return error
}

describe('a proxy that cannot be reached', () => {
  test('is named without its credentials; the request was not sent, and is tried again within the time limit', async () => {
    // Another test could get any port that is free for the moment, but not this one.
    vi.stubEnv('https_proxy', 'http://jane:secret-word@127.0.0.1:1')
    const given = ports()
    const error = await failureOf(retrySafe(given, { budgetMs: 60_000 }, () => exchange(given, REQUEST)))
    expect(error).toMatchObject({ kind: 'not-sent', permanent: false })
    expect(error.message).toBe(
      'POST https://xtc.corp.example/start: the proxy http://127.0.0.1:1 could not be used: the connection was refused (ECONNREFUSED). ' +
        'Check https_proxy, or list the host in no_proxy if it can be reached directly.',
    )
    expect(given.pausesMs.length).toBeGreaterThan(3)
  })

  test('must have a trusted certificate if it uses TLS', async () => {
    const tls = new TestAuthority().issue({ names: ['localhost'] })
    const proxy = await startProxy({ portOf: () => 0, tls })
    vi.stubEnv('https_proxy', `https://localhost:${proxy.port}`)
    const error = await failureOf(exchange(ports(), REQUEST))
    await proxy.close()
    expect(error).toMatchObject({ kind: 'not-sent', permanent: true })
    expect(error.message).toMatch(
      /the proxy https:\/\/localhost:\d+ could not be used: the certificate is from/,
    )
    expect(error.message).toContain('NODE_EXTRA_CA_CERTS')
    expect(proxy.asked).toEqual([])
  })
})

describe('a proxy that hangs', () => {
  test('is named, and an abandoned request is not sent when it resumes', async () => {
    const front = await startTlsFront(new TestAuthority().issue({ names: ['xtc.corp.example'] }), () => 0)
    let wakeUp = (conduct: Conduct): void => void conduct
    const late = new Promise<Conduct>((resolve) => (wakeUp = resolve))
    const proxy = await startProxy({ portOf: () => front.port, conduct: () => late })
    vi.stubEnv('https_proxy', `http://127.0.0.1:${proxy.port}`)
    const asked = (async () => {
      while (proxy.asked.length === 0) await delay(5)
    })()
    const error = await failureOf(exchange(ports(asked), REQUEST))
    expect(error).toMatchObject({ kind: 'stalled' })
    expect(error.message).toBe(
      `POST https://xtc.corp.example/start: no data arrived for 30 s through the proxy http://127.0.0.1:${proxy.port}.`,
    )
    wakeUp({ kind: 'tunnel' })
    await delay(200)
    await proxy.close()
    await front.close()
    expect(front.seen('xtc.corp.example')).toBe(0)
  })

  test('and then disconnects has sent nothing', async () => {
    const proxy = await startProxy({ portOf: () => 0, conduct: () => ({ kind: 'reset' }) })
    vi.stubEnv('https_proxy', `http://127.0.0.1:${proxy.port}`)
    const error = await failureOf(exchange(ports(), REQUEST))
    await proxy.close()
    expect(error).toMatchObject({ kind: 'not-sent', permanent: false })
    expect(error.message).toContain('could not be used: the connection was lost (ECONNRESET)')
  })
})
