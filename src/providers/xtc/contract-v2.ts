import * as z from 'zod/mini'
import {
  dataOf,
  parseLoadTest,
  parseStatusOf,
  type ArchiveKind,
  type DocumentKind,
  type LoadTestDetails,
  type XtcContract,
} from './contract.ts'
import { mergePatch } from './merge-patch.ts'

const PAGE_SIZE = 100

/**
 * XTC's API v2. Documented: the noun `load-tests`, details with `url`, status with the revision, the XML endpoints, a
 * POST on the load test as its action endpoint. Assumed: the body that copies and runs, the shape of a page, the names
 * of the fields that list reports and results, the archive endpoints.
 */
export const contractV2: XtcContract = {
  version: 'v2',
  marksRuns: true,
  list: (page) => ({
    method: 'GET',
    path: page ?? `/load-tests?offset=0&limit=${PAGE_SIZE}`,
    scope: 'LOADTEST_LIST',
  }),
  parseList,
  details: (number) => ({ method: 'GET', path: `/load-tests/${number}`, scope: 'LOADTEST_DETAILS' }),
  parseDetails,
  status: (number) => ({ method: 'GET', path: `/load-tests/${number}/status`, scope: 'LOADTEST_STATUS' }),
  parseStatus: (json) => {
    const data = dataOf(json)
    const extra = z.looseObject({ revision: z.optional(z.nullable(z.string())) }).parse(data)
    return { ...parseStatusOf(data), ...(extra.revision ? { revision: extra.revision } : {}) }
  },
  start: (number, labels, extra) => ({
    method: 'POST',
    path: `/load-tests/${number}`,
    scope: 'LOADTEST_COPY_RUN',
    body: mergePatch({ action: 'runCopy', ...labels }, extra),
  }),
  parseStart: (json) => {
    const data = dataOf(json)
    const { url } = z.looseObject({ url: z.optional(z.nullable(z.string())) }).parse(data)
    return { number: parseLoadTest(data).number, ...(url ? { url } : {}) }
  },
  archive: (kind, number, details) => [...urlOf(details, kind), `/load-tests/${number}/${kind}s/1/archive`],
  document: (kind, number, details) => [...urlOf(details, kind), `/load-tests/${number}/reports/1/${kind}`],
}

function urlOf(details: LoadTestDetails | undefined, kind: ArchiveKind | DocumentKind): string[] {
  const url = details?.urls[kind]
  return url === undefined ? [] : [url]
}

const page = z.looseObject({
  items: z.array(z.unknown()),
  offset: z.optional(z.number()),
  limit: z.optional(z.number()),
  size: z.optional(z.number()),
  next: z.optional(z.nullable(z.string())),
})

function parseList(json: unknown): ReturnType<XtcContract['parseList']> {
  const data = dataOf(json)
  if (Array.isArray(data)) return { loadTests: data.map(parseLoadTest) }
  const parsed = page.parse(data)
  const loadTests = parsed.items.map(parseLoadTest)
  const next = parsed.next ?? nextPage(parsed)
  return { loadTests, ...(next === undefined ? {} : { next }) }
}

/** Without a `next`, a full page that does not reach the announced size is followed by another. */
function nextPage(parsed: z.infer<typeof page>): string | undefined {
  const end = (parsed.offset ?? 0) + parsed.items.length
  if (parsed.items.length === 0 || parsed.size === undefined || end >= parsed.size) return undefined
  return `/load-tests?offset=${end}&limit=${parsed.limit ?? PAGE_SIZE}`
}

const archive = z.looseObject({
  name: z.optional(z.nullable(z.string())),
  archiveUrl: z.optional(z.nullable(z.string())),
  testReportUrl: z.optional(z.nullable(z.string())),
  scorecardUrl: z.optional(z.nullable(z.string())),
})

function parseDetails(json: unknown): LoadTestDetails {
  const data = dataOf(json)
  const raw = z
    .looseObject({
      url: z.optional(z.nullable(z.string())),
      reports: z.optional(z.nullable(z.array(archive))),
      results: z.optional(z.nullable(z.array(archive))),
    })
    .parse(data)
  const reports = raw.reports ?? []
  const results = raw.results ?? []
  // The final result and its report are the last of their lists.
  const report = reports.at(-1)
  const urls = {
    ...(report?.archiveUrl ? { report: report.archiveUrl } : {}),
    ...(results.at(-1)?.archiveUrl ? { result: results.at(-1)?.archiveUrl as string } : {}),
    ...(report?.testReportUrl ? { 'test-report': report.testReportUrl } : {}),
    ...(report?.scorecardUrl ? { scorecard: report.scorecardUrl } : {}),
  }
  const archiveNames = [...reports, ...results].flatMap((entry) => (entry.name ? [entry.name] : []))
  return { ...parseLoadTest(data), archiveNames, urls, ...(raw.url ? { url: raw.url } : {}) }
}
