import { describe, expect, test } from 'vitest'
import { neutralize, Scrubber } from '../../../../src/platform/runner/safe-text.ts'

/** What the runner takes for a command: `::` at the start of a line after blanks, `##[` anywhere in one. */
function commandsIn(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => /^[^\S\n]*::/.test(line) || line.includes('##['))
}

describe('neutralize', () => {
  test.each([
    '::set-output name=outcome::passed',
    '   ::error::fake',
    '\t::stop-commands::x',
    'first\n::add-mask::x',
    'first\r::add-mask::x',
    'first\r\n::add-mask::x',
    'first\u2028::add-mask::x',
    '\u200b::add-mask::x',
    '\u0000::add-mask::x',
    '\u00a0::add-mask::x',
    '##[error]fake',
    'text ##[group]x',
    '###[error]x',
    '#\u200b#[error]x',
    ':\u200b:error::x',
  ])('leaves no command in %j', (text) => {
    expect(commandsIn(neutralize(text))).toEqual([])
  })

  test('leaves ordinary text unchanged', () => {
    const text = 'a::b c ## d [x] 12:30:00\n\tindented, größer'
    expect(neutralize(text)).toBe(text)
  })

  test('removes characters that could reorder or hide text', () => {
    expect(neutralize('a\u202eb\u2066c\u200bd\u001b[31me\u0007f')).toBe('abcd[31mef')
  })

  test('prevents a carriage return from overwriting a line', () => {
    expect(neutralize('failed\rpassed')).toBe('failed\npassed')
  })
})

describe('Scrubber', () => {
  test('replaces a secret, also URL-encoded and inside JSON', () => {
    const scrubber = new Scrubber()
    scrubber.add('se"cret value/1')
    expect(scrubber.scrub('a se"cret value/1 b')).toBe('a *** b')
    expect(scrubber.scrub(`q=${encodeURIComponent('se"cret value/1')}`)).toBe('q=***')
    expect(scrubber.scrub(JSON.stringify({ x: 'se"cret value/1' }))).toBe('{"x":"***"}')
  })

  test('replaces the longest of nested secrets', () => {
    const scrubber = new Scrubber()
    scrubber.add('abcdefgh')
    scrubber.add('abcdefgh= 12345678')
    expect(scrubber.scrub('abcdefgh= 12345678, abcdefgh')).toBe('***, ***')
  })

  test('leaves short words alone, because masking two letters would garble the log', () => {
    const scrubber = new Scrubber()
    scrubber.add('on')
    expect(scrubber.scrub('on and on')).toBe('on and on')
  })
})
