import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCriteriaInput } from '../../../../src/criteria/sources/inline-criteria.ts'
import { faultsText } from '../../../../src/criteria/language/fault-text.ts'
import {
  type Criterion,
  type Limit,
  type Measure,
  type Operator,
  OPERATORS,
  type Subject,
  SUBJECTS,
  type UsualLimit,
} from '../../../../src/criteria/language/criterion.ts'
import { parseCriterion } from '../../../../src/criteria/language/criterion-parser.ts'
import { criterionText } from '../../../../src/criteria/language/criterion-text.ts'
import { dimensionOf, isUnit, measuresOf, unitsOf } from '../../../../src/criteria/language/units.ts'

function parsed(text: string): Criterion {
  const result = parseCriterion(text)
  if ('fault' in result) throw new Error(`${text}: ${result.fault.message}`)
  return result.criterion
}

function faultOf(text: string): string {
  const result = parseCriterion(text)
  return 'fault' in result ? `${result.fault.column}: ${result.fault.message}` : 'no fault'
}

const labelFor = (subject: Subject): string => (subject === 'web-vitals' ? '["lcp"]' : '')

describe('every subject with every measure, operator and matching unit', () => {
  const cases = SUBJECTS.flatMap((subject) => {
    const percentiles =
      subject === 'agents' || subject === 'web-vitals' ? [] : ['p50', 'p99.9', 'p100', 'p0.1']
    return [...measuresOf(subject), ...percentiles].map((measure): [Subject, string] => [subject, measure])
  })

  test.each(cases)('%s.%s', (subject, measure) => {
    const left = `${subject}${labelFor(subject)}.${measure}`
    const { measure: tree } = parsed(`${left} < 0`)
    for (const operator of OPERATORS) {
      for (const unit of unitsOf(dimensionOf(tree))) {
        const criterion = parsed(`${left}${operator}12.5${unit}`)
        expect(criterion).toMatchObject({ subject, operator, severity: 'error' })
        expect(criterion.limit).toEqual({ kind: 'figure', figure: { value: 12.5, unit } })
      }
    }
  })

  test.each(cases)('%s.%s rejects units that do not match', (subject, measure) => {
    const left = `${subject}${labelFor(subject)}.${measure}`
    const fitting = unitsOf(dimensionOf(parsed(`${left} < 0`).measure))
    for (const unit of ['ms', 's', 'm', '%', 'pp', '/s', '/min', 'B', 'kB', 'MB', 'GB']) {
      if (!isUnit(unit) || fitting.includes(unit)) continue
      expect(faultOf(`${left} < 1${unit}`)).toMatch(/does not fit|percentage points/)
    }
  })
})

test('reads prefixes, labels, comments and blanks', () => {
  expect(parsed('  warn :  requests [ "a\\"b*c\\*\\\\" ] . p99.9  <=  1.5 s  # why').severity).toBe('warning')
  expect(parsed('requests["a\\"b*c\\*\\\\"].p95 < 1s').label).toEqual({ parts: ['a"b', 'c*\\'] })
  expect(parsed('requests["a # b"].p95 < 1s#c').label).toEqual({ parts: ['a # b'] })
  expect(parsed('valid: requests.count >= 1000')).toMatchObject({ severity: 'validity', operator: '>=' })
  expect(parsed('requests["__proto__"].count > 0').label).toEqual({ parts: ['__proto__'] })
  expect(parsed('requests["x"].p95 < 1s').columns).toEqual({
    subject: 1,
    label: 9,
    measure: 15,
    operator: 19,
    limit: 21,
  })
})

