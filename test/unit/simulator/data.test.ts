import { Readable } from 'node:stream'
import { createGunzip, gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { DEFAULT_REQUEST_LOG } from '../../simulator/errthquake-data.ts'
import { loggedRequests, REQUEST_LOG_HEADER, requestLogCsv } from '../../simulator/request-log.ts'
import { DEFAULT_XLT_DATA } from '../../simulator/xlt-scenarios.ts'
import { xltReportArchive, xltReportFiles } from '../../simulator/xlt-report-data.ts'
import { xltResultArchive } from '../../simulator/xlt-result-data.ts'
import { zipStream } from '../../simulator/zip-writer.ts'

const LOG = {
  ...DEFAULT_REQUEST_LOG,
  seed: 5,
  startMs: 1_700_000_000_000,
  endMs: 1_700_000_060_000,
  virtualUsers: 9,
}

async function whole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function untarred(archive: Readable): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const reader = extract()
  archive.pipe(createGunzip()).pipe(reader)
  for await (const entry of reader) files.set(entry.header.name, await whole(entry as unknown as Readable))
  return files
}

// The reader checks each entry's size, and the test compares its bytes.
async function unzipped(zip: Buffer): Promise<Map<string, Buffer>> {
  const file = await fromBufferPromise(zip)
  const files = new Map<string, Buffer>()
  for await (const entry of file.eachEntry()) {
    files.set(entry.fileName, await whole(await file.openReadStreamPromise(entry)))
  }
  return files
}

test('the request log is a CSV with realistic latencies', () => {
  const csv = Buffer.concat([...requestLogCsv({ ...LOG, lines: 20_000 })]).toString()
  const lines = csv.trimEnd().split('\n')
  expect(lines).toHaveLength(20_001)
  expect(lines[0]).toBe(REQUEST_LOG_HEADER)
  expect(lines.some((line) => line.includes('"https://shop.example/search?q=red,blue&page=1"'))).toBe(true)
  expect(lines.some((line) => line.includes('say ""hi"", twice'))).toBe(true)

  const requests = [...loggedRequests({ ...LOG, lines: 20_000 })]
  const home = requests.filter((request) => request.command === 'home').map((request) => request.durationMs)
  home.sort((a, b) => a - b)
  const median = home[home.length >> 1] ?? 0
  const p999 = home[Math.floor(home.length * 0.999)] ?? 0
  expect(median).toBeGreaterThan(55)
  expect(median).toBeLessThan(66)
  expect(p999).toBeGreaterThan(median * 5)
  const failed = requests.filter((request) => request.status >= 500).length
  expect(failed / requests.length).toBeCloseTo(0.004, 2)
})

test.each([
  ['iso', '2023-11-14T22:13:20.000Z'],
  ['epoch-s', '1700000000.000'],
  ['epoch-ms', '1700000000000'],
  ['epoch-us', '1700000000000000'],
  ['epoch-ns', '1700000000000000000'],
] as const)('the request log writes time as %s', (timeForm, expected) => {
  const csv = Buffer.concat([...requestLogCsv({ ...LOG, lines: 1, timeForm })]).toString()
  expect(csv.split('\n')[1]?.split(',')[0]).toBe(expected)
})

test.each([false, true])('a ZIP is complete (zip64 %s)', async (zip64) => {
  const csv = Buffer.concat([...requestLogCsv({ ...LOG, lines: 3000 })])
  const zip = await whole(
    zipStream(
      [
        { name: 'a/log.csv', compress: true, open: () => Readable.from([csv]) },
        { name: 'stored.gz', compress: false, open: () => Readable.from([csv]) },
      ],
      { zip64, modifiedAtMs: LOG.startMs },
    ),
  )
  expect(zip.length).toBeLessThan(csv.length * 1.6)
  const files = await unzipped(zip)
  expect([...files.keys()]).toEqual(['a/log.csv', 'stored.gz'])
  for (const bytes of files.values()) expect(bytes.equals(csv)).toBe(true)
})

/** Counts by name from a section of the report. */
function counts(xml: string, section: string, one: string): Map<string, string> {
  const part = xml.slice(xml.lastIndexOf(`<${section}><${one}>`), xml.lastIndexOf(`</${section}>`))
  const found = part.matchAll(
    new RegExp(`<${one}><name>([^<]*)</name><count>(\\d+)</count>.*?<errors>(\\d+)</errors>`, 'g'),
  )
  return new Map([...found].map((match) => [match[1] ?? '', `${match[2]}/${match[3]}`]))
}

test('the result archive contains exactly what the report counts', async () => {
  const report = await untarred(
    xltReportArchive(3, await xltReportFiles(3, DEFAULT_XLT_DATA), DEFAULT_XLT_DATA),
  )
  const top = '20260512-093000'
  expect(report.has(`${top}/index.html`)).toBe(true)
  expect(report.get(`${top}/scorecard.xml`)?.toString()).toContain('testFailed="false"')
  const xml = report.get(`${top}/testreport.xml`)?.toString() ?? ''

  const raw = { T: new Map<string, [number, number]>(), A: new Map(), R: new Map() } as Record<
    string,
    Map<string, [number, number]>
  >
  const result = await untarred(xltResultArchive(3, DEFAULT_XLT_DATA))
  const archives = [...result].filter(([name]) => name.endsWith('.zip'))
  expect(archives).toHaveLength(2)
  for (const [, zip] of archives) {
    for (const [name, gz] of await unzipped(zip)) {
      expect(name).toMatch(/^ac\d{3}_00\/(TOrder|TBrowse|Agent-JVM-Monitor)\/\d\/timers\.csv\.gz$/)
      for (const line of gunzipSync(gz).toString().trimEnd().split('\n')) {
        const [kind = '', label = '', , , failed] = line.split(',')
        const byName = raw[kind]
        if (byName === undefined) continue
        const merged = kind === 'R' ? (label.split('.')[0] ?? '') : label
        const [count, errors] = byName.get(merged) ?? [0, 0]
        byName.set(merged, [count + 1, errors + (failed === 'true' ? 1 : 0)])
      }
    }
  }
  const rawCounts = (kind: string): Map<string, string> =>
    new Map([...(raw[kind] ?? [])].map(([name, [count, errors]]) => [name, `${count}/${errors}`]))
  expect(rawCounts('T').size).toBe(2)
  expect(counts(xml, 'transactions', 'transaction')).toEqual(rawCounts('T'))
  expect(counts(xml, 'actions', 'action')).toEqual(rawCounts('A'))
  expect(counts(xml, 'requests', 'request')).toEqual(rawCounts('R'))
  expect(xml).toMatch(/<transactions>.*?<errors>[1-9]/)
})
