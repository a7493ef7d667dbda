import { formatSpan } from '../../../foundation/format.ts'
import { HttpError } from '../../../platform/http/http.ts'
import type { XtcApi } from '../api.ts'
import type { LoadTest, LoadTestPage } from '../contract.ts'

export interface LoadTestList {
  /** Newest (highest number) first. */
  loadTests: LoadTest[]
  /** Entries that nobody can read, as they came. */
  unreadable: string[]
}

export interface ListOptions {
  budgetMs: number
  /** Whether a page that fails is asked for again. */
  patiently: boolean
}

/** What a service may answer that is asked for the page behind its last one. */
const NO_SUCH_PAGE = [400, 404, 416]

/**
 * All load tests of the project, or an error: a list that is not whole would hide a run, and a second one would be
 * started. What pages say of their size is not relied on: there are more until one is empty, repeats what was read, or
 * is shorter than the first.
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
    for (const entry of page.unreadable) unreadable.add(entry)
    const length = page.loadTests.length + page.unreadable.length
    entries += length
    firstLength ??= length
    if (found.size + unreadable.size === known) break
    path = page.next ?? (length < firstLength ? undefined : contract.pageFrom?.(entries))
    if (path === undefined) break
  }
  return { loadTests: [...found.values()].sort((a, b) => b.number - a.number), unreadable: [...unreadable] }
}

/** Whether nobody but us says that there is such a page. */
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
    return patiently ? await api.patiently(call, parse, budgetMs) : await api.once(call, parse)
  } catch (error) {
    const isNone = error instanceof HttpError && error.kind === 'status' && mayBeNone
    if (isNone && NO_SUCH_PAGE.includes(error.status ?? 0)) return { loadTests: [], unreadable: [] }
    throw error
  }
}

function endless(pages: number, loadTests: number, { budgetMs }: ListOptions): HttpError {
  return new HttpError(
    `The list of load tests did not come to its end within ${formatSpan(budgetMs)} (${pages} pages, ${loadTests} load tests).`,
    { kind: 'stalled' },
  )
}
