import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scenario } from '../e2e/scenario.ts'

const ELSEWHERE = 'https://10.9.8.7'

describe.concurrent('the page of a run', { timeout: 300_000 }, () => {
  test.each(['v2', 'v1'])('a page at another host than the service is never shown (API %s)', (version) =>
    // Every address that the service states for itself is at the other host.
    scenario({ publicUrls: { xtc: ELSEWHERE } }, async ({ simulator, xtc }) => {
      const result = await xtc({
        'xtc-url': `http://127.0.0.1:${simulator.portOf('xtc')}`,
        'xtc-api-version': version,
      })
      expect(result.outputs).toMatchObject({ outcome: 'passed', 'run-id': expect.stringMatching(/^\d+$/) })
      expect(result.outputs['run-url'] ?? '').toBe('')
      const directory = result.outputs['output-directory'] ?? ''
      const files = (await readdir(directory)).filter((name) => /\.(md|html|json)$/.test(name))
      expect(files).toContain('summary.md')
      const written = await Promise.all(files.map((name) => readFile(join(directory, name), 'utf8')))
      const { log, summary, outputs, state } = result
      const shown = [log, summary, JSON.stringify([outputs, state]), ...written].join('\n')
      expect(shown.split('\n').filter((line) => /10\.9\.8\.7\/+orgs/.test(line))).toEqual([])
      // v1 returns no page address at all.
      expect(log.includes('The service returned a page for this run at an address other than')).toBe(
        version === 'v2',
      )
    }),
  )

  test('a page of the service itself is shown', () =>
    scenario({}, async ({ simulator, xtc }) => {
      const result = await xtc()
      expect(result.outputs['run-url']).toContain(`${simulator.xtcUrl}/orgs/acme/`)
      expect(result.summary).toContain(result.outputs['run-url'])
      expect(result.log).not.toContain('at an address other than')
    }))
})
