import { afterEach, describe, expect, test, vi } from 'vitest'
import { checkComment, commentOn, type Commenting } from '../../src/step/publish/post-comment.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createHttpPorts } from '../../src/platform/http/http-ports.ts'
import type { Clock, Log, WorkflowContext } from '../../src/foundation/ports.ts'
import { readRows } from '../../src/report/comment/comment-data.ts'
import { type GitHubOptions, WORKFLOW_TOKEN } from '../simulator/github.ts'
import { startSimulator, type Simulator } from '../simulator/simulator.ts'
import { presentationWith } from '../unit/report/presentation-data.ts'
import { contextOf } from '../unit/inputs/workflow-context.ts'

let simulator: Simulator | undefined

afterEach(async () => {
  await simulator?.close()
})

interface Bench {
  running: Simulator
  /** Every message; warnings begin with `warning: `. */
  lines: string[]
  debugLines: string[]
  comment: (more?: Partial<Commenting>) => Promise<void>
  ports: (more?: Partial<Commenting>) => Commenting
}

/** The limits of a request, and of everything together; pauses are shorter. */
const SHORTEST_LIMIT_MS = 30_000

/** Pauses take a twentieth of their time. Limits do not end earlier, whatever the machine is busy with. */
const FAST: Clock = {
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(ms < SHORTEST_LIMIT_MS ? ms / 20 : ms, signal),
}

const BOT = 'github-actions[bot]'

async function open(
  github: Partial<GitHubOptions> = {},
  context: Partial<WorkflowContext> = { eventName: 'pull_request', pullRequest: 12 },
): Promise<Bench> {
  simulator = await startSimulator({ github })
  const running = simulator
  const lines: string[] = []
  const debugLines: string[] = []
  const say =
    (prefix: string) =>
    (text: string): void =>
      void lines.push(prefix + text)
  const log: Log = {
    info: say(''),
    notice: say('notice: '),
    warning: say('warning: '),
    error: say('error: '),
    debug: (text) => void debugLines.push(text),
    group: async (_title, work) => await work(),
  }
  const ports = (more: Partial<Commenting> = {}): Commenting => ({
    inputs: { comment: 'always', stepKey: '{"region":"eu-west-1"}' },
    context: contextOf(context),
    log,
    workflow: { scrub: (text) => text.replaceAll('hidden-word', '***') },
    http: { ...createHttpPorts(() => new AbortController().signal), clock: FAST, random: () => 0 },
    github: { apiUrl: running.githubUrl, graphqlUrl: `${running.githubUrl}/graphql`, token: WORKFLOW_TOKEN },
    ...more,
  })
  return { running, lines, debugLines, ports, comment: (more) => commentOn(ports(more), presentationWith()) }
}

