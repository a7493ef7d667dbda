import { createGzip, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { expectGate, verdictOf } from '../e2e/gate-tools.ts'
import { errorsIn, scenario } from '../e2e/scenario.ts'
import { archiveInMemory, archiveOfBytes } from '../simulator/archive-body.ts'
import { REQUEST_LOG_HEADER } from '../simulator/request-log.ts'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import { tarStream } from '../simulator/tar-writer.ts'
import { generatedXltData } from '../simulator/xlt-data.ts'
import { DEFAULT_XLT_DATA } from '../simulator/xlt-scenarios.ts'
import { deflated, zipOfDeflated, type Deflated } from './hostile-zip.ts'

const MB = 1 << 20

function logOf(lines: number): Deflated {
  const line = (ms: number): string =>
    `2026-01-01T00:00:00Z,1,home,https://shop.example/,GET,200,300,900,${ms},1000,3000,20,5,75\n`
  const all = Array.from({ length: lines }, (_, index) => line(100 + (index % 50)))
  return deflated(Buffer.from(`${REQUEST_LOG_HEADER}\n${all.join('')}`))
}

const nameOf = (index: number, type: string): string => `${String(index).padStart(5, '0')}.${type}`

function withLogs(zip: Buffer): SimulatorOptions {
  const logs = () => Promise.resolve(archiveOfBytes(zip))
  return { errthquake: { data: { logs, metrics: () => Promise.resolve({}) } } }
}

describe.concurrent('archives', { timeout: 300_000 }, () => {
  test('overlapping members of a ZIP cannot unpack one megabyte to two hundred gigabytes', () => {
    const log = logOf(1_200_000)
    const members = Array.from({ length: 2000 }, (_, index): [string, Deflated] => [
      nameOf(index, 'csv'),
      log,
    ])
    const zip = zipOfDeflated(members, true)
    expect(zip.length).toBeLessThan(3 * MB)
    return scenario(withLogs(zip), async ({ errthquake }) => {
      const result = await errthquake({ criteria: 'requests.p95 < 60s' })
      expectGate(result, 1, 'inconclusive', 'validity')
      expect(errorsIn(result.mainLog)[0]).toContain('Members of the ZIP overlap')
    })
  })

  test('thousands of small bombs next to a log are not unpacked, and the log is judged', () => {
    const bomb = deflated(Buffer.alloc(60 * MB))
    const bombs = Array.from({ length: 3000 }, (_, index): [string, Deflated] => [
      nameOf(index + 1, 'bin'),
      bomb,
    ])
    return scenario(
      withLogs(zipOfDeflated([[nameOf(0, 'csv'), logOf(300)], ...bombs])),
      async ({ errthquake }) => {
        const result = await errthquake({ criteria: 'requests.p95 < 60s' })
        expectGate(result, 0, 'passed')
        expect((await verdictOf(result)).criteria.map(({ status }) => status)).toEqual(['passed'])
      },
    )
  })

  test('timer files that are small bombs stop the reading by their total size', () => {
    const bomb = gzipSync(Buffer.alloc(60 * MB, '0'))
    const entries = Array.from({ length: 2000 }, (_, index) => ({
      name: `results/ac${index}/TOrder/0/timers.csv.gz`,
      content: bomb,
    }))
    const data = generatedXltData({ ...DEFAULT_XLT_DATA, lines: 300 })
    data.result = () => archiveInMemory(() => tarStream(entries, 0).pipe(createGzip({ level: 1 })))
    return scenario({ xtc: { data } }, async ({ xtc }) => {
      const result = await xtc({ criteria: 'raw-requests.p95 < 60s' })
      expectGate(result, 1, 'inconclusive', 'validity')
      expect(errorsIn(result.mainLog)[0]).toContain('decompression bomb')
    })
  })
})
