import { expect, test } from 'vitest'

import { readScorecard } from '../../../../src/measurements/xlt/xlt-scorecard.ts'

async function* bytesOf(xml: string) {
  yield Buffer.from(xml)
}

test('reads points, rating and the rules of all groups', async () => {
  const scorecard = await readScorecard(
    bytesOf(`<?xml version="1.0" encoding="UTF-8"?><scorecard><configuration><rules><rule id="r1"/></rules></configuration>
      <outcome points="17" totalPoints="20" pointsPercentage="85.0" testFailed="true"><rating>B</rating><groups>
        <group ref-id="latency" points="17" totalPoints="20" testFailed="true"><rules>
          <rule ref-id="p95" points="10" testFailed="false"><result>PASSED</result></rule>
          <rule ref-id="p99" points="0" testFailed="true"><result>NOTPASSED</result><message>1200 &gt; 900</message></rule>
          <rule ref-id="new" points="0"><result>SOMETHING</result></rule>
        </rules></group></groups></outcome></scorecard>`),
  )
  expect(scorecard).toEqual({
    points: 17,
    totalPoints: 20,
    pointsPercent: 85,
    testFailed: true,
    rating: 'B',
    rules: [
      { group: 'latency', rule: 'p95', points: 10, testFailed: false, result: 'PASSED' },
      {
        group: 'latency',
        rule: 'p99',
        points: 0,
        testFailed: true,
        result: 'NOTPASSED',
        message: '1200 > 900',
      },
      { group: 'latency', rule: 'new', points: 0, testFailed: false, result: 'ERROR' },
    ],
  })
})

test('a scorecard that could not be computed has an error', async () => {
  const xml = '<scorecard><outcome testFailed="true"><error>No configuration</error></outcome></scorecard>'
  expect(await readScorecard(bytesOf(xml))).toEqual({
    testFailed: true,
    error: 'No configuration',
    rules: [],
  })
})

test('anything else is an error', async () => {
  await expect(readScorecard(bytesOf('<html/>'))).rejects.toThrow('not a scorecard')
})
