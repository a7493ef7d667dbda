import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { artifactsOf, scenario, withoutMasks } from '../e2e/scenario.ts'
import type { StepResult } from '../runner/run-action.ts'
import { archiveInMemory } from '../simulator/archive-body.ts'
import { REQUEST_LOG_HEADER } from '../simulator/request-log.ts'
import { zipStream } from '../simulator/zip-writer.ts'

const SECRET = `7h3 s3cr/et+"word"&<ä>'~!(x)`
const TOKEN = { service: 'xtc', path: /^\/oauth\/token$/ } as const

const form = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2)
const everyUnit = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')
const entities = (text: string, radix: 10 | 16): string =>
  Array.from(text, (one) => `&#${radix === 16 ? 'x' : ''}${one.codePointAt(0)?.toString(radix)};`).join('')
const base64 = (before: string): string => Buffer.from(`${before}${SECRET}`).toString('base64')

/** Ways in which a service may repeat the secret that it was sent. */
const ECHOES: Record<string, string> = {
  unchanged: SECRET,
  'with encodeURIComponent': encodeURIComponent(SECRET),
  'in the form of the token request': form(SECRET).replaceAll('+', '%20'),
  'as a form': form(SECRET),
  'with hexadecimal digits in lower case': form(SECRET).toLowerCase(),
  'in JSON that escapes slashes': JSON.stringify(SECRET).replaceAll('/', '\\/'),
  'in JSON that escapes everything': everyUnit(SECRET),
  'in HTML': SECRET.replace(
    /["&<>]/g,
    (one) => ({ '"': '&quot;', '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one] ?? '',
  ),
  'in decimal entities': entities(SECRET, 10),
  'in hexadecimal entities': entities(SECRET, 16),
  'in JSON in a URL': encodeURIComponent(JSON.stringify(SECRET)),
  'in a basic authorization header': base64('simulated-client:'),
  'in base64, shifted by one byte': base64('xxxx'),
  'in base64, shifted by two bytes': base64('xxxxx'),
  'in base64url': Buffer.from(SECRET).toString('base64url'),
  'with zero-width characters in between': SECRET.split('').join('\u200b'),
  'with control characters in between': SECRET.split('').join('\u0001'),
  'with byte order marks in between': SECRET.split('').join('\ufeff'),
}

/** Everything that leaves the step, except the lines that tell the runner what to mask. */
async function shownBy(result: StepResult): Promise<string> {
  const texts = [withoutMasks(result.log), result.summary, JSON.stringify([result.outputs, result.state])]
  const directory = result.outputs['output-directory']
  if (directory !== undefined) {
    for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
      texts.push(entry.name)
      if (entry.isFile() && !/\.(gz|zip)$/.test(entry.name))
        texts.push(await readFile(join(entry.parentPath, entry.name), 'utf8'))
    }
  }
  return texts.join('\n')
}

/**
 * The longest part of the encoded secret that may be visible: a character at the edge of base64 may remain.
 */
const MOST_SHOWN = 5

function longestPartOf(written: string, shown: string): string {
  let longest = ''
  for (let from = 0; from < written.length; from++)
    while (
      from + longest.length < written.length &&
      shown.includes(written.slice(from, from + longest.length + 1))
    )
      longest = written.slice(from, from + longest.length + 1)
  return longest
}

describe.concurrent('a service that repeats what it was sent', { timeout: 300_000 }, () => {
  test.each(Object.entries(ECHOES))('a secret that the service repeats is not shown: %s', (_name, written) =>
    scenario({}, async ({ simulator, xtc }) => {
      simulator.faults.add({ match: TOKEN, kind: 'status', status: 400, body: `[[${written}]] is wrong` })
      const result = await xtc({ 'xtc-client-secret': SECRET })
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'credentials' })
      const shown = await shownBy(result)
      expect(shown).toMatch(/\[\[.*\*\*\*.*\]\] is wrong/)
      const quoted = /\[\[(.*)\]\] is wrong/.exec(shown)?.[1] ?? ''
      const prefix = /^simulated|^xxxx/.test(Buffer.from(written, 'base64').toString()) ? 24 : 0
      expect(longestPartOf(written.slice(prefix), quoted).length).toBeLessThanOrEqual(MOST_SHOWN)
    }),
  )

  test('no part of a secret is shown when an excerpt cuts it', () =>
    scenario({}, async ({ simulator, xtc }) => {
      const written = encodeURIComponent(SECRET)
      const body = `${'x'.repeat(280)}${written}`
      simulator.faults.add({ match: TOKEN, kind: 'status', status: 400, body })
      const shown = await shownBy(await xtc({ 'xtc-client-secret': SECRET }))
      expect(shown).toMatch(/x{280}\*\*\*/)
      expect(shown).not.toContain(written.slice(0, 8))
    }))
})

