import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neutralize, Scrubber } from '../../../../src/platform/runner/safe-text.ts'
import { findWords } from '../../../../src/platform/secrets/find-words.ts'
import { symbolsOfWord } from '../../../../src/platform/secrets/symbols.ts'
import { WordAutomaton } from '../../../../src/platform/secrets/word-automaton.ts'

const ID = 'api-client'
const SECRET = `s3cr/et "pa+ss" <&> ä~(word)'s%41\\end`

function scrubberOf(...words: string[]): Scrubber {
  const scrubber = new Scrubber()
  for (const word of words) scrubber.add(word)
  return scrubber
}

const lowerHex = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())
const form = (text: string): string => new URLSearchParams({ x: text }).toString().slice('x='.length)
const units = (text: string, write: (unit: number, character: string) => string): string =>
  Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at), text.charAt(at))).join('')
const points = (text: string, write: (codePoint: number) => string): string =>
  Array.from(text, (character) => write(character.codePointAt(0) ?? 0)).join('')
const hex4 = (unit: number): string => unit.toString(16).padStart(4, '0')
const html = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[one] ?? '',
  )

const WAYS: Record<string, (text: string) => string> = {
  raw: (text) => text,
  encodeURIComponent,
  'encodeURIComponent, hex in lower case': (text) => lowerHex(encodeURIComponent(text)),
  'a form': form,
  'a form, hex in lower case': (text) => lowerHex(form(text)),
  'the form of the token request': (text) => form(text).replaceAll('+', '%20'),
  'every byte in percent': (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON with \\/': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'JSON with \\u002f': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\u002f'),
  'JSON with \\u002F': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\u002F'),
  'JSON, every character': (text) => units(text, (unit) => `\\u${hex4(unit)}`),
  'JSON, every character, capitals': (text) => units(text, (unit) => `\\u${hex4(unit).toUpperCase()}`),
  'JavaScript \\x': (text) =>
    units(text, (unit) => (unit < 256 ? `\\x${hex4(unit).slice(2)}` : `\\u{${hex4(unit)}}`)),
  HTML: html,
  'named entities': (text) => html(text).replaceAll('/', '&sol;').replaceAll('ä', '&auml;'),
  'decimal entities': (text) => points(text, (codePoint) => `&#${codePoint};`),
  'hexadecimal entities': (text) => points(text, (codePoint) => `&#x${codePoint.toString(16)};`),
  'entities without semicolons': (text) => points(text, (codePoint) => `&#x${codePoint.toString(16)}`),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  'a URL in HTML': (text) => html(encodeURIComponent(text)),
  'HTML in a URL': (text) => encodeURIComponent(html(text)),
  'percent, twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'with zero-width characters': (text) => text.split('').join('\u200b'),
  'with control characters': (text) => text.split('').join('\u0007'),
  'with replaced control characters': (text) => text.split('').join('\ufffd'),
  'with tag characters': (text) => Array.from(text).join('\u{e0041}'),
  'with escaped zero-width characters': (text) => Array.from(text).join('&#8203;'),
}