describe('one step', () => {
  test('creates its comment, and updates it in place', async () => {
    const { running, lines, comment } = await open()
    await comment()
    await comment({ context: contextOf({ pullRequest: 12, runId: '1002', headSha: 'abc0' }) })
    expect(running.github.comments).toHaveLength(1)
    expect(running.record.of('github', 'POST', /comments$/)).toHaveLength(1)
    expect(running.record.of('github', 'PATCH')).toHaveLength(1)
    const [only] = running.github.comments
    expect(only).toMatchObject({ author: BOT, issue: 12 })
    expect(readRows(only?.body ?? '')).toMatchObject([
      { title: 'eu-west-1', workflowRunId: 1002, commit: 'abc0' },
    ])
    expect(lines[0]).toBe(
      'Pull-request comment on #12: https://github.com/acme/shop/pull/12#issuecomment-1001',
    )
  })

  test('finds its comment after 250 others, page by page', async () => {
    const { running, comment } = await open()
    for (let count = 0; count < 250; count++) running.github.write(12, 'ada', 'Nice!')
    await comment()
    await comment()
    expect(running.github.comments).toHaveLength(251)
    const pages = running.record
      .of('github', 'GET')
      .map(({ query }) => new URLSearchParams(query).get('page'))
    expect(pages.slice(0, 3)).toEqual(['1', '2', '3'])
    expect(new Set(pages)).toEqual(new Set(['1', '2', '3']))
  })

  test('continues after full pages if the Link header is missing', async () => {
    const { running, comment } = await open()
    for (let count = 0; count < 200; count++) running.github.write(12, 'ada', 'Nice!')
    await comment()
    const page = (first: number): string =>
      JSON.stringify(
        running.github.comments
          .slice(first, first + 100)
          .map((one) => ({ ...one, user: { login: one.author } })),
      )
    for (const nth of [1, 2, 3])
      running.faults.add({
        match: { service: 'github', method: 'GET', path: /comments$/ },
        nth,
        kind: 'status',
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: page((nth - 1) * 100),
      })
    await comment()
    expect(running.faults.unused()).toEqual([])
    expect(running.github.comments).toHaveLength(201)
  })

  test("does not change a stranger's comment with the same marker", async () => {
    const { running, comment } = await open()
    await comment()
    const forged = (running.github.comments[0]?.body ?? '').replace('Failed', 'Passed')
    running.github.comments = []
    for (const stranger of ['octocat', 'github-actions', '', 'other-app[bot]'])
      running.github.write(12, stranger, forged)
    await comment()
    expect(running.github.comments.map(({ author }) => author)).toEqual([
      'octocat',
      'github-actions',
      '',
      'other-app[bot]',
      BOT,
    ])
    expect(running.github.comments.slice(0, 4).every(({ body }) => body === forged)).toBe(true)
  })

  test('recognizes its own comment if GraphQL does not say that it is a bot', async () => {
    const { running, comment } = await open({
      tokens: {
        [WORKFLOW_TOKEN]: {
          login: BOT,
          graphqlLogin: 'github-actions',
          nodeId: 'BOT_kgDOAn8RnA',
          mayWrite: true,
        },
      },
    })
    await comment()
    await comment()
    expect(running.github.comments).toHaveLength(1)
  })

  test('writes with a personal token in that person’s name', async () => {
    const { running, comment } = await open({
      tokens: { github_pat_simulated: { login: 'ada', mayWrite: true } },
    })
    await comment({ github: { apiUrl: running.githubUrl, graphqlUrl: '', token: 'github_pat_simulated' } })
    expect(running.github.comments).toMatchObject([{ author: 'ada' }])
  })

  test('uses the paths of an Enterprise Server, and no other origin', async () => {
    const { running, comment } = await open()
    const elsewhere = 'http://127.0.0.1:9/graphql'
    await comment({
      github: { apiUrl: `${running.githubUrl}/api/v3`, graphqlUrl: elsewhere, token: WORKFLOW_TOKEN },
    })
    expect(running.github.comments).toHaveLength(1)
    const paths = new Set(running.record.of('github').map(({ path }) => path))
    expect(paths).toEqual(new Set(['/api/graphql', '/api/v3/repos/acme/shop/issues/12/comments']))
  })

  test('follows no redirect with its token', async () => {
    const { running, lines, comment } = await open()
    running.faults.add({
      match: { service: 'github', path: /comments$/ },
      kind: 'redirect',
      headers: { location: `${running.storageUrl}/elsewhere` },
    })
    await comment()
    expect(running.record.of('storage')).toEqual([])
    expect(lines).toEqual([expect.stringMatching(/^warning: No pull-request comment: .*HTTP 302/)])
  })

  test('sends no secret, neither readable nor encoded', async () => {
    const { running, ports } = await open()
    const presented = presentationWith()
    presented.verdict.message = 'The service said hidden-word.'
    await commentOn(ports(), presented)
    const body = running.github.comments[0]?.body ?? ''
    expect(body + JSON.stringify(readRows(body))).not.toContain('hidden-word')
    expect(readRows(body)[0]?.message).toBe('The service said ***.')
  })
})

describe('when to comment', () => {
  const passed = (): ReturnType<typeof presentationWith> => {
    const presented = presentationWith()
    presented.verdict = { ...presented.verdict, outcome: 'passed', reason: '', failsStep: false }
    return presented
  }
  const onFailure = { inputs: { comment: 'on-failure', stepKey: '' } } as const

  test('on-failure: not if the run passes', async () => {
    const { running, ports, lines } = await open()
    await commentOn(ports(onFailure), passed())
    expect(running.github.comments).toEqual([])
    expect(lines).toEqual([])
  })

  test('on-failure: if it fails, and then also when it passes again', async () => {
    const { running, ports, comment } = await open()
    await comment(onFailure)
    await commentOn(ports({ ...onFailure, context: contextOf({ pullRequest: 12, runId: '1002' }) }), passed())
    expect(running.github.comments).toHaveLength(1)
    expect(readRows(running.github.comments[0]?.body ?? '')).toMatchObject([{ outcome: 'passed' }])
  })
})

