import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { percentileOf } from '../../../src/measurements/totals/histogram.ts'
import { xtc } from '../../../src/providers/xtc/service.ts'
import { measureXlt } from '../../../src/measurements/measure-files.ts'
import { regularFile } from '../../../src/platform/files/regular-file.ts'
import { checkCriteria } from '../../../src/criteria/check-criteria.ts'
import { xpathFromSource } from '../criteria/xpath/xpath-from-source.ts'
import { parseFailOn } from '../../../src/verdict/outcome/fail-on.ts'
import { judge } from '../../../src/verdict/judge.ts'
import { decide } from '../../../src/verdict/outcome/decide.ts'
import type { Verdict } from '../../../src/verdict/verdict.ts'

const samples = fileURLToPath(new URL('../../../../shared/samples/xlt/', import.meta.url))
const present = existsSync(samples)
if (!present) console.log(`Skipped: no real reports in ${samples}`)

const report2017 = `${samples}testreport-2017.xml`
const NOW = Date.parse('2026-05-10T12:00:00Z')

async function verdictOn(
  files: Omit<Parameters<typeof measureXlt>[0], 'run' | 'open'>,
  criteria: string,
  file?: string,
): Promise<Verdict> {
  const run = { provider: 'xtc' as const, ids: ['1'] }
  const measurements = await measureXlt({ ...files, run, open: regularFile })
  const inputs = { criteria, ...(file !== undefined && { file: { name: 'gate.yml', text: file } }) }
  const checked = await checkCriteria(inputs, xpathFromSource)
  expect(checked.faults).toEqual([])
  const results = await judge(checked.entries, {
    answers: xtc.answers,
    measurements,
    percentileOf,
    troubles: [],
    nowMs: NOW,
    ...(files.testReportXmlPath !== undefined && {
      judgeXPath: (expressions) => xpathFromSource.judge(expressions, report2017),
    }),
  })
  const failOn = parseFailOn('run,criteria')
  if ('faults' in failOn) throw new Error('fail-on')
  return decide({ criteria: results, failOn: failOn.failOn })
}

const lines = (verdict: Verdict): string[] => [
  verdict.message,
  ...verdict.criteria.map(({ id, status, message }) => `${id} ${status}: ${message}`),
]

test.skipIf(!present)('the report of 2017', async () => {
  const verdict = await verdictOn(
    { testReportXmlPath: report2017 },
    [
      'requests.count > 100',
      'requests.error-rate < 5%',
      'requests["*"].max < 1s',
      'requests.p96 < 1s',
      'transactions["TOrder"].count > 0',
      'actions["*"].mean < 5s',
      'agents.cpu-mean < 60%',
      'page-loads.p95 < 5s',
      'requests["homepage"].p95 < 1s',
    ].join('\n'),
    "criteria:\n  - xpath: //testCase/numberOfUsers = '1...5'\n",
  )
  expect(lines(verdict)).toMatchInlineSnapshot(`
    [
      "4 of 10 criteria failed; worst: agents.cpu-mean is 68.5%, 14% above the limit of 60%.",
      "criteria:7 failed: agents.cpu-mean is 68.5%, 14% above the limit of 60%",
      "criteria:4 error: requests.p96 is not in the report, which states p50, p95, p99, p99.9; raw-requests.p96 has it, for the unmerged names of the raw result.",
      "criteria:8 error: The data has no page-loads; it has requests, actions, transactions, custom.",
      "criteria:9 error: "homepage" does not match any of the 29 labels of requests. Nearest: "Homepage CSS [200]", "Homepage Images [200]", "Homepage JS [200]".",
      "gate.yml:2 passed: The expression is true.",
      "criteria:3 passed: All 29 labels meet the limit; closest is "Login [303]" at 433 ms, 57% below the limit of 1 s",
      "criteria:6 passed: All 16 labels meet the limit; closest is "Login" at 169 ms, 97% below the limit of 5 s",
      "criteria:2 passed: requests.error-rate is 0%, 100% below the limit of 5%",
      "criteria:1 passed: requests.count is 5,368, 53.7 times the limit of 100",
      "criteria:5 passed: transactions["TOrder"].count is 95, above the limit of 0",
    ]
  `)
})

test.skipIf(!present)('the report of 2011 with its raw result', async () => {
  const verdict = await verdictOn(
    { reportArchivePath: `${samples}report-2011.tar.gz`, resultArchivePath: `${samples}result-2011.tar.gz` },
    [
      'requests.count == 3448',
      'transactions.count == 115',
      'raw-requests.count == 3448',
      'transactions.p97 < 60s',
      'raw-requests.p97 < 10s',
      'requests.p97 < 10s',
      'agents.cpu-max < 101%',
    ].join('\n'),
  )
  expect(lines(verdict)).toMatchInlineSnapshot(`
    [
      "2 of 7 criteria failed; worst: requests.p97 is not in the report, which states p50, p95, p99; raw-requests.p97 has it, for the unmerged names of the raw result.",
      "criteria:6 error: requests.p97 is not in the report, which states p50, p95, p99; raw-requests.p97 has it, for the unmerged names of the raw result.",
      "criteria:7 error: cpu-max of agent "Agent-embedded_00-localhost-8500" is not in the data.",
      "criteria:1 passed: requests.count is 3,448, exactly at the limit of 3,448",
      "criteria:2 passed: transactions.count is 115, exactly at the limit of 115",
      "criteria:3 passed: raw-requests.count is 3,448, exactly at the limit of 3,448",
      "criteria:4 passed: transactions.p97 is 2.46 s, 96% below the limit of 60 s",
      "criteria:5 passed: raw-requests.p97 is 127 ms, 99% below the limit of 10 s",
    ]
  `)
})
