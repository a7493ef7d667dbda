import { expect, test } from 'vitest'
import { ownPage } from '../../../src/providers/own-pages.ts'

const SERVICE = 'https://xtc.example/base'

test.each([
  ['https://xtc.example/orgs/acme/load-tests/41', 'https://xtc.example/orgs/acme/load-tests/41'],
  ['https://xtc.example:443/a?b=c#d', 'https://xtc.example/a?b=c#d'],
  ['/orgs/acme/load-tests/41', 'https://xtc.example/orgs/acme/load-tests/41'],
])('%s is a page of the service', (page, href) => {
  expect(ownPage(page, SERVICE)).toBe(href)
})

test.each([
  ['another host', 'https://evil.example/orgs/acme'],
  ['a host below it', 'https://a.xtc.example/'],
  ['a host that only begins like it', 'https://xtc.example.evil.example/'],
  ['another port', 'https://xtc.example:8443/'],
  ['plain http', 'http://xtc.example/'],
  ['no scheme', '//evil.example/'],
  ['backslashes', '\\\\evil.example\\'],
  ['a user before the host', 'https://xtc.example@evil.example/'],
  ['a user and the right host', 'https://user:password@xtc.example/'],
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,hello'],
  ['an invalid URL', 'https://'],
  ['a very long one', `https://xtc.example/${'a'.repeat(2000)}`],
])('%s is not a page of the service', (_what, page) => {
  expect(ownPage(page, SERVICE)).toBeUndefined()
})