describe('which pull request', () => {
  const SHA = 'ffac537e6cbbf934b08745a378932722df287a53'

  test('of a push: every open one whose head is the commit', async () => {
    const { running, comment } = await open(
      {
        pulls: [
          { number: 3, state: 'closed', headSha: SHA },
          { number: 5, state: 'open', headSha: SHA },
          { number: 7, state: 'open', headSha: '0'.repeat(40) },
          { number: 9, state: 'open', headSha: SHA },
        ],
      },
      { eventName: 'push', sha: SHA },
    )
    await comment()
    expect(running.github.comments.map(({ issue }) => issue)).toEqual([5, 9])
  })

  test.each([
    ['push', /no open pull request has commit 11111111 as its head/],
    ['merge_group', /the event merge_group has no pull request/],
    ['schedule', /the event schedule has no pull request/],
  ])('of %s: none, with one line and no warning', async (eventName, words) => {
    const pulls = [{ number: 3, state: 'closed', headSha: '1'.repeat(40) } as const]
    const { running, lines, comment } = await open({ pulls }, { eventName, sha: '1'.repeat(40) })
    await comment()
    expect(running.github.comments).toEqual([])
    expect(lines).toEqual([expect.stringMatching(words)])
    expect(lines[0]).not.toContain('warning')
  })
})

describe('Gitea and Forgejo, which have no GraphQL', () => {
  const login = 'gitea-actions'
  const gitea = { flavor: 'gitea', tokens: { [WORKFLOW_TOKEN]: { login, mayWrite: true } } } as const

  /** As set by their runner: the address of GraphQL is empty. */
  function accessTo(running: Simulator): Pick<Commenting, 'github'> {
    return { github: { apiUrl: `${running.githubUrl}/api/v1`, graphqlUrl: '', token: WORKFLOW_TOKEN } }
  }

  test('get the comment, its update in place, and no change to a stranger’s', async () => {
    const { running, lines, comment } = await open(gitea)
    const access = accessTo(running)
    await comment(access)
    const forged = running.github.write(12, 'octocat', running.github.comments[0]?.body ?? '')
    await comment({ ...access, context: contextOf({ pullRequest: 12, runId: '1002' }) })
    expect(lines.filter((line) => line.startsWith('warning'))).toEqual([])
    expect(running.github.comments.map(({ author }) => author)).toEqual([login, 'octocat'])
    expect(readRows(running.github.comments[0]?.body ?? '')).toMatchObject([{ workflowRunId: 1002 }])
    expect(running.github.comments[1]?.body).toBe(forged.body)
    expect(running.record.of('github', 'GET', /\/user$/)).toHaveLength(2)
  })

  test('keep the comment if more than a page of others comes before it', async () => {
    const { running, comment } = await open(gitea)
    for (let count = 0; count < 150; count++) running.github.write(12, 'ada', 'Nice!')
    const access = accessTo(running)
    await comment(access)
    await comment({ ...access, context: contextOf({ pullRequest: 12, runId: '1002' }) })
    expect(running.github.comments).toHaveLength(151)
    expect(running.record.of('github', 'DELETE')).toEqual([])
    expect(running.record.of('github', 'GET', /comments$/).length).toBeLessThan(10)
  })

  test('cannot list the pull requests of a push, which gives one debug line', async () => {
    const { running, lines, debugLines, comment } = await open(gitea, {
      eventName: 'push',
      sha: 'f'.repeat(40),
    })
    await comment(accessTo(running))
    expect(lines).toEqual([])
    expect(debugLines).toEqual([
      'No pull-request comment: this server does not say which pull requests a pushed commit belongs to.',
    ])
  })

  test.each([true, false])(
    'do not tell in advance whether the token is allowed to write: %s',
    async (mayWrite) => {
      const { running, ports } = await open({ ...gitea, tokens: { [WORKFLOW_TOKEN]: { login, mayWrite } } })
      expect(await checkComment(ports(accessTo(running)))).toEqual({
        lines: [
          `Pull-request comment: ${login} would write to #12; this server does not say beforehand whether it may.`,
        ],
        warnings: [],
        refusals: [],
      })
      expect(running.github.comments).toEqual([])
    },
  )
})

