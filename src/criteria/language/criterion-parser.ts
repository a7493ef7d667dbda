import { type Criterion, type LabelPattern, type Measure, type Subject, SUBJECTS } from './criterion.ts'
import { parseLabel } from './label-pattern.ts'
import { parseLimit } from './limits/limit-parser.ts'
import { readOperator } from './limits/operator-parser.ts'
import { CriterionScanner, CriterionSyntaxError } from './criterion-scanner.ts'
import { didYouMean } from '../../foundation/nearest.ts'
import { measuresOf } from './units.ts'
import type { Severity } from './severity.ts'

/** A fault with its place in the text of the criterion; `column` counts from 1. */
export interface SyntaxFault {
  message: string
  column: number
}

const PREFIXES: Record<string, Severity> = { warn: 'warning', valid: 'validity' }
const WORD = /[\p{L}_][\p{L}\p{N}_-]*/u

/** Parses one criterion, `[warn:|valid:] subject["label"].measure op limit`, a trailing comment included. */
export function parseCriterion(text: string): { criterion: Criterion } | { fault: SyntaxFault } {
  try {
    return { criterion: readCriterion(new CriterionScanner(text)) }
  } catch (error) {
    if (!(error instanceof CriterionSyntaxError)) throw error
    return { fault: { message: error.message, column: error.column } }
  }
}

function readCriterion(scanner: CriterionScanner): Criterion {
  const severity = readSeverity(scanner)
  const subjectColumn = scanner.column
  const subject = readSubject(scanner)
  const labelColumn = scanner.column
  const label = readLabel(scanner, subject)
  if (!scanner.take('.')) {
    scanner.fail(`A measure is missing after the subject: write ${subject}.${exampleMeasure(subject)}.`)
  }
  const measureColumn = scanner.column
  const measure = readMeasure(scanner, subject)
  const operatorColumn = scanner.column
  const operator = readOperator(scanner)
  const limitColumn = scanner.column
  const limit = parseLimit(scanner, { subject, measure, operator, ...(label && { label }) })
  if (!scanner.atEnd()) scanner.fail(trailing(scanner.upcoming()))
  return {
    severity,
    subject,
    ...(label && { label }),
    measure,
    operator,
    limit,
    columns: {
      subject: subjectColumn,
      ...(label && { label: labelColumn }),
      measure: measureColumn,
      operator: operatorColumn,
      limit: limitColumn,
    },
  }
}

function readSeverity(scanner: CriterionScanner): Severity {
  const column = scanner.column
  const prefix = scanner.takeMatch(/[\p{L}_-]+[ \t]*:/u)
  if (prefix === '') return 'error'
  const name = prefix.slice(0, -1).trim()
  const severity = Object.hasOwn(PREFIXES, name) ? PREFIXES[name] : undefined
  if (severity !== undefined) return severity
  return scanner.fail(
    `'${name}:' is not known; a criterion may begin with 'warn:' or 'valid:'.${didYouMean(name, Object.keys(PREFIXES))}`,
    column,
  )
}

function readSubject(scanner: CriterionScanner): Subject {
  const column = scanner.column
  const word = scanner.takeMatch(WORD)
  const subject = SUBJECTS.find((name) => name === word)
  if (subject) return subject
  if (word) {
    scanner.fail(
      `'${word}' is not a subject.${didYouMean(word, SUBJECTS)} Subjects are ${listed(SUBJECTS)}.`,
      column,
    )
  }
  if (scanner.atEnd()) scanner.fail('A criterion is missing, such as requests.p95 < 500ms.', column)
  return scanner.fail(
    `A criterion begins with what is measured, such as requests.p95 < 500ms, not with '${scanner.upcoming()}'.`,
    column,
  )
}

function readLabel(scanner: CriterionScanner, subject: Subject): LabelPattern | undefined {
  const column = scanner.column
  const label = parseLabel(scanner)
  if (label === undefined && subject === 'web-vitals') {
    scanner.fail(
      'web-vitals needs the name of a vital as its label, such as web-vitals["lcp"].good-share.',
      column,
    )
  }
  return label
}

