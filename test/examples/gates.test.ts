import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readRows } from '../../src/report/comment/comment-data.ts'
import { pullRequest, pushTo } from '../runner/workflow-run.ts'
import { CRITERIA_FILE, gateOf, onStage } from './stage.ts'

describe.concurrent('xtc-pull-request.yml', { timeout: 300_000 }, () => {
  test('passes with one start and no comment; a slower application fails it, with one comment', () =>
    onStage('xtc-pull-request.yml', {}, async ({ run, starts, simulator }) => {
      const first = await run(pullRequest())
      gateOf(first.job('load-test'), 'passed')
      expect(first.job('load-test').result).toBe('success')
      expect(starts()).toHaveLength(1)
      expect(simulator.github.comments).toEqual([])
      simulator.xltData.slowness = 30
      const second = await run(pullRequest())
      gateOf(second.job('load-test'), 'failed', 'criteria')
      expect(second.job('load-test').result).toBe('failure')
      expect(starts()).toHaveLength(2)
      expect(simulator.github.comments).toMatchObject([{ issue: 12, author: 'github-actions[bot]' }])
      expect(simulator.xtc.active).toEqual([])
    }))
})

describe.concurrent('errthquake-pull-request.yml', { timeout: 300_000 }, () => {
  test('reads its criteria from the repository, and prints the results', () =>
    onStage('errthquake-pull-request.yml', { fasterBy: 1000 }, async ({ run, starts, simulator }) => {
      const files = { 'performance/criteria.yaml': CRITERIA_FILE }
      const first = (await run(pullRequest(), { files })).job('load-test')
      const gate = gateOf(first, 'passed')
      expect(JSON.parse(gate.outputs['criteria'] ?? '')).toHaveLength(3)
      expect(Number(gate.outputs['duration-seconds'])).toBeGreaterThanOrEqual(600)
      expect(first.steps.at(-1)?.log).toBe("The outcome is 'passed'\n")
      expect(starts().map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
        [{ 'virtual-users': 50, 'test-duration': '10m0s', 'ramp-duration': '2m0s', region: 'eu-west-1' }],
      ])
      simulator.requestLog.slowness = 100
      const second = (await run(pullRequest(), { files })).job('load-test')
      gateOf(second, 'failed', 'criteria')
      expect(second.result).toBe('failure')
      expect(second.steps.at(-1)?.log).toBe("The outcome is 'failed' because of 'criteria'\n")
      expect(starts()).toHaveLength(2)
      expect(readRows(simulator.github.comments[0]?.body ?? '')).toMatchObject([{ outcome: 'failed' }])
      expect(simulator.errthquake.active).toEqual([])
    }))
})

