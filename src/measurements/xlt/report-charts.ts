import * as z from 'zod/mini'

import { archiveFiles, archiveWalk } from '../../formats/archives/archive-files.ts'
import { messageOf } from '../../foundation/errors.ts'
import type { FileSource } from '../../foundation/file-source.ts'
import type { Series, SubjectTimings, Timing } from '../model.ts'
import { statedPercentile } from '../stated-percentile.ts'
import { chartSchema, seriesOfChart } from './chart-series.ts'
import type { XltReport } from './xlt-report.ts'

const CHART = /^(?:\.\/)?(?:[^/]+\/)?charts\/requests\/([^/]+)\.json$/
const TOTAL = 'All Requests'
const MAX_BYTES = 1_000_000
/** Together at most 200 labels. */
const [BUSIEST, FAILING, SLOWEST] = [100, 50, 50]
/** With more files that are not in XLT's form, the others are not either. */
const MOST_UNUSABLE = 20

/**
 * Adds series to the requests of a report, from the data that XLT 9.2 and later write for the charts of the
 * report, one file per label. A series has counts and means, no errors and no percentiles. Labels without such
 * data have none. If the archive cannot be read, a note says so, because no figure depends on the series.
 */
export async function withChartSeries(
  report: XltReport,
  archive: FileSource | undefined,
): Promise<XltReport> {
  const { requests } = report.subjects
  if (requests === undefined || archive === undefined) return report
  try {
    const found = await readCharts(requests, archive)
    return { ...report, subjects: { ...report.subjects, requests: withSeries(requests, found) } }
  } catch (error) {
    const message = `The report archive could not be searched for the charts of requests (${archive.path}): ${messageOf(error)}`
    return { ...report, warnings: [...report.warnings, { code: 'note', message }] }
  }
}

async function readCharts(requests: SubjectTimings, archive: FileSource): Promise<Map<Timing, Series>> {
  const found = new Map<Timing, Series>()
  const wanted = chartFiles(requests)
  const schema = chartSchema()
  const walk = archiveWalk((path) => wanted.has(chartOf(path)))
  let unusable = 0
  for await (const { path, bytes } of archiveFiles(archive.chunks(), walk)) {
    const timing = wanted.get(chartOf(path))
    // Only the first file of a name counts.
    wanted.delete(chartOf(path))
    const rows = z.safeParse(schema, await jsonOf(bytes))
    const series = timing && rows.success ? seriesOfChart(rows.data, timing.count) : undefined
    if (timing && series) found.set(timing, series)
    if (!rows.success) unusable++
    if (wanted.size === 0 || unusable > MOST_UNUSABLE) break
  }
  return found
}

function chartOf(path: string): string {
  return CHART.exec(path)?.[1] ?? ''
}

/** The timings whose charts are read, by the name of the file. Names that are not unique are left out. */
function chartFiles({ total, labels }: SubjectTimings): Map<string, Timing> {
  const names = labels.map(({ label }) => fileNameOf(label))
  const seen = new Set<string>(total ? [TOTAL] : [])
  const twice = new Set(names.filter((name) => seen.size === seen.add(name).size))
  const files = new Map<string, Timing>(total ? [[TOTAL, total]] : [])
  for (const label of labelsToChart(labels)) files.set(fileNameOf(label.label), label)
  for (const name of twice) files.delete(name)
  return files
}

function labelsToChart(labels: SubjectTimings['labels']): Set<SubjectTimings['labels'][number]> {
  const most = (howMuch: (timing: Timing) => number, number: number) =>
    labels
      .filter((timing) => howMuch(timing) > 0)
      .sort((a, b) => howMuch(b) - howMuch(a))
      .slice(0, number)
  return new Set([
    ...most(({ count }) => count, BUSIEST),
    ...most(({ errors = 0 }) => errors, FAILING),
    ...most((timing) => statedPercentile(timing, 95) ?? timing.meanMs ?? 0, SLOWEST),
  ])
}

/** XLT's rule for names of files. */
function fileNameOf(label: string): string {
  return label.replace(/[/\\<>|*?:";,%#$]/g, (character) => `$${character.charCodeAt(0).toString(16)}`)
}

/** Undefined if it is too large or not JSON. */
async function jsonOf(bytes: AsyncIterable<Uint8Array>): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return undefined
  }
}

function withSeries(
  { total, labels, ...others }: SubjectTimings,
  found: Map<Timing, Series>,
): SubjectTimings {
  const charted = <T extends Timing>(timing: T): T => {
    const series = found.get(timing)
    return series ? { ...timing, series } : timing
  }
  return { ...others, ...(total && { total: charted(total) }), labels: labels.map(charted) }
}
