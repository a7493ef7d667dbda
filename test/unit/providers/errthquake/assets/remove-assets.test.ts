import { expect, test } from 'vitest'
import type { HttpPorts } from '../../../../../src/platform/http/http.ts'
import type { ErrthquakeApi } from '../../../../../src/providers/errthquake/api.ts'
import { removeAssets } from '../../../../../src/providers/errthquake/assets/remove-assets.ts'
import { VirtualClock } from '../../../../clock/virtual-clock.ts'

const STEP = 'ltg-0123456789ab'
const PICTURE = { id: `${STEP}-1111111111111111.png`, file: './perf/a.png' }
const CONFIGURATION = { id: `${STEP}-2222222222222222.yaml`, file: './perf/checkout.yaml' }
const EXECUTION = {
  testInput: 'users.csv',
  testConfig: './perf/checkout.yaml',
  virtualUsers: 5,
  testType: 'duration' as const,
  region: 'eu-west-1',
}

/** The names of the deleted files, while a test is running that says which files it uses. */
async function deletedBeside(files: Record<string, string>): Promise<string[]> {
  const deleted: string[] = []
  const running = { id: 'abcdefgh', 'utc-start-time': '2026-01-05T10:00:00Z', 'virtual-users': 5, ...files }
  const api = {
    patiently: async (call, parse) => {
      if (call.method === 'DELETE') deleted.push(call.path.split('/').at(-1) ?? '')
      return parse({ 'test-results': [running] }, undefined)
    },
  } satisfies Pick<ErrthquakeApi, 'patiently'>
  const clock = new VirtualClock()
  const ports = {
    clock,
    random: () => 0.5,
    signal: () => new AbortController().signal,
  } as unknown as HttpPorts
  const removing = { api: api as unknown as ErrthquakeApi, uid: 'w', executions: [EXECUTION], ports }
  await removeAssets(removing, [PICTURE, CONFIGURATION], [])
  return deleted
}

test('an object stays while a test with another configuration of the same step is active', async () => {
  const other = `${STEP}-3333333333333333.yaml`
  expect(await deletedBeside({ 'test-input': 'users.csv', 'test-config': other })).toEqual([])
})

test('a test with files of others keeps nothing', async () => {
  const other = 'ltg-ba9876543210-3333333333333333.yaml'
  const all = [PICTURE.id, CONFIGURATION.id]
  expect(await deletedBeside({ 'test-input': 'users.csv', 'test-config': other })).toEqual(all)
  expect(await deletedBeside({ 'test-input': 'users.csv', 'test-config': 'x.yaml' })).toEqual(all)
})