describe.concurrent('tests-as-code-errthquake.yml', { timeout: 300_000 }, () => {
  test('uploads the test from the repository, runs it, and leaves nothing at the service', () =>
    onStage('tests-as-code-errthquake.yml', { fasterBy: 1000 }, async ({ run, starts, simulator }) => {
      const files = {
        'performance/users.csv': 'user,password\nalice,secret1\n',
        'performance/checkout.yaml':
          'Commands:\n  checkout:\n    Url: "https://{$host}/checkout?user={$user}"\n    Method: GET\nLoopSequence: [checkout]\n',
      }
      gateOf((await run(pullRequest(), { files })).job('load-test'), 'passed')
      const { assets, runs } = simulator.errthquake
      expect(assets.uploads).toEqual([runs[0]?.document['test-input'], runs[0]?.document['test-config']])
      expect(assets.deleted).toEqual(assets.uploads)
      const [, sent] = simulator.record.of('errthquake', 'POST', /^\/assets\//)
      expect(sent?.body).toContain('https://shop.example.com/checkout?user={$user}')
      expect(starts()).toHaveLength(1)
    }))
})

describe.concurrent('tests-as-code-xtc.yml', { timeout: 300_000 }, () => {
  test('uploads the test suite from the repository, runs it, and leaves nothing at the service', () =>
    onStage(
      'tests-as-code-xtc.yml',
      { xtc: { loadTests: [{ name: 'Checkout pull requests' }] } },
      async ({ run, starts, simulator }) => {
        const files = {
          '.gitignore': 'target/\n',
          'performance/pom.xml': '<project/>',
          'performance/target/x': 'x',
        }
        const secrets = {
          XTC_CLIENT_SECRET: 'simulated-client-secret',
          SHOP_PASSWORD: 'a-password-of-the-shop',
        }
        const job = (await run(pullRequest(), { files, secrets })).job('load-test')
        gateOf(job, 'passed')
        const { code, actionRequests } = simulator.xtc
        expect(code.all.map(({ names }) => names)).toEqual([['performance/pom.xml']])
        expect(code.deleted).toEqual(code.uploads)
        expect(actionRequests).toMatchObject([
          { secretProperties: { 'com.example.shop.password': 'a-password-of-the-shop' } },
        ])
        expect(starts()).toHaveLength(1)
      },
    ))
})

describe.concurrent('one-at-a-time.yml', { timeout: 300_000 }, () => {
  test('waits for a run that somebody else started in the project', () =>
    onStage(
      'one-at-a-time.yml',
      { xtc: { loadTests: [{ name: 'Checkout staging' }, { name: 'Search' }] } },
      async ({ run, starts, simulator }) => {
        const { loadTests } = simulator.xtc
        loadTests.nextRuns.push({ phases: [{ state: 'RUNNING', durationMs: 4000 }], speed: 1 })
        const other = loadTests.copyAndRun(loadTests.find(2)!)
        gateOf((await run(pushTo('main'))).job('load-test'), 'passed')
        expect(starts()).toHaveLength(1)
        const own = simulator.xtc.runs.at(-1)
        expect(own?.copyOf).toBe(1)
        expect(own?.createdAtMs).toBeGreaterThanOrEqual(other.createdAtMs + 4000)
      },
    ))
})

describe.concurrent('matrix.yml', { timeout: 300_000 }, () => {
  test('starts each load test once, and one comment has a row for each', () =>
    onStage('matrix.yml', { xtc: { loadTests: MATRIX } }, async ({ run, starts, simulator }) => {
      const { jobs, job } = await run(pullRequest())
      expect(jobs.map(({ result }) => result)).toEqual(['success', 'success', 'success'])
      for (const { name } of MATRIX) gateOf(job('load-test', name), 'passed')
      const started = simulator.xtc.runs.map(({ copyOf }) => copyOf)
      expect(new Set(started)).toEqual(new Set([1, 2, 3]))
      expect(starts()).toHaveLength(3)
      expect(simulator.github.comments).toHaveLength(1)
      const rows = readRows(simulator.github.comments[0]?.body ?? '')
      expect(rows.map(({ title }) => title).sort()).toEqual([
        'Browse nightly, 3s',
        'Checkout nightly, 5s',
        'Search nightly, 3s',
      ])
    }))
})

const MATRIX = ['Checkout nightly', 'Search nightly', 'Browse nightly'].map((name) => ({ name }))

describe.concurrent('github-enterprise.yml', { timeout: 300_000 }, () => {
  test('keeps its files, uploads them in another way, and comments', () =>
    onStage('github-enterprise.yml', {}, async ({ run, starts, simulator, directory }) => {
      simulator.xltData.slowness = 30
      const serverUrl = 'https://github.example.com'
      const job = (await run(pullRequest(), { serverUrl })).job('load-test')
      const gate = gateOf(job, 'failed', 'criteria')
      expect(job.steps.map(({ outcome }) => outcome)).toEqual(['failure', 'success'])
      const uploaded = await readdir(join(directory, 'uploaded', `load-test-${gate.outputs['run-id']}`))
      expect(uploaded).toEqual(
        expect.arrayContaining(['report.tar.gz', 'result.tar.gz', 'summary.html', 'criteria.junit.xml']),
      )
      expect(gate.outputs['artifacts']).toBe('[]')
      expect(simulator.record.of('actions')).toEqual([])
      expect(simulator.github.comments).toHaveLength(1)
      expect(simulator.record.of('github').every(({ path }) => path.startsWith('/api/'))).toBe(true)
      expect(starts()).toHaveLength(1)
    }))
})

describe.concurrent('a pull request without secrets', { timeout: 300_000 }, () => {
  const gates = [
    'xtc-pull-request.yml',
    'errthquake-pull-request.yml',
    'tests-as-code-errthquake.yml',
    'tests-as-code-xtc.yml',
    'matrix.yml',
    'baseline-main.yml',
    'github-enterprise.yml',
    'preview-first.yml',
  ]

  test.each(gates)('is skipped by %s without contacting a service', (example) =>
    onStage(example, {}, async ({ run, simulator }) => {
      for (const trigger of [
        pullRequest({ from: 'stranger/shop' }),
        pullRequest({ actor: 'dependabot[bot]' }),
      ]) {
        const { jobs } = await run(trigger, { secrets: {} })
        expect(jobs.map(({ result }) => result)).toEqual(jobs.map(() => 'skipped'))
      }
      expect(simulator.record.entries).toEqual([])
    }),
  )
})
