import type { Measurements } from '../measurements/model.ts'
import type { Answers } from '../criteria/answers.ts'
import type { CriterionEntry } from '../criteria/language/criterion-entry.ts'
import { whyNoBaseline } from './comparable-baseline.ts'
import { worstFirst } from './outcome/effective-status.ts'
import { type DataTrouble, fileNeeded, troubleWith } from './data-needs.ts'
import { judgeCriterion, type Judgment } from './judge-criterion.ts'
import type { Criterion } from '../criteria/language/criterion.ts'
import { judgeAgainstUsual } from './against-usual/judge-against-usual.ts'
import type { Rerun } from './against-usual/settling-text.ts'
import { runFiguresOf } from './against-usual/run-figures.ts'
import { wantedFigures } from './against-usual/usual-entries.ts'
import type { RunFigures } from './usual/model.ts'
import type { PercentileOf } from './observe/observation.ts'
import type { BaselineUse, CriterionResult } from './verdict.ts'
import { isWaiverActive, waiverText } from '../criteria/language/waiver.ts'
import type { XPathOutcome } from '../criteria/xpath/xpath-outcome.ts'

/** Everything that is needed to judge criteria. Times are milliseconds since 1970. */
export interface JudgeContext {
  /** What the data of the run's service can answer. */
  answers: Answers
  /** Absent if no file could be read: then every criterion of the language is inconclusive. */
  measurements?: Measurements
  percentileOf: PercentileOf
  /** `measurements` is set only if `use.status` is `used`. Absent if no baseline was requested. */
  baseline?: { use: BaselineUse; measurements?: Measurements }
  usual?: AskedUsual
  troubles: readonly DataTrouble[]
  /** Evaluates expressions on `testreport.xml`; absent if there is no such file. */
  judgeXPath?: (expressions: readonly string[]) => Promise<Map<string, XPathOutcome>>
  nowMs: number
}

export interface AskedUsual {
  /** Other runs of this commit, oldest first: those before this one, and those after it. */
  before?: readonly RunFigures[]
  after?: readonly RunFigures[]
  /** All comparable earlier runs, oldest first. If absent, the baseline is the only one. */
  history?: readonly RunFigures[]
  /** Why runs of this commit may be missing, as one sentence: then nothing passes. */
  doubt?: string
  /** What has to run again to add another run of this commit; absent if nothing can. */
  rerun?: Rerun
}

type SharedContext = JudgeContext & { criteriaCount: number; byUsual: Map<CriterionEntry, Judgment> }

/** Judges every criterion. The results are sorted as by `worstFirst`. Never throws. */
export async function judge(
  entries: readonly CriterionEntry[],
  context: JudgeContext,
): Promise<CriterionResult[]> {
  const xpath = await xpathOutcomes(entries, context)
  const shared = { ...context, criteriaCount: entries.length, byUsual: judgedByUsual(entries, context) }
  return worstFirst(entries.map((entry) => resultOf(entry, judgmentOf(entry, shared, xpath), context.nowMs)))
}

async function xpathOutcomes(
  entries: readonly CriterionEntry[],
  { judgeXPath }: JudgeContext,
): Promise<Map<string, XPathOutcome>> {
  const expressions = entries.flatMap(({ enabled, test }) =>
    enabled && test.kind === 'xpath' ? [test.expression] : [],
  )
  return expressions.length === 0 || !judgeXPath ? new Map() : judgeXPath(expressions)
}

function judgmentOf(
  entry: CriterionEntry,
  context: SharedContext,
  xpath: Map<string, XPathOutcome>,
): Judgment {
  if (!entry.enabled) return { status: 'skipped', message: 'Disabled in the criteria file.' }
  const file = fileNeeded(entry, context.answers)
  const missing = troubleWith(context.troubles, file, 'missing')
  if (missing && !readFromRawResult(entry, context)) return withoutData(missing.reason)
  const judgment =
    entry.test.kind === 'xpath'
      ? xpathJudgment(entry.test.expression, context, xpath)
      : measureJudgment(entry, entry.test.criterion, context)
  return withTroubles(judgment, file, context)
}

/**
 * The raw result has the same names for actions and transactions, so they can be judged without the report.
 */
