import { expect, test } from 'vitest'
import { markerOf, stepKeyOf, titleOf } from '../../../../src/step/traces/marker.ts'
import { contextOf } from '../../inputs/workflow-context.ts'

const KEY = Buffer.from('key of the credentials')
const MARKER = /^ltg-[0-9a-f]{16}$/

test('the same step of the same attempt has the same marker', () => {
  expect(markerOf(contextOf(), 'key', KEY)).toMatch(MARKER)
  expect(markerOf(contextOf(), 'key', KEY)).toBe(markerOf(contextOf(), 'key', KEY))
})

test('another repository, server, run, attempt, step or credential has another marker', () => {
  const markers = [
    markerOf(contextOf(), 'key', KEY),
    markerOf(contextOf(), 'other', KEY),
    markerOf(contextOf({ repository: 'acme/other' }), 'key', KEY),
    markerOf(contextOf({ serverUrl: 'https://acme.ghe.com' }), 'key', KEY),
    markerOf(contextOf({ runId: '1002' }), 'key', KEY),
    markerOf(contextOf({ attempt: 2 }), 'key', KEY),
    markerOf(contextOf(), 'key', Buffer.from('key of others')),
  ]
  expect(new Set(markers).size).toBe(markers.length)
})

test('outside a workflow, no two starts share a marker', () => {
  const context = contextOf({ runId: '' })
  expect(markerOf(context, 'key', KEY)).not.toBe(markerOf(context, 'key', KEY))
})

test('matrix jobs, jobs, steps, callers and definitions have different keys', () => {
  const keys = [
    stepKeyOf(contextOf(), '{"os":"a"}', { test: 1 }),
    stepKeyOf(contextOf(), '{"os":"b"}', { test: 1 }),
    stepKeyOf(contextOf(), '{"os":"a"}', { test: 2 }),
    stepKeyOf(contextOf({ job: 'other' }), '{"os":"a"}', { test: 1 }),
    stepKeyOf(contextOf({ actionId: '__load-test-gate_2' }), '{"os":"a"}', { test: 1 }),
    stepKeyOf(contextOf({ workflowRef: 'acme/shop/.github/workflows/b.yml@main' }), '{"os":"a"}', {
      test: 1,
    }),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

test('the title says where a run comes from', () => {
  expect(titleOf(contextOf(), 'ltg-x')).toBe('acme/shop main, run 1001 attempt 1 (ltg-x)')
  expect(titleOf(contextOf({ pullRequest: 12, headRef: 'feature' }), 'ltg-x')).toBe(
    'acme/shop PR 12, run 1001 attempt 1 (ltg-x)',
  )
  expect(titleOf(contextOf({ headRef: 'f'.repeat(100), attempt: 2 }), 'ltg-x')).toBe(
    `acme/shop ${'f'.repeat(60)}, run 1001 attempt 2 (ltg-x)`,
  )
  expect(titleOf(contextOf({ repository: '', refName: '', runId: '' }), 'ltg-x')).toBe(
    'Load Test Gate (ltg-x)',
  )
})
