import { copyFile, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { artifactsOf, scenario } from './scenario.ts'
import { expectGate, textIn, verdictOf, warningsIn } from './gate-tools.ts'
import { MANY, suspicious } from './suspicion.ts'

describe.concurrent('a suspicion', { timeout: 300_000 }, () => {
  test('that appears again is confirmed by one more run, with its own files, page and artifacts', () =>
    scenario(MANY, async (on) => {
      const { xtc, simulator, starts, directory } = on
      const gate = { ...(await suspicious(on, 'xtc')), confirm: '1', artifacts: 'all' }
      const result = await xtc(gate)
      expectGate(result, 1, 'failed', 'criteria')
      expect(starts()).toHaveLength(3)
      const verdict = await verdictOf(result)
      expect(verdict.criteria[0]).toMatchObject({ status: 'failed', usual: { runs: 2 } })
      expect(verdict.commitRuns).toEqual([
        { name: 'run 42', ids: ['42'] },
        { name: 'run 43', ids: ['43'] },
      ])
      // Each run has its own marker.
      const markers = simulator.xtc.runs.map(({ name }) => /ltg-[0-9a-f]+/.exec(name)?.[0])
      expect(new Set(markers).size).toBe(3)
      expect(simulator.xtc.runs[2]?.name).toContain('confirming 2')
      expect(result.outputs['run-id']).toBe('42')
      expect(JSON.parse(result.outputs['confirming-runs'] ?? '')).toEqual([
        { number: 2, ids: ['43'], url: expect.stringContaining('/43'), state: 'FINISHED' },
      ])
      for (const text of [result.mainLog, result.summary, await textIn(result, 'summary.html')]) {
        expect(text).toContain('Judged by 2 runs of this commit: run 42 and run 43.')
        expect(text).toMatch(/[cC]onfirming run 43/)
      }
      const names = artifactsOf(result).map(({ name }) => name)
      for (const name of ['report.tar.gz', 'result.tar.gz'])
        expect(names).toEqual(
          expect.arrayContaining([`load-test-xtc-42.${name}`, `load-test-xtc-42.confirming-2.${name}`]),
        )
      expect(names).toContain('load-test-xtc-42.measurements-2.json')
      expect(result.outputs['report-path']).toMatch(/output-directory|report\.tar\.gz$/)
      // Judges the files again: unchanged, and with the names of downloaded artifacts.
      const target = join(directory, 'downloaded')
      await mkdir(target)
      const own = result.outputs['output-directory'] ?? ''
      for (const name of names.filter((one) => !one.endsWith('summary.html'))) {
        const file = name.replace('load-test-xtc-42.', '').replace('confirming-2.', 'confirming-2/')
        await copyFile(join(own, file), join(target, basename(name)))
      }
      for (const folder of [own, target]) {
        const again = await xtc({
          mode: 'judge',
          'output-directory': folder,
          baseline: gate.baseline,
          criteria: gate.criteria,
        })
        expectGate(again, 1, 'failed', 'criteria')
        expect((await verdictOf(again)).criteria[0]?.usual).toMatchObject({ runs: 2 })
      }
    }))

  test('that does not appear again is dropped', () =>
    scenario(MANY, async (on) => {
      const { xtc, simulator, starts } = on
      const gate = { ...(await suspicious(on, 'xtc')), confirm: '2' }
      const calm = (): object => {
        simulator.xltData.slowness = 1
        return {}
      }
      const start = { method: 'POST', path: /\/load-tests\/\d+$/ }
      simulator.faults.add({ match: start, kind: 'changed', nth: 2, change: calm })
      expectGate(await xtc(gate), 0, 'passed')
      expect(starts()).toHaveLength(3)
    }))

  test('that remains after two runs is checked once more with confirm: 2, and stays one if three are not enough', () =>
    scenario(MANY, async (on) => {
      const { errthquake, starts } = on
      const gate = { ...(await suspicious(on, 'errthquake')), confirm: '2' }
      const result = await errthquake(gate)
      expectGate(result, 0, 'inconclusive', 'baseline')
      expect(starts()).toHaveLength(4)
      expect((await verdictOf(result)).criteria[0]?.usual).toMatchObject({ runs: 3, suspect: true })
      const numbers = (JSON.parse(result.outputs['confirming-runs'] ?? '') as { number: number }[]).map(
        ({ number }) => number,
      )
      expect(numbers).toEqual([2, 3])
    }))
})

describe.concurrent('no confirming run is started', { timeout: 300_000 }, () => {
  test('for results that are fine, certain, or not decisive', () =>
    scenario(MANY, async (on) => {
      const { xtc, simulator, starts } = on
      const gate = { ...(await suspicious(on, 'xtc')), confirm: '2' }
      const certain = { ...gate, criteria: `${gate.criteria}\nrequests.p95 < 1ms` }
      expectGate(await xtc(certain), 1, 'failed', 'criteria')
      const invalid = { ...gate, criteria: `${gate.criteria}\nvalid: requests.count > 1000000` }
      expectGate(await xtc(invalid), 1, 'inconclusive', 'validity')
      const warns = await xtc({ ...gate, criteria: `warn: ${gate.criteria}` })
      expectGate(warns, 0, 'passed')
      expect(starts()).toHaveLength(4)
      expectGate(await xtc({ ...gate, confirm: '0' }), 0, 'inconclusive', 'baseline')
      simulator.xltData.slowness = 1
      expectGate(await xtc(gate), 0, 'passed')
      expect(starts()).toHaveLength(6)
      expect(warns.outputs['confirming-runs'] ?? '').toBe('')
    }))

  test('if max-minutes does not allow all runs that may be started', () =>
    scenario(MANY, async (on) => {
      const { errthquake, starts } = on
      const gate = { ...(await suspicious(on, 'errthquake')), confirm: '1' }
      const refused = await errthquake({ ...gate, 'max-minutes': '1' })
      expectGate(refused, 1, 'error', 'preflight')
      expect(refused.mainLog).toMatch(/up to 2 minutes/)
      expect(starts()).toHaveLength(1)
      const result = await errthquake({ ...gate, 'max-minutes': '2' })
      expect(result.outputs['planned-minutes']).toBe('2')
      expect(starts()).toHaveLength(3)
      const unneeded = await errthquake({ ...gate, criteria: 'requests.p95 < 60s', 'max-minutes': '1' })
      expectGate(unneeded, 0, 'passed')
      expect(warningsIn(unneeded.mainLog).join()).toContain('nothing will be confirmed')
    }))

  test.each(['start', 'wait', 'check', 'judge'])('in mode %s, which rejects the input', (mode) =>
    scenario({}, async ({ errthquake }) => {
      const result = await errthquake({ mode, confirm: '1' })
      expectGate(result, 1, 'error', 'bad-input')
      expect(result.mainLog).toContain(`Input 'confirm' is for mode run`)
    }),
  )
})
