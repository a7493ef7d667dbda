import type { Subject } from './language/criterion.ts'

/** What criteria can ask of the data that a service's runs leave. Whatever else they ask ends in error. */
export interface Answers {
  /** The service, for people. */
  service: string
  subjects: readonly Subject[]
  /** True where a run leaves XLT's report: most criteria are judged by it, and XPath is evaluated on its testreport.xml. */
  hasReport: boolean
  /** What does not state the memory of agents, for people; absent where it is stated. */
  withoutMemory?: string
}

/** `requests and agents`. */
export function subjectsInWords({ subjects }: Answers): string {
  const last = subjects.at(-1) ?? ''
  return subjects.length < 2 ? last : `${subjects.slice(0, -1).join(', ')} and ${last}`
}
