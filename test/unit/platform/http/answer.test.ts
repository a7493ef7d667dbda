import { expect, test } from 'vitest'
import { messageOf } from '../../../../src/foundation/errors.ts'
import { excerptOf, jsonOf } from '../../../../src/platform/http/answer.ts'
import { Scrubber } from '../../../../src/platform/runner/safe-text.ts'

const TOKEN = 'abcd1234= 0123456789abcdef0123456789abcdef'
const REQUEST = { method: 'GET', url: 'https://service.example/workspaces' } as const

function scrub(text: string): string {
  const scrubber = new Scrubber()
  scrubber.add(TOKEN)
  return scrubber.scrub(text)
}

test.each([`{"the-token": ${TOKEN}}`, TOKEN, `{"a": ["${TOKEN}" x`, `{"a": "${TOKEN}`])(
  "neither the excerpt of broken JSON nor the parser's message contains part of a secret: %s",
  (text) => {
    const answer = { status: 200, headers: {}, text, scrub }
    let said = ''
    try {
      jsonOf(REQUEST, answer)
    } catch (error) {
      said = messageOf(error)
    }
    expect(said).toContain('is not complete JSON')
    expect(said).toContain('***')
    for (let at = 0; at + 5 <= TOKEN.length; at++) expect(said).not.toContain(TOKEN.slice(at, at + 5))
  },
)

test('quotes are scrubbed before they are cut, wherever the cut is', () => {
  for (let before = 250; before < 310; before++) {
    const excerpt = excerptOf('x'.repeat(before) + TOKEN + 'y'.repeat(400), scrub)
    expect(excerpt).not.toContain('abcd')
    expect(excerpt.length).toBeLessThanOrEqual(301)
  }
})

test('white space becomes one blank only after secrets were replaced', () => {
  expect(excerptOf(`a ${TOKEN.split('').join('\ufeff')} b`, scrub)).toBe('a *** b')
})
