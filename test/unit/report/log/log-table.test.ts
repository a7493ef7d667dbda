import { expect, test } from 'vitest'
import { closingLines, criteriaLines } from '../../../../src/report/log/log-table.ts'
import { bareData, criterionWith, HOSTILE, presentationWith } from '../presentation-data.ts'

test('shows criteria worst first, readable without color', () => {
  const data = presentationWith()
  data.verdict.criteria = [
    criterionWith(),
    criterionWith({
      status: 'failed',
      criterion: 'requests["Search"].p95 < 500ms',
      observed: '612 ms',
      margin: '22.4% above',
    }),
    criterionWith({
      status: 'failed',
      severity: 'warning',
      criterion: 'warn: requests.errors == 0',
      observed: '3',
      limit: '= 0',
      margin: 'above',
    }),
  ]
  expect(criteriaLines(data)).toEqual([
    'STATUS   CRITERION                       OBSERVED     LIMIT       MARGIN',
    '-------  ------------------------------  --------  --------  -----------',
    'FAILED   requests["Search"].p95 < 500ms    612 ms  < 500 ms  22.4% above',
    'WARNING  warn: requests.errors == 0             3       = 0        above',
    'PASSED   requests.p95 < 500ms              412 ms  < 500 ms  17.6% below',
  ])
})

test('adds under a row what does not fit into the columns', () => {
  const data = presentationWith()
  const waiver = { until: '2026-12-31', owner: 'Ada', reason: 'known', active: true }
  const breaches = Array.from({ length: 5 }, (_, index) => ({
    label: `L${index}`,
    observed: `${900 - index} ms`,
  }))
  const bare = {
    criterion: 'x',
    message: 'No label matches "Serach"; did you mean "Search"?',
    severity: 'error',
    source: { line: 1 },
  } as const
  data.verdict.criteria = [
    { id: 'a', ...bare, status: 'error' },
    criterionWith({ status: 'failed', breaches, breached: 40, waiver }),
  ]
  expect(criteriaLines(data).filter((line) => line.startsWith('   '))).toEqual([
    '         No label matches "Serach"; did you mean "Search"?',
    '         L0 900 ms, L1 899 ms, L2 898 ms and 37 more',
    '         Waived until 2026-12-31, Ada: known',
  ])
})

test('keeps to 120 columns and counts what is left out, whatever the names', () => {
  const data = presentationWith({ criteria: 500, nameLength: 200 })
  data.verdict.criteria[0] = criterionWith({
    criterion: '漢字'.repeat(200),
    status: 'failed',
    observed: HOSTILE,
    limit: HOSTILE,
    margin: HOSTILE,
  })
  const lines = criteriaLines(data)
  expect(lines.filter((line) => /^[A-Z]+ /.test(line))).toHaveLength(51)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(120)
  expect(lines.at(-1)).toMatch(/^and 450 more, \d+ of them not passed$/)
  expect(lines.join('')).not.toMatch(/[\n\u202e]/)
})

test('ends with the verdict and the page of the run', () => {
  expect(closingLines(presentationWith())).toEqual([
    'FAILED (CRITERIA): 2 of 12 criteria failed',
    'XTC run 4711: https://xtc.example.com/shop/web/loadtests/4711',
  ])
  expect(criteriaLines(bareData())).toEqual([])
})

test('a verdict with several faults keeps one line for each', () => {
  const data = presentationWith()
  const verdict = { ...data.verdict, criteria: [], message: '2 inputs need attention:\n- one\n- two' }
  expect(closingLines({ ...data, verdict }).slice(0, 3)).toEqual([
    'FAILED (CRITERIA): 2 inputs need attention:',
    '- one',
    '- two',
  ])
  // Mode `check` has just listed them.
  const run = { ...data.run, mode: 'check' as const }
  expect(closingLines({ ...data, verdict, run })).not.toContain('- one')
})