function readFromRawResult({ test }: CriterionEntry, { answers, measurements }: JudgeContext): boolean {
  if (test.kind === 'xpath' || !answers.hasReport) return false
  const { subject } = test.criterion
  if (subject !== 'actions' && subject !== 'transactions') return false
  return measurements?.subjects[subject]?.source === 'xlt-timers'
}

function measureJudgment(entry: CriterionEntry, criterion: Criterion, context: SharedContext): Judgment {
  const { measurements, percentileOf, criteriaCount, answers } = context
  const judgment = context.byUsual.get(entry)
  if (judgment) return judgment
  const { limit } = criterion
  if (!measurements || limit.kind === 'usual')
    return withoutData('None of the results of the run could be read.')
  const baseline = baselineData(context.baseline)
  const data = { measurements, percentileOf, baseline, criteriaCount, answers }
  return judgeCriterion({ ...criterion, limit }, data)
}

function judgedByUsual(
  entries: readonly CriterionEntry[],
  { measurements, percentileOf, baseline, usual, answers }: JudgeContext,
): Map<CriterionEntry, Judgment> {
  const wanted = wantedFigures(entries)
  if (!measurements || wanted.size === 0) return new Map()
  const figures = (run: Measurements): RunFigures => runFiguresOf(run, wanted, percentileOf)
  const only = baselineData(baseline)
  const history = usual?.history?.length
    ? usual.history
    : 'absent' in only
      ? only
      : [figures(only.measurements)]
  const runs = [...(usual?.before ?? []), figures(measurements), ...(usual?.after ?? [])]
  return judgeAgainstUsual(entries, {
    measurements,
    percentileOf,
    runs,
    history,
    criteriaCount: entries.length,
    answers,
    ...(usual?.doubt !== undefined && { doubt: usual.doubt }),
    ...(usual?.rerun && { rerun: usual.rerun }),
  })
}

function baselineData(
  baseline: JudgeContext['baseline'],
): { measurements: Measurements } | { absent: string } {
  if (!baseline) return { absent: "There is no baseline to compare with: set the input 'baseline'." }
  const { use, measurements } = baseline
  if (use.status === 'used' && measurements) return { measurements }
  return { absent: whyNoBaseline(use) }
}

function xpathJudgment(
  expression: string,
  { answers }: JudgeContext,
  outcomes: Map<string, XPathOutcome>,
): Judgment {
  const outcome = outcomes.get(expression)
  if (outcome) return { status: outcome.status, message: outcome.message }
  const message = answers.hasReport
    ? 'There is no testreport.xml for XPath.'
    : `${answers.service} has no testreport.xml for XPath.`
  return { status: 'error', message }
}

const withoutData = (reason: string): Judgment => ({
  status: 'inconclusive',
  inconclusiveBecause: 'data',
  message: reason,
})

/**
 * A percentile from the raw result needs that file too. If it is missing, the criterion is inconclusive, and
 * not an error.
 */
function withTroubles(judgment: Judgment, file: string, { troubles, answers }: JudgeContext): Judgment {
  const resultMissing = answers.hasReport ? troubleWith(troubles, 'result', 'missing') : undefined
  if (judgment.inResult && resultMissing) return withoutData(`${judgment.message} ${resultMissing.reason}`)
  const partial = troubles.find(
    (trouble) =>
      trouble.kind === 'partial' &&
      (trouble.file === file || (trouble.file === 'result' && judgment.readRaw)),
  )
  return partial ? { ...judgment, partialData: partial.reason } : judgment
}

function resultOf(entry: CriterionEntry, judgment: Judgment, nowMs: number): CriterionResult {
  const { readRaw: _raw, inResult: _inResult, message, shortMessage, ...rest } = judgment
  const broken = judgment.status === 'failed' || judgment.status === 'error'
  const active = entry.waiver !== undefined && isWaiverActive(entry.waiver, nowMs)
  const withOwn = (text: string): string => {
    if (!broken || !entry.message) return text
    return text === '' ? entry.message : `${entry.message} (${text})`
  }
  const detail = withOwn(message)
  return {
    id: entry.id,
    criterion: entry.text,
    severity: entry.severity,
    ...rest,
    message: broken && entry.waiver ? `${closed(detail)} ${waiverText(entry.waiver, active)}` : detail,
    ...(shortMessage !== undefined && { shortMessage: withOwn(shortMessage) }),
    ...(entry.waiver && { waiver: { ...entry.waiver, active } }),
    source: entry.source,
  }
}

const closed = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)
