import { createGzip } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { expectGate, given, verdictOf } from '../e2e/gate-tools.ts'
import { errorsIn, scenario } from '../e2e/scenario.ts'
import { archiveInMemory } from '../simulator/archive-body.ts'
import { tarStream } from '../simulator/tar-writer.ts'
import { generatedXltData } from '../simulator/xlt-data.ts'
import { DEFAULT_XLT_DATA } from '../simulator/xlt-scenarios.ts'

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

/** Each is a megabyte, and would take minutes if every value were compared with all others. */
const FILES: [what: string, text: string, fault: string][] = [
  ['a map with ninety thousand keys', lines(90_000, (index) => `k${index}: 1\n`), 'too many values'],
  [
    'as many anchors and aliases',
    lines(30_000, (index) => `- &a${index} 1\n- *a${index}\n`),
    'too many values',
  ],
  ['half a million nested lists', '['.repeat(500_000), 'nested too deeply'],
  ['as many block lists in one line', '- '.repeat(450_000), 'nested too deeply'],
  ['three thousand criteria', `criteria:\n${'  - requests.p95 < 5ms\n'.repeat(3000)}`, 'the maximum is 2000'],
  ['four hundred thousand faults', `criteria:\n  - "${'\\q'.repeat(400_000)}"\n`, 'too many values'],
]

describe.concurrent('documents', { timeout: 300_000 }, () => {
  test.each(FILES)('a criteria file cannot delay the step with %s', (_what, text, fault) =>
    scenario({}, async ({ xtc, directory }) => {
      const result = await xtc({ mode: 'check', 'criteria-file': await given(directory, 'gate.yml', text) })
      expect(result.exitCode).toBe(1)
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'bad-input' })
      expect(errorsIn(result.mainLog)[0]).toContain(fault)
      expect(result.mainLog.length).toBeLessThan(20_000)
    }),
  )

  test('a key of the input executions cannot write commands to the log', () =>
    scenario({}, async ({ errthquake }) => {
      const executions = '- { ? ["##[error]pwned"] : 1, ? { "::add-mask::a": 1 } : 2 }'
      const single = {
        'test-input': '',
        'test-config': '',
        'virtual-users': '',
        'test-duration': '',
        region: '',
      }
      const result = await errthquake({ ...single, mode: 'check', executions })
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'bad-input' })
      expect(result.log).not.toContain('Keys with collection values')
      expect(result.log).not.toMatch(/##\[error\]pwned/)
    }))

  test('a tag with three hundred thousand attributes cannot delay an XPath criterion', () => {
    const attributes = lines(300_000, (index) => ` a${index}="1"`)
    const content = Buffer.from(
      `<testreport><requests><request><name>home</name><count>1</count></request></requests><x${attributes}/></testreport>`,
    )
    const data = generatedXltData({ ...DEFAULT_XLT_DATA, lines: 300 })
    data.report = () =>
      archiveInMemory(() =>
        tarStream([{ name: '20260512-093000/testreport.xml', content }], 0).pipe(createGzip()),
      )
    return scenario({ xtc: { data } }, async ({ xtc, directory }) => {
      const file = await given(
        directory,
        'gate.json',
        '{ "criteria": [{ "id": "x", "condition": "count(//x) = 1" }] }',
      )
      const result = await xtc({ 'criteria-file': file })
      expectGate(result, 0, 'passed')
      expect((await verdictOf(result)).criteria.map(({ status }) => status)).toEqual(['passed'])
    })
  })
})
