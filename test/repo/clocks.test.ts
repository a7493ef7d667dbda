import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..', '..', 'src')
/** Code for the browser. */
const GENERATED = 'report/page/client/'

/**
 * Files that may read the adjustable time, and why. Everything else measures durations with the monotonic
 * clock.
 */
const WALL_TIME: Record<string, string> = {
  'platform/clock.ts': 'it is the clock',
  'platform/cache/look-up.ts': 'a Retry-After that is a date',
  'platform/github/github.ts': 'a Retry-After that is a date',
  'platform/download/download.ts': 'a Retry-After that is a date',
  'providers/authorized-call.ts': 'a Retry-After that is a date',
  'providers/xtc/token.ts': 'a Retry-After that is a date',
  'program/compose.ts': 'the expiry date of a waiver',
  'program/main-program.ts': 'the expiry date of a waiver',
  'step/start/start-or-attach.ts': 'the start time of a run, for people',
  'step/start/start-once.ts': 'the start time of a run, for people',
  'step/wait/service-clock.ts': "the service's time is compared with it",
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.startsWith(GENERATED))
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }))

test('the wall clock is read only for times that people or other processes read', () => {
  const reading = files.filter(({ text }) => /\.now\(\)|\bnow: \(\)/.test(text)).map(({ name }) => name)
  expect(reading.sort()).toEqual(Object.keys(WALL_TIME).sort())
})

test('only the clock asks Node for the time', () => {
  const asking = files.filter(({ text }) => /\bDate\.now\b|performance\.now|new Date\(\)|hrtime/.test(text))
  expect(asking.map(({ name }) => name)).toEqual(['platform/clock.ts'])
})
