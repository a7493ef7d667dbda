import { regularFile } from '../../platform/files/regular-file.ts'
import type { KnownData, ServiceFiles, UnreadFile } from '../service.ts'

/** Reads the archives and documents of a load test. */
export const xtcFiles: ServiceFiles = {
  names: [
    { kind: 'report', pattern: /(^|[./])report\.tar\.gz$/, isSingle: true },
    { kind: 'result', pattern: /(^|[./])result\.tar\.gz$/, isSingle: true },
    { kind: 'test-report', pattern: /(^|[./])testreport\.xml$/, isSingle: true },
    { kind: 'scorecard', pattern: /(^|[./])scorecard\.xml$/, isSingle: true },
  ],
  judged: ['report.tar.gz', 'result.tar.gz', 'testreport.xml'],
  badEnds: { ABORTED: 'aborted', ERROR: 'failed' },
  measure: async ({ files, facts }) => {
    const { measureXlt } = await import('../../measurements/measure-files.ts')
    const pathOf = (kind: string): string | undefined => files.find((file) => file.kind === kind)?.path
    return await measureXlt({
      run: facts,
      open: regularFile,
      reportArchivePath: pathOf('report'),
      resultArchivePath: pathOf('result'),
      timers: files.flatMap(({ data }) => (data?.kind === 'xlt-timers' ? data.timers : []))[0],
      testReportXmlPath: pathOf('test-report'),
      scorecardXmlPath: pathOf('scorecard'),
    })
  },
  unread: ({ kinds, subjects }) => {
    const unread: UnreadFile[] = []
    if (kinds.has('report') && !isReportRead(subjects)) unread.push({ file: 'report', kind: 'missing' })
    if (kinds.has('result') && !subjects['raw-requests']) unread.push({ file: 'result', kind: 'missing' })
    return unread
  },
  absent: ({ kinds, subjects }) => {
    const hasReport = kinds.has('report') || kinds.has('test-report') || isReportRead(subjects)
    const hasResult = kinds.has('result') || subjects['raw-requests'] !== undefined
    return [...(hasReport ? [] : ['report.tar.gz']), ...(hasResult ? [] : ['result.tar.gz'])]
  },
}

function isReportRead(subjects: KnownData['subjects']): boolean {
  return subjects.requests?.source === 'xlt-report'
}
