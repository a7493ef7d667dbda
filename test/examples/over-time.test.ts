import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { onMain, pullRequest, pushTo } from '../runner/workflow-run.ts'
import { CRITERIA_FILE, gateOf, onStage } from './stage.ts'

const SOAK = [{ name: 'Checkout soak' }]

describe.concurrent('nightly-soak.yml', { timeout: 300_000 }, () => {
  test('starts in one job and judges in the next, and no job waits too long', () =>
    onStage('nightly-soak.yml', { xtc: { loadTests: SOAK } }, async ({ run, starts, simulator }) => {
      const { job } = await run(onMain('schedule'))
      const started = gateOf(job('start'), 'started')
      expect(job('start').outputs).toEqual({ 'run-id': '2' })
      const waited = gateOf(job('wait'), 'passed')
      expect(waited.outputs['run-id']).toBe(started.outputs['run-id'])
      expect(job('wait').steps.map(({ outcome }) => outcome)).toEqual(['success', 'skipped'])
      expect(job('wait-longer').result).toBe('skipped')
      expect(starts()).toHaveLength(1)
      expect(simulator.xtc.active).toEqual([])
    }))

  test('ends before anything runs if its criteria have a typing error', () =>
    onStage('nightly-soak.yml', { xtc: { loadTests: SOAK } }, async ({ run, simulator, file }) => {
      const { job } = await run(onMain('schedule'), {
        shortened: { start: { criteria: 'requests.p95 <= 5' } },
      })
      expect(gateOf(job('start'), 'error', 'bad-input').log).toContain('A unit is missing')
      expect(job('wait').result).toBe('skipped')
      expect(simulator.record.entries).toEqual([])
      const blocks = readFileSync(file('nightly-soak.yml'), 'utf8').match(/ {10}criteria: \|\n( {12}.*\n)+/g)
      expect(blocks).toHaveLength(3)
      expect(new Set(blocks).size).toBe(1)
    }))

  test('judges a soak test that is longer than the first wait in the next job', () =>
    onStage(
      'nightly-soak.yml',
      { xtc: { loadTests: SOAK, run: { speed: 0.01 } } },
      async ({ run, starts, simulator }) => {
        // It ends once the third job has requested its token.
        const tokens = (): number => simulator.record.of('xtc', 'POST', /token/).length
        void vi
          .waitUntil(() => tokens() >= 3, 300_000)
          .then(() => simulator.xtc.loadTests.abort(2, 'FINISHED'))
        const { job } = await run(onMain('schedule'), { shortened: { wait: { timeout: '1s' } } })
        gateOf(job('wait'), 'timed-out', 'timeout')
        expect(job('wait').result).toBe('success')
        gateOf(job('wait-longer'), 'passed')
        expect(job('wait-longer').result).toBe('success')
        expect(starts()).toHaveLength(1)
        expect(simulator.xtc.active).toEqual([])
      },
    ))

  test('fails the job that sees a broken soak test, and no job waits too long', () =>
    onStage(
      'nightly-soak.yml',
      { xtc: { loadTests: SOAK, run: { finalState: 'ABORTED' } } },
      async ({ run, simulator }) => {
        simulator.faults.add({ match: { path: /\/(report|result)s?\// }, kind: 'status', status: 410 })
        const { job } = await run(onMain('schedule'))
        gateOf(job('wait'), 'error', 'remote-aborted')
        expect(job('wait').result).toBe('failure')
        expect(job('wait').steps.at(-1)?.log).toBe(
          '::error::The soak test ended with an error: remote-aborted\n',
        )
        expect(job('wait-longer').result).toBe('skipped')
      },
    ))
})

describe.concurrent('several-regions.yml', { timeout: 300_000 }, () => {
  test('sends both executions in one request and judges each of them', () =>
    onStage('several-regions.yml', { fasterBy: 2000 }, async ({ run, starts, simulator }) => {
      const typed = 'che"ck\\out.yaml'
      simulator.errthquake.testConfigs.push(typed)
      const job = (await run(onMain('workflow_dispatch'), { inputs: { 'test-config': typed } })).job(
        'load-test',
      )
      const gate = gateOf(job, 'passed')
      expect(JSON.parse(gate.outputs['criteria'] ?? '')).toHaveLength(4)
      const common = { 'test-config': typed, 'test-input': 'customers.csv', 'test-duration': '20m0s' }
      expect(starts().map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
        [
          { ...common, region: 'eu-west-1', 'virtual-users': 80 },
          { ...common, region: 'us-east-1', 'virtual-users': 20 },
        ],
      ])
      expect(simulator.errthquake.active).toEqual([])
    }))
})

describe.concurrent('baseline-main.yml', { timeout: 300_000 }, () => {
  test('measures main and keeps it; a slower pull request is compared with it and fails', () =>
    onStage('baseline-main.yml', { fasterBy: 1000 }, async ({ run, starts, simulator }) => {
      const first = (await run(pushTo('main'))).job('load-test')
      gateOf(first, 'inconclusive', 'baseline')
      expect(first.result).toBe('success')
      simulator.requestLog.slowness = 3
      const slower = (await run(pullRequest())).job('load-test')
      const gate = gateOf(slower, 'failed', 'criteria')
      expect(gate.summary).toContain('Compared with branch')
      const criteria = JSON.parse(gate.outputs['criteria'] ?? '') as { status: string }[]
      expect(criteria.map(({ status }) => status)).toEqual(['failed', 'failed', 'passed'])
      expect(slower.result).toBe('failure')
      expect(simulator.github.comments).toHaveLength(1)
      expect(starts()).toHaveLength(2)
    }))
})

describe.concurrent('judge-again.yml', { timeout: 300_000 }, () => {
  test('judges the artifacts of an earlier run by new criteria, without contacting a service', () =>
    onStage('errthquake-pull-request.yml', { fasterBy: 1000 }, async ({ run, simulator, file }) => {
      const files = { 'performance/criteria.yaml': CRITERIA_FILE }
      const earlier = (await run(pullRequest(), { files })).job('load-test')
      gateOf(earlier, 'passed')
      simulator.record.clear()
      const again = { file: file('judge-again.yml'), inputs: { 'run-id': '4711', artifacts: 'load-test-*' } }
      const same = (await run(onMain('workflow_dispatch'), { ...again, files })).job('judge')
      const gate = gateOf(same, 'passed')
      expect(gate.outputs['criteria']).toBe(earlier.steps[1]?.outputs['criteria'])
      const stricter = { 'performance/criteria.yaml': 'criteria: [requests.p95 <= 1ms]\n' }
      const other = (await run(onMain('workflow_dispatch'), { ...again, files: stricter })).job('judge')
      gateOf(other, 'failed', 'criteria')
      expect(other.result).toBe('failure')
      expect(simulator.record.entries.filter(({ service }) => service !== 'actions')).toEqual([])
    }))
})

describe.concurrent('publish-page.yml', { timeout: 300_000 }, () => {
  test('publishes the page of each run on main, red ones too, with the trend over the earlier runs', () =>
    onStage('publish-page.yml', {}, async ({ run, simulator, directory }) => {
      const published = (): string =>
        readFileSync(join(directory, 'pages', 'published', 'index.html'), 'utf8')
      for (const index of [1, 2]) {
        const { job } = await run(pushTo('main'))
        gateOf(job('load-test'), 'passed')
        expect([index, job('publish').result]).toEqual([index, 'success'])
        expect(published()).not.toContain('<section id="trend"')
      }
      simulator.xltData.slowness = 30
      const { job } = await run(pushTo('main'))
      gateOf(job('load-test'), 'failed', 'criteria')
      expect(job('publish').result).toBe('success')
      expect(published()).toContain('<section id="trend"')
    }))
})
