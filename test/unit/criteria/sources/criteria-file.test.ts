import { describe, expect, test } from 'vitest'
import { checkCriteria, type CriteriaInputs } from '../../../../src/criteria/check-criteria.ts'
import { xpathFromSource } from '../xpath/xpath-from-source.ts'
import { entriesNeedingBaseline } from '../../../../src/criteria/language/criterion-entry.ts'
import { errthquake } from '../../../../src/providers/errthquake/service.ts'
import { xtc } from '../../../../src/providers/xtc/service.ts'
import { providerHints } from '../../../../src/criteria/provider-hints.ts'
import { faultsText } from '../../../../src/criteria/language/fault-text.ts'

const check = (inputs: CriteriaInputs): ReturnType<typeof checkCriteria> =>
  checkCriteria(inputs, xpathFromSource)
const yaml = (text: string, name = 'perf/gate.yml'): ReturnType<typeof checkCriteria> =>
  check({ file: { name, text } })

const faults = async (text: string, name?: string): Promise<string> =>
  faultsText((await yaml(text, name)).faults)

test('reads strings and objects with their places', async () => {
  const { entries, faults } = await yaml(
    [
      'criteria:',
      '  - requests.p95 < 500ms # fine',
      '  - \'requests["a # b"].p95 < 1s\'',
      '  - warn: requests.mean < 5ms',
      '  - id: checkout',
      '    check: requests["Checkout"].p95 < 1s',
      '    severity: validity',
      '    message: Checkout is slow',
      '    waiver: {until: 2026-12-31, owner: ann, reason: disk}',
      '  - xpath: count(//request) > 3',
      '    enabled: false',
    ].join('\n'),
  )
  expect(faults).toEqual([])
  expect(entries.map(({ test: _test, ...entry }) => entry)).toEqual([
    {
      id: 'gate.yml:2',
      text: 'requests.p95 < 500ms',
      severity: 'error',
      enabled: true,
      source: { file: 'perf/gate.yml', line: 2, column: 5 },
    },
    {
      id: 'gate.yml:3',
      text: 'requests["a # b"].p95 < 1s',
      severity: 'error',
      enabled: true,
      source: { file: 'perf/gate.yml', line: 3, column: 5 },
    },
    {
      id: 'gate.yml:4',
      text: 'warn: requests.mean < 5ms',
      severity: 'warning',
      enabled: true,
      source: { file: 'perf/gate.yml', line: 4, column: 5 },
    },
    {
      id: 'checkout',
      text: 'requests["Checkout"].p95 < 1s',
      severity: 'validity',
      enabled: true,
      message: 'Checkout is slow',
      waiver: { until: '2026-12-31', owner: 'ann', reason: 'disk' },
      source: { file: 'perf/gate.yml', line: 5, column: 5 },
    },
    {
      id: 'gate.yml:10',
      text: 'count(//request) > 3',
      severity: 'error',
      enabled: false,
      source: { file: 'perf/gate.yml', line: 10, column: 5 },
    },
  ])
})

test('reads the format of XLT’s checker, including tabs', async () => {
  const json =
    '{\n\t"criteria": [\n\t\t{"id": "a", "condition": "count(//request) > 3", "message": "m"},\n\t\t{"id": "b", "condition": "//", "enabled": false}\n\t]\n}'
  const { entries, faults } = await yaml(json, 'criteria.json')
  expect(faults).toEqual([])
  expect(entries).toMatchObject([
    { id: 'a', test: { kind: 'xpath' }, message: 'm', source: { line: 3 } },
    { id: 'b', enabled: false, source: { line: 4 } },
  ])
})

test('two criteria on one line get different ids', async () => {
  const { entries } = await yaml('criteria: [requests.p95 < 5ms, requests.p99 < 5ms]')
  expect(entries.map(({ id }) => id)).toEqual(['gate.yml:1', 'gate.yml:1-2'])
})

test('reports all faults of the input and the file in one message', async () => {
  const { faults: found } = await check({
    criteria: 'requests.p95 < 5',
    file: {
      name: 'gate.yml',
      text: [
        'criteria:',
        '  - requests.p95 <',
        '  - chek: requests.p95 < 5ms',
        '  - check: requests.p95 < 5ms',
        '    xpath: true()',
        '  - id: a',
        '    check: "warn: requests.p95 < 5ms"',
        '    severity: validity',
        '  - id: x',
        '    check: requests.p95 < 5ms',
        '    severity: warn',
        '    enabled: yes',
        '    waiver: {until: 2026-02-30, owner: ann, resaon: x}',
        '  - id: twice',
        '    xpath: count(//request',
        '  - id: twice',
        '    xpath: nofunction(1)',
        '  - [1]',
        'criterion: []',
      ].join('\n'),
    },
  })
  expect(faultsText(found)).toMatchInlineSnapshot(`
    "Input 'criteria', line 1, column 17: A unit is missing: p95 is measured in ms, s, m. Write 5ms, 5s or 5m.
      requests.p95 < 5
                      ^
    gate.yml, line 2, column 19: A limit is missing after '<': a number with its unit, such as 500ms, baseline + 10% or usual + 5%.
      requests.p95 <
                    ^
    gate.yml, line 3, column 5: 'chek' is not a known key. Did you mean 'check'? Keys are check, xpath, id, message, severity, enabled, waiver.
    gate.yml, line 3, column 5: 'check' or 'xpath' is missing.
    gate.yml, line 4, column 5: A criterion can have 'check' or 'xpath', but not both.
    gate.yml, line 7, column 12: The criterion has the prefix for warning, but 'severity' is validity: remove one of them.
    gate.yml, line 11, column 15: 'severity' must be one of error, warning, validity, not 'warn'. Did you mean 'warning'?
    gate.yml, line 12, column 14: 'enabled' must be true or false.
    gate.yml, line 13, column 13: 'reason' of the waiver is missing.
    gate.yml, line 13, column 45: 'resaon' is not a known key of a waiver. Did you mean 'reason'? Keys are until, owner, reason.
    gate.yml, line 14, column 5: XPath of 'twice': XPST0003: Failed to parse script. Line 1, column 6 of the expression.
    gate.yml, line 16, column 5: The id 'twice' is already used: gate.yml, line 14, column 5.
    gate.yml, line 16, column 5: XPath of 'twice': XPST0017: Function Q{http://www.w3.org/2005/xpath-functions}nofunction with arity of 1 not registered. No similar functions found.
    gate.yml, line 18, column 5: A criterion must be a text such as requests.p95 < 500ms, or an object with check or xpath.
    gate.yml, line 19, column 1: 'criterion' is not a known key. Did you mean 'criteria'?"
  `)
})