test.each<[string, Limit]>([
  ['baseline', { kind: 'baseline' }],
  ['baseline+10%', { kind: 'baseline-percent', sign: 1, percent: 10 }],
  ['baseline - 10 %', { kind: 'baseline-percent', sign: -1, percent: 10 }],
  ['baseline * 1.1', { kind: 'baseline-factor', factor: 1.1 }],
  ['baseline + 50ms', { kind: 'baseline-figure', sign: 1, figure: { value: 50, unit: 'ms' } }],
  ['baseline - 0.05s', { kind: 'baseline-figure', sign: -1, figure: { value: 0.05, unit: 's' } }],
])('reads the limit %s', (text, limit) => {
  expect(parsed(`requests.p95 < ${text}`).limit).toEqual(limit)
})

test.each<[string, UsualLimit]>([
  ['p95 <= usual', { kind: 'usual' }],
  ['p95 < usual + 0', { kind: 'usual' }],
  ['p95 <= usual+5%', { kind: 'usual', change: { sign: 1, figure: { value: 5, unit: '%' } } }],
  ['rate >= usual-5 %', { kind: 'usual', change: { sign: -1, figure: { value: 5, unit: '%' } } }],
  ['error-rate <= usual + 0.5pp', { kind: 'usual', change: { sign: 1, figure: { value: 0.5, unit: 'pp' } } }],
  ['error-rate <= usual + 50%', { kind: 'usual', change: { sign: 1, figure: { value: 50, unit: '%' } } }],
  [
    'p95 <= usual ( min 100 ) + 5%',
    { kind: 'usual', minRequests: 100, change: { sign: 1, figure: { value: 5, unit: '%' } } },
  ],
  ['p95 <= usual(min 20)', { kind: 'usual', minRequests: 20 }],
])('reads the limit of %s', (text, limit) => {
  expect(parsed(`requests["*"].${text}`).limit).toEqual(limit)
  expect(parsed(criterionText(parsed(`warn: requests["a*"].${text}`))).limit).toEqual(limit)
})

const NO_SIGN = (sign: string, less: string, example: string) =>
  `'usual ${sign}' would require a value ${less} than usual, which noise alone can prevent. Write ${example} to say how much worse is allowed, or baseline ${sign} 5% to require a change.`

test.each([
  [
    'requests.p95 <= usaul',
    "17: 'usaul' is not a limit. Did you mean 'usual'? Write a number with its unit, such as 500ms, baseline + 10% or usual + 5%.",
  ],
  ['requests.p95 <= usual - 5%', `23: ${NO_SIGN('-', 'lower', 'usual + 5%')}`],
  ['requests.rate >= usual + 5%', `24: ${NO_SIGN('+', 'higher', 'usual - 5%')}`],
  ['requests.rate <= usual - 5%', `24: ${NO_SIGN('-', 'lower', 'usual + 5%')}`],
  ['requests.p95 <= usual * 1.1', "23: '*' cannot be used with usual: write usual + 5%."],
  [
    'requests.p95 <= usual + 50ms',
    "27: 'ms' does not fit: write a change from usual in %, such as usual + 5%.",
  ],
  ['requests.p95 <= usual + 5', '26: A unit is missing: write a change from usual in %, such as 5%.'],
  [
    'requests.error-rate <= usual + 1',
    '33: A unit is missing: write a change from usual in % or pp, such as 1% or 1pp.',
  ],
  [
    'requests.p95 <= usual + 1pp',
    "26: 'pp' (percentage points) is only allowed for rates in percent and shares, not for p95.",
  ],
  [
    'requests.p95 <= usual +',
    '24: A number after the sign is expected here, but nothing follows. Write numbers as 500 or 0.5.',
  ],
  ['requests.rate >= usual - 100%', '26: A change of 100% would allow any value: write less than 100.'],
  [
    'requests.error-rate <= usual + 100pp',
    '32: A change of 100pp would allow any value: write less than 100.',
  ],
  [
    'requests.p95 == usual',
    "17: '==' cannot be used with usual: write <= if higher is worse, as for p95, or >= if lower is worse, as for rate.",
  ],
  [
    'requests.errors <= usual',
    '20: errors have no usual, because they grow with the number of requests. Write requests.error-rate <= usual + 0.5pp.',
  ],
  [
    'requests.error-rate >= usual',
    '24: error-rate cannot have a lower limit from usual: write error-rate <= usual + 0.5pp.',
  ],
  [
    'agents.cpu-max <= usual + 5%',
    '19: agents have no usual, because that needs the number of requests behind each figure. Write baseline + 10%.',
  ],
  [
    'web-vitals["lcp"].score <= usual',
    '28: web-vitals have no usual, because that needs the number of requests behind each figure. Write baseline + 10%.',
  ],
  [
    'requests.p95 <= usual(100)',
    '23: Only the minimum number of requests is allowed in the parentheses: write usual(min 100).',
  ],
  [
    'requests.p95 <= usual(mim 100)',
    "23: Only the minimum number of requests is allowed in the parentheses: write usual(min 100). Did you mean 'min'?",
  ],
  [
    'requests.p95 <= usual(min 5)',
    '27: The minimum number of requests must be a whole number of at least 20; the default is 20.',
  ],
  ['requests.p95 <= usual(min 50 + 5%', "30: ')' is missing after usual(min 50."],
  [
    'requests.p95 <= usual(min 50) + 5% now',
    "36: Unexpected 'now' after the criterion. Comments begin with '#'.",
  ],
  [
    'agents.cpu-max <',
    "17: A limit is missing after '<': a number with its unit, such as 1%, or baseline + 10%.",
  ],
])('explains %j', (text, fault) => {
  expect(faultOf(text)).toBe(fault)
})

