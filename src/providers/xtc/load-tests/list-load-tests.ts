import { formatSpan } from '../../../foundation/format.ts'
import { HttpError } from '../../../platform/http/http.ts'
import type { XtcApi } from '../api.ts'
import type { LoadTest, LoadTestPage } from '../contracts/contract.ts'

export interface LoadTestList {
  /** Newest (highest number) first. */
  loadTests: LoadTest[]
  /** Unreadable entries, unchanged. */
  unreadable: string[]
}

export interface ListOptions {
  budgetMs: number
  /** Whether a page that fails is requested again. */
  patiently: boolean
}

/** A longer list is abandoned, and never treated as complete, because its entries are kept in memory. */
const MAX_LOAD_TESTS = 20_000
const MAX_PAGES = 2000
const MAX_LINK_CHARACTERS = 2000
/** An unreadable entry is only searched for our marker. */
const MAX_ENTRY_CHARACTERS = 20_000

/** Possible responses of a service to a request for the page after its last one. */
const NO_SUCH_PAGE = [400, 404, 416]

/**
 * All load tests of the project, or an error: an incomplete list would hide a run, and a second one would be
 * started. The size that pages report is not trusted: there are more pages until one is empty, repeats
 * earlier entries, or is shorter than the first one.
 */
export async function listLoadTests(api: XtcApi, options: ListOptions): Promise<LoadTestList> {
  const { contract, clock } = api
  const endMs = clock.monotonicMs() + options.budgetMs
  const found = new Map<number, LoadTest>()
  const unreadable = new Set<string>()
  const asked = new Set<string | undefined>()
  let firstLength: number | undefined
  let entries = 0
  let path: string | undefined
  while (!asked.has(path)) {
    asked.add(path)
    const leftMs = endMs - clock.monotonicMs()
    if (leftMs <= 0) throw endless(asked.size - 1, found.size, options)
    const page = await askFor(api, path, { ...options, budgetMs: leftMs }, isGuess(api, path, entries))
    const known = found.size + unreadable.size
    for (const loadTest of page.loadTests) found.set(loadTest.number, loadTest)
    for (const entry of page.unreadable) unreadable.add(entry.slice(0, MAX_ENTRY_CHARACTERS))
    refuseTooLong(asked.size, found.size + unreadable.size, page.next)
    const length = page.loadTests.length + page.unreadable.length
    entries += length
    firstLength ??= length
    if (found.size + unreadable.size === known) break
    path = page.next ?? (length < firstLength ? undefined : contract.pageFrom?.(entries))
    if (path === undefined) break
  }
  return { loadTests: [...found.values()].sort((a, b) => b.number - a.number), unreadable: [...unreadable] }
}

/** Whether only our own calculation says that there is such a page. */
function isGuess({ contract }: XtcApi, path: string | undefined, entries: number): boolean {
  return path !== undefined && path === contract.pageFrom?.(entries)
}

async function askFor(
  api: XtcApi,
  path: string | undefined,
  { patiently, budgetMs }: ListOptions,
  mayBeNone: boolean,
): Promise<LoadTestPage> {
  const call = { ...api.contract.list(path), limitMs: budgetMs }
  const parse = (json: unknown): LoadTestPage => api.contract.parseList(json)
  try {
    return await api.listPlace.ask(call, (placed) =>
      patiently ? api.patiently(placed, parse, budgetMs) : api.once(placed, parse),
    )
  } catch (error) {
    const isNone = error instanceof HttpError && error.kind === 'status' && mayBeNone
    if (isNone && NO_SUCH_PAGE.includes(error.status ?? 0)) return { loadTests: [], unreadable: [] }
    throw error
  }
}

/** Throws if a list is longer than what is kept of a project. */
function refuseTooLong(pages: number, entries: number, next = ''): void {
  const excess =
    entries > MAX_LOAD_TESTS
      ? `more than ${MAX_LOAD_TESTS.toLocaleString('en-US')} load tests`
      : pages >= MAX_PAGES
        ? `more than ${MAX_PAGES} pages`
        : next.length > MAX_LINK_CHARACTERS
          ? 'an unusable link to its next page'
          : undefined
  if (excess === undefined) return
  throw new HttpError(
    `The list of load tests could not be read completely: it has ${excess}. Set xtc-load-test to the number of the load test, or move old ones to another project.`,
    { kind: 'unreadable', permanent: true },
  )
}

function endless(pages: number, loadTests: number, { budgetMs }: ListOptions): HttpError {
  return new HttpError(
    `The list of load tests was not complete within ${formatSpan(budgetMs)} (${pages} pages, ${loadTests} load tests).`,
    { kind: 'stalled' },
  )
}
