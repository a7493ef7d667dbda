import { expect, test } from 'vitest'
import { plainSchedule, play } from './lifecycle.ts'
import { brokenPromises } from './promises.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const SIX_HOURS = plainSchedule({ runMs: 6 * HOUR_MS, timeoutMs: 8 * HOUR_MS, archives: 'redirect' })

test('a run of six hours renews its token before each hour is over and collects its results', async () => {
  const played = await play(SIX_HOURS)
  expect(await brokenPromises(played)).toEqual([])
  expect(played.outputs['outcome']).toBe('passed')
  expect([...played.files.keys()]).toEqual(expect.arrayContaining(['report.tar.gz', 'result.tar.gz']))
  const { record } = played.services
  const tokens = record.of('xtc', 'POST', /\/oauth\/token$/)
  // Five minutes before the end of each hour.
  expect(tokens).toHaveLength(7)
  for (const [index, token] of tokens.slice(1).entries()) {
    const gapMs = token.atMs - (tokens[index]?.atMs ?? 0)
    expect(gapMs).toBeGreaterThanOrEqual(55 * MINUTE_MS)
    expect(gapMs).toBeLessThan(56 * MINUTE_MS)
  }
  expect(record.entries.filter(({ status }) => status === 401)).toEqual([])
  expect(record.of('xtc', 'POST', /\/load-tests\/1$/)).toHaveLength(1)
  // At most every 30 s, so that long runs cost the service little.
  const polls = record.of('xtc', 'GET', /\/status$/)
  expect(polls.length).toBeGreaterThan(6 * 120)
  expect(polls.length).toBeLessThan(6 * 120 + 100)
  expect(played.mainMs).toBeLessThan(6 * HOUR_MS + 5 * MINUTE_MS)
})

test('a run of six hours survives an outage of nine minutes and the loss of all tokens', async () => {
  const played = await play({
    ...SIX_HOURS,
    outages: [{ atMs: 2 * HOUR_MS, lengthMs: 9 * MINUTE_MS, how: 'hang' }],
    revokeAtMs: 4 * HOUR_MS,
  })
  expect(await brokenPromises(played)).toEqual([])
  expect(played.outputs['outcome']).toBe('passed')
  expect(played.lines.some(({ text }) => text.startsWith('Contact was restored after'))).toBe(true)
  expect(played.services.record.entries.filter(({ status }) => status === 401)).toHaveLength(1)
})
