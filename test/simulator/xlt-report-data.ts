import { createHash } from 'node:crypto'
import { pipeline, type Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { type TarEntry, tarStream } from './tar-writer.ts'
import { chartFileName } from './xlt-chart-data.ts'
import { scorecardXml } from './xlt-scorecard.ts'
import type { XltDataSettings } from './xlt-scenarios.ts'
import { testReportXml } from './xlt-testreport.ts'
import { xltTotals } from './xlt-totals.ts'

export interface XltReportFiles {
  testReport: string
  scorecard: string | undefined
  /** The data of the charts of requests as JSON, by label. */
  charts: Map<string, string>
}

export const REPORT_DIRECTORY = '20260512-093000'
const CHART_BYTES = 20_000
const CHARTS = 12

/** The files of a report with figures, counted from the records of the run. */
export async function xltReportFiles(seed: number, settings: XltDataSettings): Promise<XltReportFiles> {
  const totals = await xltTotals(seed, settings)
  return {
    testReport: testReportXml(seed, totals, settings),
    scorecard: settings.scorecard === 'none' ? undefined : scorecardXml(settings.scorecard === 'failed'),
    charts: new Map([...totals.requestCharts].map(([label, chart]) => [label, chart.json()])),
  }
}

/** The whole report as archived by XTC: one top directory with pages, charts and the XML files. */
export function xltReportArchive(seed: number, files: XltReportFiles, settings: XltDataSettings): Readable {
  return pipeline(
    tarStream(entries(seed, files), settings.startMs),
    createGzip({ level: 4 }),
    () => undefined,
  )
}

function* entries(seed: number, files: XltReportFiles): Generator<TarEntry> {
  yield entry('', '')
  yield entry('index.html', page('XLT Report'))
  yield entry('requests.html', page('Requests'))
  yield entry('css/default.css', 'body { font-family: sans-serif }\n')
  for (let chart = 1; chart <= CHARTS; chart++)
    yield entry(`charts/chart-${chart}.webp`, noise(`${seed} ${chart}`))
  for (const [label, json] of files.charts) yield entry(`charts/requests/${chartFileName(label)}.json`, json)
  yield entry('testreport.xml', files.testReport)
  if (files.scorecard !== undefined) yield entry('scorecard.xml', files.scorecard)
}

function entry(name: string, content: string | Buffer): TarEntry {
  return { name: `${REPORT_DIRECTORY}/${name}`, content: Buffer.from(content) }
}

function page(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`
}

// Charts do not compress, so an archive is not as small as its text.
function noise(name: string): Buffer {
  const blocks: Buffer[] = []
  for (let length = 0; length < CHART_BYTES; length += 64) {
    blocks.push(createHash('sha512').update(`${name} ${length}`).digest())
  }
  return Buffer.concat(blocks)
}
