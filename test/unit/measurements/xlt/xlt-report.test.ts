import { createReadStream } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { readXltReport } from '../../../../src/measurements/xlt/xlt-report.ts'
import { shortName } from '../../../../src/measurements/totals/long-names.ts'
import { SAMPLES, samplesAreThere } from './samples.ts'

async function* bytesOf(xml: string | Buffer, chunkSize = 7): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(xml)
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize)
}

const report = (content: string) =>
  readXltReport(bytesOf(`<?xml version="1.0"?><testreport>${content}</testreport>`))

describe('sections', () => {
  test('reads timers in any notation, percentiles by element name, and totals from the summary', async () => {
    const { subjects } = await report(`
      <unknown><request><name>x</name><count>1</count></request></unknown>
      <constructor><request><name>x</name><count>1</count></request></constructor>
      <summary><requests><name>All</name><count>1,234</count><mean>1.5E1</mean><bytesSent><mean>10.4</mean></bytesSent></requests></summary>
      <requests><request>
        <name>A &amp; B &#91;200&#93;</name><count>1234</count><countPerSecond>20.5</countPerSecond><errors>3</errors>
        <min>0</min><max>NaN</max><mean>1.234E3</mean><median>12.</median><deviation>-</deviation>
        <percentiles><p99.9>1,234.5</p99.9><p50>12.000</p50><p95>NaN</p95><pX>1</pX></percentiles>
        <bytesReceived><mean>3</mean><totalCount>3700</totalCount></bytesReceived>
        <urls><list><string>http://a</string></list></urls>
      </request></requests>`)
    expect(subjects).toEqual({
      requests: {
        source: 'xlt-report',
        total: { count: 1234, meanMs: 15, bytesSent: 12_834 },
        labels: [
          {
            label: 'A & B [200]',
            count: 1234,
            errors: 3,
            ratePerSecond: 20.5,
            minMs: 0,
            meanMs: 1234,
            medianMs: 12,
            percentilesMs: [
              [50, 12],
              [99.9, 1234.5],
            ],
            bytesReceived: 3700,
          },
        ],
      },
    })
  })

  test('any section may be missing', async () => {
    expect(await report('')).toEqual({ subjects: {}, warnings: [] })
  })

  test('figures without data are absent', async () => {
    const { subjects } = await report(
      '<summary><customTimers><count>0</count><errors>0</errors><mean>0.000</mean></customTimers></summary>',
    )
    expect(subjects.custom).toEqual({ source: 'xlt-report', total: { count: 0, errors: 0 }, labels: [] })
  })

  test('reads agents with statistics, with a plain number, and with the 0 of old versions', async () => {
    const { agents } = await report(`<agents>
      <agent><totalCpuUsage><mean>68.5</mean><max>90.54</max></totalCpuUsage><name>a</name></agent>
      <agent><totalCpuUsage>12.5</totalCpuUsage><name>b</name></agent>
      <agent><totalCpuUsage>0.000</totalCpuUsage><cpuUsage>19.1</cpuUsage><name>c</name></agent></agents>`)
    expect(agents).toEqual([
      { agent: 'a', cpuMeanPercent: 68.5, cpuMaxPercent: 90.54 },
      { agent: 'b', cpuMeanPercent: 12.5 },
      { agent: 'c' },
    ])
  })

  test('reads web vitals per page', async () => {
    const { webVitals } = await report(`<webVitalsList><webVitals><name>Home</name>
      <lcp><score>1800.5</score><rating>good</rating><goodCount>9</goodCount><improveCount>1</improveCount><poorCount>0</poorCount></lcp>
      <cls><score>0.02</score></cls></webVitals></webVitalsList>`)
    expect(webVitals).toEqual([
      {
        page: 'Home',
        vital: 'lcp',
        score: 1800.5,
        rating: 'good',
        goodCount: 9,
        improveCount: 1,
        poorCount: 0,
      },
      { page: 'Home', vital: 'cls', score: 0.02 },
    ])
  })

  test('reads the load profile as text, wherever it is', async () => {
    const profile =
      '<loadProfile><testCase><numberOfUsers>1...5</numberOfUsers><userName>T</userName></testCase></loadProfile>'
    const entry = [{ name: 'T', settings: [['numberOfUsers', '1...5']] }]
    expect((await report(`<configuration>${profile}</configuration>`)).loadProfile).toEqual(entry)
    expect((await report(profile)).loadProfile).toEqual(entry)
  })

  test('labels such as __proto__ are normal labels', async () => {
    const { subjects } = await report(
      '<actions><action><name>__proto__</name><count>2</count></action><action><name>__proto__</name><count>3</count></action></actions>',
    )
    expect(subjects.actions!.labels).toEqual([{ label: '__proto__', count: 5 }])
  })

  test('labels beyond 20,000 are left out with a warning', async () => {
    const actions = Array.from(
      { length: 20_100 },
      (_, i) => `<action><name>a${i}</name><count>1</count></action>`,
    )
    const { subjects, warnings } = await readXltReport(
      bytesOf(`<testreport><actions>${actions.join('')}</actions></testreport>`, 1 << 16),
    )
    expect(subjects.actions!.labels).toHaveLength(20_000)
    expect(warnings).toMatchObject([
      { code: 'labels-left-out', message: expect.stringContaining('actions: 100 labels') },
    ])
  })
})