describe.concurrent('a secret in the measurements', { timeout: 300_000 }, () => {
  const WORDS = '0123456789abcdef0123456789abcdef'

  test('a token in a label does not get into any file, page, summary or output', () => {
    const label = (text: string): string => `GET ?token=${text}`
    const labels = [
      label(WORDS),
      label(WORDS.split('').join('\u200b')),
      label(encodeURIComponent(`abcd1234= ${WORDS}`)),
    ]
    const lines = labels.map(
      (name, at) =>
        `2026-01-01T00:00:0${at}Z,1,${name},https://shop.example/,GET,200,300,900,10,1000,3000,20,5,75`,
    )
    const log = (): Readable => Readable.from([Buffer.from([REQUEST_LOG_HEADER, ...lines, ''].join('\n'))])
    const logs = () =>
      archiveInMemory(() =>
        zipStream([{ name: 'log.csv', compress: true, open: log }], { zip64: false, modifiedAtMs: 0 }),
      )
    return scenario(
      { errthquake: { data: { logs, metrics: () => Promise.resolve({}) } } },
      async ({ errthquake }) => {
        const result = await errthquake({ criteria: 'requests["GET*"].p95 < 1ms' })
        expect(result.outputs).toMatchObject({ outcome: 'failed', reason: 'criteria' })
        const shown = await shownBy(result)
        for (const name of [
          'measurements.json',
          'criteria.json',
          'summary.html',
          'criteria.junit.xml',
          'summary.md',
        ])
          expect(await readFile(join(result.outputs['output-directory'] ?? '', name), 'utf8')).toContain(
            '***',
          )
        expect(shown.replace(/[\u200b]|&#8203;/g, '')).not.toContain(WORDS.slice(0, 12))
      },
    )
  })

  test("a secret in the matrix does not become part of an artifact's name", () =>
    scenario({}, async ({ errthquake }) => {
      const result = await errthquake({ 'artifact-name': '{matrix}', 'step-key': `{"token":"${WORDS}"}` })
      expect(result.outputs['outcome']).toBe('passed')
      expect(artifactsOf(result).map(({ name }) => name)).toContain('___.criteria')
      expect(await shownBy(result)).not.toContain(WORDS.slice(0, 12))
    }))
})

test('the runner is told to mask a secret as it is written in a form, in JSON and in base64, but no short word', () =>
  scenario({}, async ({ simulator, xtc }) => {
    simulator.faults.add({ match: TOKEN, kind: 'status', status: 401 })
    const result = await xtc({
      'xtc-client-secret': SECRET,
      'xtc-run-request': '{"name":"short","key":"long-enough"}',
    })
    const masks = [...result.log.matchAll(/^::add-mask::(.*)$/gm)].map((match) =>
      (match[1] ?? '').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'),
    )
    const json = JSON.stringify(SECRET).slice(1, -1)
    const whole = Buffer.from(`simulated-client:${SECRET}`).toString('base64')
    expect(masks).toEqual(
      expect.arrayContaining([
        SECRET,
        encodeURIComponent(SECRET),
        form(SECRET),
        form(SECRET).replaceAll('+', '%20'),
        json,
        'long-enough',
      ]),
    )
    expect(masks.some((mask) => mask.length > SECRET.length && whole.includes(mask))).toBe(true)
    expect(masks.filter((mask) => mask.length < 8)).toEqual([])
  }))
