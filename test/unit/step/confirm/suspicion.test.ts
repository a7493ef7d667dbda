import { expect, test } from 'vitest'
import { isSuspicion } from '../../../../src/step/confirm/suspicion.ts'
import type { CriterionResult, UsualFacts, Verdict } from '../../../../src/verdict/verdict.ts'

const USUAL: UsualFacts = {
  runs: 1,
  earlierRuns: 8,
  suspect: true,
  words: { regression: 0, suspect: 1, fine: 8, undecided: 0, 'not-judged': 2 },
  judgedShare: 0.9,
  labels: [],
  settledBy: {},
}
const SUSPECT: CriterionResult = {
  id: 'criteria:1',
  criterion: 'requests["*"].p95 <= usual + 5%',
  severity: 'error',
  status: 'inconclusive',
  inconclusiveBecause: 'baseline',
  message: 'Suspect',
  usual: USUAL,
  source: { line: 1 },
}
const UNDECIDED: CriterionResult = { ...SUSPECT, usual: { ...USUAL, suspect: false } }

function verdictWith(criteria: CriterionResult[], more: Partial<Verdict> = {}): Verdict {
  return {
    outcome: 'inconclusive',
    reason: 'baseline',
    message: '',
    failsStep: false,
    criteria,
    warnings: [],
    ...more,
  }
}

test('a suspicious criterion that is decisive is worth another run', () => {
  expect(isSuspicion(verdictWith([SUSPECT]))).toBe(true)
  expect(isSuspicion(verdictWith([UNDECIDED, { ...SUSPECT, severity: 'validity' }]))).toBe(true)
})

test.each<[string, Verdict]>([
  ['a criterion that is only undecided', verdictWith([UNDECIDED])],
  [
    'a criterion without a baseline',
    verdictWith([{ ...SUSPECT, usual: undefined } as unknown as CriterionResult]),
  ],
  ['a criterion that only warns', verdictWith([UNDECIDED, { ...SUSPECT, severity: 'warning' }])],
  [
    'a waived criterion',
    verdictWith([
      UNDECIDED,
      { ...SUSPECT, waiver: { until: '2099-01-01', owner: 'me', reason: 'known', active: true } },
    ]),
  ],
  ['a step that fails anyway', verdictWith([SUSPECT], { outcome: 'failed', reason: 'criteria' })],
  ['a run that cannot be judged', verdictWith([SUSPECT], { reason: 'validity' })],
  ['a step that passed', verdictWith([SUSPECT], { outcome: 'passed', reason: '' })],
])('%s is not', (_, verdict) => {
  expect(isSuspicion(verdict)).toBe(false)
})
