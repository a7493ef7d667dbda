import { describe, expect, test } from 'vitest'
import { decide } from '../../../../src/verdict/outcome/decide.ts'
import type { OutcomeFacts, RunFailure } from '../../../../src/verdict/outcome/outcome-facts.ts'
import { FAIL_ON, type FailOn, parseFailOn } from '../../../../src/verdict/outcome/fail-on.ts'
import type { CriterionResult } from '../../../../src/verdict/verdict.ts'

function result(parts: Partial<CriterionResult> = {}): CriterionResult {
  return {
    id: 'c',
    criterion: 'requests.p95 < 1s',
    severity: 'error',
    status: 'passed',
    message: 'requests.p95 is 2 s, 100% above the limit of 1 s',
    source: { line: 1 },
    ...parts,
  }
}

const FAILED = result({ status: 'failed' })
const NO_BASELINE = result({
  status: 'inconclusive',
  inconclusiveBecause: 'baseline',
  message: 'No baseline.',
})
const NO_DATA = result({
  status: 'inconclusive',
  inconclusiveBecause: 'data',
  message: 'report.tar.gz is not there.',
})
const INVALID = result({
  severity: 'validity',
  status: 'failed',
  message: 'requests.count is 3, 997 below the limit of 1,000',
})
const SCORECARD_FAILED = { testFailed: true, points: 3, totalPoints: 10, rating: 'D', rules: [] }
const MISSING = [
  { file: 'result', kind: 'missing', reason: 'result.tar.gz could not be downloaded.' },
] as const
const only = (...names: FailOn[]): ReadonlySet<FailOn> => new Set(names)

function decideOn(facts: Partial<OutcomeFacts>): ReturnType<typeof decide> {
  return decide({ criteria: [result()], failOn: only('run', 'criteria', 'scorecard', 'validity'), ...facts })
}

const failure = (reason: RunFailure['reason']): RunFailure => ({ reason, message: 'What happened' })

describe('each row of the table, with and without its word in fail-on', () => {
  test.each<[string, Partial<OutcomeFacts>, string, string, FailOn | 'always' | 'never', string]>([
    ['bad input', { failure: failure('bad-input') }, 'error', 'bad-input', 'always', 'What happened.'],
    ['credentials', { failure: failure('credentials') }, 'error', 'credentials', 'always', 'What happened.'],
    ['preflight', { failure: failure('preflight') }, 'error', 'preflight', 'always', 'What happened.'],
    [
      'start unknown',
      { failure: failure('start-unknown') },
      'error',
      'start-unknown',
      'run',
      'What happened.',
    ],
    ['a fault of the action', { failure: failure('internal') }, 'error', 'internal', 'run', 'What happened.'],
    ['contact lost', { failure: failure('contact-lost') }, 'error', 'contact-lost', 'run', 'What happened.'],
    [
      'remote failed',
      { failure: failure('remote-failed') },
      'error',
      'remote-failed',
      'run',
      'What happened.',
    ],
    ['aborted', { failure: failure('remote-aborted') }, 'error', 'remote-aborted', 'run', 'What happened.'],
    [
      'unresponsive',
      { failure: failure('remote-unresponsive') },
      'error',
      'remote-unresponsive',
      'run',
      'What happened.',
    ],
    ['timeout', { failure: failure('timeout') }, 'timed-out', 'timeout', 'run', 'What happened.'],
    [
      'valid: broken',
      { criteria: [INVALID] },
      'inconclusive',
      'validity',
      'validity',
      'The run cannot be judged. requests.count is 3, 997 below the limit of 1,000.',
    ],
    [
      'data missing',
      { criteria: [NO_DATA] },
      'inconclusive',
      'validity',
      'validity',
      'The run cannot be judged. report.tar.gz is not there.',
    ],
    [
      'data partial',
      {
        criteria: [
          result({ partialData: 'Download from 1 of 2 failed.' }),
          result({ partialData: 'Download from 1 of 2 failed.' }),
        ],
      },
      'inconclusive',
      'validity',
      'validity',
      'The run cannot be judged. Download from 1 of 2 failed.',
    ],
    [
      'ended early',
      { endedEarly: 'It ended after 3 of 10 minutes.' },
      'inconclusive',
      'validity',
      'validity',
      'The run cannot be judged. It ended after 3 of 10 minutes.',
    ],
    [
      'criterion failed',
      { criteria: [FAILED, FAILED, result()] },
      'failed',
      'criteria',
      'criteria',
      '2 of 3 criteria failed; worst: requests.p95 is 2 s, 100% above the limit of 1 s.',
    ],
    [
      'criterion in error',
      { criteria: [result({ status: 'error', message: 'No match' })] },
      'failed',
      'criteria',
      'criteria',
      'The criterion failed; No match.',
    ],
    [
      'scorecard failed',
      { scorecard: SCORECARD_FAILED },
      'failed',
      'scorecard',
      'scorecard',
      'Scorecard: 3 of 10 points, rating D.',
    ],
    [
      'no baseline',
      { criteria: [NO_BASELINE] },
      'inconclusive',
      'baseline',
      'baseline',
      'One criterion has no baseline to compare with. No baseline.',
    ],
    ['file missing', { troubles: MISSING }, 'passed', '', 'collect', ''],
    [
      'cancelled',
      { cancelled: true, criteria: [] },
      'cancelled',
      'cancelled',
      'never',
      'The step was cancelled.',
    ],
    [
      'started',
      { started: true, criteria: [] },
      'started',
      '',
      'never',
      'The run continues without this step.',
    ],
    ['passed', {}, 'passed', '', 'never', '1 criterion passed.'],
  ])('%s', (_name, facts, outcome, reason, fails, message) => {
    const all = decideOn({ ...facts, failOn: new Set(FAIL_ON) })
    expect(all).toMatchObject({ outcome, reason, failsStep: fails !== 'never' })
    expect(all.message).toContain(message)
    expect(decideOn({ ...facts, failOn: only() }).failsStep).toBe(fails === 'always')
    for (const word of FAIL_ON) {
      expect(decideOn({ ...facts, failOn: only(word) }).failsStep).toBe(fails === 'always' || fails === word)
    }
  })
})

