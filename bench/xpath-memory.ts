/**
 * Measures the memory that XPath criteria need for reports of given sizes: `node bench/xpath-memory.ts [MB
 * …]` (default: 10 and 50). Each size runs in its own process, with the heap limit that the action sets.
 * Prints the peak resident memory; exits with 1 if a limit is exceeded.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { evaluateXPathCriteria } from '../src/criteria/xpath/xpath-criteria.ts'
import { XPATH_LIMITS } from '../src/criteria/xpath/xpath-judge.ts'

const LIMITS_MB: Record<number, number> = { 10: 450, 50: 1200 }
const EXPRESSIONS = [
  'count(//request) > 10',
  'every $p in //request/percentiles/p95 satisfies number($p) < 100000',
  'sum(/testreport/requests/request/count) > 0',
  "not(exists(//request[matches(name, '^Missing')]))",
]
const CHILD = '--measure'

function requestXml(number: number): string {
  const part = (name: string): string =>
    `      <${name}>\n        <min>0</min>\n        <max>${number % 977}</max>\n        <mean>${number % 31}.5</mean>\n        <deviation>1.25</deviation>\n      </${name}>\n`
  const parts = ['bytesSent', 'bytesReceived', 'dnsTime', 'connectTime', 'sendTime', 'serverBusyTime']
  const more = ['receiveTime', 'timeToFirstBytes', 'timeToLastBytes']
  const urls = Array.from(
    { length: 5 },
    (_, i) => `          <string>https://example.com/${number}/${i}</string>\n`,
  )
  return (
    `    <request>\n      <name>Page ${number}.1</name>\n      <count>${number}</count>\n      <countPerSecond>0.25</countPerSecond>\n` +
    `      <errors>0</errors>\n      <min>3</min>\n      <max>950</max>\n      <mean>201.5</mean>\n      <median>180</median>\n` +
    `      <deviation>20.25</deviation>\n      <percentiles>\n        <p50>180</p50>\n        <p95>${400 + (number % 50)}</p95>\n        <p99>800</p99>\n        <p99.9>900</p99.9>\n      </percentiles>\n` +
    `      <urls>\n        <list>\n${urls.join('')}        </list>\n      </urls>\n${[...parts, ...more].map(part).join('')}    </request>\n`
  )
}

async function* reportOf(bytes: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('<?xml version="1.0" encoding="UTF-8"?>\n<testreport>\n  <requests>\n')
  for (let written = 0, number = 1; written < bytes;) {
    let text = ''
    while (text.length < 65_536 && written + text.length < bytes) text += requestXml(number++)
    written += text.length
    yield encoder.encode(text)
  }
  yield encoder.encode('  </requests>\n</testreport>\n')
}

async function measureChild(megabytes: number): Promise<void> {
  const started = performance.now()
  const outcomes = await evaluateXPathCriteria(EXPRESSIONS, () => reportOf(megabytes * 1e6))
  const seconds = (performance.now() - started) / 1000
  const statuses = [...outcomes.values()].map(({ status }) => status)
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1000)
  console.log(JSON.stringify({ megabytes, peakMb, seconds: Number(seconds.toFixed(1)), statuses }))
}

function measureAll(sizes: number[]): void {
  for (const size of sizes) {
    const script = fileURLToPath(import.meta.url)
    const heap = `--max-old-space-size=${XPATH_LIMITS.judge.memoryMb}`
    const child = spawnSync(process.execPath, [heap, script, CHILD, String(size)], { encoding: 'utf8' })
    process.stdout.write(child.stdout)
    process.stderr.write(child.stderr)
    const peakMb = Number(/"peakMb":(\d+)/.exec(child.stdout)?.[1] ?? Infinity)
    if (peakMb > (LIMITS_MB[size] ?? Infinity)) process.exitCode = 1
  }
}

const [first, ...rest] = process.argv.slice(2)
if (first === CHILD) await measureChild(Number(rest[0]))
else measureAll(first === undefined ? [10, 50] : [first, ...rest].map(Number))
