import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCriteria } from '../../../src/inputs/read-criteria.ts'

let workspace = ''
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'read-criteria-'))
})
afterEach(() => rm(workspace, { recursive: true }))

const xpath = { faultsOf: () => Promise.resolve(new Map()) }

async function placesIn(given: Record<string, string>) {
  const { faults } = await readCriteria((name) => given[name] ?? '', workspace, xpath)
  return faults.map(({ place }) => place)
}

test('a fault in the file has its place in the checkout, one in the input has none', async () => {
  const file = join(workspace, 'perf', 'gate.yml')
  await mkdir(join(workspace, 'perf'))
  await writeFile(file, 'criteria:\n  - check: requests.p95 < 1s\n    unit: ms\n')
  expect(await placesIn({ criteria: 'requests.p95 <', 'criteria-file': file })).toEqual([
    undefined,
    { file: 'perf/gate.yml', line: 3, column: 5 },
  ])
})

test('a file that does not exist is a fault without a place', async () => {
  expect(await placesIn({ 'criteria-file': join(workspace, 'missing.yml') })).toEqual([undefined])
})
