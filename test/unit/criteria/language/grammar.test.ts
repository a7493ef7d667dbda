import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCriteriaInput } from '../../../../src/criteria/sources/inline-criteria.ts'
import { expressionOf } from './grammar.ts'

const docs = readFileSync(new URL('../../../../docs/criteria.md', import.meta.url), 'utf8')
const ebnf = /```ebnf\n([\s\S]*?)```/.exec(docs)?.[1] ?? ''
const LINE = expressionOf(ebnf, 'line')
const CRITERION = expressionOf(ebnf, 'criterion')

/** Rules that the grammar states only in comments. */
function followsComments(line: string): boolean {
  const numbers = line.match(/\d+(?:\.\d+)?/g) ?? []
  const [, percentile] = /\.[ \t]*p(\d+(?:\.\d+)?)[ \t]*[<>=!]/.exec(line) ?? []
  const inRange = percentile === undefined || (Number(percentile) > 0 && Number(percentile) <= 100)
  const [, least] = /\([ \t]*min[ \t]*(\d+(?:\.\d+)?)/.exec(line) ?? []
  const isLeast = least === undefined || (Number.isInteger(Number(least)) && Number(least) >= 20)
  const [, less] = /usual[^#]*?-[ \t]*(\d+(?:\.\d+)?)/.exec(line) ?? []
  const [, points] = /usual[^#]*?\+[ \t]*(\d+(?:\.\d+)?)[ \t]*pp/.exec(line) ?? []
  const isPart = [less, points].every((number) => number === undefined || Number(number) < 100)
  return (
    isLeast &&
    isPart &&
    inRange &&
    (percentile?.length ?? 0) < 12 &&
    numbers.every((number) => number.length <= 15)
  )
}

function isTaken(line: string): boolean {
  return parseCriteriaInput(line).faults.length === 0
}

describe('the grammar of the documentation', () => {
  test('accepts exactly the examples', () => {
    for (const line of [
      '',
      '# only a comment',
      'requests.p95 <= baseline-10%',
      'warn: requests["a*"].p99.9<=baseline + 10% # why',
      'agents.cpu-max < 0',
      'requests["*"].p95 <= usual + 5%',
      'requests.rate>=usual ( min 100 )-5%',
      'requests.error-rate < usual + 0.5pp',
    ])
      expect([line, LINE.test(line)]).toEqual([line, true])
    for (const line of [
      'requests.p95 < 500',
      'requests p95 < 5ms',
      'requests[""].p95 < 5ms',
      'web-vitals.score < 2',
      'requests.p95 <= usual - 5%',
      'requests.errors <= usual',
      'agents.cpu-max <= usual',
    ])
      expect([line, LINE.test(line)]).toEqual([line, false])
  })

  test('generates sentences that the parser accepts', () => {
    let kept = 0
    fc.assert(
      fc.property(fc.stringMatching(CRITERION, { maxLength: 200 }), (line) => {
        fc.pre(followsComments(line))
        kept++
        expect([line, parseCriteriaInput(line).faults]).toEqual([line, []])
      }),
      { numRuns: 1500, seed: 1 },
    )
    expect(kept).toBeGreaterThan(1000)
  })

  test('accepts exactly what the parser accepts', () => {
    const seen = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(sentence, (line) => {
        fc.pre(followsComments(line))
        seen[isTaken(line) ? 'taken' : 'refused']++
        expect([line, LINE.test(line)]).toEqual([line, isTaken(line)])
      }),
      { numRuns: 12_000, seed: 1 },
    )
    expect(seen.taken).toBeGreaterThan(150)
    expect(seen.refused).toBeGreaterThan(300)
  })
})

const of = (...words: string[]): fc.Arbitrary<string> => fc.constantFrom(...words)
const SUBJECTS = [
  'requests',
  'actions',
  'page-loads',
  'agents',
  'web-vitals',
  'raw-requests',
  'Requests',
  'pages',
]
const MEASURES = [
  'count',
  'p95',
  'p99.9',
  'error-rate',
  'rate',
  'max',
  'bytes-sent',
  'cpu-mean',
  'memory-max',
  'score',
  'good-share',
  'p',
  'P95',
]
const LABELS = [
  '',
  '',
  '["a"]',
  '["*"]',
  '[ "a\\"b" ]',
  '["a\\\\"]',
  '["lcp"]',
  '[""]',
  '["a]',
  '[a]',
  '["a\\b"]',
]
const LIMITS = [
  '500ms',
  '1.5 s',
  '2m',
  '5%',
  '10/s',
  '3 /min',
  '2MB',
  '7',
  '0',
  '0.0',
  '00',
  '.5',
  '1,000',
  '5kb',
  '-1s',
  '5pp',
]
const CHANGES = ['', '+ 10%', '-5%', '* 1.1', '+ 50ms', '- 5/s', '+ 0.5pp', '+ 3', '+ 0', '* 10%', '/ 2', '+']

/** Similar to the language, so that about half of the sentences belong to it. */
const sentence = fc
  .tuple(
    of('', '', '', 'warn: ', 'valid :', 'warning:'),
    of(...SUBJECTS),
    of(...LABELS),
    of('.', '.', '.', ' . ', ''),
    of(...MEASURES),
    of('<', '<=', ' >= ', '==', '!=', '=', '=<'),
    fc.oneof(
      of(...LIMITS),
      of(...CHANGES).map((change) => ` baseline ${change}`),
      fc
        .tuple(
          of('', '', '(min 100)', ' ( min 20 )', '(min)', '(100)', '(max 50)', '(min 50'),
          of(...CHANGES),
        )
        .map(([least, change]) => ` usual${least} ${change}`),
    ),
    of('', '', ' # why', '#', ' and', ' 5'),
  )
  .map((parts) => parts.join(''))
