// #region files
import { measureRequestLogs } from '../../src/measurements/measure-files.ts'
import { regularFile } from '../../src/platform/files/regular-file.ts'
import type { ServiceFiles } from '../../src/providers/service.ts'

export const meadowFiles: ServiceFiles = {
  names: [{ kind: 'result', pattern: /(^|[./])meadow\.zip$/, isSingle: true }],
  judged: ['meadow.zip'],
  badEnds: { stopped: 'aborted', broken: 'failed' },
  // A reader for the columns of its request log already exists. In the project, the reader is loaded only
  // here, by `import()`.
  measure: async ({ files, facts }) => {
    const executions = files.map(({ path }) => ({ label: '', logsZipPath: path }))
    return await measureRequestLogs({ run: facts, open: regularFile, executions })
  },
  unread: ({ subjects }) => (subjects.requests ? [] : [{ file: 'result', kind: 'missing' }]),
  absent: ({ kinds, subjects }) => (kinds.has('result') || subjects.requests ? [] : ['meadow.zip']),
}
// #endregion files