const xmlIn = (encoding: string) =>
  `<?xml version="1.0" encoding="${encoding}"?><testreport><actions><action><name>Zoë</name><count>1</count></action></actions></testreport>`

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(xmlIn('UTF-8'))],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${xmlIn('UTF-8')}`)],
    ['ISO-8859-1', Buffer.from(xmlIn('ISO-8859-1'), 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${xmlIn('UTF-16')}`, 'utf16le')],
  ])('%s', async (_, bytes) => {
    const { subjects } = await readXltReport(bytesOf(bytes, 300))
    expect(subjects.actions!.labels[0]!.label).toBe('Zoë')
  })
})

async function* endlessElements() {
  yield Buffer.from('<testreport><actions><action>')
  for (;;) yield Buffer.from('<a/>'.repeat(10_000))
}

describe('hostile files', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`
  test.each([
    [
      'an entity bomb',
      `${bomb}<testreport><actions><action><name>&j;</name></action></actions></testreport>`,
      'DOCTYPE',
    ],
    ['an external entity', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><testreport/>', 'DOCTYPE'],
    ['an undeclared entity', '<testreport><actions>&j;</actions></testreport>', 'entity'],
    ['endless nesting', '<a>'.repeat(100), 'deeper'],
    ['a truncated file', '<testreport><actions><action><name>a', 'unclosed'],
    ['another root', '<html><body/></html>', 'not an XLT test report'],
    ['text that is not XML', 'Not Found', 'text data outside of root node'],
    ['nothing', '', 'root'],
  ])('%s is an error', async (_, xml, message) => {
    await expect(readXltReport(bytesOf(xml))).rejects.toThrow(message)
  })

  test('text without a tag is given up with limited memory', async () => {
    let sent = 0
    async function* endless() {
      yield Buffer.from('<testreport><actions><action><name>')
      for (; sent < 4096; sent++) yield Buffer.alloc(1 << 16, 'x')
    }
    await expect(readXltReport(endless())).rejects.toThrow('without a tag')
    expect(sent).toBeLessThan(100)
  })

  test('an item with a million elements is given up', async () => {
    await expect(readXltReport(endlessElements())).rejects.toThrow('more than 10000 others')
  })
})

const readReport2017 = () => readXltReport(createReadStream(SAMPLES.report2017))

describe.skipIf(!samplesAreThere())('the real report of 2017', () => {
  test('has the totals that were read manually', async () => {
    const { subjects } = await readReport2017()
    expect(subjects.requests!.total).toEqual({
      count: 5368,
      errors: 0,
      ratePerSecond: 17.953,
      minMs: 0,
      meanMs: 11.21,
      medianMs: 0,
      maxMs: 433,
      deviationMs: 27.144,
      percentilesMs: [
        [50, 0],
        [95, 40],
        [99, 140],
        [99.9, 260],
      ],
      bytesSent: 3_576_824,
      bytesReceived: 180_331_598,
    })
    expect(subjects.actions!.total).toMatchObject({
      count: 1752,
      meanMs: 56.851,
      maxMs: 570,
      deviationMs: 56.47,
    })
    expect(subjects.transactions!.total).toMatchObject({
      count: 95,
      minMs: 2086,
      maxMs: 3843,
      meanMs: 2892.189,
    })
    expect(subjects.custom!.total).toEqual({ count: 0, errors: 0, ratePerSecond: 0 })
    expect(subjects['page-loads']).toBeUndefined()
  })

  test('has every label, the agent and the load profile', async () => {
    const { subjects, agents, loadProfile, warnings } = await readReport2017()
    expect(subjects.requests!.labels).toHaveLength(29)
    expect(subjects.actions!.labels).toHaveLength(16)
    expect(subjects.requests!.labels[0]).toMatchObject({
      label: 'AddToCart [200]',
      count: 404,
      bytesReceived: 211_460,
    })
    const sumOf = (subject: 'requests' | 'actions') =>
      subjects[subject]!.labels.reduce((sum, label) => sum + label.count, 0)
    expect([sumOf('requests'), sumOf('actions')]).toEqual([5368, 1752])
    expect(agents).toEqual([
      { agent: 'Agent-embedded_00-localhost-8500', cpuMeanPercent: 68.5, cpuMaxPercent: 90.54 },
    ])
    expect(loadProfile).toHaveLength(1)
    expect(loadProfile![0]!.name).toBe('TOrder')
    expect(loadProfile![0]!.settings).toContainEqual(['numberOfUsers', '1...5'])
    expect(warnings).toEqual([])
  })
})

describe('names', () => {
  const request = (name: string, figures: string) => `<request><name>${name}</name>${figures}</request>`

  test('are kept unchanged: blanks at their ends, or only blanks, make different names', async () => {
    const names = [
      'plain',
      ' plain',
      'plain ',
      '   ',
      '\t',
      'tab\t',
      '&#10;line&#13;',
      '\u00a0',
      '<![CDATA[ <x> ]]>',
    ]
    const { subjects } = await report(
      `<requests>${names.map((name, i) => request(name, `<count> ${i + 1}\n</count>`)).join('\n')}</requests>`,
    )
    const kept = ['plain', ' plain', 'plain ', '   ', '\t', 'tab\t', '\nline\r', '\u00a0', ' <x> ']
    expect(subjects.requests!.labels).toEqual(kept.map((label, i) => ({ label, count: i + 1 })))
  })

  test('are kept unchanged for agents and pages too', async () => {
    const { agents, webVitals } = await report(`
      <agents><agent><name> a</name><totalCpuUsage> 12 </totalCpuUsage></agent></agents>
      <webVitalsList><webVitals><name>p </name><lcp><score> 5 </score><rating> good </rating></lcp></webVitals></webVitalsList>`)
    expect(agents).toEqual([{ agent: ' a', cpuMeanPercent: 12 }])
    expect(webVitals).toEqual([{ page: 'p ', vital: 'lcp', score: 5, rating: 'good' }])
  })

  test('of 5,000 characters are kept whole, and those over 8 kB stay distinct', async () => {
    const [whole, a, b] = ['w'.repeat(5000), 'x'.repeat(20_000), 'x'.repeat(20_001)]
    const { subjects } = await report(
      `<requests>${[whole, a, b].map((name) => request(name, '<count>1</count>')).join('')}</requests>`,
    )
    expect(subjects.requests!.labels.map(({ label }) => label)).toEqual([whole, shortName(a), shortName(b)])
    expect(shortName(a)).not.toBe(shortName(b))
  })

  test('that appear twice in a report are counted together, without figures that cannot be added, with a warning', async () => {
    const { subjects, warnings } = await report(`<requests>
      ${request('a', '<count>1</count><errors>1</errors><min>4</min><max>4</max><mean>4</mean><deviation>0</deviation><percentiles><p95>4</p95></percentiles>')}
      ${request('b', '<count>5</count>')}
      ${request('a', '<count>3</count><errors>0</errors><min>8</min><max>8</max><mean>8</mean><deviation>0</deviation><percentiles><p95>8</p95></percentiles>')}
    </requests>`)
    expect(subjects.requests!.labels).toEqual([
      { label: 'a', count: 4, errors: 1, minMs: 4, maxMs: 8, meanMs: 7, deviationMs: Math.sqrt(3) },
      { label: 'b', count: 5 },
    ])
    expect(warnings).toEqual([
      {
        code: 'labels-left-out',
        message:
          'requests: the report has 2 labels named "a"; they are counted together, and have no percentiles.',
      },
    ])
  })
})
