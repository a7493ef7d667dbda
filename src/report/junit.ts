import type { CriterionResult, Verdict } from '../verdict/verdict.ts'
import { escapeXml } from './escape.ts'
import { clip, oneLine, visibleName } from '../foundation/one-line.ts'
import { changesOfUsual } from './figures/usual-changes.ts'
import type { Presentation } from './presentation.ts'
import { verdictWords } from './verdict-words.ts'
import { effectiveStatusOf, type EffectiveStatus } from '../verdict/outcome/effective-status.ts'
import { partialInWords, usualInWords, waiverInWords } from './criterion-words.ts'

type JunitKind = 'passed' | 'failure' | 'error' | 'skipped'

/**
 * `criteria.junit.xml`: one test case per criterion. JUnit has only four results. A warning passes, and its
 * output says that it is a warning. An active waiver is skipped. Inconclusive is an error if it fails the
 * step, and otherwise skipped, so that the JUnit report is red if the step is.
 */
export function renderJunit({ verdict, run, title }: Presentation): string {
  const kinds = verdict.criteria.map((criterion) => kindOf(criterion, verdict))
  const count = (kind: JunitKind) => kinds.filter((one) => one === kind).length
  const counts = `tests="${kinds.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
  const seconds = run.durationMs === undefined ? '' : ` time="${(run.durationMs / 1000).toFixed(3)}"`
  const at = timestampOf(run.startedAtMs)
  const cases = verdict.criteria.map((criterion, index) => testCase(criterion, kinds[index] ?? 'passed'))
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Load Test Gate" ${counts}>
<testsuite name="${attribute(title ?? 'load test criteria')}" ${counts}${seconds}${at}>
<properties><property name="outcome" value="${verdict.outcome}"/><property name="reason" value="${verdict.reason}"/><property name="run-id" value="${attribute(run.ids.join(','))}"/></properties>
${cases.join('\n')}
<system-out>${escapeXml(clip([`${verdictWords(verdict)}: ${verdict.message}`, ...changesOfUsual(verdict)].join('\n'), 10_000))}</system-out>
</testsuite>
</testsuites>
`
}

/** In UTC without a zone, as JUnit's schema requires. */
function timestampOf(ms: number | undefined): string {
  const date = new Date(ms ?? NaN)
  return Number.isNaN(date.getTime()) ? '' : ` timestamp="${date.toISOString().slice(0, 19)}"`
}

const KINDS: Record<EffectiveStatus, JunitKind | 'as-the-step'> = {
  passed: 'passed',
  warning: 'passed',
  failed: 'failure',
  error: 'error',
  invalid: 'as-the-step',
  inconclusive: 'as-the-step',
  waived: 'skipped',
  skipped: 'skipped',
}

function kindOf(criterion: CriterionResult, verdict: Verdict): JunitKind {
  const kind = KINDS[effectiveStatusOf(criterion)]
  if (kind !== 'as-the-step') return kind
  return verdict.failsStep ? 'error' : 'skipped'
}

function testCase(criterion: CriterionResult, kind: JunitKind): string {
  const { source } = criterion
  const place = source.file === undefined ? '' : ` file="${attribute(source.file)}" line="${source.line}"`
  const head = `<testcase classname="load-test.${attribute(criterion.subject ?? 'criteria')}" name="${attribute(criterion.criterion)}"${place}`
  const content = resultElement(criterion, kind) + output(criterion, kind)
  return content === '' ? `${head}/>` : `${head}>${content}</testcase>`
}

function resultElement(criterion: CriterionResult, kind: JunitKind): string {
  if (kind === 'passed') return ''
  const status = effectiveStatusOf(criterion)
  const message = `message="${attribute(`${status === 'failed' ? '' : `${status}: `}${criterion.message}`)}"`
  if (kind === 'skipped') return `<skipped ${message}/>`
  return `<${kind} ${message} type="${status}">${escapeXml(clip(detailsOf(criterion), 10_000))}</${kind}>`
}

function output(criterion: CriterionResult, kind: JunitKind): string {
  const lines = [
    effectiveStatusOf(criterion) === 'warning'
      ? `warning: ${criterion.message}\n${detailsOf(criterion)}`
      : '',
    kind === 'skipped' ? detailsOf(criterion) : '',
    kind === 'passed' && effectiveStatusOf(criterion) === 'passed' && criterion.usual
      ? detailsOf(criterion)
      : '',
    partialInWords(criterion),
  ].filter((line) => line !== '')
  return lines.length === 0 ? '' : `<system-out>${escapeXml(clip(lines.join('\n'), 10_000))}</system-out>`
}

function detailsOf(criterion: CriterionResult): string {
  return [
    criterion.observed === undefined ? '' : `observed: ${criterion.observed}`,
    criterion.limit === undefined ? '' : `limit: ${criterion.limit}`,
    criterion.margin === undefined ? '' : `margin: ${criterion.margin}`,
    ...(criterion.breaches ?? [])
      .slice(0, 20)
      .map((breach) => `${visibleName(breach.label, 200)}: ${breach.observed}`),
    usualInWords(criterion),
    criterion.waiver === undefined ? '' : waiverInWords(criterion.waiver),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

function attribute(text: string): string {
  return escapeXml(oneLine(clip(text, 2000)))
}
