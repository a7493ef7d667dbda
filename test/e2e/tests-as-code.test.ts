import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectGate } from './gate-tools.ts'
import { errorsIn, scenario, type Scenario } from './scenario.ts'

const FILES = { 'test-input': './perf/users.csv', 'test-config': './perf/checkout.yaml' }
const CONFIGURATION = `Commands:
  login:
    Url: "https://shop.example/login/{$user}"
    Method: GET
LoopSequence: [login]
`

async function checkOut({ directory }: Scenario, configuration = CONFIGURATION): Promise<void> {
  await mkdir(join(directory, 'perf'), { recursive: true })
  await writeFile(join(directory, 'perf/users.csv'), 'user\nalice\nbob\n')
  await writeFile(join(directory, 'perf/checkout.yaml'), configuration)
}

describe.concurrent('an XTC test from the checkout', { timeout: 300_000 }, () => {
  const SLOW = [
    { state: 'PROVISIONING', durationMs: 1500 },
    { state: 'RUNNING', durationMs: 60_000 },
  ]

  async function checkOutSuite({ directory }: Scenario): Promise<void> {
    await mkdir(join(directory, 'perf/target'), { recursive: true })
    await writeFile(join(directory, '.gitignore'), 'target/\n')
    await writeFile(join(directory, 'perf/pom.xml'), '<project/>')
    await writeFile(join(directory, 'perf/target/x.class'), 'x')
  }

  test('is packed, uploaded, run, judged and deleted; a second run of the same code is comparable', () =>
    scenario({}, async (world) => {
      await checkOutSuite(world)
      const given = { 'xtc-test-code': './perf', criteria: 'requests.count > 0' }
      const first = await world.xtc(given)
      expectGate(first, 0, 'passed')
      const { xtc } = world.simulator
      const { code } = xtc
      expect(code.all.map(({ names }) => names)).toEqual([['perf/pom.xml']])
      expect(code.deleted).toEqual([701])
      const baseline = `file:${first.outputs['measurements-path']}`
      const again = { ...given, criteria: 'requests.count >= baseline * 0.1', baseline }
      expectGate(await world.xtc(again), 0, 'passed')
      await writeFile(join(world.directory, 'perf/pom.xml'), '<project><b/></project>')
      expect((await world.xtc(again)).outputs).toMatchObject({ outcome: 'inconclusive', reason: 'baseline' })
      expect(xtc.runs).toHaveLength(3)
      expect(code.deletedTooEarly).toEqual([])
    }))

  test.each(['SIGKILL', 'SIGINT'] as const)('has its archive deleted by the post step after %s', (signal) =>
    scenario({ xtc: { run: { phases: SLOW } } }, async (world) => {
      await checkOutSuite(world)
      const { xtc } = world.simulator
      const { code, loadTests } = xtc
      const isRunning = (): boolean => xtc.runs.some((run) => loadTests.moment(run).state === 'RUNNING')
      await world.xtc({ 'xtc-test-code': './perf' }, world.signalWhen(isRunning, signal))
      expect(code.uploads).toEqual([701])
      expect(code.deleted).toEqual([701])
      expect(code.deletedTooEarly).toEqual([])
    }),
  )

  test('that is killed before the run has taken its code: the archive stays, and is named', () =>
    scenario(
      { xtc: { run: { phases: [{ state: 'PROVISIONING', durationMs: 3_600_000 }, ...SLOW] } } },
      async (world) => {
        await checkOutSuite(world)
        const { xtc } = world.simulator
        const result = await world.xtc(
          { 'xtc-test-code': './perf' },
          world.signalWhen(() => xtc.runs.length > 0, 'SIGKILL'),
        )
        expect(xtc.code.deleted).toEqual([])
        expect(result.postLog).toMatch(/::warning.*701 \(\.\/perf\)/)
      },
    ))

  test('that is killed during the upload: an archive that may exist is named', () =>
    scenario({}, async (world) => {
      await checkOutSuite(world)
      const { faults, xtc } = world.simulator
      faults.add({ match: { service: 'xtc', path: /code-archives/ }, kind: 'hang', when: 'after-commit' })
      const sent = (): boolean => xtc.code.uploads.length > 0
      const result = await world.xtc({ 'xtc-test-code': './perf' }, world.signalWhen(sent, 'SIGKILL'))
      expect(result.postLog).toMatch(/::warning.*upload-1 \(\.\/perf\)/)
      expect(world.starts()).toEqual([])
    }))
})

