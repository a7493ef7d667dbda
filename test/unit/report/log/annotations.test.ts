import { describe, expect, test } from 'vitest'
import { annotationsFor } from '../../../../src/report/log/annotations.ts'
import type { Verdict } from '../../../../src/verdict/verdict.ts'
import { criterionWith, HOSTILE } from '../presentation-data.ts'

const CONTEXT = { workflowFile: '.github/workflows/load.yml', nowMs: Date.UTC(2026, 10, 22) }

const until = (day: string) => ({ until: day, owner: 'Ada', reason: 'known', active: true })

function verdictOf(change: Partial<Verdict>): Verdict {
  return {
    outcome: 'failed',
    reason: 'criteria',
    message: 'Criteria failed',
    failsStep: true,
    criteria: [],
    warnings: [],
    ...change,
  }
}

describe('a failing step', () => {
  test('gets its verdict and at most nine criteria, worst first; the verdict counts the rest', () => {
    const criteria = Array.from({ length: 30 }, (_, index) =>
      criterionWith({
        status: 'failed',
        badness: index,
        criterion: `c${index}`,
        source: { file: 'criteria.yml', line: index + 1 },
      }),
    )
    const annotations = annotationsFor(verdictOf({ criteria }), CONTEXT)
    expect(annotations).toHaveLength(10)
    expect(annotations[0]).toMatchObject({ level: 'error', title: 'Load test: Failed (criteria)' })
    expect(annotations[0]?.message).toBe(
      'Criteria failed\n30 failed.\n21 more criteria are not shown as annotations.',
    )
    expect(annotations[1]).toMatchObject({
      level: 'error',
      title: 'failed: c29',
      file: 'criteria.yml',
      line: 30,
    })
  })

  test('refers criteria of the input to the workflow', () => {
    const annotations = annotationsFor(
      verdictOf({ criteria: [criterionWith({ status: 'failed' })] }),
      CONTEXT,
    )
    expect(annotations[1]).toMatchObject({ file: '.github/workflows/load.yml' })
    expect(annotations[1]).not.toHaveProperty('line')
  })

  test('names a criterion with the words of the table', () => {
    const criteria = [criterionWith({ status: 'failed', severity: 'validity', criterion: 'valid: c' })]
    const annotations = annotationsFor(
      verdictOf({ criteria, outcome: 'inconclusive', reason: 'validity' }),
      CONTEXT,
    )
    expect(annotations[1]?.title).toBe('validity failed: c')
  })

  test('shows everything that did not make it fail as warnings', () => {
    const criteria = [
      criterionWith({ status: 'failed' }),
      criterionWith({ status: 'failed', severity: 'warning' }),
    ]
    const levels = annotationsFor(
      verdictOf({ outcome: 'error', reason: 'remote-failed', criteria }),
      CONTEXT,
    ).map(({ level }) => level)
    expect(levels).toEqual(['error', 'warning', 'warning'])
  })
})

test('a step that does not fail gets no error', () => {
  const criteria = Array.from({ length: 12 }, () => criterionWith({ status: 'failed' }))
  const annotations = annotationsFor(verdictOf({ failsStep: false, criteria }), CONTEXT)
  expect(annotations).toHaveLength(10)
  expect(new Set(annotations.map(({ level }) => level))).toEqual(new Set(['warning']))
  expect(annotations[0]?.message).toMatch(/does not fail.*\n3 more criteria are not shown/)
  expect(
    annotationsFor(
      verdictOf({ outcome: 'passed', reason: '', failsStep: false, criteria: [criterionWith()] }),
      CONTEXT,
    ),
  ).toEqual([])
})

test('waivers that expire within 14 days are notices, at most nine, soonest first', () => {
  const criteria = ['2026-12-05', '2026-12-06', '2026-11-22', '2027-01-01'].map((day) =>
    criterionWith({ status: 'failed', criterion: day, waiver: until(day) }),
  )
  criteria.push(...Array.from({ length: 10 }, () => criterionWith({ waiver: until('2026-11-30') })))
  const notices = annotationsFor(
    verdictOf({ outcome: 'passed', reason: '', failsStep: false, criteria }),
    CONTEXT,
  )
  expect(notices).toHaveLength(9)
  expect(notices[0]).toMatchObject({ level: 'notice', title: 'Waiver ends 2026-11-22: 2026-11-22' })
  expect(notices[0]?.message).toContain('3 more waivers end soon.')
})

test('messages stay short and contain no control characters', () => {
  const criteria = [criterionWith({ status: 'failed', criterion: HOSTILE, message: HOSTILE.repeat(100) })]
  for (const { title, message } of annotationsFor(
    verdictOf({ message: HOSTILE.repeat(100), criteria }),
    CONTEXT,
  )) {
    expect(title.length).toBeLessThanOrEqual(200)
    expect(message.length).toBeLessThanOrEqual(4000)
    expect(title + message).not.toMatch(/[\u202e\r]/)
  }
})
