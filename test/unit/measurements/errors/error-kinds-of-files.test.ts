import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { mergeReportAndTimers } from '../../../../src/measurements/merge-report-and-timers.ts'
import { readRequestLog } from '../../../../src/measurements/request-log/request-log.ts'
import { RequestLogTotals } from '../../../../src/measurements/request-log/request-log-totals.ts'
import { VectorMemory } from '../../../../src/measurements/lines/vector-memory.ts'
import { readXltReport } from '../../../../src/measurements/xlt/xlt-report.ts'
import { readXltTimers } from '../../../../src/measurements/xlt/xlt-timers.ts'
import { chunksOf, tarOf } from '../../formats/archives/archives.ts'

const AT = Date.UTC(2026, 0, 15, 9)
const at = (seconds: number): string => new Date(AT + seconds * 1000).toISOString()

const LOG = [
  'command,time,status,msec_duration,url',
  `home,${at(0)},200,5,https://shop.example/?token=abc`,
  `home,${at(7)},503,5,https://shop.example/?token=abc`,
  `home,${at(3)},503,5,https://shop.example/second`,
  `cart,${at(1)},404,5,"https://shop.example/a,b?x=1"`,
  `"cart",${at(2)},404,5,https://shop.example/late`,
  `cart,${at(4)},0,5,`,
  `cart,,,5,https://shop.example/nothing`,
  `home,${at(9)},503,x,https://shop.example/broken`,
]

test.each(['vectors', 'bytes'] as const)('a request log has status, times and a URL (%s)', async (how) => {
  for (const end of ['\n', '\r\n']) {
    const totals = await readRequestLog(
      chunksOf(Buffer.from(LOG.join(end) + end), 11),
      new RequestLogTotals({ memory: new VectorMemory(how) }),
    )
    const { errorKinds } = totals.requests.toSubject('request-log', 10_000, { hasCodes: true }) ?? {}
    expect(errorKinds).toEqual({
      codes: [
        { code: '503', count: 2 },
        { code: '404', count: 2 },
        { code: '0', count: 1 },
      ],
      kinds: [
        {
          label: 'home',
          code: '503',
          count: 2,
          firstAtMs: AT + 3000,
          lastAtMs: AT + 7000,
          sample: 'https://shop.example/?token=***',
        },
        {
          label: 'cart',
          code: '404',
          count: 2,
          firstAtMs: AT + 1000,
          lastAtMs: AT + 2000,
          sample: 'https://shop.example/a,b?x=1',
        },
        { label: 'cart', code: '0', count: 1, firstAtMs: AT + 4000, lastAtMs: AT + 4000 },
        { label: 'cart', count: 1, sample: 'https://shop.example/nothing' },
      ],
    })
  }
})

test('a request log may have no URL column, or no errors', async () => {
  const read = async (lines: string[]) => {
    const totals = await readRequestLog(chunksOf(Buffer.from(lines.join('\n') + '\n'), 100))
    return totals.requests.toSubject('request-log', 1000, { hasCodes: true })?.errorKinds
  }
  expect(await read(['command,status,msec_duration', 'a,500,1', 'a,500,1'])).toEqual({
    codes: [{ code: '500', count: 2 }],
    kinds: [{ label: 'a', code: '500', count: 2 }],
  })
  expect(await read(['command,status,msec_duration', 'a,200,1'])).toEqual({ codes: [], kinds: [] })
})

const TIMERS = [
  `T,TOrder,${AT},3000,true,"java.lang.Error: ""200"" expected\\n\\tat a,b",Checkout,TOrder-0,dump`,
  `T,TOrder,${AT + 5000},3000,true,"java.lang.Error: ""200"" expected\\n\\tat c",Checkout,TOrder-0,dump`,
  `T,TBrowse,${AT},10,true`,
  `A,Checkout,${AT},500,true`,
  `R,Checkout.1,${AT},120,true,300,5000,503,"https://a/?x=1,2&sid=9",text/html,1,2,3,4,5,6`,
  `R,"Check,out",${AT + 1000},80,true,200,0,500,https://a/,text/html,1,2,3,4,5,6`,
  `R,Checkout.1,${AT + 2000},80,true,200,0`,
  `R,Checkout.1,${AT + 3000},80,false,200,0,200,https://a/,text/html,1,2,3,4,5,6`,
]

