import { childOf, nameOf, numberOf, textOf, type XmlNode } from '../../formats/xml-items.ts'
import { MOST_KINDS } from '../errors/error-kind-counter.ts'
import { maskedText } from '../errors/masked-sample.ts'
import type { ErrorKind, ErrorKinds, RunEvent } from '../model.ts'
import { shortName } from '../totals/long-names.ts'

/** More than a report normally has; the most frequent of them are kept. */
const MOST_READ = 5000
const FIRST_ERROR_CODE = 400

const SECTIONS = ['errors', 'responseCodes', 'events']

/** What XLT's report says about errors: messages by test case, response codes of all requests, events. */
export class ReportErrors {
  readonly #kinds: ErrorKind[] = []
  #codes: { code: string; count: number }[] | undefined
  readonly #events: RunEvent[] = []
  #unread = 0

  isSection(name: string): boolean {
    return SECTIONS.includes(name)
  }

  add(section: string, item: XmlNode): void {
    if (section === 'responseCodes') this.#addCode(item)
    else if (section === 'errors') this.#addError(item)
    else this.#addEvent(item)
  }

  /**
   * The errors of transactions. Absent if the report lists none, because old reports do not list them even if
   * there were some.
   */
  ofTransactions(): ErrorKinds | undefined {
    if (this.#kinds.length === 0) return undefined
    const sorted = this.#kinds.toSorted((a, b) => b.count - a.count)
    const rest = sorted.slice(MOST_KINDS).reduce((sum, { count }) => sum + count, this.#unread)
    return { kinds: sorted.slice(0, MOST_KINDS), ...(rest > 0 && { unlistedErrors: rest }) }
  }

  /** The errors of all requests together: the report does not say which request had which code. */
  ofRequests(): ErrorKinds | undefined {
    return this.#codes && { codes: this.#codes.toSorted((a, b) => b.count - a.count) }
  }

  events(): RunEvent[] {
    return this.#events.toSorted((a, b) => b.count - a.count).slice(0, MOST_KINDS)
  }

  #addError(item: XmlNode): void {
    const count = countOf(item, 'count')
    const message = textOf(item, 'message') ?? textOf(item, 'trace')?.split('\n')[0]
    if (count === 0) return
    if (this.#kinds.length >= MOST_READ) {
      this.#unread += count
      return
    }
    const label = shortName(nameOf(item, 'testCaseName') ?? '(no name)')
    this.#kinds.push({ label, count, ...(message !== undefined && { message: maskedText(message) }) })
  }

  #addCode(item: XmlNode): void {
    const codes = (this.#codes ??= [])
    const code = numberOf(textOf(item, 'code'))
    const isError = code !== undefined && (code === 0 || (code >= FIRST_ERROR_CODE && code < 1000))
    if (!isError || !Number.isInteger(code) || codes.length >= 1000) return
    const count = countOf(item, 'count')
    if (count > 0) codes.push({ code: String(code), count })
  }

  #addEvent(item: XmlNode): void {
    const count = countOf(item, 'totalCount')
    const name = nameOf(item)
    if (count === 0 || name === undefined || this.#events.length >= MOST_READ) return
    const testCase = nameOf(item, 'testCaseName')
    const first = childOf(item, 'messages')?.children[0]
    const message = first && textOf(first, 'info')
    this.#events.push({
      name: maskedText(name),
      count,
      ...(testCase !== undefined && { testCase: shortName(testCase) }),
      ...(message !== undefined && { message: maskedText(message) }),
    })
  }
}

/** 0 if it is not a whole number of at least one. */
function countOf(item: XmlNode, name: string): number {
  const count = numberOf(textOf(item, name))
  return count !== undefined && Number.isSafeInteger(count) && count > 0 ? count : 0
}
