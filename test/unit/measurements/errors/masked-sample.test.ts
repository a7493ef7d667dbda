import { expect, test } from 'vitest'
import { firstLineOf, maskedSample, maskedText } from '../../../../src/measurements/errors/masked-sample.ts'

test.each([
  ['https://shop.example/a?q=shoes&page=1', 'https://shop.example/a?q=shoes&page=1'],
  ['https://ann:pw@shop.example/a', 'https://***@shop.example/a'],
  ['/a?access_token=abc&x=1', '/a?access_token=***&x=1'],
  ['/a?x=1;JSESSIONID=abc#top', '/a?x=1;JSESSIONID=***#top'],
  ['/cb?code=abc&state=1', '/cb?code=***&state=1'],
  ['/a?zipcode=1234', '/a?zipcode=1234'],
  ['Authorization: Bearer abc.def, x', 'Authorization: Bearer ***, x'],
  ['password=hunter2 refused', 'password=*** refused'],
])('%s is shown as %s', (text, shown) => {
  expect(maskedSample(Buffer.from(text))).toBe(shown)
})

test('is cut between words, so that no part of a secret remains', () => {
  const secret = 's3cr3t'.repeat(20)
  const cut = maskedText(`https://shop.example/${'a/'.repeat(120)}${secret}/b`)
  expect(cut.length).toBeLessThanOrEqual(300)
  expect(cut).not.toContain('s3cr3t')
  expect(cut.endsWith('/…')).toBe(true)
  expect(maskedSample(Buffer.from('x'.repeat(100_000)))).toBe('…')
  expect(maskedSample(Buffer.from([0xff, 0xfe, 0x41]))).toContain('A')
})

test('is fast for input made to be slow', () => {
  for (const text of ['a'.repeat(100_000), '='.repeat(100_000), '//'.repeat(50_000), 'a.'.repeat(50_000)])
    expect(maskedText(text).length).toBeLessThanOrEqual(300)
})

test('of a stack trace is its first line', () => {
  expect(firstLineOf(Buffer.from('java.lang.Error: no "200"\\n\\tat com.example.T.run(T.java:4)'))).toBe(
    'java.lang.Error: no "200"',
  )
  expect(firstLineOf(Buffer.from('one line'))).toBe('one line')
  expect(firstLineOf(Buffer.from('word '.repeat(1000)))).toMatch(/^(word )+…$/)
})
