import { boundedXPath, type XPathLimits, type XPathPorts } from './bounded-xpath.ts'
import { faultsIn, type XPathOutcome } from './xpath-outcome.ts'

/** What XPath criteria are asked of: expressions are foreign, and none may harm or hold up the step. */
export interface XPathJudge {
  /** What is wrong with expressions, as far as it can be told without a report. */
  faultsOf(expressions: readonly string[]): Promise<Map<string, string>>
  /** Whether expressions hold for `testreport.xml`, or the one in the archive. */
  judge(expressions: readonly string[], reportPath: string): Promise<Map<string, XPathOutcome>>
}

/** A report of 50 MB needs half of it. */
const MEMORY_MB = 1000
export const XPATH_LIMITS: Record<'check' | 'judge', XPathLimits> = {
  check: { deadlineMs: 20_000, turnMs: 5000, memoryMb: MEMORY_MB },
  judge: { deadlineMs: 60_000, turnMs: 5000, memoryMb: MEMORY_MB },
}

/** `signal` gives the signal of the step's cancel, as it is when the work begins. */
export function createXPathJudge(
  { signal, ...ports }: Omit<XPathPorts, 'signal'> & { signal: () => AbortSignal },
  limits = XPATH_LIMITS,
): XPathJudge {
  return {
    faultsOf: async (expressions) => {
      const cancel = signal()
      const task = { expressions: [...expressions] }
      const outcomes = await boundedXPath(task, limits.check, { ...ports, signal: cancel })
      // A cancel is nobody's fault.
      return cancel.aborted ? new Map() : faultsIn(outcomes)
    },
    judge: (expressions, reportPath) =>
      boundedXPath({ expressions: [...expressions], reportPath }, limits.judge, {
        ...ports,
        signal: signal(),
      }),
  }
}
