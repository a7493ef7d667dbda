import { describe, expect, test } from 'vitest'
import { failureOfEnd, verdictOfError } from '../../../../src/step/wait/run-failure.ts'
import type { RunStatus, Stage } from '../../../../src/providers/provider.ts'

function ended(...stages: Stage[]): RunStatus {
  const executions = stages.map((stage, index) => ({
    id: `id${index + 1}`,
    label: '',
    stage,
    state: stage.toUpperCase(),
  }))
  return { executions }
}

describe('the end of the run', () => {
  test.each([
    ['final', ['failed'], 'remote-failed'],
    ['final', ['aborted'], 'remote-aborted'],
    ['final', ['finished', 'aborted'], 'remote-aborted'],
    ['final', ['aborted', 'failed'], 'remote-failed'],
    ['final', ['lost'], 'remote-unresponsive'],
    ['final', ['finished', 'lost', 'failed'], 'remote-unresponsive'],
    ['timeout', ['running'], 'timeout'],
    ['timeout', ['finished'], 'timeout'],
    ['unresponsive', ['unresponsive'], 'remote-unresponsive'],
    // Stopped because of it, and no longer marked when it ended.
    ['unresponsive', ['finished'], 'remote-unresponsive'],
  ] as const)('%s with %j is %s', (how, stages, reason) => {
    expect(failureOfEnd(how, ended(...stages))?.reason).toBe(reason)
  })

  test('is fine if every execution finished', () => {
    expect(failureOfEnd('final', ended('finished', 'finished'))).toBeUndefined()
  })

  test('names the decisive execution with its state', () => {
    expect(failureOfEnd('final', ended('finished', 'failed'))?.message).toContain('id2 FAILED')
  })
})

describe('errors', () => {
  test('always fail the step if nothing was started', () => {
    for (const reason of ['bad-input', 'credentials', 'preflight'] as const) {
      expect(verdictOfError(reason, 'x', new Set())).toMatchObject({
        outcome: 'error',
        reason,
        failsStep: true,
      })
    }
  })

  test('fail the step as fail-on says after that', () => {
    for (const reason of ['start-unknown', 'contact-lost', 'internal'] as const) {
      expect(verdictOfError(reason, 'x', new Set()).failsStep).toBe(false)
      expect(verdictOfError(reason, 'x', new Set(['run'])).failsStep).toBe(true)
    }
  })
})
