import { evaluateXPathCriteria, findXPathFaults, type OpenReport } from './xpath-criteria.ts'
import type { XPathOutcome } from './xpath-outcome.ts'

/** What the process that evaluates XPath is asked. Plain JSON. */
export interface XPathTask {
  expressions: string[]
  /** `testreport.xml`, or the archive that holds it; absent where expressions are only to be checked. */
  reportPath?: string
}

/** What it answers: that the expressions come next, then an outcome for each in order. */
export type XPathAnswer = { begins: true } | { outcome: XPathOutcome }

/** Does one task. A faulty expression is an outcome with the status `error`. */
export async function answerXPath(
  { expressions, reportPath }: XPathTask,
  openReport: (path: string) => ReturnType<OpenReport>,
  tell: (answer: XPathAnswer) => Promise<void>,
): Promise<void> {
  if (reportPath === undefined) await findXPathFaults(expressions, tell)
  else await evaluateXPathCriteria(expressions, () => openReport(reportPath), tell)
}
