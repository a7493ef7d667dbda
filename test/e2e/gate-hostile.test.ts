import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { StepOptions } from '../runner/run-action.ts'
import { archiveInMemory } from '../simulator/archive-body.ts'
import type { ErrthquakeData } from '../simulator/errthquake-options.ts'
import { REQUEST_LOG_HEADER } from '../simulator/request-log.ts'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import { tarStream } from '../simulator/tar-writer.ts'
import { generatedXltData } from '../simulator/xlt-data.ts'
import { DEFAULT_XLT_DATA } from '../simulator/xlt-scenarios.ts'
import type { XtcData } from '../simulator/xtc.ts'
import { zipStream } from '../simulator/zip-writer.ts'
import { errorsIn, scenario } from './scenario.ts'
import { expectGate, jsonIn, statusesOf, verdictOf } from './gate-tools.ts'

const MB = 1 << 20
const MOST_MEMORY_MB = 450

/** Watches main's memory, if the system provides it. */
function watched(): { options: Partial<StepOptions>; peakMb: () => number } {
  let peakMb = 0
  const onMain: StepOptions['onMain'] = (main) => {
    const timer = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${main.pid}/status`, 'utf8')
        peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
      } catch {
        clearInterval(timer)
      }
    }, 50)
    main.once('exit', () => clearInterval(timer))
  }
  return { options: { onMain }, peakMb: () => peakMb }
}

function withXtcFiles(files: Partial<Record<'report' | 'result', () => Readable>>): SimulatorOptions {
  const data: XtcData = generatedXltData({ ...DEFAULT_XLT_DATA, lines: 300 })
  for (const kind of ['report', 'result'] as const) {
    const open = files[kind]
    if (open !== undefined) data[kind] = () => archiveInMemory(open)
  }
  return { xtc: { data } }
}

function reportOf(xml: string): () => Readable {
  const entry = { name: '20260512-093000/testreport.xml', content: Buffer.from(xml) }
  return () => tarStream([entry], 0).pipe(createGzip())
}

/** A log with these lines, zipped as the service does. */
function withLog(open: () => Readable): SimulatorOptions {
  const data: ErrthquakeData = {
    logs: () =>
      archiveInMemory(() =>
        zipStream([{ name: 'log.csv', compress: true, open }], { zip64: false, modifiedAtMs: 0 }),
      ),
    metrics: () => Promise.resolve({}),
  }
  return { errthquake: { data } }
}

function line(command: string, ms: string, second = 0): string {
  const time = new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()
  return `${time},1,${command},https://shop.example/,GET,200,300,900,${ms},1000,3000,20,5,75`
}

function logOf(lines: string[]): SimulatorOptions {
  return withLog(() => Readable.from([Buffer.from(`${[REQUEST_LOG_HEADER, ...lines].join('\n')}\n`)]))
}

const ENTITIES = Array.from({ length: 12 }, (_, index) =>
  index === 0 ? '<!ENTITY e0 "lol">' : `<!ENTITY e${index} "${`&e${index - 1};`.repeat(10)}">`,
).join('')

function* zeros(bytes: number): Generator<Buffer> {
  const block = Buffer.alloc(MB, '0')
  for (let sent = 0; sent < bytes; sent += MB) yield block
}

describe.concurrent('hostile reports and results', { timeout: 300_000 }, () => {
  test('an entity bomb is rejected, and criteria that need the report are inconclusive', () =>
    scenario(
      withXtcFiles({
        report: reportOf(
          `<!DOCTYPE t [${ENTITIES}]><testreport><requests><request><name>&e11;</name></request></requests></testreport>`,
        ),
      }),
      async ({ xtc }) => {
        const { options, peakMb } = watched()
        const result = await xtc({ criteria: 'requests.p95 < 60s\nactions.p95 < 60s' }, options)
        expectGate(result, 1, 'inconclusive', 'validity')
        expect(statusesOf(result)).toEqual({
          'requests.p95 < 60s': 'inconclusive',
          'actions.p95 < 60s': 'passed',
        })
        expect(errorsIn(result.mainLog)[0]).toContain('testreport.xml')
        expect(peakMb()).toBeLessThan(MOST_MEMORY_MB)
      },
    ))

  test('a gzip bomb stops the reading without filling the memory', () =>
    scenario(
      withXtcFiles({
        result: () => Readable.from(zeros(300 * MB), { objectMode: false }).pipe(createGzip({ level: 9 })),
      }),
      async ({ xtc }) => {
        const { options, peakMb } = watched()
        const result = await xtc({ criteria: 'raw-requests.p95 < 60s' }, options)
        expectGate(result, 1, 'inconclusive', 'validity')
        expect(peakMb()).toBeLessThan(MOST_MEMORY_MB)
      },
    ))

  test('a report that is not XML', () =>
    scenario(withXtcFiles({ report: reportOf('<testreport><requests') }), async ({ xtc }) => {
      const result = await xtc({ criteria: 'requests.p95 < 60s' })
      expectGate(result, 1, 'inconclusive', 'validity')
      expect(errorsIn(result.mainLog)[0]).toContain('testreport.xml')
    }))
})

describe.concurrent('hostile logs', { timeout: 300_000 }, () => {
  test('a zip bomb stops the reading without filling the memory', () =>
    scenario(
      withLog(() => Readable.from(zeros(300 * MB), { objectMode: false })),
      async ({ errthquake }) => {
        const { options, peakMb } = watched()
        const result = await errthquake({ criteria: 'requests.p95 < 60s' }, options)
        expectGate(result, 1, 'inconclusive', 'validity')
        expect(errorsIn(result.mainLog)[0]).toContain('request log')
        expect(peakMb()).toBeLessThan(MOST_MEMORY_MB)
      },
    ))

  test('labels with names of JavaScript properties are normal labels', () =>
    scenario(
      logOf([line('__proto__', '10'), line('constructor', '20', 1), line('toString', '30', 2)]),
      async ({ errthquake }) => {
        const criteria =
          'requests["__proto__"].max == 10ms\nrequests["constructor"].count == 1\nrequests.count == 3\nrequests["hasOwnProperty"].count == 0'
        const result = await errthquake({ criteria })
        expectGate(result, 1, 'failed', 'criteria')
        expect((await verdictOf(result)).criteria.map(({ status }) => status).sort()).toEqual([
          'error',
          'passed',
          'passed',
          'passed',
        ])
        const measured = await jsonIn<{ subjects: { requests: { labels: { label: string }[] } } }>(
          result,
          'measurements.json',
        )
        expect(measured.subjects.requests.labels.map(({ label }) => label)).toContain('__proto__')
        expect(result.summary).toContain('&#95;&#95;proto&#95;&#95;')
      },
    ))

  test('ten thousand labels do not exceed the limits of the runner', () =>
    scenario(
      logOf(
        Array.from({ length: 10_000 }, (_, index) =>
          line(`label ${index} ${'x'.repeat(80)}`, '10', index % 60),
        ),
      ),
      async ({ errthquake }) => {
        const each = Array.from({ length: 1500 }, (_, index) => `requests["label ${index} *"].p95 < 1ms`)
        const result = await errthquake({ criteria: ['requests["*"].p95 < 1ms', ...each].join('\n') })
        expectGate(result, 1, 'failed', 'criteria')
        expect(result.outputs['criteria-failed']).toBe('1501')
        const listed = JSON.parse(result.outputs['criteria'] ?? '') as { leftOut?: number }[]
        expect(Buffer.byteLength(result.outputs['criteria'] ?? '')).toBeLessThanOrEqual(100_000)
        expect((listed.at(-1)?.leftOut ?? 0) + listed.length - 1).toBe(1501)
        expect((await verdictOf(result)).criteria).toHaveLength(1501)
        expect(Buffer.byteLength(result.summary)).toBeLessThan(1 << 20)
        const errors = errorsIn(result.mainLog)
        expect(errors).toHaveLength(10)
        expect(Math.max(...errors.map((error) => error.length))).toBeLessThan(8000)
      },
    ))

  test('a log without the required columns', () =>
    scenario(
      withLog(() => Readable.from([Buffer.from('when,what\n1,home\n')])),
      async ({ errthquake }) => {
        const result = await errthquake({ criteria: 'requests.p95 < 60s' })
        expectGate(result, 1, 'inconclusive', 'validity')
        expect(errorsIn(result.mainLog)[0]).toContain('msec_duration')
      },
    ))

  test('invalid durations are reported, and not counted as zero', () =>
    scenario(
      logOf([
        line('home', '10'),
        line('home', 'NaN', 1),
        line('home', '-5', 2),
        line('home', '', 3),
        line('home', '20', 4),
      ]),
      async ({ errthquake }) => {
        const result = await errthquake({
          criteria: 'requests.min == 10ms\nrequests.max == 20ms\nrequests.mean == 15ms',
        })
        // The figures cover only what could be read; the rest is unknown.
        expectGate(result, 1, 'inconclusive', 'validity')
        expect(JSON.parse(result.outputs['criteria'] ?? '[]')).toHaveLength(3)
        expect(result.outputs['criteria-failed']).toBe('0')
        expect(result.summary).toMatch(/3 (broken )?lines|3 of/)
      },
    ))
})
