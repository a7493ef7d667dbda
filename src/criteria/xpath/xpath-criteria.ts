import { messageOf } from '../../foundation/errors.ts'
import { clip } from '../../foundation/one-line.ts'
import { ReportTooLargeError, readReportDocument } from './report-document.ts'
import { ReportDocument, reportFacade } from './report-nodes.ts'
import { type OptionalPart, reportPartsNamed, wordsOf } from './xpath-names.ts'
import { faultsIn, type XPathOutcome } from './xpath-outcome.ts'

/** Opens `testreport.xml` at its beginning, as bytes in UTF-8; may be called more than once. */
export type OpenReport = () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>

/** Called during the work: once before the first expression, and then with each outcome. */
export type TellXPath = (told: { begins: true } | { outcome: XPathOutcome }) => Promise<void>

type Evaluate = (expression: string, document: ReportDocument) => unknown[]

/**
 * Evaluates XPath 3.1 expressions over the report, and returns an outcome for each. An expression that is
 * faulty or does not return a single boolean is an error, as in XLT's own checker; if the report can't be
 * read, every expression is. There is no limit on what an expression uses, so this runs in a separate
 * process.
 */
export async function evaluateXPathCriteria(
  expressions: readonly string[],
  openReport: OpenReport,
  tell: TellXPath = async () => undefined,
): Promise<Map<string, XPathOutcome>> {
  const evaluate = await loadEvaluator()
  const read = await documentFor(expressions, openReport).catch((error: unknown) => unread(error))
  return outcomesOf(
    expressions,
    (expression) => ('status' in read ? read : outcomeOf(expression, read, evaluate)),
    tell,
  )
}

/**
 * Returns the faults that can be found without a report: syntax, unknown functions, variables and prefixes.
 * The library compiles only what it evaluates, so the expression is evaluated as the body of a function that
 * is never called. Faults that depend on the data are not reported.
 */
export async function findXPathFaults(
  expressions: readonly string[],
  tell: TellXPath = async () => undefined,
): Promise<Map<string, string>> {
  const evaluate = await loadEvaluator()
  const document = new ReportDocument()
  const outcomes = await outcomesOf(
    expressions,
    (expression) => compiled(expression, document, evaluate),
    tell,
  )
  return faultsIn(outcomes)
}

async function outcomesOf(
  expressions: readonly string[],
  outcome: (expression: string) => XPathOutcome,
  tell: TellXPath,
): Promise<Map<string, XPathOutcome>> {
  await tell({ begins: true })
  const outcomes = new Map<string, XPathOutcome>()
  for (const expression of expressions) {
    const found = outcome(expression)
    outcomes.set(expression, found)
    await tell({ outcome: found })
  }
  return outcomes
}

function compiled(expression: string, document: ReportDocument, evaluate: Evaluate): XPathOutcome {
  const fault = (text: string): string | undefined => {
    try {
      evaluate(text, document)
      return undefined
    } catch (error) {
      const message = xpathMessage(error)
      return /^XPST\d+/.test(message) ? message : undefined
    }
  }
  // A line break ends nothing in XPath; an unclosed comment needs its own end.
  if (fault(`function() { ${expression}\n}`) === undefined) return { status: 'passed', message: '' }
  // Now the words and places refer to the expression itself.
  const message = fault(expression)
  return message === undefined ? { status: 'passed', message: '' } : { status: 'error', message }
}

function unread(error: unknown): XPathOutcome {
  const message =
    error instanceof ReportTooLargeError
      ? error.message
      : `testreport.xml cannot be read: ${messageOf(error)}`
  return { status: 'error', message }
}

async function loadEvaluator(): Promise<Evaluate> {
  const { default: fontoxpath } = await import('fontoxpath')
  const { evaluateXPath } = fontoxpath
  const options = {
    language: evaluateXPath.XPATH_3_1_LANGUAGE,
    // By default, `trace()` writes to the console, where a line may be a command to the runner.
    logger: { trace: () => undefined },
  }
  const { ALL_RESULTS_TYPE } = evaluateXPath
  return (expression, document) => {
    const results: unknown = evaluateXPath(
      expression,
      document,
      reportFacade,
      null,
      ALL_RESULTS_TYPE,
      options,
    )
    return Array.isArray(results) ? results : [results]
  }
}

/**
 * Reads the report without the parts that no expression can refer to; reads it again if one of them turns out
 * to be named.
 */
async function documentFor(expressions: readonly string[], openReport: OpenReport): Promise<ReportDocument> {
  const keep = reportPartsNamed(expressions)
  const { document, leftOut } = await readReportDocument(await openReport(), keep)
  const words = wordsOf(expressions)
  const needed = [...leftOut].filter(([, names]) => [...names].some((name) => words.has(name)))
  if (needed.length === 0) return document
  // Not awaited here: this frame would keep the first document in memory besides the second one.
  return readAgain(openReport, new Set([...keep, ...needed.map(([part]) => part)]))
}

async function readAgain(openReport: OpenReport, keep: ReadonlySet<OptionalPart>): Promise<ReportDocument> {
  return (await readReportDocument(await openReport(), keep)).document
}

function outcomeOf(expression: string, document: ReportDocument, evaluate: Evaluate): XPathOutcome {
  try {
    const results = evaluate(expression, document)
    const [value] = results
    if (results.length === 1 && typeof value === 'boolean') {
      return value
        ? { status: 'passed', message: 'The expression is true.' }
        : { status: 'failed', message: 'The expression is false.' }
    }
    return { status: 'error', message: notBoolean(results) }
  } catch (error) {
    return { status: 'error', message: `XPath: ${xpathMessage(error)}` }
  }
}

function notBoolean(results: unknown[]): string {
  const advice = 'Compare it with something, or wrap it in exists(…) or boolean(…).'
  return `The expression returns ${kindOf(results)} instead of true or false. ${advice}`
}

function kindOf(results: unknown[]): string {
  const [value] = results
  if (results.length === 0) return 'nothing'
  if (results.length > 1) return `${results.length.toLocaleString('en-US')} items`
  if (typeof value === 'string') return `the string '${clip(value, 40)}'`
  return typeof value === 'number' ? `the number ${value}` : 'a node'
}

/**
 * The code and the sentence of an XPath error, without the stacks and the lists of expected tokens that the
 * library adds.
 */
function xpathMessage(error: unknown): string {
  const text = messageOf(error)
  const found = /X[PQ][A-Z]{2}\d{4}[^\n]*|[A-Z]{4}\d{4}[^\n]*/.exec(text)?.[0] ?? text
  const place = /at <>:(\d+):(\d+)/.exec(text)
  const sentence = found.replace(/ Expected .*$/s, '').trim()
  return place && sentence.startsWith('XPST0003')
    ? `${clip(sentence, 300)} Line ${place[1]}, column ${place[2]} of the expression.`
    : clip(sentence, 300)
}