test.each([
  'criteria: []',
  'criteria:\n  # - requests.p95 < 5ms\n',
  '# criteria:\n#   - requests.p95 < 5ms\n',
])('an empty list or only comments are no criteria: %j', async (text) => {
  expect(await checkCriteria({ file: { name: 'gate.yml', text } }, xpathFromSource)).toEqual({
    entries: [],
    faults: [],
  })
})

describe('rejects', () => {
  test.each([
    [
      '',
      "gate.yml, line 1, column 1: The file has no criteria: it must begin with 'criteria:', followed by a list.",
    ],
    [
      '- requests.p95 < 5ms',
      "gate.yml, line 1, column 1: The list of criteria must be under the key 'criteria:'.",
    ],
    ['criteria: requests.p95 < 5ms', "gate.yml, line 1, column 11: 'criteria' must be a list."],
    [
      'criterias: []',
      "gate.yml, line 1, column 1: 'criterias' is not a known key. Did you mean 'criteria'?\ngate.yml, line 1, column 1: The key 'criteria' with the list of criteria is missing.",
    ],
    [
      'criteria:\n  - requests["a # b"].p95 < 5ms',
      "gate.yml, line 2, column 14: The closing '\"]' of the label is missing. In YAML, ' #' starts a comment: put the whole criterion in single quotes.\n  requests[\"a\n           ^",
    ],
  ])('%j', async (text, expected) => {
    expect(await faults(text, 'gate.yml')).toBe(expected)
  })

  test('broken YAML and JSON, with the place', async () => {
    expect(await faults('criteria:\n  - "open\n', 'gate.yml')).toMatch(
      /^gate\.yml, line \d, column \d+: .*quote/,
    )
    expect(await faults('{"criteria": [\n  {"id": 1,}\n]}', 'c.json')).toMatch(
      /^c\.json, line 2, column 12: This is not JSON/,
    )
    expect(await faults('criteria: []\ncriteria: []', 'gate.yml')).toContain('unique')
    expect(await faults('criteria: []\n---\ncriteria: []', 'gate.yml')).toContain('documents')
  })

  test('growing aliases, deep nesting and huge files', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 10; i++)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      )
    expect(await faults(`${lines.join('\n')}\ncriteria: *a9`)).toMatch(/too many values|too deeply/)
    expect(await faults(`criteria: ${'['.repeat(100_000)}`)).not.toBe('')
    expect(await faults(`criteria:\n${'  - requests.p95 < 5ms\n'.repeat(3000)}`)).toContain('maximum is 2000')
    expect(await faults('#'.repeat(1_000_001))).toContain('larger than 1000 kB')
  })

  test('keys that are names of object properties', async () => {
    expect(await faults('criteria:\n  - __proto__: {a: 1}\n    check: requests.p95 < 5ms')).toContain(
      "'__proto__' is not a known key.",
    )
  })
})

test('warns before the run of criteria that the service cannot answer', async () => {
  const { entries } = await check({
    criteria: 'actions.p95 < 1s\nagents.memory-max < 1GB\nrequests.p95 < 1s',
    file: { name: 'c.json', text: '{"criteria": [{"id": "x", "condition": "true()"}]}' },
  })
  expect(providerHints(entries, errthquake.answers)).toEqual([
    "Input 'criteria', line 1: actions.p95: Errthquake measures only requests and agents.",
    "c.json, line 1, column 15: 'x' is XPath, and Errthquake has no testreport.xml.",
  ])
  expect(providerHints(entries, xtc.answers)).toEqual([
    "Input 'criteria', line 2: agents.memory-max: XLT reports don't include the memory of agents.",
  ])
})

test('warns before the run of error codes that the service does not have', async () => {
  const { entries } = await check({
    criteria:
      'requests.errors[5xx] == 0\nrequests["a"].errors[5xx] == 0\nraw-requests["a"].errors[5xx] == 0\nactions.errors[5xx] == 0',
  })
  const linesOf = (hints: string[]): (string | undefined)[] =>
    hints.map((hint) => /line (\d)/.exec(hint)?.[1])
  expect(linesOf(providerHints(entries, xtc.answers))).toEqual(['2', '4'])
  expect(linesOf(providerHints(entries, errthquake.answers))).toEqual(['3', '4'])
})

test('says which criteria need a baseline', async () => {
  const { entries } = await check({ criteria: 'requests.p95 < 1s\nrequests.p95 < baseline' })
  expect(entriesNeedingBaseline(entries).map(({ id }) => id)).toEqual(['criteria:2'])
})