test("a percentage of the baseline's share is relative, pp is percentage points", () => {
  expect(parsed('requests.error-rate < baseline + 10%').limit).toMatchObject({ kind: 'baseline-percent' })
  expect(parsed('requests.error-rate < baseline + 0.5pp').limit).toMatchObject({ kind: 'baseline-figure' })
})

test.each([
  [
    'requests.p95 <',
    "15: A limit is missing after '<': a number with its unit, such as 500ms, baseline + 10% or usual + 5%.",
  ],
  ['requests.p95', '13: An operator and a limit are missing, such as < 500ms.'],
  [
    'requests.p95 < # later',
    "16: A limit is missing after '<': a number with its unit, such as 500ms, baseline + 10% or usual + 5%.",
  ],
  ['requests < 5', '10: A measure is missing after the subject: write requests.p95.'],
  ['agents < 5', '8: A measure is missing after the subject: write agents.cpu-mean.'],
  ['requests.p95 < 500', '19: A unit is missing: p95 is measured in ms, s, m. Write 500ms, 500s or 500m.'],
  ['requests.p95 < 5%', "17: '%' does not fit: p95 is measured in ms, s, m."],
  ['requests.count > 5ms', "19: 'ms' does not fit: count is a number without a unit."],
  ['requests.error-rate < 1', '24: A unit is missing: error-rate is measured in %. Write 1%.'],
  [
    'requests.error-rate < 1pp',
    "24: 'pp' (percentage points) is only allowed after 'baseline +', 'baseline -' or 'usual +'; write % here.",
  ],
  [
    'requests.p95 < baseline + 1pp',
    "28: 'pp' (percentage points) is only allowed for rates in percent and shares, not for p95.",
  ],
  [
    'requests.p95 < baseline + 5',
    '28: A unit is missing: p95 is measured in ms, s, m. Write 5%, 5ms, 5s or 5m.',
  ],
  ['requests.p95 < baseline / 2', "25: '/' is not allowed here: write baseline * 0.5 for half of it."],
  ['requests.p95 < baseline * 10%', '29: A factor has no unit: write baseline + 10%, or baseline * 1.1.'],
  [
    'requests.p95 < 10sec',
    "18: 'sec' is not a unit. Did you mean 's'? Units are ms s m, %, pp, /s /min, B kB MB GB.",
  ],
  ['requests.p95 < -5ms', '16: A limit cannot be negative, because no measured value is.'],
  ['requests.p95 < 1,000ms', '16: Write numbers without separators, such as 1000 or 0.5.'],
  ['requests.p95 < 1234567890123456ms', '16: The number has too many digits; 15 are enough.'],
  [
    'requests.p95 < baselin',
    "16: 'baselin' is not a limit. Did you mean 'baseline'? Write a number with its unit, such as 500ms, baseline + 10% or usual + 5%.",
  ],
  ['requests.p95 = 5ms', "14: Expected an operator (< <= > >= == !=), not '='. Did you mean '=='?"],
  ['requests.p95 => 5ms', "14: Expected an operator (< <= > >= == !=), not '=>'. Did you mean '>='?"],
  ['requests.p95 below 5ms', "14: Expected an operator (< <= > >= == !=), not 'below'."],
  ['requests.p95 < 5ms and more', "20: 'and' is not part of the language: write one criterion per line."],
  ['requests.p95 < 5ms 6', "20: Unexpected '6' after the criterion. Comments begin with '#'."],
  [
    '500ms > requests.p95',
    "1: A criterion begins with what is measured, such as requests.p95 < 500ms, not with '500ms'.",
  ],
  ['', '1: A criterion is missing, such as requests.p95 < 500ms.'],
  [
    'wran: requests.p95 < 5ms',
    "1: 'wran:' is not known; a criterion may begin with 'warn:' or 'valid:'. Did you mean 'warn'?",
  ],
  ['requests[x].p95 < 5ms', '10: Labels must be in double quotes, such as ["Homepage"], not \'x\'.'],
  ['requests["x.p95 < 5ms', "10: The closing '\"]' of the label is missing."],
  ['requests["x".p95 < 5ms', "13: ']' is missing after the label."],
  [
    'requests[""].p95 < 5ms',
    '10: The label is empty. Remove the brackets for all labels together, or write ["*"] for each label.',
  ],
  [
    'requests["a\\n"].p95 < 5ms',
    "14: In a label, a backslash is only allowed before '\"', '\\' or '*'; write '\\\\' for the backslash itself.",
  ],
  [
    'web-vitals.score < 5',
    '11: web-vitals needs the name of a vital as its label, such as web-vitals["lcp"].good-share.',
  ],
  ['web-vitals["cls"].score < 10ms', "29: 'ms' does not fit: score is a number without a unit."],
  [
    'requests.p0 < 5ms',
    "10: 'p0' is not a percentile: write p50, p99.9, or any other above p0 and up to p100.",
  ],
  ['requests.error-rate < 0.01', '27: A unit is missing: error-rate is measured in %. Write 0.01% or 1%.'],
  [
    'requests.p95 < 5ms requests.errors == 0',
    "20: Another criterion begins here: write one per line. If this is 'criteria: >' in a workflow, write 'criteria: |', which keeps the lines.",
  ],
  [
    'requests.p95 < 5ms warn: requests.errors == 0',
    "20: Another criterion begins here: write one per line. If this is 'criteria: >' in a workflow, write 'criteria: |', which keeps the lines.",
  ],
  [
    'requests.p101 < 5ms',
    "10: 'p101' is not a percentile: write p50, p99.9, or any other above p0 and up to p100.",
  ],
])('explains %j', (text, fault) => {
  expect(faultOf(text)).toBe(fault)
})

