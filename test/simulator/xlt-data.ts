import { join } from 'node:path'
import { archiveInMemory, archiveOfFile, archiveOfStream } from './archive-body.ts'
import type { XtcData } from './xtc.ts'
import type { XltDataSettings } from './xlt-scenarios.ts'
import { xltReportArchive, xltReportFiles, type XltReportFiles } from './xlt-report-data.ts'
import { xltResultArchive } from './xlt-result-data.ts'

// Larger result archives are generated while they are sent, without a known length.
const BUFFERED_LINES = 100_000

/** Reports and results that match each other; settings may be changed between runs. */
export function generatedXltData(settings: XltDataSettings): XtcData {
  // Needed several times per run: as files, in the archive, and again after a retry.
  const files = new Map<string, Promise<XltReportFiles>>()
  const filesOf = (seed: number): Promise<XltReportFiles> => {
    const key = JSON.stringify([seed, settings])
    const known = files.get(key) ?? xltReportFiles(seed, settings)
    files.set(key, known)
    return known
  }
  return {
    report: async (seed) => {
      const made = await filesOf(seed)
      return archiveInMemory(() => xltReportArchive(seed, made, settings))
    },
    result: async (seed) => {
      const open = (): ReturnType<typeof xltResultArchive> => xltResultArchive(seed, { ...settings })
      return settings.lines <= BUFFERED_LINES ? archiveInMemory(open) : archiveOfStream(open)
    },
    testReport: async (seed) => (await filesOf(seed)).testReport,
    scorecard: async (seed) => (await filesOf(seed)).scorecard,
  }
}

/** Real archives from a directory, byte for byte; the XML endpoints still serve generated files. */
export function sampleXltData(samplesDirectory: string, generated: XtcData): XtcData {
  return {
    ...generated,
    report: () => archiveOfFile(join(samplesDirectory, 'report-2011.tar.gz')),
    result: () => archiveOfFile(join(samplesDirectory, 'result-2011.tar.gz')),
    scorecard: () => Promise.resolve(undefined),
  }
}
