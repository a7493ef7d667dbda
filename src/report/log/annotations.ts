import type { CriterionResult, Verdict } from '../../verdict/verdict.ts'
import { clip, oneLine } from '../../foundation/one-line.ts'
import { formatCounted } from '../../foundation/format.ts'
import { countsInWords, countStatuses, STATUS_WORDS, verdictWords } from '../verdict-words.ts'
import { effectiveStatusOf, worstFirst } from '../../verdict/outcome/effective-status.ts'
import { breachCount, messageInWords, partialInWords, waiverInWords } from '../criterion-words.ts'
import { changesOfUsual } from '../figures/usual-changes.ts'

/** A note that GitHub shows at a line of a file; `message` may have several lines. */
export interface Annotation {
  level: 'error' | 'warning' | 'notice'
  title: string
  message: string
  file?: string
  line?: number
}

export interface AnnotationContext {
  /** For criteria in the input `criteria`: `.github/workflows/load.yml`; their line in it is unknown. */
  workflowFile?: string
  nowMs: number
}

// GitHub keeps ten annotations of each level for a step, and cuts messages at 4,096 characters.
const MOST_BESIDE_VERDICT = 9
const MOST_MESSAGE_CHARACTERS = 4_000
const MOST_TITLE_CHARACTERS = 200
const SOON_MS = 14 * 86_400_000

/** The verdict, the worst criteria, and waivers that end soon; at most ten of each level. */
export function annotationsFor(verdict: Verdict, context: AnnotationContext): Annotation[] {
  const sorted = worstFirst(verdict.criteria)
  const failing = verdict.failsStep ? sorted.filter((criterion) => isBlamed(criterion, verdict)) : []
  // Criteria that did not make the step fail are warnings: all of them, if the step does not fail.
  const other = sorted.filter(
    (criterion) => isNoted(criterion) && !failing.includes(criterion) && !isSaid(criterion, verdict),
  )
  return [
    ...verdictWith(verdict, failing, context),
    ...warningsFor(verdict, other, context),
    ...changedUsual(verdict),
    ...endingWaivers(sorted, context),
  ]
}

/** One note for all changes: nothing is wrong, but later runs will be compared with other values. */
function changedUsual(verdict: Verdict): Annotation[] {
  const changes = changesOfUsual(verdict)
  if (changes.length === 0) return []
  return [{ level: 'notice', title: 'Load test: the usual has changed', message: messageOf(changes) }]
}

function isNoted(criterion: CriterionResult): boolean {
  return ['failed', 'error', 'invalid', 'inconclusive', 'warning'].includes(effectiveStatusOf(criterion))
}

/** A missing baseline is reported once, with the verdict. */
function isSaid({ lacksBaseline }: CriterionResult, { reason }: Verdict): boolean {
  return lacksBaseline === true && reason === 'baseline'
}

/** Whether the criterion is one of those that made the step fail. */
function isBlamed(criterion: CriterionResult, { outcome }: Verdict): boolean {
  const status = effectiveStatusOf(criterion)
  if (outcome === 'failed') return status === 'failed' || status === 'error'
  return outcome === 'inconclusive' && (status === 'invalid' || status === 'inconclusive')
}

function verdictWith(verdict: Verdict, failing: CriterionResult[], context: AnnotationContext): Annotation[] {
  if (!verdict.failsStep) return []
  const shown = failing.slice(0, MOST_BESIDE_VERDICT)
  const counts = verdict.criteria.length === 0 ? '' : `${countsInWords(countStatuses(verdict.criteria))}.`
  return [
    {
      level: 'error',
      title: titleOf(`Load test: ${verdictWords(verdict)}`),
      message: messageOf([verdict.message, counts, unshown(failing.length - shown.length)]),
    },
    ...shown.map((criterion) => annotationOf(criterion, 'error', context)),
  ]
}

