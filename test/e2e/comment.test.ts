import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measurementsText } from '../../src/measurements/measurements-file.ts'
import { readRows } from '../../src/report/comment/comment-data.ts'
import { runAction, stepDirectory, type StepOptions } from '../runner/run-action.ts'
import { WORKFLOW_TOKEN } from '../simulator/github.ts'
import type { Simulator, SimulatorOptions } from '../simulator/simulator.ts'
import { presentationWith } from '../unit/report/presentation-data.ts'
import { errorsIn, scenario, withoutMasks } from './scenario.ts'

const SHA = '5e1f0c9a7b2d4e6f8091a2b3c4d5e6f708192a3b'

/** A run for pull request 12; `from` is the repository of a fork. */
function pullRequest(from = 'acme/shop', environment: Record<string, string> = {}): Partial<StepOptions> {
  return {
    event: {
      repository: { full_name: 'acme/shop', private: true },
      pull_request: { number: 12, head: { sha: SHA, repo: { full_name: from } } },
    },
    environment: { ...environment, GITHUB_EVENT_NAME: 'pull_request' },
  }
}

const GITEA: SimulatorOptions = {
  github: {
    flavor: 'gitea',
    tokens: { [WORKFLOW_TOKEN]: { login: 'gitea-actions', mayWrite: true } },
  },
}

/** The addresses that Gitea's runner sets. */
function gitea(simulator: Simulator): Record<string, string> {
  return { GITHUB_API_URL: `${simulator.githubUrl}/api/v1`, GITHUB_GRAPHQL_URL: '' }
}