test.each([
  ['request.p95 < 5ms', 'requests'],
  ['Requests.p95 < 5ms', 'requests'],
  ['pageloads.p95 < 5ms', 'page-loads'],
  ['requests.95p < 5ms', 'p95'],
  ['requests.P95 < 5ms', 'p95'],
  ['requests.avg < 5ms', 'mean'],
  ['requests.throughput > 5/s', 'rate'],
  ['requests.error_rate < 5%', 'error-rate'],
  ['agents.cpu < 5%', 'cpu-mean'],
  ['requests.bytes-send < 5kB', 'bytes-sent'],
])('%s: suggests what was meant', (text, meant) => {
  expect(faultOf(text)).toContain(`Did you mean '${meant}'?`)
})

test.each([
  ['requests.p95 < 500ms # fast requests["Checkout"].error-rate < 1%\n', 29],
  ['# fast enough requests.errors[5xx] == 0', 15],
])('%s: a criterion that folding moved into a comment is a fault', (text, column) => {
  const { entries, faults } = parseCriteriaInput(text)
  expect(entries).toEqual([])
  expect(faults).toMatchObject([{ source: { line: 1, column } }])
})

test('a criterion in a comment of several lines is commented out on purpose', () => {
  const { entries, faults } = parseCriteriaInput(
    'requests.p95 < 1s # was requests.p95 < 2s\n\nrequests.errors == 0',
  )
  expect([entries.length, faults.length]).toEqual([2, 0])
})

