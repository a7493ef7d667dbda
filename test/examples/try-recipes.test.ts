import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeConnection } from '../simulator/connection.ts'
import { startForRecipes } from '../simulator/for-recipes.ts'
import type { Simulator } from '../simulator/simulator.ts'

const root = join(import.meta.dirname, '..', '..')
/** Recipes that do more than pass immediately, with the outcomes of their steps in order. */
const OUTCOMES: Record<string, string[]> = {
  // There is no baseline yet, and this run starts it.
  'baseline-main.yml': ['inconclusive (baseline)'],
  'nightly-soak.yml': ['started', 'passed'],
  // The first one is the earlier run.
  'judge-again.yml': ['passed', 'passed'],
}
const recipes = (await readdir(join(root, 'examples'))).filter((name) => name.endsWith('.yml'))

let simulator: Simulator
let directory: string

beforeAll(async () => {
  simulator = await startForRecipes({ xltData: { lines: 1500 }, requestLog: { lines: 1500 } })
  directory = await mkdtemp(join(tmpdir(), 'try-recipes-'))
})
afterAll(async () => {
  await simulator.close()
  await rm(directory, { recursive: true, force: true })
})

/** Runs `npm run try -- <file>` without npm, in a folder that keeps what was tried with that name before. */
async function tryFile(file: string, name: string): Promise<{ exitCode: number | null; printed: string }> {
  const connection = join(directory, name, 'simulator.json')
  await mkdir(join(directory, name), { recursive: true })
  await writeConnection(simulator, connection, true)
  const child = spawn(process.execPath, ['test/demo/try.ts', file, '--simulator', connection], {
    cwd: root,
    env: { PATH: process.env['PATH'] },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk))
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { exitCode, printed }
}

const outcomesIn = (printed: string): string[] =>
  [...printed.matchAll(/^outcome: +(.*)$/gm)].map(([, outcome = '']) => outcome)

describe.concurrent('npm run try', { timeout: 300_000 }, () => {
  test('every recipe is tried', () => {
    expect(recipes.length).toBeGreaterThan(10)
  })

  test.each(recipes)('runs %s as it is', async (recipe) => {
    const { exitCode, printed } = await tryFile(join('examples', recipe), recipe)
    expect({ outcomes: outcomesIn(printed), printed }).toMatchObject({
      outcomes: OUTCOMES[recipe] ?? ['passed'],
    })
    expect(printed).not.toContain('is left empty')
    expect(exitCode).toBe(0)
  })

  test('judges the run that was tried last again', async () => {
    await tryFile(join('examples', 'tests-as-code-errthquake.yml'), 'last')
    const again = await tryFile(join('examples', 'judge-again.yml'), 'last')
    expect({ ...again, outcomes: outcomesIn(again.printed) }).toMatchObject({ outcomes: ['passed'] })
  })

  test.each([
    ['a file that is not there', undefined],
    ['bad YAML', 'jobs: [\n  a: }'],
    ['a job that calls a workflow', 'jobs: { call: { uses: ./other.yml } }'],
    ['nothing', ''],
  ])('%s is a message, not a stack trace', async (_what, text) => {
    const file = join(directory, `bad-${text?.length ?? 'none'}.yml`)
    if (text !== undefined) await writeFile(file, text)
    const { exitCode, printed } = await tryFile(file, 'bad')
    expect(exitCode).toBe(2)
    expect(printed).toContain(file)
    expect(printed).not.toMatch(/^\s+at /m)
  })
})
