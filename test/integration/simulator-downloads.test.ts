import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { afterEach, expect, test } from 'vitest'
import { type Simulator, type SimulatorOptions, startSimulator } from '../simulator/simulator.ts'
import { XTC_RUN_SCOPES } from '../simulator/xtc-token.ts'

const SAMPLES = join(import.meta.dirname, '../../../shared/samples/xlt')
const hasSamples = existsSync(SAMPLES)
if (!hasSamples) console.warn(`No sample archives at ${SAMPLES}: tests with real archives are skipped.`)

let simulator: Simulator | undefined
let offsetMs = 0

afterEach(async () => {
  await simulator?.close()
  offsetMs = 0
})

async function start(options: SimulatorOptions = {}): Promise<Simulator> {
  simulator = await startSimulator({ now: () => Date.now() + offsetMs, ...options })
  return simulator
}

/** Signs in, runs a copy of the first load test to its end, and returns a function for requests about it. */
async function finishedRun(running: Simulator): Promise<(path: string) => Promise<Response>> {
  const form = new URLSearchParams({
    client_id: 'simulated-client',
    client_secret: 'simulated-client-secret',
    grant_type: 'client_credentials',
    scope: XTC_RUN_SCOPES.join(' '),
  })
  const signedIn = await fetch(`${running.xtcUrl}/oauth/token`, { method: 'POST', body: form })
  const { access_token: token } = (await signedIn.json()) as { access_token: string }
  const tests = `${running.xtcUrl}/public/api/v2/orgs/acme/projects/shop/load-tests`
  const headers = { Authorization: `Bearer ${token}` }
  const body = JSON.stringify({ action: 'runCopy' })
  expect((await fetch(`${tests}/1`, { method: 'POST', headers, body })).status).toBe(200)
  offsetMs = 10_000
  return (path) => fetch(`${tests}/${running.xtc.runs[0]?.number}${path}`, { headers, redirect: 'manual' })
}

async function bytesOf(response: Response): Promise<Buffer> {
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

test('archives announce their length and are the same each time', async () => {
  const ask = await finishedRun(await start())
  const first = await ask('/results/1/archive')
  const announcedBytes = Number(first.headers.get('content-length'))
  const bytes = await bytesOf(first)
  expect(bytes.length).toBe(announcedBytes)
  expect(bytes.equals(await bytesOf(await ask('/results/1/archive')))).toBe(true)
})

test('the report is well-formed XML with every section', async () => {
  const ask = await finishedRun(await start())
  const sections: string[] = []
  let depth = 0
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    if (++depth === 2) sections.push(tag.name)
  })
  parser.on('closetag', () => depth--)
  parser.write((await bytesOf(await ask('/reports/1/test-report'))).toString()).close()
  expect(sections).toEqual(
    expect.arrayContaining(
      'requests actions transactions pageLoadTimings customTimers webVitalsList errors events responseCodes agents summary general configuration'.split(
        ' ',
      ),
    ),
  )
  expect((await bytesOf(await ask('/reports/1/scorecard'))).toString()).toContain('<scorecard>')
})

test('a redirected archive comes from another port, without a token', async () => {
  const running = await start({ xtc: { shape: { archives: 'redirect' } } })
  const ask = await finishedRun(running)
  const redirect = await ask('/reports/1/archive')
  expect(redirect.status).toBe(302)
  const location = redirect.headers.get('location') ?? ''
  expect(new URL(location).origin).toBe(running.storageUrl)
  expect((await fetch(location, { headers: { Authorization: 'Bearer x' } })).status).toBe(400)
  await bytesOf(await fetch(location))
  expect(running.storage.authorizationsReceived).toBe(1)
  expect(running.record.of('storage')).toHaveLength(2)
})

test('a large archive is streamed without an announced length', async () => {
  const running = await start({ xltData: { lines: 120_000 } })
  const ask = await finishedRun(running)
  const response = await ask('/results/1/archive')
  expect(response.headers.get('content-length')).toBeNull()
  expect((await bytesOf(response)).length).toBeGreaterThan(2_000_000)
})

// The samples are not part of the repository.
test.skipIf(!hasSamples)('real sample archives are served byte for byte', async () => {
  const ask = await finishedRun(await start({ samplesDirectory: SAMPLES }))
  for (const kind of ['report', 'result']) {
    const served = await bytesOf(await ask(`/${kind}s/1/archive`))
    expect(served.equals(await readFile(join(SAMPLES, `${kind}-2011.tar.gz`)))).toBe(true)
  }
})
