import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readContext } from '../../../../src/platform/runner/context.ts'
import type { WorkflowContext } from '../../../../src/foundation/ports.ts'

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'context-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function contextFor(event: unknown, more: Record<string, string> = {}): Promise<WorkflowContext> {
  const path = join(directory, 'event.json')
  await writeFile(path, typeof event === 'string' ? event : JSON.stringify(event))
  return readContext({
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_ACTOR: 'octocat',
    ...more,
  })
}

function pullRequest(repo: unknown): unknown {
  return { pull_request: { number: 12, head: { repo } }, repository: { private: false } }
}

describe('these get no secrets', () => {
  test('a pull request from a fork, including one that was deleted', async () => {
    for (const repo of [{ full_name: 'stranger/shop' }, null]) {
      expect((await contextFor(pullRequest(repo))).withoutSecrets).toBe('fork')
    }
  })

  test('Dependabot', async () => {
    const context = await contextFor({}, { GITHUB_ACTOR: 'dependabot[bot]' })
    expect(context.withoutSecrets).toBe('dependabot')
  })

  test('but a pull request of the repository itself or a push does', async () => {
    expect((await contextFor(pullRequest({ full_name: 'acme/shop' }))).withoutSecrets).toBeUndefined()
    expect((await contextFor({})).withoutSecrets).toBeUndefined()
  })
})

test('a repository is public only if the event says so', async () => {
  expect((await contextFor(pullRequest(null))).publicRepository).toBe(true)
  expect((await contextFor({ repository: { private: true } })).publicRepository).toBe(false)
  expect((await contextFor({})).publicRepository).toBe(false)
})

test('an unreadable event only loses its hints', async () => {
  for (const event of ['', '{', '[]', '{"pull_request": 7}']) {
    const context = await contextFor(event, { GITHUB_RUN_ATTEMPT: '3' })
    expect(context).toMatchObject({ repository: 'acme/shop', attempt: 3, publicRepository: false })
  }
  expect(readContext({ GITHUB_EVENT_PATH: join(directory, 'none.json') }).attempt).toBe(1)
  expect(readContext({}).repository).toBe('')
})

test('the number of the pull request is known', async () => {
  expect((await contextFor(pullRequest(null))).pullRequest).toBe(12)
})
