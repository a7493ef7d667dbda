import { describe, expect, test } from 'vitest'
import { messageOf, sentenceOf } from '../../../src/foundation/errors.ts'

describe('the words of an error', () => {
  test.each([
    [new Error('No.'), 'No.'],
    [new Error('No.', { cause: new Error('Because') }), 'No. (Because)'],
    [new Error('No: because', { cause: new Error('because') }), 'No: because'],
    ['text', 'text'],
    [Object.assign(new Error(''), { status: 503, code: 'X' }), 'HTTP 503'],
    [Object.assign(new Error(' '), { statusCode: 403 }), 'HTTP 403'],
    // As Node throws it where a host has several addresses.
    [Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [Object.assign(new Error(''), { name: 'RestError' }), 'RestError'],
    [new Error('Failed', { cause: Object.assign(new Error(''), { code: 'EPIPE' }) }), 'Failed (EPIPE)'],
  ])('%o', (error, words) => {
    expect(messageOf(error)).toBe(words)
  })

  test.each([
    ['No', 'No.'],
    ['No.', 'No.'],
    ['No.. ', 'No.'],
    ['', 'Error.'],
  ])('make the sentence of %j', (message, sentence) => {
    expect(sentenceOf(new Error(message))).toBe(sentence)
  })
})
