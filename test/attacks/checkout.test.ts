import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectGate } from '../e2e/gate-tools.ts'
import { scenario, type Scenario } from '../e2e/scenario.ts'
import type { StepResult } from '../runner/run-action.ts'

const TOKEN = 'token-of-the-checkout-0123456789'

async function put({ directory }: Scenario, files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true })
    await writeFile(join(directory, name), content)
  }
}

/** The step is rejected without a request, and shows nothing of the token. */
function expectNothingSent({ simulator }: Scenario, result: StepResult): void {
  expectGate(result, 1, 'error', 'bad-input')
  expect(simulator.record.of('errthquake')).toEqual([])
  expect(simulator.record.of('xtc')).toEqual([])
  expect(`${result.mainLog}${result.postLog}`).not.toContain(TOKEN)
}

describe.concurrent('a test in a pull request', { timeout: 300_000 }, () => {
  test.each([
    ['a link', { 'test-input': './perf/link.csv' }],
    ['a link on the way', { 'test-input': './linked/secret.csv' }],
    ['a path out of the checkout', { 'test-input': '../../../../../../etc/hostname' }],
    ['an object that is a link', { 'test-config': './perf/test.yaml', 'test-objects': 'perf/link.csv' }],
    ["git's own folder", { 'test-config': './perf/test.yaml', 'test-objects': '.git/config' }],
  ])('cannot have a file of the runner uploaded by %s', (_what, given) =>
    scenario({}, async (world) => {
      const { directory } = world
      await put(world, {
        'elsewhere/secret.csv': `user\n${TOKEN}\n`,
        'perf/test.yaml': 'LoopSequence: []\n',
        '.git/config': TOKEN,
      })
      await symlink(join(directory, 'elsewhere/secret.csv'), join(directory, 'perf/link.csv'))
      await symlink(join(directory, 'elsewhere'), join(directory, 'linked'))
      const result = await world.errthquake(given)
      expect(result.outputs['outcome']).toBe('error')
      expectNothingSent(world, result)
    }),
  )

  test("cannot have the checkout's token or a linked file packed into a code archive", () =>
    scenario({}, async (world) => {
      const { directory, simulator } = world
      await put(world, {
        'elsewhere/secret.txt': TOKEN,
        'suite/pom.xml': '<project/>',
        'suite/.git/config': TOKEN,
      })
      await symlink(join(directory, 'elsewhere'), join(directory, 'suite/folder'))
      await symlink(join(directory, 'elsewhere/secret.txt'), join(directory, 'suite/file.txt'))
      expectGate(await world.xtc({ 'xtc-test-code': './suite', criteria: 'requests.count > 0' }), 0, 'passed')
      expect(simulator.xtc.code.all.map(({ names }) => names)).toEqual([['suite/pom.xml']])
    }))

  test("cannot have git's own folder packed", () =>
    scenario({}, async (world) => {
      await put(world, { '.git/config': TOKEN })
      const result = await world.xtc({ 'xtc-test-code': './.git' })
      expect(result.outputs['outcome']).toBe('error')
      expectNothingSent(world, result)
    }))
})
