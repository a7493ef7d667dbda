import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Measurements } from '../../src/measurements/model.ts'
import { runAction, stepDirectory, type StepResult } from '../runner/run-action.ts'
import { tarOf } from '../unit/formats/archives/archives.ts'
import { expectGate, jsonIn, statusesOf, textIn, verdictOf } from './gate-tools.ts'

/** Names that differ only in blanks, quotes, commas, or after 5,000 characters. */
const LONG = 'long name '.repeat(500)
const NAMES = [
  'plain',
  ' plain',
  'plain ',
  '   ',
  'a, b',
  '"quoted"',
  'say "hi" ',
  `${LONG}a`,
  `${LONG}b`,
  '日本語 ',
]

async function withDirectory(work: (directory: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'names-'))
  try {
    await work(directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function judged(
  directory: string,
  files: Record<string, Buffer | string>,
  criteria: { check?: string; xpath?: string }[],
): Promise<StepResult> {
  const folder = join(directory, 'files')
  await mkdir(folder)
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  const workspace = stepDirectory(directory)
  await mkdir(workspace, { recursive: true })
  await writeFile(join(workspace, 'criteria.yaml'), JSON.stringify({ criteria }))
  return await runAction({
    inputs: { mode: 'judge', 'output-directory': folder, 'criteria-file': join(workspace, 'criteria.yaml') },
    directory: workspace,
  })
}

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const csv = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const quoted = (label: string): string =>
  `["${label.replaceAll(/["\\*]/g, (character) => `\\${character}`)}"]`
const inXPath = (text: string): string => (text.includes('"') ? `'${text}'` : `"${text}"`)

/** Every label has another minimum, which shows whose figures a criterion gets. */
const minOf = (name: string): number => 10 + NAMES.indexOf(name)

async function xtcFiles(): Promise<Record<string, Buffer>> {
  const items = (item: string): string =>
    NAMES.map(
      (name) => `<${item}><name>${xml(name)}</name><count>2</count><min>${minOf(name)}</min></${item}>`,
    ).join('\n')
  const report = `<testreport><requests>${items('request')}</requests><actions>${items('action')}</actions></testreport>`
  const records = NAMES.flatMap((name) =>
    ['R', 'A'].flatMap((type) =>
      [0, 1].map(
        (i) => `${type},${csv(name)},${1768467600000 + i},${minOf(name) + i},false,1,1,200,http://a/`,
      ),
    ),
  )
  return {
    'report.tar.gz': gzipSync(await tarOf({ 'x/testreport.xml': report })),
    'result.tar.gz': gzipSync(await tarOf({ 'x/timers.csv': `${records.join('\n')}\n` })),
  }
}

test('labels of XLT keep their blanks, quotes, commas and 5,000 characters', () =>
  withDirectory(async (directory) => {
    const checks = NAMES.flatMap((name) => [
      { check: `requests${quoted(name)}.min == ${minOf(name)}ms` },
      { check: `raw-requests${quoted(name)}.max == ${minOf(name) + 1}ms` },
      // The report lacks this percentile, so it is taken from the histogram of the same label in the raw
      // result.
      { check: `actions${quoted(name)}.p99 == ${minOf(name) + 1}ms` },
      { xpath: `//request[name = ${inXPath(name)}]/number(min) = ${minOf(name)}` },
    ])
    const result = await judged(directory, await xtcFiles(), [
      ...checks,
      { check: 'requests["*plain*"].count == 2' },
    ])
    expectGate(result, 0, 'passed')
    expect(Object.values(statusesOf(result)).every((status) => status === 'passed')).toBe(true)
    const { criteria } = await verdictOf(result)
    expect(criteria).toHaveLength(checks.length + 1)
    expect(criteria.find(({ criterion }) => criterion.includes('*plain*'))).toMatchObject({ matched: 3 })
    const { subjects } = await jsonIn<Measurements>(result, 'measurements.json')
    for (const subject of ['requests', 'raw-requests', 'actions'] as const)
      expect(subjects[subject]?.labels.map(({ label }) => label)).toEqual(NAMES)
  }))

test('messages, summary and page make invisible blanks visible', () =>
  withDirectory(async (directory) => {
    const result = await judged(directory, await xtcFiles(), [
      { check: 'requests["*plain*"].min < 1ms' },
      { check: 'requests["   "].min < 1ms' },
      { check: 'requests["plain  "].min < 1ms' },
    ])
    expectGate(result, 1, 'failed', 'criteria')
    const messages = (await verdictOf(result)).criteria.map(({ message }) => message).join('\n')
    expect(messages).toContain('"plain␣"')
    expect(messages).toContain('"␣plain"')
    expect(messages).toContain('requests["␣␣␣"].min is 13 ms')
    expect(messages).toContain('"plain␣␣" does not match any of the 10 labels of requests. Nearest: "plain"')
    expect(result.summary).toContain('&#34;␣␣␣&#34;')
    expect(result.summary).toContain('<code>plain␣</code>')
    const page = await textIn(result, 'summary.html')
    expect(page).toContain('<span class="name">plain␣</span>')
  }))

test('commands of Errthquake keep their blanks, quotes, line breaks and 5,000 characters', () =>
  withDirectory(async (directory) => {
    const names = [...NAMES, 'two\nlines']
    const lines = names.map((name, i) => `2026-01-15T09:00:00Z,"${name.replaceAll('"', '""')}",200,${10 + i}`)
    const log = [
      'time,command,status,msec_duration',
      ...lines,
      '2026-01-15T09:00:01Z,plain ,200,99',
      '',
    ].join('\n')
    const checks = names.flatMap((name, i) => {
      const max = name === 'plain ' ? 99 : 10 + i
      return [
        { check: `requests${quoted(name)}.min == ${10 + i}ms` },
        { check: `requests${quoted(name)}.max == ${max}ms` },
      ]
    })
    const result = await judged(directory, { 'logs.csv': log }, checks)
    expectGate(result, 0, 'passed')
    const { subjects } = await jsonIn<Measurements>(result, 'measurements.json')
    expect(new Set(subjects.requests?.labels.map(({ label }) => label))).toEqual(new Set(names))
  }))

test('only differences that the ramp-up does not explain are a warning', () =>
  withDirectory(async (directory) => {
    const profile = (seconds: number): string =>
      `<configuration><loadProfile><testCase><initialDelay>0</initialDelay><rampUpPeriod>${seconds}</rampUpPeriod><userName>T</userName></testCase></loadProfile></configuration>`
    const report = (seconds: number): string =>
      `<testreport>${profile(seconds)}<summary><requests><count>90</count></requests></summary></testreport>`
    // One request per second; the report leaves out ten.
    const records = Array.from({ length: 100 }, (_, i) => `R,a,${1768467600000 + i * 1000},5,false\n`).join(
      '',
    )
    const files = async (seconds: number): Promise<Record<string, Buffer>> => ({
      'report.tar.gz': gzipSync(await tarOf({ 'x/testreport.xml': report(seconds) })),
      'result.tar.gz': gzipSync(await tarOf({ 'x/timers.csv': records })),
    })
    const criteria = [{ check: 'requests.count == 90' }]
    await mkdir(join(directory, 'normal'))
    await mkdir(join(directory, 'short'))
    const normal = await judged(join(directory, 'normal'), await files(10), criteria)
    expectGate(normal, 0, 'passed')
    expect(normal.summary).not.toContain('left out')
    expect(normal.mainLog).toContain('began in the ramp-up of 10 s. That is normal.')
    const short = await judged(join(directory, 'short'), await files(3), criteria)
    expectGate(short, 0, 'passed')
    expect(short.summary).toContain('the difference is more than what began in the ramp-up of 3 s')
  }))