test('reports the faults of all lines, each with a caret', () => {
  const { entries, faults } = parseCriteriaInput(
    '# gate\nrequests.p95 <\n\n\twarn: requests.mean < 5ms # fine\r\nrequest.p95 < 5ms\n',
  )
  expect(entries.map(({ id, text, severity, source }) => ({ id, text, severity, source }))).toEqual([
    { id: 'criteria:4', text: 'warn: requests.mean < 5ms', severity: 'warning', source: { line: 4 } },
  ])
  expect(faultsText(faults)).toBe(
    [
      "Input 'criteria', line 2, column 15: A limit is missing after '<': a number with its unit, such as 500ms, baseline + 10% or usual + 5%.",
      '  requests.p95 <',
      '                ^',
      "Input 'criteria', line 5, column 1: 'request' is not a subject. Did you mean 'requests'? Subjects are requests, actions, transactions, page-loads, web-vitals, custom, agents, raw-requests.",
      '  request.p95 < 5ms',
      '  ^',
    ].join('\n'),
  )
})

test.each([
  ['requests.errors[5xx] == 0', '5xx'],
  ['requests["Checkout"].errors[503] <= 3', '503'],
  ['raw-requests.errors [ 4xx ] <= baseline', '4xx'],
  ['requests.errors[0] == 0 # [1xx]', '0'],
])('%s: counts the errors of a code', (text, code) => {
  const parsed = parseCriterion(text)
  expect(parsed).toMatchObject({ criterion: { measure: { name: 'errors', code } } })
})

test.each([
  ['requests.errors[5XX] == 0', 17],
  ['requests.errors[] == 0', 17],
  ['requests.errors[50] == 0', 17],
  ['requests.errors[00] == 0', 17],
  ['requests.errors["503"] == 0', 17],
  ['requests.errors[5xx == 0', 21],
  ['requests.error-rate[5xx] == 0', 20],
  ['requests.errors[5xx] <= usual', 25],
  ['requests.errors[5xx] < 1%', 25],
])('%s: is rejected with its column', (text, column) => {
  expect(parseCriterion(text)).toMatchObject({ fault: { column } })
})

test('a very long line is shortened around the fault', () => {
  const { faults } = parseCriteriaInput(`requests["${'x'.repeat(5000)}"].p95 < 5 ms oops`)
  const lines = faultsText(faults).split('\n')
  expect(lines[1]?.length).toBeLessThan(110)
  expect(lines[1]?.[lines[2]?.indexOf('^') ?? 0]).toBe('o')
})

const unitFor = (measure: Measure): fc.Arbitrary<Limit> => {
  const dimension = dimensionOf(measure)
  const value = fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 1000)
  const units = unitsOf(dimension)
  const figure = fc.record({ value, unit: fc.constantFrom(...units) })
  const sign = fc.constantFrom<1 | -1>(1, -1)
  const change = dimension === 'share' ? fc.record({ value, unit: fc.constant('pp' as const) }) : figure
  return fc.oneof(
    figure.map((f): Limit => ({ kind: 'figure', figure: f })),
    fc.constant<Limit>({ kind: 'baseline' }),
    value.map((factor): Limit => ({ kind: 'baseline-factor', factor })),
    fc.record({ sign, percent: value }).map((change): Limit => ({ kind: 'baseline-percent', ...change })),
    fc.record({ sign, figure: change }).map((change): Limit => ({ kind: 'baseline-figure', ...change })),
  )
}

