import { describe, expect, test } from 'vitest'
import { causeLast, messageOf, sentenceOf } from '../../../src/foundation/errors.ts'

describe('the text of an error', () => {
  test.each([
    [new Error('No.'), 'No.'],
    [new Error('No.', { cause: new Error('Because') }), 'No. (Because)'],
    [new Error('No: because', { cause: new Error('because') }), 'No: because'],
    [
      new Error('GET /: the host name is unknown (ENOTFOUND).', {
        cause: new Error('the host name is unknown (ENOTFOUND)', {
          cause: Object.assign(new Error('getaddrinfo ENOTFOUND nobody.example'), { code: 'ENOTFOUND' }),
        }),
      }),
      'GET /: the host name is unknown (ENOTFOUND).',
    ],
    ['text', 'text'],
    [Object.assign(new Error(''), { status: 503, code: 'X' }), 'HTTP 503'],
    [Object.assign(new Error(' '), { statusCode: 403 }), 'HTTP 403'],
    // Node throws this if a host has several addresses.
    [Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [Object.assign(new Error(''), { name: 'RestError' }), 'RestError'],
    [new Error('Failed', { cause: Object.assign(new Error(''), { code: 'EPIPE' }) }), 'Failed (EPIPE)'],
  ])('%o', (error, words) => {
    expect(messageOf(error)).toBe(words)
  })

  test('with a cause ends with it, after what is wrong and what to do, and repeats nothing', () => {
    const raw = new Error('GET /x failed with status 401: {}', { cause: new Error('because') })
    const text = causeLast('It failed. Check the token.', raw)
    expect(text).toBe('It failed. Check the token. (GET /x failed with status 401: {} (because))')
    expect(causeLast(text, raw)).toBe(text)
    expect(messageOf(new Error(text, { cause: raw }))).toBe(text)
  })

  test.each([
    ['No', 'No.'],
    ['No.', 'No.'],
    ['No.. ', 'No.'],
    ['', 'Error.'],
  ])('becomes a sentence: %j', (message, sentence) => {
    expect(sentenceOf(new Error(message))).toBe(sentence)
  })
})
