import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  escapeHtml,
  escapeMarkdown,
  escapeXml,
  jsonForScript,
  markdownLink,
  safeUrl,
} from '../../../src/report/escape.ts'
import { clip, oneLine } from '../../../src/foundation/one-line.ts'
import { HOSTILE } from './presentation-data.ts'

describe('Markdown', () => {
  test.each([
    ['a | b', 'a &#124; b'],
    ['`code`', '&#96;code&#96;'],
    ['[x](y)', '&#91;x&#93;(y)'],
    ['<b>', '&#60;b&#62;'],
    ['&lt;', '&#38;lt;'],
    ['back\\slash', 'back&#92;slash'],
    ['@octocat', '&#64;&#8203;octocat'],
    ['fixes #12', 'fixes &#35;&#8203;12'],
    ['GH-12', 'GH&#8203;-12'],
    ['https://a.example', 'https:&#8203;//a.example'],
    ['www.a.example', 'www&#8203;.a.example'],
    [':tada:', ':&#8203;tada:'],
    ['12:30:45', '12:30:45'],
    ['- item', '&#45; item'],
    ['1. item', '&#49;. item'],
    ['# not a heading', '&#35;&#8203; not a heading'],
    ['$x$', '&#36;x&#36;'],
    ['8.4% below', '8.4% below'],
  ])('%s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  test('of a hostile string contains nothing that starts a construct', () => {
    expect(escapeMarkdown(HOSTILE)).not.toMatch(/[<>|`[\]\\\n*_@]|:\/\/|(?<!&)#/)
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:pw@a.example/',
    'no address',
    undefined,
  ])('does not link to %s', (url) => {
    expect(markdownLink('text', url)).toBe('text')
  })

  test('links to http(s), whatever the address contains', () => {
    expect(markdownLink('a]b', 'https://a.example/x|y)(<z>?q=_&r')).toBe(
      '[a&#93;b](<https://a.example/x%7Cy)(%3Cz%3E?q=%5F&amp;r>)',
    )
    expect(safeUrl('http://127.0.0.1:8080/x')).toBe('http://127.0.0.1:8080/x')
  })
})

/** What a browser displays for the entities that are written here. */
function rendered(markup: string): string {
  return markup
    .replaceAll('&#8203;', '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

test('any text is rendered as that text on one line, in Markdown and HTML', () => {
  const pieces = fc.constantFrom(
    '&',
    '#',
    '@',
    '|',
    '`',
    '<',
    '\\',
    '://',
    'www.',
    '- ',
    '1. ',
    '\n',
    '\u202e',
    'a',
    ' ',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const line = oneLine(text)
      // This test must not unescape a service's own `&amp;` twice.
      if (/&(?:lt|gt|quot|amp|#\d+);/.test(line)) return
      expect(rendered(escapeMarkdown(text))).toBe(line)
      expect(rendered(escapeHtml(text))).toBe(line)
      expect(escapeMarkdown(text)).not.toMatch(/[<>|`[\]\\\n*_@]|:\/\/|(?<!&)#/)
    }),
    { numRuns: 2000, seed: 1 },
  )
})

describe('HTML and XML', () => {
  test('escape everything that ends text or an attribute', () => {
    expect(escapeHtml(`<a href="x" o='y'>&`)).toBe('&lt;a href=&quot;x&quot; o=&#39;y&#39;&gt;&amp;')
    expect(escapeXml('a\nb]]>')).toBe('a&#10;b]]&gt;')
  })

  test('leave out what XML cannot contain', () => {
    expect(escapeXml('a\u0000b\u0008c\ufffed\ud800')).toBe('abcd\ufffd')
  })
})

test('JSON cannot end the script element that contains it', () => {
  const json = jsonForScript({ a: '</script><!--\u2028' })
  expect(json).not.toMatch(/[<>\u2028]/)
  expect(JSON.parse(json)).toEqual({ a: '</script><!--\u2028' })
})

describe('shortening', () => {
  test('counts characters, not halves of them', () => {
    expect(clip('😀😀😀', 3)).toBe('😀😀😀')
    expect(clip('😀😀😀😀', 3)).toBe('😀😀…')
    expect(clip('abcdefgh', 4)).toBe('abc…')
  })
})
