import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { expectGate, given, verdictOf } from '../e2e/gate-tools.ts'
import { scenario } from '../e2e/scenario.ts'
import { archiveInMemory } from '../simulator/archive-body.ts'
import { REQUEST_LOG_HEADER } from '../simulator/request-log.ts'
import { zipStream } from '../simulator/zip-writer.ts'

const A_LABEL = 'a'.repeat(75)

function log(): Readable {
  const lines = Array.from(
    { length: 10_000 },
    (_, index) =>
      `2026-01-01T00:00:00Z,1,${A_LABEL}${index},https://shop.example/,GET,200,300,900,100,1000,3000,20,5,75\n`,
  )
  return Readable.from([Buffer.from(`${REQUEST_LOG_HEADER}\n${lines.join('')}`)])
}

test('two thousand criteria and ten thousand labels cannot delay the step', { timeout: 300_000 }, () => {
  const options = { zip64: false, modifiedAtMs: 0 }
  const logs = () =>
    archiveInMemory(() => zipStream([{ name: 'log.csv', compress: true, open: log }], options))
  return scenario(
    { errthquake: { data: { logs, metrics: () => Promise.resolve({}) } } },
    async ({ errthquake, directory }) => {
      // Labels that differ by one letter, which all have suggestions; and all labels, repeatedly.
      const near = Array.from({ length: 1500 }, (_, index) => `requests["${A_LABEL}b${index}"].max < 1s`)
      const all = Array.from({ length: 500 }, (_, index) => `requests["*"].max < ${index + 1}ms`)
      const list = [...near, ...all].map((text) => `  - '${text}'\n`)
      const file = await given(directory, 'gate.yml', `criteria:\n${list.join('')}`)
      const result = await errthquake({ 'criteria-file': file })
      expectGate(result, 1, 'failed', 'criteria')
      const { criteria } = await verdictOf(result)
      expect(criteria).toHaveLength(2000)
      expect(criteria.filter(({ status }) => status === 'error')).toHaveLength(1500)
      const breaches = criteria.flatMap((criterion) => criterion.breaches ?? [])
      expect(breaches.length).toBeLessThanOrEqual(100_000)
      expect(criteria.find(({ criterion }) => criterion.endsWith('max < 1ms'))).toMatchObject({
        matched: 10_000,
        breached: 10_000,
      })
    },
  )
})