describe.concurrent('an Errthquake test from the checkout', { timeout: 300_000 }, () => {
  test('is uploaded, run, judged and deleted; a second run of the same files is comparable', () =>
    scenario({}, async (world) => {
      await checkOut(world)
      const first = await world.errthquake({ ...FILES, criteria: 'requests.count > 0' })
      expectGate(first, 0, 'passed')
      const { assets } = world.simulator.errthquake
      expect(assets.uploads).toHaveLength(2)
      expect(assets.deleted).toEqual(assets.uploads)
      expect(assets.deletedInUse).toEqual([])
      const baseline = `file:${first.outputs['measurements-path']}`
      const criteria = 'requests.count >= baseline * 0.1'
      const again = await world.errthquake({ ...FILES, criteria, baseline })
      expectGate(again, 0, 'passed')
      // Other content is another test.
      await checkOut(world, `${CONFIGURATION}LoopCount: 2\n`)
      const changed = await world.errthquake({ ...FILES, criteria, baseline })
      expect(changed.outputs).toMatchObject({ outcome: 'inconclusive', reason: 'baseline' })
    }))

  test.each(['SIGKILL', 'SIGINT'] as const)(
    'is stopped by the post step after %s, and its files are deleted',
    (signal) =>
      scenario({}, async (world) => {
        await checkOut(world)
        const { errthquake: service, record } = world.simulator
        const polled = (): boolean => record.of('errthquake', 'GET', /^\/results\/[^/]+\/\w+$/).length > 1
        await world.errthquake({ ...FILES, 'test-duration': '10m' }, world.signalWhen(polled, signal))
        expect(service.unstopped).toEqual([])
        expect(service.assets.uploads).toHaveLength(2)
        expect(service.assets.deleted).toEqual(service.assets.uploads)
        expect(service.assets.deletedInUse).toEqual([])
      }),
  )

  test('that is killed during an upload: the post step deletes the file', () =>
    scenario({}, async (world) => {
      await checkOut(world)
      const { errthquake: service, faults } = world.simulator
      const match = { service: 'errthquake', method: 'POST', path: /^\/assets\// } as const
      faults.add({ match, kind: 'hang', when: 'after-commit' })
      const sent = (): boolean => service.assets.uploads.length > 0
      const result = await world.errthquake(FILES, world.signalWhen(sent, 'SIGKILL'))
      expect(service.assets.deleted).toEqual(service.assets.uploads)
      expect(service.assets.uploads).toHaveLength(1)
      expect(errorsIn(result.postLog)).toEqual([])
      expect(world.starts()).toEqual([])
    }))

  test('is checked by mode check, which names faults at their places and sends nothing', () =>
    scenario({}, async (world) => {
      await checkOut(world, CONFIGURATION.replace('{$user}', '{$usr}'))
      const result = await world.errthquake({ ...FILES, mode: 'check', 'test-objects': 'perf/*.png' })
      expectGate(result, 1, 'error', 'bad-input')
      const [error = ''] = errorsIn(result.mainLog)
      for (const words of ['checkout.yaml, line 3, column 38', "'user'?", 'perf/*.png'])
        expect(error).toContain(words)
      expect(world.simulator.record.of('errthquake')).toEqual([])
      // The pull request shows it at its line.
      const [, atPlace, ...more] = errorsIn(result.mainLog)
      expect(atPlace).toMatch(/^::error title=[^,]*,file=perf\/checkout\.yaml,line=3,col=38::/)
      expect(more).toEqual([])
      const without = await world.errthquake({ ...FILES, mode: 'check', annotations: 'false' })
      expect(errorsIn(without.mainLog)).toHaveLength(1)
    }))

  test('is safe from state planted by an earlier step, which deletes nothing', () =>
    scenario({}, async (world) => {
      await checkOut(world)
      await world.errthquake({ ...FILES, mode: 'start', 'test-duration': '10m' })
      const { assets } = world.simulator.errthquake
      const planted = JSON.stringify(assets.uploads.map((id) => ({ id, file: 'x' })))
      await world.errthquake({ mode: 'check' }, { environment: { STATE_remoteFiles: planted } })
      expect(assets.uploads).toHaveLength(2)
      expect(assets.deleted).toEqual([])
    }))
})
