import { createReadStream, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { evaluateXPathCriteria, findXPathFaults } from '../../../../src/criteria/xpath/xpath-criteria.ts'

const REPORT = `<?xml version="1.0" encoding="UTF-8"?>
<!-- a report -->
<testreport>
  <configuration>
    <properties><property name="a.b" value="5"/></properties>
    <loadProfile><testCase><userName>TOrder</userName></testCase></loadProfile>
  </configuration>
  <requests>
    <request><name>Home &amp; more</name><count>10</count><errors>0</errors>
      <percentiles><p95>300</p95><p99.9>900</p99.9></percentiles>
      <urls><list><string>https://example.com/a</string></list></urls>
    </request>
    <request><name><![CDATA[Cart]]></name><count>5</count><errors>1</errors>
      <percentiles><p95>700</p95></percentiles>
    </request>
  </requests>
</testreport>`

async function evaluate(expression: string, report = REPORT): Promise<string> {
  // Chunks of 7 bytes split names, entities and characters of several bytes.
  async function* open(): AsyncGenerator<Uint8Array> {
    const bytes = new TextEncoder().encode(report)
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
  }
  const outcome = (await evaluateXPathCriteria([expression], open)).get(expression)
  return `${outcome?.status}: ${outcome?.message}`
}

test.each([
  'count(//request) = 2',
  'not(//request[errors > 1])',
  "//request[name = 'Home & more']/percentiles/p99.9 < 1000",
  "/testreport/requests/request[2]/name = 'Cart'",
  "exists(//request[matches(name, '^Ho')])",
  'every $r in //request satisfies number($r/percentiles/p95) le 700',
  "(//request/name/text())[last()] = 'Cart'",
  'sum(//request/count) = 15',
  "string-join(//name, ',') = 'Home & more,Cart'",
  'count(//request/count | //request/name) = 4',
  "//request[1]/following-sibling::request/name = 'Cart'",
  "//request[2]/preceding-sibling::*[1]/name = 'Home & more'",
  "//p95[. = '700']/ancestor::request/name = 'Cart'",
  "//property[@name = 'a.b']/@value = '5'",
  "//configuration//userName = 'TOrder'",
  "//testCase/userName = 'TOrder'",
  "//urls/list/string = 'https://example.com/a'",
  "//string = 'https://example.com/a'",
  'count(//*) = 24',
  "count(//*[name() = 'urls']) = 1",
  'let $n := count(//request) return $n gt 1',
  'map:size(map { 1: 2 }) = 1',
  'deep-equal(//request[1]/name, //request[1]/name)',
])('is true: %s', async (expression) => {
  expect(await evaluate(expression)).toBe('passed: The expression is true.')
})

test.each([
  ['count(//request) > 2', 'failed: The expression is false.'],
  [
    '//request',
    'error: The expression returns 2 items instead of true or false. Compare it with something, or wrap it in exists(…) or boolean(…).',
  ],
  [
    '//request[1]',
    'error: The expression returns a node instead of true or false. Compare it with something, or wrap it in exists(…) or boolean(…).',
  ],
  [
    '//nothing',
    'error: The expression returns nothing instead of true or false. Compare it with something, or wrap it in exists(…) or boolean(…).',
  ],
  [
    'count(//request)',
    'error: The expression returns the number 2 instead of true or false. Compare it with something, or wrap it in exists(…) or boolean(…).',
  ],
  [
    "'true'",
    "error: The expression returns the string 'true' instead of true or false. Compare it with something, or wrap it in exists(…) or boolean(…).",
  ],
  ['count(//request', 'error: XPath: XPST0003: Failed to parse script. Line 1, column 6 of the expression.'],
  [
    'nofunction(1)',
    'error: XPath: XPST0017: Function Q{http://www.w3.org/2005/xpath-functions}nofunction with arity of 1 not registered. No similar functions found.',
  ],
  [
    "matches('a', '(')",
    'error: XPath: FORX0002: Error: Error parsing pattern "(" at offset 1: expected ")" but found ""',
  ],
  ["doc('file:///etc/passwd')", 'error: '],
])('%s', async (expression, expected) => {
  expect((await evaluate(expression)).slice(0, expected.length)).toBe(expected)
})

test('an unreadable report is an error of every expression', async () => {
  expect(await evaluate('true()', '<testreport><a></testreport>')).toMatch(
    /^error: testreport.xml cannot be read: /,
  )
  expect(await evaluate('true()', '')).toMatch(/^error: testreport\.xml cannot be read: /)
  expect(await evaluate('true()', '<a>'.repeat(300))).toContain('nested more than 256 deep')
  const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
  expect(await evaluate('true()', bomb)).toMatch(/^error: testreport\.xml cannot be read: .*entity/)
})

async function* largeReport(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('<testreport>')
  for (let i = 0; i < 65; i++) yield new Uint8Array(1_000_000).fill(32)
}

test('a report over 64 MB is a clear error', async () => {
  const outcome = (await evaluateXPathCriteria(['true()'], largeReport)).get('true()')
  expect(outcome).toMatchObject({ status: 'error' })
  expect(outcome?.message).toMatch(/^testreport\.xml is larger than 64 MB, too large for XPath\./)
})

test('finds static faults without a report, and only those', async () => {
  const faults = await findXPathFaults([
    '1 +',
    'foo(1)',
    '$x > 1',
    '//x:a',
    'count(//a) > 1',
    '//a',
    "matches(//a, 'x')",
  ])
  expect([...faults.keys()]).toEqual(['1 +', 'foo(1)', '$x > 1', '//x:a'])
})

const sample = fileURLToPath(
  new URL('../../../../../shared/samples/xlt/testreport-2017.xml', import.meta.url),
)
const present = existsSync(sample)
if (!present) console.log(`Skipped: no real report at ${sample}`)

test.skipIf(!present)('evaluates expressions on a real report', async () => {
  const expressions = [
    '/testreport/summary/requests/count > 0',
    "//testCase[1]/numberOfUsers = '1...5'",
    'every $r in /testreport/requests/request satisfies $r/errors = 0 or $r/errors > 0',
    'not(//agent/totalCpuUsage[number(mean) > 68.5])',
    "exists(//property[@name = 'com.xceptance.xlt.timeout'][@value = '30000'])",
  ]
  const outcomes = await evaluateXPathCriteria(expressions, () => createReadStream(sample))
  expect([...outcomes.values()].map(({ status }) => status)).toEqual(expressions.map(() => 'passed'))
})