describe.concurrent('the pull-request comment of the shipped bundle', () => {
  test('is written last, mentioned in the log, and contains no token', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const result = await errthquake({ comment: 'always', criteria: 'requests.p95 <= 1ms' }, pullRequest())
      expect(result.exitCode).toBe(1)
      expect(simulator.github.comments).toHaveLength(1)
      const [comment] = simulator.github.comments
      expect(comment).toMatchObject({ issue: 12, author: 'github-actions[bot]' })
      expect(comment?.body).toContain('Load test performance: Failed (criteria)')
      expect(readRows(comment?.body ?? '')).toMatchObject([
        { commit: SHA, outcome: 'failed', failedCount: 1 },
      ])
      expect(result.mainLog).toContain('Pull-request comment on #12: https://github.com/')
      const everything =
        withoutMasks(result.log) + result.summary + JSON.stringify([result.outputs, result.state])
      expect(everything).not.toContain(WORKFLOW_TOKEN)
      expect(result.log).toContain(`::add-mask::${WORKFLOW_TOKEN}`)
      const others = simulator.record.entries.filter(({ service }) => service !== 'github')
      expect(others.filter((request) => JSON.stringify(request).includes(WORKFLOW_TOKEN))).toEqual([])
    }))

  test('links to the page, which was uploaded before it', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const { outputs } = await xtc({ comment: 'always', criteria: 'requests.count > 0' }, pullRequest())
      const body = simulator.github.comments[0]?.body ?? ''
      expect(outputs['page-artifact-url']).toMatch(/\/artifacts\/\d+$/)
      expect(body).toContain(`(<${outputs['page-artifact-url']}>)`)
      expect(body).toContain(`/acme/shop/commit/${SHA}>)`)
      expect(body).toContain('/reports/1/index.html>)')
    }))

  test('is not written by default, and GitHub is not contacted', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      await errthquake({ criteria: 'requests.p95 <= 1ms' }, pullRequest())
      expect(simulator.record.of('github')).toEqual([])
    }))

  test("of a push is added to the commit's pull request, on an Enterprise Server under its own paths", () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const environment = {
        GITHUB_API_URL: `${simulator.githubUrl}/api/v3`,
        GITHUB_GRAPHQL_URL: `${simulator.githubUrl}/api/graphql`,
      }
      const result = await errthquake({ comment: 'always' }, { environment })
      expect(result.exitCode).toBe(0)
      expect(simulator.github.comments).toMatchObject([{ issue: 12 }])
      expect(simulator.record.of('github').every(({ path }) => path.startsWith('/api/'))).toBe(true)
    }))

  test('is written and updated in Gitea and Forgejo, which have no GraphQL', () =>
    scenario(GITEA, async ({ errthquake, simulator }) => {
      for (let round = 1; round <= 2; round++) {
        const result = await errthquake(
          { comment: 'always', criteria: 'requests.count > 0' },
          pullRequest('acme/shop', gitea(simulator)),
        )
        expect(result.mainLog).not.toContain('::warning')
        expect(result.mainLog).toContain('Pull-request comment on #12')
      }
      expect(simulator.github.comments).toMatchObject([{ issue: 12, author: 'gitea-actions' }])
    }))

  test('of a push to Gitea is not written, without a warning', () =>
    scenario(GITEA, async ({ errthquake, simulator }) => {
      const { mainLog } = await errthquake(
        { comment: 'always', criteria: 'requests.count > 0' },
        { environment: gitea(simulator) },
      )
      expect(mainLog).not.toContain('::warning')
      expect(mainLog).toMatch(/^::debug::No pull-request comment: this server does not say/m)
    }))

  test('of a fork without permission is a warning, and the verdict is unchanged', () =>
    scenario(
      { github: { tokens: { [WORKFLOW_TOKEN]: { login: 'github-actions[bot]', mayWrite: false } } } },
      async ({ errthquake, simulator }) => {
        const result = await errthquake({ comment: 'always' }, pullRequest('stranger/shop'))
        expect(result.exitCode).toBe(0)
        expect(result.outputs['outcome']).toBe('passed')
        expect(errorsIn(result.log)).toEqual([])
        expect(result.mainLog).toMatch(/^::warning.*No pull-request comment: .*comes from a fork\.$/m)
        expect(simulator.github.comments).toEqual([])
      },
    ))

  test('is checked for permission by mode check', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const result = await errthquake({ mode: 'check', comment: 'on-failure' }, pullRequest())
      expect(result.mainLog).toContain('github-actions[bot] may write to #12')
      expect(simulator.github.comments).toEqual([])
    }))

  test('is not written after a cancel', () =>
    scenario({ errthquake: { run: { runMs: 60_000 } } }, async ({ errthquake, simulator, signalWhen }) => {
      const seen = (): boolean => simulator.errthquake.active.length > 0
      await errthquake({ comment: 'always' }, { ...pullRequest(), ...signalWhen(seen, 'SIGINT') })
      expect(simulator.record.of('github')).toEqual([])
    }))

  test('contains the rows of ten jobs that end at the same time', () =>
    scenario({ github: { latencyMs: () => 20 } }, async ({ simulator, directory }) => {
      const jobs = Array.from({ length: 10 }, (_, index) => `region-${index}`)
      const results = await Promise.all(
        jobs.map(async (region) => {
          const output = join(directory, `files-${region}`)
          await mkdir(output, { recursive: true })
          const { measurements } = presentationWith()
          if (measurements !== undefined)
            await writeFile(join(output, 'measurements.json'), measurementsText(measurements))
          return await runAction({
            ...pullRequest(),
            inputs: {
              mode: 'judge',
              comment: 'always',
              criteria: 'requests.p95 <= 1ms',
              'output-directory': output,
            },
            environment: {
              ...simulator.environment(),
              GITHUB_EVENT_NAME: 'pull_request',
              GITHUB_RUN_ID: '4711',
            },
            directory: stepDirectory(directory),
            matrix: { region },
          })
        }),
      )
      expect(results.map(({ exitCode }) => exitCode)).toEqual(jobs.map(() => 1))
      expect(results.map(({ mainLog }) => mainLog.includes('Pull-request comment on #12'))).toEqual(
        jobs.map(() => true),
      )
      expect(simulator.github.comments).toHaveLength(1)
      const rows = readRows(simulator.github.comments[0]?.body ?? '')
      expect(rows.map(({ title }) => title)).toEqual(jobs)
    }))
})
