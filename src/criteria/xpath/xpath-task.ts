import { evaluateXPathCriteria, findXPathFaults, type OpenReport } from './xpath-criteria.ts'
import type { XPathOutcome } from './xpath-outcome.ts'

/** The request to the process that evaluates XPath. Plain JSON. */
export interface XPathTask {
  expressions: string[]
  /** `testreport.xml`, or the archive that contains it; absent if the expressions are only checked. */
  reportPath?: string
}

/** The response: first that the expressions come next, then an outcome for each in order. */
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
