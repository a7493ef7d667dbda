import { expect, test } from 'vitest'
import { expectGate } from '../e2e/gate-tools.ts'
import { scenario } from '../e2e/scenario.ts'

// An earlier step of the job, such as a script of the pull request, can write anything to GITHUB_ENV. It
// cannot replace what the runner itself sets (inputs, GITHUB_*, RUNNER_*, the state saved by main).

test('a variable that names another task does not make the step pass without a test', () =>
  scenario({}, async ({ errthquake, starts }) => {
    const environment = {
      LOAD_TEST_GATE_TASK: 'note-stopped',
      LOAD_TEST_GATE: 'note-stopped',
      STATE_phase: 'over',
      STATE_run: JSON.stringify({ phase: 'over' }),
    }
    const result = await errthquake({ criteria: 'requests.p95 < 0ms' }, { environment })
    expectGate(result, 1, 'failed', 'criteria')
    expect(starts()).toHaveLength(1)
  }))

test("planted state does not make post stop somebody else's run", () =>
  scenario({}, async ({ simulator, errthquake }) => {
    const run = {
      provider: 'errthquake',
      startedAtMs: 0,
      executions: [{ id: '00000000-1111-2222-3333-444444444444', label: '' }],
    }
    const environment = { STATE_run: JSON.stringify({ phase: 'active', run, stopDue: true }) }
    const result = await errthquake({ mode: 'check' }, { environment })
    expectGate(result, 0, 'passed')
    expect(result.postLog.replace(/^::add-mask::.*\n/gm, '')).toBe('')
    expect(simulator.record.of('errthquake', 'PUT', /\/stop$/)).toEqual([])
  }))
