import { expect, test } from 'vitest'
import { workflowLinks } from '../../../../src/step/publish/workflow-links.ts'
import { contextOf } from '../../inputs/workflow-context.ts'

const HEAD = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'

test('lead to the run, the commit of the pull request, and the pull request', () => {
  const context = contextOf({ pullRequest: 12, headSha: HEAD })
  expect(workflowLinks(context)).toEqual({
    runUrl: 'https://github.com/acme/shop/actions/runs/1001',
    commit: { sha: HEAD, url: `https://github.com/acme/shop/commit/${HEAD}` },
    pullRequest: { number: 12, url: 'https://github.com/acme/shop/pull/12' },
  })
  expect(workflowLinks(contextOf()).commit?.sha).toBe(contextOf().sha)
})

test('follow the paths of Gitea and Forgejo, even below a folder, if the event says so', () => {
  const serverUrl = 'https://code.acme.example/git/'
  const base = 'https://code.acme.example/git/acme/shop'
  const links = workflowLinks(contextOf({ serverUrl, pullRequest: 12, pullRequestUrl: `${base}/pulls/12` }))
  expect(links).toMatchObject({
    runUrl: `${base}/actions/runs/1001`,
    pullRequest: { url: `${base}/pulls/12` },
  })
})

test('never lead to an address that only the event states', () => {
  const pullRequestUrl = 'https://evil.example/acme/shop/pulls/12'
  expect(workflowLinks(contextOf({ pullRequest: 12, pullRequestUrl })).pullRequest?.url).toBe(
    'https://github.com/acme/shop/pull/12',
  )
})

test.each([
  ['a script', { serverUrl: 'javascript:alert(1)' }],
  ['a user in the address', { serverUrl: 'https://user:pass@github.com' }],
  ['a query', { serverUrl: 'https://github.com/?x=' }],
  ['no server', { serverUrl: '' }],
  ['no repository', { repository: '' }],
  ['a repository that leads up', { repository: '../shop' }],
  ['a repository that leads up at its end', { repository: 'acme/..' }],
  ['a repository of three parts', { repository: 'acme/shop/../../evil' }],
  ['a repository that is markup', { repository: 'acme/"><script>' }],
])('are absent for %s', (_what, more) => {
  const { runUrl, commit, pullRequest } = workflowLinks(contextOf({ pullRequest: 12, ...more }))
  expect([runUrl, commit?.url, pullRequest?.url]).toEqual([undefined, undefined, undefined])
  expect([commit?.sha, pullRequest?.number]).toEqual([contextOf().sha, 12])
})

test.each([
  ['a run id that is not a number', { runId: '1/../../2' }, 'runUrl'],
  ['an empty run id', { runId: '' }, 'runUrl'],
  ['a commit that is a branch', { sha: 'main' }, 'commit'],
  ['a shortened commit', { sha: HEAD.slice(0, 12) }, 'commit'],
  ['a pull request with a fraction', { pullRequest: 1.5 }, 'pullRequest'],
  ['a pull request below one', { pullRequest: 0 }, 'pullRequest'],
])('leave out %s', (_what, more, name) => {
  expect(workflowLinks(contextOf(more))).not.toHaveProperty(name)
})