test('the first row that applies decides', () => {
  const everything = [NO_BASELINE, FAILED, INVALID]
  const order: [Partial<OutcomeFacts>, string][] = [
    [
      { failure: failure('timeout'), criteria: everything, scorecard: SCORECARD_FAILED, cancelled: true },
      'timeout',
    ],
    [{ criteria: everything, scorecard: SCORECARD_FAILED, cancelled: true }, 'validity'],
    [{ criteria: [NO_BASELINE, FAILED], scorecard: SCORECARD_FAILED, cancelled: true }, 'criteria'],
    [{ criteria: [NO_BASELINE], scorecard: SCORECARD_FAILED, cancelled: true }, 'scorecard'],
    [{ criteria: [NO_BASELINE], cancelled: true }, 'baseline'],
    [{ criteria: [], cancelled: true }, 'cancelled'],
  ]
  expect(order.map(([facts]) => decideOn(facts).reason)).toEqual(order.map(([, reason]) => reason))
})

test('warnings and waived breaches are never decisive, but are mentioned', () => {
  const waiver = { until: '2026-12-31', owner: 'ann', reason: 'disk', active: true }
  const verdict = decideOn({
    criteria: [
      result({ severity: 'warning', status: 'failed', message: 'slow' }),
      result({ severity: 'warning', status: 'inconclusive', inconclusiveBecause: 'data', message: 'gone' }),
      result({ status: 'failed', waiver, message: 'waived' }),
      result({ severity: 'validity', status: 'failed', waiver, message: 'waived too' }),
    ],
  })
  expect(verdict).toMatchObject({ outcome: 'passed', failsStep: false })
  expect(verdict.warnings).toEqual([
    'requests.p95 < 1s: slow',
    'requests.p95 < 1s: gone',
    'Waived: requests.p95 < 1s: waived',
    'Waived: requests.p95 < 1s: waived too',
  ])
})

test('an expired waiver has no effect', () => {
  const waiver = { until: '2026-01-01', owner: 'ann', reason: 'disk', active: false }
  expect(decideOn({ criteria: [result({ status: 'failed', waiver })] }).outcome).toBe('failed')
})

test('criteria that only warn or are waived are not reported as met', () => {
  const { message, nothingJudged } = decideOn({
    criteria: [result({ status: 'failed', severity: 'warning' })],
  })
  expect(message).toBe('The run finished; criteria that are not met are only warnings, or are waived.')
  expect(nothingJudged).toBeUndefined()
})

test('without criteria, the run passes with a warning', () => {
  expect(decideOn({ criteria: [] })).toMatchObject({
    outcome: 'passed',
    message: 'The run finished; nothing was judged: there are no criteria and no scorecard.',
    nothingJudged: true,
    warnings: [
      "Nothing was judged: there are no criteria and no scorecard. Set the input 'criteria' or 'criteria-file'.",
    ],
  })
  expect(decideOn({ criteria: [result({ status: 'skipped' })] }).warnings[0]).toContain(
    'every criterion is disabled',
  )
  expect(decideOn({ criteria: [], scorecard: { testFailed: false, points: 5, rules: [] } })).toMatchObject({
    message: 'Scorecard: 5 points.',
    warnings: [],
  })
})