describe('a secret is replaced', () => {
  test.each(Object.keys(WAYS))('%s', (name) => {
    const written = WAYS[name]?.(SECRET) ?? ''
    expect(scrubberOf(SECRET).scrub(`before ${written} after`)).toBe('before *** after')
    expect(scrubberOf(SECRET).scrub(written)).toBe('***')
  })

  for (const url of [false, true]) {
    test.each([0, 1, 2, 3, 4, 5])(`in base64${url ? 'url' : ''} with %i bytes before it`, (count) => {
      const data = Buffer.from(`${'x'.repeat(count)}${SECRET}yyyy`)
      const scrubbed = scrubberOf(SECRET).scrub(`[${data.toString(url ? 'base64url' : 'base64')}]`)
      expect(scrubbed).toMatch(/^\[[\w+/-]{0,8}\*{3}[\w+/-]{0,8}={0,2}\]$/)
      expect(scrubbed.length).toBeLessThan(22)
    })
  }

  test.each([ID, 'a', 'ab', 'abc'])('in the header made from %s and the secret', (id) => {
    const header = `Basic ${Buffer.from(`${id}:${SECRET}`).toString('base64')}`
    const shown = scrubberOf(SECRET).scrub(header)
    expect(shown).toContain('***')
    expect(Buffer.from(shown.slice(6), 'base64').toString()).not.toContain(SECRET.slice(0, 6))
  })

  test('in base64 that is URL-encoded', () => {
    const written = encodeURIComponent(Buffer.from(`${ID}:${SECRET}`).toString('base64'))
    expect(scrubberOf(SECRET).scrub(written)).toMatch(/^\w{14}\w{0,2}\*{3}.{0,10}$/)
  })

  test('before it is cut, and if it was cut', () => {
    const scrubber = scrubberOf(SECRET)
    for (const name of ['raw', 'encodeURIComponent', 'JSON, every character', 'decimal entities']) {
      const written = WAYS[name]?.(SECRET) ?? ''
      for (let length = 40; length < written.length; length++)
        expect(scrubber.scrub(`got ${written.slice(0, length)}…`), `${name}, ${length}`).toBe('got ***…')
    }
  })

  test('line by line', () => {
    const key = '-----BEGIN KEY-----\nQUJDREVGR0hJSktM\nTU5PUFFSU1RVVldY\n-----END KEY-----'
    expect(scrubberOf(key).scrub('a QUJDREVGR0hJSktM b TU5PUFFSU1RVVldY')).toBe('a *** b ***')
    expect(scrubberOf(key).scrub(key.replaceAll('\n', ' '))).toBe('***')
    expect(scrubberOf(key).scrub(key.replaceAll('\n', '\r\n  '))).toBe('***')
  })

  test('after a partial escape, and before one', () => {
    const scrubber = scrubberOf('4140bcdef/00&am')
    expect(scrubber.scrub('%4140bcdef%2F00&am')).toBe('***'.padStart(4, '%'))
    expect(scrubber.scrub('x%4140bcdef%2F00&amp;')).toBe('x%***p;')
    expect(scrubber.scrub('\\u004140bcdef\\/00&am')).toBe('\\u00***')
  })

  test('if its own characters look like escapes', () => {
    const secret = 'a%41b\\n&amp;%2525'
    for (const name of Object.keys(WAYS))
      expect([name, scrubberOf(secret).scrub(`(${WAYS[name]?.(secret) ?? ''})`)]).toEqual([name, '(***)'])
  })

  test('both before and after invisible characters were removed from a line', () => {
    const written = Array.from(SECRET).join('\u2028')
    expect(neutralize(scrubberOf(SECRET).scrub(written))).toBe('***')
  })
})

/**
 * Half of the secrets consist of repeated letters, so that they overlap with themselves and their beginnings.
 */
const secret = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 8, maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('a', 'b', '%', '\\', '4', '1', '&', ';', ' '),
    minLength: 8,
    maxLength: 40,
  }),
  fc.string({ unit: 'binary-ascii', minLength: 8, maxLength: 60 }),
)
const longSecret = fc.string({ unit: 'grapheme', minLength: 1500, maxLength: 4000, size: 'max' })
const surrounding = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('a', 'b', '%', '\\', '4', 'u', '0', '&', '#', ' '), maxLength: 40 }),
)

