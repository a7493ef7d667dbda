import { expect, test } from 'vitest'
import { clip, oneLine } from '../../../src/foundation/one-line.ts'

test('removes bidirectional and hidden characters, shows controls, joins lines', () => {
  expect(oneLine(' a\r\nb\u202ec\u200bd\u0007e\u{e0041}f\ud800 ')).toBe('a bcd\ufffdef\ufffd')
})

test('limits the length, and counts only visible characters', () => {
  expect(oneLine(`\u200b${'x'.repeat(300)}`, 200)).toBe(`${'x'.repeat(199)}…`)
  expect(oneLine(` ${'x'.repeat(200)}\n`, 200)).toBe('x'.repeat(200))
})

test('splits no character', () => {
  expect(clip('🙂🙂🙂', 2)).toBe('🙂…')
  expect(clip('🙂🙂', 2)).toBe('🙂🙂')
})