test('a missing baseline that no criterion needed is a warning', () => {
  const baseline = { from: 'branch', status: 'missing' as const, reason: 'Nothing saved.' }
  expect(decideOn({ baseline })).toMatchObject({
    outcome: 'passed',
    baseline,
    warnings: ['Nothing saved.'],
  })
})

test('the scorecard names its failed rules, those that fail the test first', () => {
  const rule = { group: 'speed', rule: 'p95', testFailed: false, result: 'NOTPASSED' as const }
  const rules = [
    rule,
    { ...rule, rule: 'errors', testFailed: true, message: '3% errors' },
    { ...rule, rule: 'ok', result: 'PASSED' as const },
  ]
  expect(
    decideOn({
      scorecard: { testFailed: true, points: 3, totalPoints: 10, pointsPercent: 30, rating: 'D', rules },
    }).message,
  ).toBe(
    'Scorecard: 3 of 10 points (30%), rating D; rules not passed: "speed/errors" (fails the test; 3% errors), "speed/p95".',
  )
  expect(
    decideOn({ scorecard: { testFailed: false, error: 'broken configuration', rules: [] } }).reason,
  ).toBe('scorecard')
})

describe('fail-on', () => {
  test.each([
    ['run,criteria', ['run', 'criteria']],
    [' inconclusive , run ', ['run', 'validity', 'baseline']],
    ['none', []],
    ['collect\nbaseline', ['baseline', 'collect']],
  ])('%j', (input, names) => {
    const parsed = parseFailOn(input)
    expect('failOn' in parsed && [...parsed.failOn]).toEqual(names)
  })

  test.each([
    ['', ["it is empty; write 'none' if nothing should fail the step."]],
    ['none,run', ["'none' cannot be combined with anything else."]],
    [
      'crit,runs',
      [
        "'crit' is not known. Did you mean 'criteria'? Use run, criteria, scorecard, validity, baseline, collect, inconclusive, none.",
        "'runs' is not known. Did you mean 'run'? Use run, criteria, scorecard, validity, baseline, collect, inconclusive, none.",
      ],
    ],
  ])('%j', (input, faults) => {
    expect(parseFailOn(input)).toEqual({ faults })
  })
})

test('an unreadable scorecard leaves the run without a judgment', () => {
  const troubles = [{ file: 'scorecard', kind: 'missing', reason: 'scorecard.xml is bad XML' }] as const
  expect(decideOn({ troubles })).toMatchObject({
    outcome: 'inconclusive',
    reason: 'validity',
    message: 'The run cannot be judged. scorecard.xml is bad XML.',
    failsStep: true,
  })
})

test('collect counts one missing file of several, but not data that is only partial', () => {
  const partial = { file: 'result', kind: 'partial', reason: 'b/logs.zip is not there.' } as const
  const failOn = only('collect')
  expect(decideOn({ troubles: [{ ...partial, fileMissing: true }], failOn }).failsStep).toBe(true)
  expect(decideOn({ troubles: [partial], failOn }).failsStep).toBe(false)
})

test('checks of validity are counted separately from the criteria', () => {
  const valid = result({ severity: 'validity' })
  expect(decideOn({ criteria: [FAILED, FAILED, result(), valid, valid] }).message).toMatch(
    /^2 of 3 criteria failed \(and 2 validity checks passed\); worst: /,
  )
})

test.each([
  [[FAILED, result()], /^1 of 2 criteria failed, 1 warning, 1 waived, 1 skipped; /],
  [[result(), result()], /^2 criteria passed, 1 warning, 1 waived, 1 skipped\.$/],
])(
  'warnings that were breached, what is waived and what was skipped are counted too',
  (criteria, expected) => {
    const others = [
      result({ severity: 'warning', status: 'failed' }),
      result({
        status: 'failed',
        waiver: { until: '2030-01-01', owner: 'Ada', reason: 'known', active: true },
      }),
      result({ status: 'skipped' }),
    ]
    expect(decideOn({ criteria: [...criteria, ...others] }).message).toMatch(expected)
  },
)

test('a missing baseline that was decisive is not mentioned twice', () => {
  const { reason, message, warnings } = decideOn({
    criteria: [{ ...NO_BASELINE, lacksBaseline: true }, NO_BASELINE],
    baseline: { from: 'branch', status: 'missing', reason: 'There is no baseline for branch main yet.' },
  })
  expect(reason).toBe('baseline')
  expect(message).toBe('No baseline. One criterion needs a baseline. One criterion is not settled.')
  expect(warnings).toEqual([])
})

test('a missing baseline is a warning if the unsettled criteria do not need it', () => {
  const baseline = { from: 'branch', status: 'missing', reason: 'None passed.' } as const
  expect(decideOn({ criteria: [NO_BASELINE], baseline })).toMatchObject({
    reason: 'baseline',
    warnings: ['None passed.'],
  })
})
