import { boundedXPath, type XPathLimits, type XPathPorts } from './bounded-xpath.ts'
import { faultsIn, type XPathOutcome } from './xpath-outcome.ts'

/** Evaluates XPath criteria: the expressions are untrusted, and must not harm or delay the step. */
export interface XPathJudge {
  /** What is wrong with the expressions, as far as it can be found without a report. */
  faultsOf(expressions: readonly string[]): Promise<Map<string, string>>
  /** Whether the expressions are true for `testreport.xml`, or for the one in the archive. */
  judge(expressions: readonly string[], reportPath: string): Promise<Map<string, XPathOutcome>>
}

/** A report of 50 MB needs half of it. */
const MEMORY_MB = 1000
export const XPATH_LIMITS: Record<'check' | 'judge', XPathLimits> = {
  check: { deadlineMs: 20_000, turnMs: 5000, memoryMb: MEMORY_MB },
  judge: { deadlineMs: 60_000, turnMs: 5000, memoryMb: MEMORY_MB },
}

/** `signal` returns the signal for the step's cancellation, at the time when the work begins. */
export function createXPathJudge(
  { signal, ...ports }: Omit<XPathPorts, 'signal'> & { signal: () => AbortSignal },
  limits = XPATH_LIMITS,
): XPathJudge {
  return {
    faultsOf: async (expressions) => {
      const cancel = signal()
      const task = { expressions: [...expressions] }
      const outcomes = await boundedXPath(task, limits.check, { ...ports, signal: cancel })
      // A cancellation is not an error of the expressions.
      return cancel.aborted ? new Map() : faultsIn(outcomes)
    },
    judge: (expressions, reportPath) =>
      boundedXPath({ expressions: [...expressions], reportPath }, limits.judge, {
        ...ports,
        signal: signal(),
      }),
  }
}