const usualFor = (operator: Operator, measure: Measure): fc.Arbitrary<Limit> => {
  const figure = fc.record({
    value: fc.integer({ min: 1, max: 99_999 }).map((n) => n / 1000),
    unit:
      measure.name === 'error-rate'
        ? fc.constantFrom('%' as const, 'pp' as const)
        : fc.constant('%' as const),
  })
  const sign = operator.startsWith('<') ? (1 as const) : (-1 as const)
  return fc.record(
    {
      kind: fc.constant('usual' as const),
      change: figure.map((one) => ({ sign, figure: one })),
      minRequests: fc.integer({ min: 20, max: 1e9 }),
    },
    { requiredKeys: ['kind'] },
  )
}

function hasUsual({
  subject,
  measure,
  operator,
}: Pick<Criterion, 'subject' | 'measure' | 'operator'>): boolean {
  if (subject === 'agents' || subject === 'web-vitals' || measure.name === 'errors') return false
  return !['==', '!='].includes(operator) && !(measure.name === 'error-rate' && operator.startsWith('>'))
}

const criterionArbitrary = fc
  .constantFrom(...SUBJECTS)
  .chain((subject) => {
    const percentile = fc
      .integer({ min: 1, max: 100_000 })
      .map((n): Measure => ({ name: 'percentile', percentile: n / 1000 }))
    const named = fc.constantFrom(...measuresOf(subject)).map((name): Measure => ({ name }))
    const timed = subject !== 'agents' && subject !== 'web-vitals'
    return fc.record({ subject: fc.constant(subject), measure: timed ? fc.oneof(percentile, named) : named })
  })
  .chain(({ subject, measure }) =>
    fc.record({
      subject: fc.constant(subject),
      measure: fc.constant(measure),
      severity: fc.constantFrom('error' as const, 'warning' as const, 'validity' as const),
      operator: fc.constantFrom(...OPERATORS),
      label: fc
        .array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 })
        .filter((parts) => parts.length > 1 || parts[0] !== '')
        .map((parts) => ({ parts })),
      limit: unitFor(measure),
    }),
  )
  .chain((tree) =>
    hasUsual(tree)
      ? fc
          .oneof(unitFor(tree.measure), usualFor(tree.operator, tree.measure))
          .map((limit) => ({ ...tree, limit }))
      : fc.constant(tree),
  )

test('printing a criterion and reading it again gives the same tree', () => {
  fc.assert(
    fc.property(criterionArbitrary, (tree) => {
      const { columns: _columns, ...again } = parsed(
        criterionText({ ...tree, columns: { subject: 1, measure: 1, operator: 1, limit: 1 } }),
      )
      expect(again).toEqual(tree)
    }),
    { numRuns: 1000, seed: 1 },
  )
})

test('any text is either a criterion or a fault with a valid column', () => {
  const pieces = fc.constantFrom(
    'requests',
    '["',
    '"]',
    '.p95',
    '<',
    '500',
    'ms',
    'baseline',
    'usual',
    '(min ',
    ')',
    '+',
    '%',
    '#',
    ' ',
    '\\',
    '*',
    'warn:',
    '__proto__',
    'é',
    '\u0000',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((list) => list.join('')),
      ),
      (text) => {
        const result = parseCriterion(text)
        const column = 'fault' in result ? result.fault.column : 1
        expect(column).toBeGreaterThanOrEqual(1)
        expect(column).toBeLessThanOrEqual(text.length + 1)
      },
    ),
    { numRuns: 2000, seed: 1 },
  )
})