test.each(['\n', '\r\n'])(
  'timers have codes of requests and exceptions of transactions (line end %j)',
  async (end) => {
    const archive = gzipSync(await tarOf({ 'ac1/T/0/timers.csv': TIMERS.join(end) + end }))
    const { subjects } = await readXltTimers(chunksOf(archive, 100))
    expect(subjects['raw-requests']?.errorKinds).toEqual({
      codes: [
        { code: '503', count: 1 },
        { code: '500', count: 1 },
      ],
      kinds: [
        {
          label: 'Checkout.1',
          code: '503',
          count: 1,
          firstAtMs: AT,
          lastAtMs: AT,
          sample: 'https://a/?x=1,2&sid=***',
        },
        {
          label: 'Check,out',
          code: '500',
          count: 1,
          firstAtMs: AT + 1000,
          lastAtMs: AT + 1000,
          sample: 'https://a/',
        },
        { label: 'Checkout.1', count: 1, firstAtMs: AT + 2000, lastAtMs: AT + 2000 },
      ],
    })
    expect(subjects.transactions?.errorKinds?.codes).toBeUndefined()
    expect(subjects.transactions?.errorKinds?.kinds).toEqual([
      {
        label: 'TOrder',
        message: 'java.lang.Error: "200" expected',
        count: 2,
        firstAtMs: AT,
        lastAtMs: AT + 5000,
      },
      { label: 'TBrowse', count: 1, firstAtMs: AT, lastAtMs: AT },
    ])
    expect(subjects.actions?.errorKinds?.kinds).toMatchObject([{ label: 'Checkout', count: 1 }])
  },
)

const REPORT = `<?xml version="1.0"?><testreport>
  <errors>
    <error><count>3</count><testCaseName>TOrder</testCaseName><actionName>Pay</actionName><message>Got &lt;500&gt; for /a?token=1</message><trace>x</trace></error>
    <error><count>9</count><testCaseName>TBrowse</testCaseName><trace>java.lang.Error: y
	at z</trace></error>
    <error><count>no</count><testCaseName>TBrowse</testCaseName></error>
  </errors>
  <events><event><totalCount>4</totalCount><name>Low stock</name><testCaseName>TOrder</testCaseName><messages><message><info>Few &amp; far</info><count>4</count></message></messages></event><event/></events>
  <responseCodes>
    <responseCode><code>200</code><count>90</count></responseCode>
    <responseCode><code>404</code><count>2</count></responseCode>
    <responseCode><code>503</code><count>7</count></responseCode>
    <responseCode><code>0</code><count>1</count></responseCode>
    <responseCode><code>x</code><count>1</count></responseCode>
  </responseCodes>
  <summary><requests><count>100</count><errors>10</errors></requests><transactions><count>20</count><errors>12</errors></transactions></summary>
  </testreport>`

test('a report has messages by test case, codes of all requests, and events', async () => {
  const { subjects, events } = await readXltReport(chunksOf(Buffer.from(REPORT), 9))
  expect(subjects.requests?.errorKinds).toEqual({
    codes: [
      { code: '503', count: 7 },
      { code: '404', count: 2 },
      { code: '0', count: 1 },
    ],
  })
  expect(subjects.transactions?.errorKinds).toEqual({
    kinds: [
      { label: 'TBrowse', count: 9, message: 'java.lang.Error: y' },
      { label: 'TOrder', count: 3, message: 'Got <500> for /a?token=***' },
    ],
  })
  expect(events).toEqual([{ name: 'Low stock', testCase: 'TOrder', message: 'Few & far', count: 4 }])
})

test('of both, raw data gives the times of transactions, and the report everything that raw data lacks', async () => {
  const report = await readXltReport(chunksOf(Buffer.from(REPORT), 1000))
  const archive = gzipSync(await tarOf({ 'ac1/T/0/timers.csv': TIMERS.join('\n') + '\n' }))
  const timers = await readXltTimers(chunksOf(archive, 100))
  const merged = mergeReportAndTimers(report, timers)
  expect(merged.subjects.transactions?.errorKinds?.kinds?.[0]).toMatchObject({
    label: 'TOrder',
    count: 2,
    firstAtMs: AT,
  })
  expect(merged.subjects.requests?.errorKinds?.codes?.[0]).toEqual({ code: '503', count: 7 })
  expect(merged.events).toHaveLength(1)
  const silent = {
    ...timers,
    subjects: { ...timers.subjects, transactions: { source: 'xlt-timers' as const, labels: [] } },
  }
  expect(mergeReportAndTimers(report, silent).subjects.transactions?.errorKinds?.kinds?.[0]?.label).toBe(
    'TBrowse',
  )
})
