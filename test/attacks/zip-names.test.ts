import { describe, expect, test } from 'vitest'
import { archiveOfBytes } from '../simulator/archive-body.ts'
import { REQUEST_LOG_HEADER } from '../simulator/request-log.ts'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import { scenario } from '../e2e/scenario.ts'
import { deflated, zipOfDeflated } from './hostile-zip.ts'

const LOGS = /\/logs$/

/** A `logs.zip` with these members, each a log of 300 requests. */
function withMembers(names: string[]): SimulatorOptions {
  const line = '2026-01-01T00:00:00Z,1,home,https://shop.example/,GET,200,300,900,120,1000,3000,20,5,75\n'
  const log = deflated(Buffer.from(`${REQUEST_LOG_HEADER}\n${line.repeat(300)}`))
  const logs = (): Promise<ReturnType<typeof archiveOfBytes>> =>
    Promise.resolve(archiveOfBytes(zipOfDeflated(names.map((name) => [name, log]))))
  return { errthquake: { data: { logs, metrics: () => Promise.resolve({}) } } }
}

describe.concurrent('the members of a logs.zip', { timeout: 300_000 }, () => {
  test.each(['../../home/evil\n::error::x.csv', '/etc/evil.csv', 'C:\\evil.csv'])(
    'a log named %j ends the download at once, and its name is printed safely',
    (name) =>
      scenario(withMembers([name]), async ({ errthquake, simulator }) => {
        const result = await errthquake({ artifacts: 'none' })
        expect(simulator.record.of('errthquake', 'GET', LOGS)).toHaveLength(1)
        expect(result.mainLog).toMatch(/its log ".*evil.*" has a name that leads out of the archive/)
        expect(result.mainLog).not.toMatch(/^::error::x/m)
        expect(result.outputs['result-path'] ?? '').toBe('')
      }),
  )

  test('files that are not logs are ignored, whatever their names', () =>
    scenario(
      withMembers(['requests.csv', '../../note.txt', '/README']),
      async ({ errthquake, simulator }) => {
        const result = await errthquake({ artifacts: 'none', criteria: 'requests.p95 <= 60s' })
        expect(result.outputs['outcome']).toBe('passed')
        expect(simulator.record.of('errthquake', 'GET', LOGS)).toHaveLength(1)
      },
    ))
})
