import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { oneLine } from '../../../src/foundation/one-line.ts'
import { renderJunit } from '../../../src/report/junit.ts'
import { bareData, criterionWith, HOSTILE, presentationWith } from './presentation-data.ts'

function elementsOf(xml: string): { name: string; attributes: Record<string, string> }[] {
  const elements: { name: string; attributes: Record<string, string> }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes: { ...attributes } }))
  parser.write(xml).close()
  return elements
}

test('has one test case per criterion, with a result that reporters know', () => {
  const data = presentationWith()
  data.verdict.criteria = [
    criterionWith(),
    criterionWith({ status: 'failed' }),
    criterionWith({ status: 'error' }),
    criterionWith({ status: 'skipped' }),
    criterionWith({ status: 'failed', severity: 'warning', message: 'slow' }),
    criterionWith({
      status: 'failed',
      waiver: { until: '2026-12-31', owner: 'Ada', reason: 'known', active: true },
    }),
    criterionWith({ status: 'inconclusive' }),
  ]
  const xml = renderJunit(data)
  const elements = elementsOf(xml)
  expect(elements.filter(({ name }) => name === 'testcase')).toHaveLength(7)
  expect(elements.find(({ name }) => name === 'testsuite')?.attributes).toMatchObject({
    tests: '7',
    failures: '1',
    errors: '2',
    skipped: '2',
  })
  expect(xml).toContain('<system-out>warning: slow')
  data.verdict.failsStep = false
  expect(elementsOf(renderJunit(data)).filter(({ name }) => name === 'error')).toHaveLength(1)
})

test('stays well-formed with hostile strings and without criteria', () => {
  const data = presentationWith()
  data.title = HOSTILE
  data.verdict.message = `${HOSTILE}\u0000\ud800\uffff`
  data.verdict.criteria = [
    criterionWith({
      status: 'failed',
      criterion: HOSTILE,
      message: HOSTILE,
      breaches: [{ label: HOSTILE, observed: HOSTILE }],
    }),
  ]
  const [testcase] = elementsOf(renderJunit(data)).filter(({ name }) => name === 'testcase')
  expect(testcase?.attributes['name']).toBe(oneLine(HOSTILE))
  expect(elementsOf(renderJunit(bareData())).length).toBeGreaterThan(0)
})