test('a push to GitHub whose token cannot see pull requests gives a warning about permissions', async () => {
  const { running, lines, comment } = await open({}, { eventName: 'push', sha: 'f'.repeat(40) })
  running.faults.add({
    match: { service: 'github', path: /\/pulls$/ },
    kind: 'status',
    status: 404,
    body: '{}',
  })
  await comment()
  expect(lines).toContainEqual(expect.stringMatching(/^warning: .*`permissions: pull-requests: write`/))
})

describe('every problem gives one warning', () => {
  const readOnly = { tokens: { [WORKFLOW_TOKEN]: { login: BOT, mayWrite: false } } }

  test('a token without write permission', async () => {
    const { lines, comment } = await open(readOnly)
    await comment()
    expect(lines).toEqual([
      expect.stringMatching(
        /^warning: .*`permissions: pull-requests: write`.*Resource not accessible by integration/,
      ),
    ])
  })

  test.each([
    ['fork', /comes from a fork\.$/],
    ['dependabot', /Dependabot started this run\.$/],
  ] as const)('a run of %s, whose token only reads', async (withoutSecrets, words) => {
    const { lines, comment } = await open(readOnly, { pullRequest: 12, withoutSecrets })
    await comment()
    expect(lines).toEqual([expect.stringMatching(words)])
  })

  test('no token at all, without any request', async () => {
    const { running, lines, comment } = await open()
    await comment({ github: { apiUrl: running.githubUrl, graphqlUrl: '', token: '' } })
    expect(lines).toEqual([expect.stringMatching(/^warning: .*github-token is empty\.$/)])
    expect(running.record.of('github')).toEqual([])
  })

  test('an invalid token', async () => {
    const { running, lines, comment } = await open()
    await comment({ github: { apiUrl: running.githubUrl, graphqlUrl: '', token: 'wrong-token' } })
    expect(lines).toEqual([expect.stringMatching(/^warning: .*the token was rejected/)])
    expect(lines.join()).not.toContain('wrong-token')
  })

  test('a locked conversation, and content that GitHub rejects', async () => {
    const { running, lines, comment } = await open({
      pulls: [{ number: 12, state: 'open', headSha: 'a', locked: true }],
    })
    await comment()
    running.faults.add({
      match: { service: 'github', method: 'POST', path: /comments$/ },
      kind: 'status',
      status: 422,
      body: JSON.stringify({ message: 'Validation Failed' }),
    })
    await comment()
    expect(lines).toEqual([
      expect.stringContaining('issue is locked'),
      expect.stringMatching(/rejected its content.*Validation Failed/),
    ])
  })

  test('an API address that must not get the token', async () => {
    const { lines, comment } = await open()
    await comment({ github: { apiUrl: 'http://github.example', graphqlUrl: '', token: WORKFLOW_TOKEN } })
    expect(lines).toEqual([expect.stringMatching(/^warning: .*GITHUB_API_URL must be an https URL/)])
  })

  test('a rate limit that lasts longer than the step waits', async () => {
    const { running, lines, comment } = await open()
    running.faults.add({
      match: { service: 'github', method: 'POST', path: /comments$/ },
      kind: 'status',
      status: 403,
      body: JSON.stringify({ message: 'You have exceeded a secondary rate limit.' }),
    })
    await comment()
    expect(running.record.of('github', 'POST', /comments$/)).toHaveLength(1)
    expect(lines).toEqual([expect.stringMatching(/^warning: .*limits the rate.*secondary rate limit/)])
  })
})