function warningsFor(verdict: Verdict, other: CriterionResult[], context: AnnotationContext): Annotation[] {
  if (verdict.nothingJudged) {
    const title = titleOf(`Load test: ${verdictWords(verdict)}`)
    const cure = "Set the input 'criteria' or 'criteria-file'."
    return [{ level: 'warning', title, message: messageOf([verdict.message, cure]) }]
  }
  const isQuiet = !verdict.failsStep && !['passed', 'started', 'cancelled'].includes(verdict.outcome)
  const isTooMany = other.length > MOST_BESIDE_VERDICT
  const shown = other
    .slice(0, MOST_BESIDE_VERDICT)
    .map((criterion) => annotationOf(criterion, 'warning', context))
  if (!isQuiet && !isTooMany) return shown
  const head: Annotation = {
    level: 'warning',
    title: titleOf(`Load test: ${verdictWords(verdict)}`),
    message: messageOf([
      isQuiet ? `${verdict.message}\nThe step does not fail: 'fail-on' does not include this.` : '',
      unshown(other.length - shown.length),
    ]),
  }
  return [head, ...shown]
}

function unshown(count: number): string {
  return count === 0
    ? ''
    : `${formatCounted(count, 'more criterion is', 'more criteria are')} not shown as annotations.`
}

function annotationOf(
  criterion: CriterionResult,
  level: Annotation['level'],
  context: AnnotationContext,
): Annotation {
  const place = [
    criterion.observed && `observed ${criterion.observed}`,
    criterion.limit && `limit ${criterion.limit}`,
  ]
  const breaches = (criterion.breaches ?? [])
    .slice(0, 10)
    .map((breach) => `  ${breach.label}: ${breach.observed}`)
  const restOfBreaches = breachCount(criterion) - breaches.length
  return {
    level,
    // The effective status replaces the prefixes `warn:` and `valid:`.
    title: titleOf(
      `${STATUS_WORDS[effectiveStatusOf(criterion)].word}: ${criterion.criterion.replace(/^(warn|valid):\s*/, '')}`,
    ),
    message: messageOf([
      messageInWords(criterion),
      place.filter(Boolean).join(', '),
      ...breaches,
      restOfBreaches > 0 && breaches.length > 0 ? `  and ${restOfBreaches} more labels` : '',
      partialInWords(criterion),
      criterion.waiver === undefined ? '' : waiverInWords(criterion.waiver),
    ]),
    ...placeOf(criterion, context),
  }
}

function placeOf(
  { source }: CriterionResult,
  { workflowFile }: AnnotationContext,
): { file?: string; line?: number } {
  if (source.file !== undefined) return { file: source.file, line: source.line }
  // Lines of the input count from its own first line, and its place in the workflow is unknown.
  return workflowFile === undefined ? {} : { file: workflowFile }
}

function endingWaivers(criteria: readonly CriterionResult[], context: AnnotationContext): Annotation[] {
  const ending = criteria
    .flatMap((criterion) => {
      const { waiver } = criterion
      // A waiver is active until the end of its day, UTC.
      const endMs = waiver === undefined ? NaN : Date.parse(`${waiver.until}T00:00:00Z`) + 86_400_000
      const isSoon = waiver?.active === true && endMs - context.nowMs <= SOON_MS
      return isSoon ? [{ criterion, waiver, endMs }] : []
    })
    .sort((a, b) => a.endMs - b.endMs)
  const shown = ending.slice(0, MOST_BESIDE_VERDICT)
  const rest = ending.length - shown.length
  return shown.map(({ criterion, waiver }, index) => ({
    level: 'notice',
    title: titleOf(`Waiver ends ${waiver.until}: ${criterion.criterion}`),
    message: messageOf([
      waiverInWords(waiver),
      index === 0 && rest > 0 ? `${formatCounted(rest, 'more waiver ends', 'more waivers end')} soon.` : '',
    ]),
    ...placeOf(criterion, context),
  }))
}

function titleOf(text: string): string {
  return clip(oneLine(text), MOST_TITLE_CHARACTERS)
}

function messageOf(lines: readonly string[]): string {
  const known = lines.flatMap((line) => line.split('\n')).map((line) => line.replace(/\s+$/, ''))
  const text = known
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('  ') ? '  ' : '') + oneLine(line))
  return clip(text.join('\n'), MOST_MESSAGE_CHARACTERS) || 'No details.'
}
