import { expect, test } from 'vitest'
import { isSigned, sign } from '../../../src/foundation/signature.ts'

const KEY = Buffer.alloc(32, 1)

test('a signature has 64 lower-case hexadecimal digits, which every server keeps unchanged', () => {
  expect(sign(KEY, 'note', 'text')).toMatch(/^[0-9a-f]{64}$/)
})

test('a signature is valid only for the same key, kind and content', () => {
  const signature = sign(KEY, 'note', 'text')
  expect(isSigned(KEY, 'note', Buffer.from('text'), signature)).toBe(true)
  expect(isSigned(Buffer.alloc(32, 2), 'note', 'text', signature)).toBe(false)
  expect(isSigned(KEY, 'baseline', 'text', signature)).toBe(false)
  expect(isSigned(KEY, 'note', 'texts', signature)).toBe(false)
})

test.each(['', 'short', 'é'.repeat(64)])('a signature of another form (%j) is invalid', (signature) => {
  expect(isSigned(KEY, 'note', 'text', signature)).toBe(false)
})