describe('temporary problems', () => {
  const creations = { service: 'github', method: 'POST', path: /comments$/ } as const

  test.each([403, 429])('a rate limit with status %i and Retry-After is waited for', async (status) => {
    const { running, lines, comment } = await open()
    running.faults.add({
      match: creations,
      times: 1,
      kind: 'status',
      status,
      headers: { 'retry-after': '1' },
      body: JSON.stringify({ message: 'You have exceeded a secondary rate limit.' }),
    })
    await comment()
    expect(running.github.comments).toHaveLength(1)
    expect(lines).toEqual([expect.stringContaining('Pull-request comment on #12')])
  })

  test.each(['reset-after', 'truncate', 'half-json'] as const)(
    'a creation whose response is lost (%s) is looked up, not repeated',
    async (kind) => {
      const { running, comment } = await open()
      running.faults.add({ match: creations, times: 1, kind })
      await comment()
      expect(running.faults.unused()).toEqual([])
      expect(running.github.comments).toHaveLength(1)
      expect(running.record.of('github', 'POST', /comments$/)).toHaveLength(1)
    },
  )

  test.each([
    ['reset-before', {}],
    ['status', { status: 502 }],
    ['status', { status: 503 }],
  ] as const)('a creation that came to nothing (%s %o) is made again after a look', async (kind, more) => {
    const { running, lines, comment } = await open()
    running.faults.add({ match: creations, times: 1, kind, ...more })
    await comment()
    expect(running.github.comments).toHaveLength(1)
    expect(lines).toEqual([expect.stringContaining('Pull-request comment on #12')])
  })

  test('reading and updating are repeated', async () => {
    const { running, comment } = await open()
    await comment()
    running.faults.add(
      { match: { service: 'github', path: /graphql$/ }, nth: 1, kind: 'reset-before' },
      { match: { service: 'github', method: 'GET', path: /comments$/ }, nth: 1, kind: 'status', status: 500 },
      { match: { service: 'github', method: 'PATCH', path: /./ }, nth: 1, kind: 'reset-after' },
    )
    await comment({ context: contextOf({ pullRequest: 12, runId: '1002' }) })
    expect(running.faults.unused()).toEqual([])
    expect(readRows(running.github.comments[0]?.body ?? '')).toMatchObject([{ workflowRunId: 1002 }])
  })

  /** Resolves when the server has been asked. */
  const asked = ({ record }: Simulator): Promise<unknown> =>
    vi.waitUntil(() => record.of('github').length > 0, { timeout: 60_000 })

  test('a server that does not respond is given up after a minute in total, with one message', async () => {
    const { running, lines, ports } = await open()
    running.faults.add({ match: { service: 'github', path: /./ }, kind: 'hang' })
    const { http } = ports()
    const sleep: Clock['sleep'] = async (ms, signal) => {
      if (ms === 60_000) await asked(running)
      else await systemClock.sleep(ms, signal)
    }
    await commentOn(ports({ http: { ...http, clock: { ...systemClock, sleep } } }), presentationWith())
    expect(lines).toEqual([
      expect.stringMatching(/^warning: No pull-request comment: GitHub took longer than 60 s\.$/),
    ])
  })

  test('a cancel ends it at once, without a message', async () => {
    const { running, lines, ports } = await open()
    running.faults.add({ match: { service: 'github', path: /./ }, kind: 'hang' })
    const cancel = new AbortController()
    const cancelled = asked(running).then(() => cancel.abort(new Error('The step was cancelled.')))
    const { http } = ports()
    await commentOn(ports({ http: { ...http, signal: () => cancel.signal } }), presentationWith())
    await cancelled
    // Anything else that ended it would be a warning.
    expect(lines).toEqual([])
  })
})

describe('ten jobs at once over real sockets', () => {
  test.each([1, 2])('lose no row and leave one comment (%i)', async () => {
    const { running, lines, comment, ports } = await open({ latencyMs: () => Math.random() * 60 })
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        comment({
          inputs: { comment: 'always', stepKey: JSON.stringify({ region: `region-${index}` }) },
          http: { ...ports().http, clock: systemClock, random: Math.random },
        }),
      ),
    )
    expect(lines.filter((line) => line.startsWith('warning'))).toEqual([])
    expect(running.github.comments).toHaveLength(1)
    expect(readRows(running.github.comments[0]?.body ?? '').map(({ title }) => title)).toEqual(
      Array.from({ length: 10 }, (_, index) => `region-${index}`),
    )
  })
})

describe('mode check', () => {
  test('says that a comment may be written, and writes none', async () => {
    const { running, ports } = await open()
    expect(await checkComment(ports())).toEqual({
      lines: [`Pull-request comment: ${BOT} may write to #12.`],
      warnings: [],
      refusals: [],
    })
    expect(running.github.comments).toEqual([])
  })

  test('says what is missing', async () => {
    const { ports } = await open({ tokens: { [WORKFLOW_TOKEN]: { login: BOT, mayWrite: false } } })
    const { lines, warnings, refusals } = await checkComment(ports())
    expect({ lines, warnings }).toEqual({ lines: [], warnings: [] })
    expect(refusals).toEqual([expect.stringMatching(/pull-requests: write/)])
  })

  test('says if it cannot know', async () => {
    const { ports } = await open({}, { eventName: 'schedule' })
    expect((await checkComment(ports())).lines).toEqual([
      'Pull-request comment: not checked, because the event schedule has no pull request.',
    ])
  })
})
