import { describe, expect, test } from 'vitest'
import { given, statusesOf, verdictOf, expectGate } from '../e2e/gate-tools.ts'
import { scenario } from '../e2e/scenario.ts'

/** Twenty-six doublings of ten characters: 335 MB of text. */
const LONG_TEXT = Array.from({ length: 26 }, (_, index) =>
  index === 0 ? "$a0 := '0123456789'" : `$a${index} := concat($a${index - 1}, $a${index - 1})`,
).join(', ')
const ENDLESS = {
  range: 'count(for $i in 1 to 1000000000 return $i) > 0',
  nested: 'count(//*[count(//*[count(//*[count(//*) > 0]) > 0]) > 0]) > 0',
  text: "string-length(string-join(for $i in 1 to 100000000 return 'xxxxxxxxxxxxxxxx', '')) > 0",
  pattern: `string-length(replace('${'a'.repeat(60)}!', '^((a+)+)+$', 'b')) > 0`,
}
/** These ended the whole process when it evaluated them itself, or in a thread. */
const WITHOUT_MEASURE = {
  upper: `let ${LONG_TEXT} return string-length(upper-case(concat($a25, 'x'))) < 0`,
  codepoints: `let ${LONG_TEXT} return count(string-to-codepoints($a25)) < 0`,
}

const fileOf = (expressions: Record<string, string>): string =>
  JSON.stringify({
    criteria: Object.entries(expressions).map(([id, condition]) => ({ id, condition })),
  })

describe.concurrent('XPath in a criteria file', { timeout: 300_000 }, () => {
  test('a criteria file cannot make fn:trace() write commands to the log', () =>
    scenario({}, async ({ xtc, directory }) => {
      const command = '\n::stop-commands::pwned\n'
      const file = await given(
        directory,
        'gate.json',
        fileOf({ traced: `exists(trace('${command}', '${command}'))`, also: `trace('${command}') = ''` }),
      )
      const result = await xtc({ 'criteria-file': file })
      expectGate(result, 1, 'failed', 'criteria')
      const { criteria } = await verdictOf(result)
      const statuses = Object.fromEntries(criteria.map(({ id, status }) => [id, status]))
      expect(statuses).toEqual({ also: 'failed', traced: 'passed' })
      // Secrets are masked before anything from others is read.
      expect(result.mainLog.split('\n')[0]).toMatch(/^::add-mask::/)
      expect(result.log.split('\n').filter((line) => /^\s*::stop-commands/.test(line))).toEqual([])
    }))

  test('an endless expression cannot delay the start', () =>
    scenario({}, async ({ xtc, directory }) => {
      const file = await given(directory, 'gate.json', fileOf({ ...ENDLESS, ...WITHOUT_MEASURE }))
      const result = await xtc({ mode: 'check', 'criteria-file': file })
      expect([result.exitCode, result.outputs['outcome']]).toEqual([0, 'passed'])
    }))

  test('endless expressions are errors after a minute, and the other criteria keep their verdicts', () =>
    scenario({}, async ({ xtc, directory }) => {
      const file = await given(
        directory,
        'gate.json',
        fileOf({ ...ENDLESS, holds: 'count(//request) > 0', breaks: 'count(//request) = 0' }),
      )
      const result = await xtc({ criteria: 'requests.count > 0', 'criteria-file': file })
      expectGate(result, 1, 'failed', 'criteria')
      const { criteria } = await verdictOf(result)
      const statuses = Object.fromEntries(criteria.map(({ id, status }) => [id, status]))
      expect(statuses).toMatchObject({ holds: 'passed', breaks: 'failed', 'criteria:1': 'passed' })
      for (const id of Object.keys(ENDLESS)) {
        const found = criteria.find((criterion) => criterion.id === id)
        expect([id, found?.status]).toEqual([id, 'error'])
        expect(found?.message).toMatch(/^It was not evaluated within 60 s.* Simplify it/)
      }
    }))

  test('expressions that use up the memory are errors, and neither the step nor the other criteria end', () =>
    scenario({}, async ({ xtc, directory }) => {
      const file = await given(
        directory,
        'gate.json',
        fileOf({ ...WITHOUT_MEASURE, holds: 'count(//request) > 0' }),
      )
      const result = await xtc({ criteria: 'requests.count > 0', 'criteria-file': file })
      expectGate(result, 1, 'failed', 'criteria')
      expect(statusesOf(result)).toMatchObject({
        'count(//request) > 0': 'passed',
        'requests.count > 0': 'passed',
      })
      const { criteria } = await verdictOf(result)
      for (const id of Object.keys(WITHOUT_MEASURE))
        expect(criteria.find((criterion) => criterion.id === id)?.message).toMatch(
          /^It (took more than 1,000 MB|was not evaluated)/,
        )
      expect(result.log).not.toContain('FATAL ERROR')
    }))
})
