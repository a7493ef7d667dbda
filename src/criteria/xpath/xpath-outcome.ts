export interface XPathOutcome {
  status: 'passed' | 'failed' | 'error'
  message: string
}

/** The messages of the expressions that are errors. */
export function faultsIn(outcomes: ReadonlyMap<string, XPathOutcome>): Map<string, string> {
  const faulty = [...outcomes].filter(([, { status }]) => status === 'error')
  return new Map(faulty.map(([expression, { message }]) => [expression, message]))
}
