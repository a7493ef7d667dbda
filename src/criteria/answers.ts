import type { Subject } from './language/criterion.ts'

/** What criteria can use from the data of a service's runs. Anything else ends in an error. */
export interface Answers {
  /** The name of the service, for people. */
  service: string
  subjects: readonly Subject[]
  /**
   * True if a run has XLT's report: most criteria are judged by it, and XPath is evaluated on its
   * testreport.xml.
   */
  hasReport: boolean
  /** What doesn't include the memory of agents, for people; absent if it is included. */
  withoutMemory?: string
}

/** `requests and agents`. */
export function subjectsInWords({ subjects }: Answers): string {
  const last = subjects.at(-1) ?? ''
  return subjects.length < 2 ? last : `${subjects.slice(0, -1).join(', ')} and ${last}`
}