function readMeasure(scanner: CriterionScanner, subject: Subject): Measure {
  const column = scanner.column
  const word = scanner.takeMatch(/[\p{L}\p{N}_-]+(?:\.\p{N}+)?/u)
  if (word === '') scanner.fail(`A measure is missing after '${subject}.': ${measureList(subject)}.`, column)
  const known = measuresOf(subject).find((name) => name === word)
  if (known === 'errors' && scanner.peek('[')) return { name: known, code: readErrorCode(scanner) }
  if (known && scanner.peek('['))
    scanner.fail(`Only errors can be selected by code, as in ${subject}.errors[5xx].`)
  if (known) return { name: known }
  if (/^p\d+(\.\d+)?$/.test(word) && subject !== 'agents' && subject !== 'web-vitals') {
    return { name: 'percentile', percentile: percentileFrom(scanner, word, column) }
  }
  return scanner.fail(
    `${subject} has no measure '${word}'.${meantMeasure(word, subject)} Measures are ${measureList(subject)}.`,
    column,
  )
}

/** `[503]`, `[5xx]` or `[0]`; codes of other protocols than HTTP have three digits too. */
function readErrorCode(scanner: CriterionScanner): string {
  scanner.take('[')
  const column = scanner.column
  const code = scanner.takeMatch(/[^\s\]#]*/u)
  if (!/^(?:[1-9]\d\d|[1-9]xx|0)$/.test(code)) {
    scanner.fail(
      `'${code}' is not a status code: write errors[503], errors[5xx] for all codes that begin with 5, or errors[0] for requests without a response.`,
      column,
    )
  }
  if (!scanner.take(']')) scanner.fail(`']' is missing after errors[${code}.`)
  return code
}

function percentileFrom(scanner: CriterionScanner, word: string, column: number): number {
  const percentile = Number(word.slice(1))
  if (percentile > 0 && percentile <= 100 && word.length <= 12) return percentile
  return scanner.fail(
    `'${word}' is not a percentile: write p50, p99.9, or any other above p0 and up to p100.`,
    column,
  )
}

/** Names of measures in other tools. */
const USUAL_WORDS: Record<string, string> = {
  avg: 'mean',
  average: 'mean',
  stddev: 'deviation',
  rps: 'rate',
  tps: 'rate',
  throughput: 'rate',
  failures: 'errors',
}

function meantMeasure(word: string, subject: Subject): string {
  const timing = subject !== 'agents' && subject !== 'web-vitals'
  const percentile = /^(?:p|perc|percentile|pct)?[-_]?(\d{1,3}(?:\.\d+)?)(?:th|st|nd|rd|p|pct)?$/i.exec(
    word,
  )?.[1]
  if (timing && percentile !== undefined) return ` Did you mean 'p${percentile}'?`
  const meant = Object.hasOwn(USUAL_WORDS, word) ? USUAL_WORDS[word] : undefined
  return timing && meant !== undefined ? ` Did you mean '${meant}'?` : didYouMean(word, measuresOf(subject))
}

function measureList(subject: Subject): string {
  const names = listed(measuresOf(subject))
  return subject === 'agents' || subject === 'web-vitals'
    ? names
    : `${names}, and percentiles such as p95 or p99.9`
}

function trailing(text: string): string {
  if (/^(and|or|&&|\|\|)/i.test(text))
    return `'${text}' is not part of the language: write one criterion per line.`
  // Folded text in YAML arrives as one line.
  if (NEXT_CRITERION.test(text))
    return `Another criterion begins here: write one per line. If this is 'criteria: >' in a workflow, write 'criteria: |', which keeps the lines.`
  return `Unexpected '${text}' after the criterion. Comments begin with '#'.`
}

const NEXT_CRITERION = new RegExp(
  `^(?:(?:${Object.keys(PREFIXES).join('|')})$|(?:${SUBJECTS.join('|')})[.[])`,
)

function exampleMeasure(subject: Subject): string {
  if (subject === 'agents') return 'cpu-mean'
  return subject === 'web-vitals' ? 'good-share' : 'p95'
}

const listed = (names: readonly string[]): string => names.join(', ')
