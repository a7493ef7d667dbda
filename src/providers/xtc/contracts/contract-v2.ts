import * as z from 'zod/mini'
import { refuseReportedError } from '../../reported-error.ts'
import { CODE_FIELDS, codeOfLoadTest, UPLOADED_FIELDS, uploadedId } from './code-archives.ts'
import type { ArchiveKind, DocumentKind, LoadTestDetails, XtcContract } from './contract.ts'
import {
  dataOf,
  LOAD_TEST_FIELDS,
  NUMBER_FIELDS,
  parseLoadTest,
  parseNumber,
  parseStatusOf,
  readEntries,
  refuseOther,
  STATE_FIELDS,
} from './load-test-answers.ts'
import { withExtras } from './run-properties.ts'

const PAGE_SIZE = 100
const text = z.optional(z.nullable(z.string()))
const page = z.looseObject({
  items: z.array(z.looseObject(LOAD_TEST_FIELDS)),
  offset: z.optional(z.number()),
  limit: z.optional(z.number()),
  size: z.optional(z.number()),
  next: text,
})
/** Entries are read one by one, so that one does not hide the others. */
const readablePage = z.looseObject({ ...page.shape, items: z.array(z.unknown()) })
const report = z.looseObject({
  name: text,
  url: text,
  archiveUrl: text,
  testReportUrl: text,
  scorecardUrl: text,
})
const result = z.looseObject({ name: text, archiveUrl: text })
const details = z.looseObject({
  ...LOAD_TEST_FIELDS,
  url: text,
  reports: z.optional(z.nullable(z.array(report))),
  results: z.optional(z.nullable(z.array(result))),
})
const status = z.looseObject({ ...STATE_FIELDS, revision: text })
const started = z.looseObject({ ...NUMBER_FIELDS, url: text })

/**
 * XTC's API v2. Documented: the noun `load-tests`, details with `url`, status with the revision, the XML
 * endpoints, a POST on the load test as its action endpoint. Assumed: the body that copies and runs (its
 * properties are in `run-properties.ts`), the form of a page, the names of the fields that list reports and results, the archive endpoints.
 */
export const contractV2: XtcContract = {
  version: 'v2',
  answers: {
    list: z.union([page, z.array(z.looseObject(LOAD_TEST_FIELDS))]),
    // The assumptions about the code must not make the details unreadable.
    details: z.looseObject({ ...details.shape, ...CODE_FIELDS }),
    status,
    start: started,
  },
  code: {
    upload: (content) => ({ method: 'POST', path: '/code-archives', scope: 'CODEARCHIVE_UPLOAD', content }),
    answer: z.looseObject(UPLOADED_FIELDS),
    parseUploaded: uploadedId,
    remove: (id) => ({
      method: 'DELETE',
      path: `/code-archives/${encodeURIComponent(id)}`,
      scope: 'CODEARCHIVE_DELETE',
    }),
  },
  // Both ways are documented.
  listPlaces: ['/load-tests', '/loadTests'],
  list: (page) => ({
    method: 'GET',
    path: page ?? `/load-tests?offset=0&limit=${PAGE_SIZE}`,
    scope: 'LOADTEST_LIST',
  }),
  parseList,
  pageFrom: (offset) => `/load-tests?offset=${offset}&limit=${PAGE_SIZE}`,
  details: (number) => ({ method: 'GET', path: `/load-tests/${number}`, scope: 'LOADTEST_DETAILS' }),
  parseDetails,
  status: (number) => ({ method: 'GET', path: `/load-tests/${number}/status`, scope: 'LOADTEST_STATUS' }),
  parseStatus: (json, asked) => {
    const data = dataOf(json)
    refuseOther(data, asked)
    const { revision } = status.parse(data)
    return { ...parseStatusOf(data), ...(revision && { revision }) }
  },
  start: (number, labels, extras) => ({
    method: 'POST',
    path: `/load-tests/${number}`,
    scope: 'LOADTEST_COPY_RUN',
    body: withExtras({ action: 'runCopy', ...labels }, extras),
  }),
  parseStart: (json) => {
    const data = dataOf(json)
    refuseReportedError(data)
    const { url } = started.parse(data)
    return { number: parseNumber(data), ...(url && { url }) }
  },
  archive: (kind, number, found) => [...urlOf(found, kind), `/load-tests/${number}/${kind}s/1/archive`],
  document: (kind, number, found) => [...urlOf(found, kind), `/load-tests/${number}/reports/1/${kind}`],
}

function urlOf(found: LoadTestDetails | undefined, kind: ArchiveKind | DocumentKind): string[] {
  const url = found?.urls[kind]
  return url === undefined ? [] : [url]
}

function parseList(json: unknown): ReturnType<XtcContract['parseList']> {
  const data = dataOf(json)
  if (Array.isArray(data)) return readEntries(data)
  const parsed = readablePage.parse(data)
  refuseReportedError(parsed)
  const next = parsed.next ?? nextPage(parsed)
  return { ...readEntries(parsed.items), ...(next !== undefined && { next }) }
}

/** Without a `next`, a full page that does not reach the announced size is followed by another one. */
function nextPage(parsed: z.infer<typeof readablePage>): string | undefined {
  const end = (parsed.offset ?? 0) + parsed.items.length
  if (parsed.items.length === 0 || parsed.size === undefined || end >= parsed.size) return undefined
  return `/load-tests?offset=${end}&limit=${parsed.limit ?? PAGE_SIZE}`
}

function parseDetails(json: unknown, asked?: number): LoadTestDetails {
  const data = dataOf(json)
  refuseOther(data, asked)
  const raw = details.parse(data)
  const reports = raw.reports ?? []
  const results = raw.results ?? []
  // The final result and its report are the last ones in their lists.
  const last = reports.at(-1)
  const urls = {
    ...(last?.archiveUrl && { report: last.archiveUrl }),
    ...(results.at(-1)?.archiveUrl && { result: results.at(-1)?.archiveUrl as string }),
    ...(last?.testReportUrl && { 'test-report': last.testReportUrl }),
    ...(last?.scorecardUrl && { scorecard: last.scorecardUrl }),
  }
  const archiveNames = [...reports, ...results].flatMap((entry) => (entry.name ? [entry.name] : []))
  return {
    ...parseLoadTest(data),
    archiveNames,
    urls,
    code: codeOfLoadTest(data),
    ...(raw.url && { url: raw.url }),
    ...(last?.url && { reportUrl: last.url }),
  }
}
