import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { StepResult } from '../runner/run-action.ts'
import { errorsIn, scenario } from './scenario.ts'
import { expectGate, given, warningsIn } from './gate-tools.ts'

/** Checks for one message with all the words, besides those at lines of files, and exit code 1. */
function expectRefused(result: StepResult, ...words: string[]): void {
  expectGate(result, 1, 'error', 'bad-input')
  const errors = errorsIn(result.mainLog).filter((line) => !line.includes(',file='))
  expect(errors).toHaveLength(1)
  for (const word of words) expect(errors[0]).toContain(word)
}

describe.concurrent('mistakes in criteria cost no request', { timeout: 300_000 }, () => {
  test('syntax, units and names, inline and in a file, with every other bad input in one message', () =>
    scenario({}, async ({ xtc, simulator, directory }) => {
      const file = await given(
        directory,
        'gate.yml',
        'criteria:\n  - chek: requests.p95 < 1s\n  - xpath: "count(//request >"\n    id: broken\n',
      )
      const result = await xtc({
        criteria: 'requests.p95 <\nrequest.p95 < 1s\nrequests.p95 < 5%',
        'criteria-file': file,
        timeout: 'soon',
        baseline: 'yesterday',
        'xtc-project': '',
      })
      expectRefused(
        result,
        "Input 'criteria', line 1, column",
        "Did you mean 'requests'?",
        'p95 is measured in ms, s, m',
        `${file}, line 2`,
        "Did you mean 'check'?",
        "XPath of 'broken'",
        "'timeout'",
        "'baseline'",
        "'xtc-project' is required",
      )
      const atLines = errorsIn(result.mainLog).filter((line) => line.includes(',file=gate.yml,line='))
      expect(atLines.map((line) => /line=(\d+)/.exec(line)?.[1])).toEqual(['2', '2', '3'])
      expect(simulator.record.entries).toEqual([])
    }))

  test.each(['run', 'check', 'start'])('a misspelled critera does not let mode %s pass', (mode) =>
    scenario({}, async ({ xtc, simulator }) => {
      const result = await xtc({ mode, critera: 'requests.p95 < 1s' })
      expectRefused(result, "'critera' does not exist. Did you mean")
      expect(simulator.record.entries).toEqual([])
    }),
  )

  test('a criteria-file that is missing, a folder, or not YAML', () =>
    scenario({}, async ({ errthquake, simulator, directory }) => {
      const broken = await given(directory, 'broken.yml', 'criteria: [')
      expectRefused(
        await errthquake({ 'criteria-file': join(directory, 'nowhere/gate.yml') }),
        'does not exist',
        'checked out',
      )
      await mkdir(join(directory, 'folder'))
      expectRefused(await errthquake({ 'criteria-file': join(directory, 'folder') }), 'EISDIR')
      expectRefused(await errthquake({ 'criteria-file': broken }), 'broken.yml, line 1')
      expect(simulator.record.entries).toEqual([])
    }))

  test('an unknown word in fail-on', () =>
    scenario({}, async ({ xtc, simulator }) => {
      expectRefused(await xtc({ 'fail-on': 'critera' }), "'fail-on'")
      expect(simulator.record.entries).toEqual([])
    }))
})

describe.concurrent('before the start', { timeout: 300_000 }, () => {
  test('criteria that need a baseline are named if none is set', () =>
    scenario({}, async ({ xtc, starts }) => {
      const result = await xtc({
        mode: 'check',
        criteria: 'requests.p95 < 1s\nrequests.p95 <= baseline + 10%',
      })
      expectGate(result, 0, 'passed')
      const [warning] = warningsIn(result.mainLog).filter((line) => line.includes("'baseline' is not set"))
      expect(warning).toContain("Input 'criteria', line 2")
      expect(warning).not.toContain('line 1')
      expect(result.summary).toContain('is not set')
      expect(starts()).toEqual([])
    }))

  test('check reports problems with the cache: a fault if the baseline is kept there, otherwise a warning', () =>
    scenario({}, async ({ xtc, simulator, starts }) => {
      const fine = await xtc({ mode: 'check', baseline: 'branch' })
      expectGate(fine, 0, 'passed')
      expect(simulator.record.of('actions', 'POST', /CacheService/).length).toBeGreaterThan(0)
      const environment = { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' }
      const none = await xtc({ mode: 'check' }, { environment })
      expectGate(none, 0, 'passed')
      expect(warningsIn(none.mainLog).join()).toContain('the runner has no cache')
      const body = JSON.stringify({ code: 'permission_denied', msg: 'cache read denied' })
      simulator.faults.add({ match: { path: /CacheService/ }, kind: 'status', status: 403, body })
      const refused = await xtc({ mode: 'check', baseline: 'branch' })
      expectGate(refused, 1, 'error', 'preflight')
      expect(errorsIn(refused.mainLog)[0]).toContain('The Actions cache cannot be read')
      // Together with the service's own errors.
      const both = await xtc({ mode: 'check', baseline: 'branch', 'xtc-load-test': '999' })
      expect(errorsIn(both.mainLog)[0]).toContain('The Actions cache cannot be read')
      expect(errorsIn(both.mainLog)[0]).toContain('999')
      expect(starts()).toEqual([])
    }))
})
