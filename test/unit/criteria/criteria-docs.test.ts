import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkCriteria } from '../../../src/criteria/check-criteria.ts'
import { xpathFromSource } from './xpath/xpath-from-source.ts'

const docs = readFileSync(new URL('../../../docs/criteria.md', import.meta.url), 'utf8')
const blocks = (language: string): string[] =>
  [...docs.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .filter(([, name]) => name === language)
    .map(([, , text = '']) => text)

test('every example of the documentation is valid', async () => {
  const [input = '', codes = '', suggested = '', file = ''] = blocks('yaml')
  const criteria = input.replace(/^criteria: \|\n/, '').replace(/^ {2}/gm, '')
  const parsed = await checkCriteria({ criteria, file: { name: 'gate.yml', text: file } }, xpathFromSource)
  expect(parsed.faults).toEqual([])
  expect(parsed.entries).toHaveLength(11)
  const byCode = await checkCriteria({ file: { name: 'codes.yml', text: codes } }, xpathFromSource)
  expect([byCode.faults, byCode.entries.length]).toEqual([[], 3])
  const copied = await checkCriteria({ file: { name: 'suggestions.yaml', text: suggested } }, xpathFromSource)
  expect([copied.faults, copied.entries.length]).toEqual([[], 3])
  const [json = ''] = blocks('json')
  expect((await checkCriteria({ file: { name: 'c.json', text: json } }, xpathFromSource)).faults).toEqual([])
  const [xpath = ''] = blocks('xpath')
  const list = xpath
    .trim()
    .split('\n')
    .map((line) => `  - xpath: ${JSON.stringify(line)}`)
  expect(
    (
      await checkCriteria(
        { file: { name: 'x.yml', text: ['criteria:', ...list].join('\n') } },
        xpathFromSource,
      )
    ).faults,
  ).toEqual([])
})

// If every character looked at all others, it would take much longer than this limit.
test('a single line of one megabyte is read quickly', { timeout: 30_000 }, async () => {
  const long = `requests["${'x"#\\'.replace(/["\\]/g, String.raw`\$&`).repeat(200_000)}"].p95 < 5ms # comment`
  const { entries, faults } = await checkCriteria(
    { criteria: `${long}\n${'"'.repeat(300_000)}\n` },
    xpathFromSource,
  )
  expect(entries).toHaveLength(1)
  expect(faults).toHaveLength(1)
})
