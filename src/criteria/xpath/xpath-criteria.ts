import { messageOf } from '../../foundation/errors.ts'
import { ReportTooLargeError, readReportDocument } from './report-document.ts'
import { ReportDocument, reportFacade } from './report-nodes.ts'
import type { OptionalPart } from './xpath-names.ts'
import { reportPartsNamed, wordsOf } from './xpath-names.ts'

/** Opens `testreport.xml` from its beginning, as bytes in UTF-8; may be called more than once. */
export type OpenReport = () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>

export interface XPathOutcome {
  status: 'passed' | 'failed' | 'error'
  message: string
}

type Evaluate = (expression: string, document: ReportDocument) => unknown[]

/**
 * Evaluates XPath 3.1 expressions over the report, by expression. An expression that is faulty or does not give one
 * boolean is an error, as in XLT's own checker; so is every expression when the report can't be read.
 */
export async function evaluateXPathCriteria(
  expressions: readonly string[],
  openReport: OpenReport,
): Promise<Map<string, XPathOutcome>> {
  const evaluate = await loadEvaluator()
  let document: ReportDocument
  try {
    document = await documentFor(expressions, openReport)
  } catch (error) {
    const message =
      error instanceof ReportTooLargeError
        ? error.message
        : `testreport.xml can not be read: ${messageOf(error)}`
    return new Map(expressions.map((expression) => [expression, { status: 'error', message }]))
  }
  return new Map(expressions.map((expression) => [expression, outcomeOf(expression, document, evaluate)]))
}

/**
 * The faults that can be told without a report: syntax, unknown functions, variables and prefixes; by expression.
 * Evaluating on an empty document is how the library compiles; what only fails on data is not reported.
 */
export async function findXPathFaults(expressions: readonly string[]): Promise<Map<string, string>> {
  const faults = new Map<string, string>()
  if (expressions.length === 0) return faults
  const evaluate = await loadEvaluator()
  const document = new ReportDocument()
  for (const expression of expressions) {
    try {
      evaluate(expression, document)
    } catch (error) {
      const message = xpathMessage(error)
      if (/^XPST\d+/.test(message)) faults.set(expression, message)
    }
  }
  return faults
}

async function loadEvaluator(): Promise<Evaluate> {
  const { default: fontoxpath } = await import('fontoxpath')
  const { evaluateXPath } = fontoxpath
  return (expression, document) => {
    const results: unknown = evaluateXPath(
      expression,
      document,
      reportFacade,
      null,
      evaluateXPath.ALL_RESULTS_TYPE,
      {
        language: evaluateXPath.XPATH_3_1_LANGUAGE,
      },
    )
    return Array.isArray(results) ? results : [results]
  }
}

/** Reads the report without the parts that no expression can see; a second time if one turns out to be named. */
async function documentFor(expressions: readonly string[], openReport: OpenReport): Promise<ReportDocument> {
  const keep = reportPartsNamed(expressions)
  const { document, leftOut } = await readReportDocument(await openReport(), keep)
  const words = wordsOf(expressions)
  const needed = [...leftOut].filter(([, names]) => [...names].some((name) => words.has(name)))
  if (needed.length === 0) return document
  // Not awaited here: this frame would keep the first document in memory beside the second.
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
  return `The expression gives ${kindOf(results)} instead of true or false. ${advice}`
}

function kindOf(results: unknown[]): string {
  const [value] = results
  if (results.length === 0) return 'nothing'
  if (results.length > 1) return `${results.length.toLocaleString('en-US')} items`
  if (typeof value === 'string') return `the string '${value.slice(0, 40)}'`
  return typeof value === 'number' ? `the number ${value}` : 'a node'
}

/** The code and the sentence of an XPath error; the library adds stacks, and every token it would have accepted. */
function xpathMessage(error: unknown): string {
  const text = messageOf(error)
  const found = /X[PQ][A-Z]{2}\d{4}[^\n]*|[A-Z]{4}\d{4}[^\n]*/.exec(text)?.[0] ?? text
  const place = /at <>:(\d+):(\d+)/.exec(text)
  const sentence = found.replace(/ Expected .*$/s, '').trim()
  return place && sentence.startsWith('XPST0003')
    ? `${sentence} Line ${place[1]}, column ${place[2]} of the expression.`
    : sentence.slice(0, 300)
}