/** Ways to write one code point. */
const CHARACTER_WAYS: ((character: string) => string)[] = [
  (character) => character,
  (character) => [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  (character) => units(character, (unit) => `\\u${hex4(unit)}`),
  (character) => units(character, (unit) => `\\u${hex4(unit).toUpperCase()}`),
  (character) => points(character, (codePoint) => `&#${codePoint};`),
  (character) => points(character, (codePoint) => `&#X${codePoint.toString(16).toUpperCase()};`),
  (character) => JSON.stringify(character).slice(1, -1),
  (character) => (/[^\w\s]/.test(character) && character.length === 1 ? `\\${character}` : character),
  (character) => `\u200d${character}`,
]
/** `&#1114111;` and `%F4%8F%BF%BF` */
const LONGEST_WAY = 12
/** Invisible characters before and after a secret may remain, and all spaces but one. */
const hiddenAtEnds = (word: string): number => {
  const isSeen = (character: string): boolean => symbolsOfWord(character).some((symbol) => symbol > 0x20)
  const characters = Array.from(word)
  return characters.length - 1 - (characters.findLastIndex(isSeen) - characters.findIndex(isSeen))
}

class ReadingAll extends WordAutomaton {
  override nextBeginning(_text: string, from: number): number {
    return from
  }
}

/** For each unit of the text, whether it belongs to one of the words. */
function maskedBy(automaton: WordAutomaton, words: string[], text: string): boolean[] {
  for (const word of words) automaton.add(symbolsOfWord(word))
  automaton.prepare()
  const spans = findWords(text, automaton)
  return Array.from({ length: text.length }, (_, at) => spans.some(({ from, to }) => from <= at && at < to))
}

const isWellFormed = (text: string): boolean => text.isWellFormed()

describe('for any secret', () => {
  test.each([
    ['8 to 60 characters', secret, 300],
    ['up to 4,000 characters', longSecret, 15],
  ] as const)('of %s, however each character is written', (_name, words, numRuns) => {
    fc.assert(
      fc.property(
        words.filter((word) => isWellFormed(word) && symbolsOfWord(word).length >= 8),
        fc.array(fc.nat(CHARACTER_WAYS.length - 1), { minLength: 1, maxLength: 50 }),
        surrounding,
        surrounding,
        (word, ways, before, after) => {
          const written = Array.from(word, (character, at) =>
            (CHARACTER_WAYS[ways[at % ways.length] ?? 0] ?? String)(character),
          ).join('')
          const scrubbed = scrubberOf(word).scrub(before + written + after)
          expect(scrubbed).toContain('***')
          expect(scrubbed).not.toContain(written)
          const around = before.length + after.length + LONGEST_WAY * hiddenAtEnds(word)
          expect(scrubbed.length).toBeLessThan(around + 3 * 4 + 24)
        },
      ),
      { numRuns, seed: 1 },
    )
  })

  test('of many, even if they begin alike, or one inside another', () => {
    const few = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', '%', '+', '=', ' ', 'ä'),
      minLength: 8,
      maxLength: 12,
    })
    const piece = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', '%', '&', '+', ' ', '\u200b', 'ä'),
      maxLength: 6,
    })
    const isSecret = (word: string): boolean => symbolsOfWord(word).length >= 8
    fc.assert(
      fc.property(
        fc.array(few.filter(isSecret), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(piece, fc.nat(5)), { minLength: 1, maxLength: 8 }),
        (words, parts) => {
          const text = parts.map(([before, which]) => before + (words[which] ?? '')).join('')
          const scrubbed = scrubberOf(...words).scrub(text)
          for (const word of words)
            expect(scrubbed.split('***').filter((rest) => rest.includes(word))).toEqual([])
        },
      ),
      { numRuns: 1000, seed: 1 },
    )
  })

  test('passing over text finds the same as reading every character', () => {
    const characters = Array.from('ab6%\\&u+ \n…\u200b\u2028\u{e0041}ä')
    const few = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
      fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength })
    fc.assert(
      fc.property(
        fc.array(few(3, 9), { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(few(0, 5), fc.nat(4), fc.nat(9)), { maxLength: 8 }),
        (words, parts) => {
          const text = parts.map(([before, which, cut]) => before + (words[which] ?? '').slice(cut >> 1))
          expect(maskedBy(new WordAutomaton(), words, text.join(''))).toEqual(
            maskedBy(new ReadingAll(), words, text.join('')),
          )
        },
      ),
      { numRuns: 3000, seed: 1 },
    )
  })

  test('text without it stays unchanged', () => {
    fc.assert(
      fc.property(
        secret,
        fc.string({ unit: 'binary', maxLength: 300 }),
        surrounding,
        (word, rest, before) => {
          // The beginning of the secret is a near match.
          const text = before + word + rest
          fc.pre(!text.includes('…') && !/[\r\n]/.test(word))
          const scrubbed = scrubberOf(`${word}~never-there~`).scrub(text)
          expect(scrubbed).toBe(text)
        },
      ),
      { numRuns: 300, seed: 1 },
    )
  })

  test('its work grows with the text and not with the secrets', () => {
    const a4000 = 'a'.repeat(4000)
    const secrets = [a4000, `${a4000}%`, `%${a4000}`, 'ab'.repeat(2000), `${'a b '.repeat(1000)}c`]
    const texts = [
      'a'.repeat(20_000),
      'ab'.repeat(10_000),
      'a\\u0061%61'.repeat(1800),
      `${'a'.repeat(3999)}b`.repeat(5),
      `${a4000}${'%61'.repeat(5000)}`,
      `${'a b '.repeat(999)}…`.repeat(5),
      'a\u2028'.repeat(10_000),
      '%25'.repeat(6000),
      '&amp;'.repeat(4000),
    ]
    for (const text of texts) {
      const all = scrubberOf(...secrets)
      all.scrub(text)
      expect({ of: text.slice(0, 20), isLinear: all.steps < 40 * text.length }).toMatchObject({
        isLinear: true,
      })
    }
  })
})
