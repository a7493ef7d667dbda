import { describe, expect, test } from 'vitest'
import { WORKFLOW_TOKEN } from '../simulator/github.ts'
import { expectGate, given, jsonIn, warningsIn } from './gate-tools.ts'
import { errorsIn, scenario } from './scenario.ts'

const MISSING = 'Baseline file:nope.json'

/** The list that mode `check` prints. */
function checklistOf(log: string): string[] {
  return log.split('\n').filter((line) => /^[✓✗?] /.test(line))
}

function failedIn(log: string): string[] {
  return checklistOf(log).filter((line) => line.startsWith('✗'))
}

const COMPARED = 'requests.p95 <= baseline + 10%'

describe.concurrent('mode check', { timeout: 300_000 }, () => {
  test('prints a list of what it checked, and what only a start can show', () =>
    scenario({}, async ({ errthquake, starts }) => {
      const result = await errthquake({ mode: 'check', criteria: 'requests.p95 < 1s' })
      expectGate(result, 0, 'passed')
      const lines = checklistOf(result.mainLog)
      expect(lines).toContain('✓ 1 criterion is valid; Errthquake measures what it needs.')
      expect(lines).toContain('✓ The Actions cache can be read.')
      expect(lines).toContainEqual(expect.stringMatching(/^\? Region 'eu-west-1': .*only a start shows/))
      expect(failedIn(result.mainLog)).toEqual([])
      expect(starts()).toEqual([])
    }))

  test('says that nothing will be judged without criteria', () =>
    scenario({}, async ({ errthquake }) => {
      const result = await errthquake({ mode: 'check' })
      expect(checklistOf(result.mainLog)).toContainEqual(
        expect.stringMatching(/^\? There are no criteria: nothing will be judged\. Set the input/),
      )
    }))

  test('fails for everything that is certain to fail, each with advice', () =>
    scenario({ errthquake: { permissions: { viewTestResults: false } } }, async ({ errthquake, starts }) => {
      const result = await errthquake({
        mode: 'check',
        criteria: 'actions.p95 < 1s\nrequests.p95 <= baseline + 10%',
        baseline: 'file:nope.json',
        'virtual-users': '9999',
      })
      expectGate(result, 1, 'error', 'preflight')
      expect(failedIn(result.mainLog)).toEqual([
        expect.stringContaining('virtual-users 9999 exceeds the workspace'),
        expect.stringContaining('lacks the permission View Test Results: without it'),
        expect.stringMatching(/line 1: actions\.p95: Errthquake measures only requests and agents\. Remove/),
        expect.stringContaining(MISSING),
      ])
      const [error] = errorsIn(result.mainLog)
      expect(error).toMatch(/4 of \d+ checks failed/)
      for (const word of ['virtual-users 9999', 'View Test Results', 'actions.p95', MISSING])
        expect(error).toContain(word)
      expect(starts()).toEqual([])
    }))

  test('fails if the run to compare with does not exist', () =>
    scenario({}, async ({ xtc }) => {
      const result = await xtc({ mode: 'check', baseline: 'run:9999', criteria: COMPARED })
      expectGate(result, 1, 'error', 'preflight')
      const missing = 'Baseline run:9999 does not exist: the service knows no such run'
      expect(failedIn(result.mainLog)).toEqual([expect.stringContaining(missing)])
      // In the list and in the annotation; the closing line only counts.
      expect(result.mainLog.split(missing)).toHaveLength(3)
      expect(result.mainLog).toMatch(/^ERROR \(PREFLIGHT\): 1 of \d+ checks failed\.$/m)
    }))

  test('passes if the run to compare with exists', () =>
    scenario({}, async ({ xtc }) => {
      const result = await xtc({ mode: 'check', baseline: 'run:7', criteria: COMPARED })
      expectGate(result, 0, 'passed', '')
      expect(checklistOf(result.mainLog)).toContain('✓ Baseline run:7 exists and has finished.')
    }))

  test('reports a token that may not write the comment', () =>
    scenario(
      { github: { tokens: { [WORKFLOW_TOKEN]: { login: 'bot', mayWrite: false } } } },
      async ({ errthquake }) => {
        const event = { pull_request: { number: 12, head: { repo: { full_name: 'acme/shop' } } } }
        const environment = { GITHUB_EVENT_NAME: 'pull_request' }
        const result = await errthquake({ mode: 'check', comment: 'always' }, { event, environment })
        expectGate(result, 1, 'error', 'preflight')
        expect(failedIn(result.mainLog)).toEqual([expect.stringContaining('pull-requests: write')])
      },
    ))
})

describe.concurrent('mode run rejects errors before it starts a paid run', { timeout: 300_000 }, () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'criteria that the service cannot answer',
      { criteria: 'actions.p95 < 1s' },
      'Errthquake measures only requests',
    ],
    [
      'a baseline whose file does not exist, if a criterion needs it',
      { criteria: 'requests.p95 <= baseline', baseline: 'file:nope.json' },
      MISSING,
    ],
    [
      'a baseline whose run does not exist, if a criterion needs it',
      { criteria: 'requests.p95 <= baseline', baseline: 'run:zzzz9999' },
      'Baseline run:zzzz9999 does not exist',
    ],
  ])('%s', (_what, inputs, message) =>
    scenario({}, async ({ errthquake, starts }) => {
      const result = await errthquake(inputs)
      expectGate(result, 1, 'error', 'preflight')
      expect(errorsIn(result.mainLog)[0]).toContain(message)
      expect(starts()).toEqual([])
    }),
  )

  test('XPath for a service that writes no report', () =>
    scenario({}, async ({ errthquake, starts, directory }) => {
      const text = 'criteria:\n  - id: tree\n    xpath: count(//request) > 0\n'
      const result = await errthquake({ 'criteria-file': await given(directory, 'gate.yml', text) })
      expectGate(result, 1, 'error', 'preflight')
      expect(errorsIn(result.mainLog)[0]).toContain('Errthquake has no testreport.xml')
      expect(starts()).toEqual([])
    }))

  test('but not a baseline that no criterion needs; and warns of labels that it does not have', () =>
    scenario({}, async ({ errthquake, directory, starts }) => {
      const first = await errthquake({ baseline: 'file:nope.json', criteria: 'requests.count > 0' })
      expectGate(first, 0, 'passed')
      const measured = JSON.stringify(await jsonIn(first, 'measurements.json'))
      const baseline = `file:${await given(directory, 'before.json', measured)}`
      const criteria = 'requests["Checkout"].p95 < 60s\nrequests["checkout"].p95 <= baseline * 9'
      const second = await errthquake({ baseline, criteria, 'fail-on': 'none' })
      const before = second.mainLog.slice(0, second.mainLog.indexOf('Started Errthquake run'))
      expect(warningsIn(before)).toEqual([
        expect.stringMatching(/line 1: in the baseline, "Checkout" does not match .* Nearest: "checkout"/),
      ])
      expect(starts()).toHaveLength(2)
    }))
})
