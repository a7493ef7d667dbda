import { describe, expect, test } from 'vitest'
import { markerOf, renderComment } from '../../../../src/report/comment/comment.ts'
import { readRows } from '../../../../src/report/comment/comment-data.ts'
import type { CommentApi } from '../../../../src/foundation/ports.ts'
import { syncComment } from '../../../../src/step/publish/sync-comment.ts'
import { BOT, httpError, PullRequest, rowWith, VirtualTime } from '../../report/comment/comment-data.ts'
import { randomFrom } from '../../report/measured-data.ts'

const SUBJECT = { workflow: 'Load test', job: 'gate', step: 'run' }
const MARKER = markerOf(SUBJECT)

function setUp(seed = 1) {
  const time = new VirtualTime()
  const random = randomFrom(seed)
  const pullRequest = new PullRequest(time, random)
  const sync = (row = rowWith(), api: CommentApi = pullRequest.api()) =>
    syncComment(SUBJECT, row, { api, sleep: time.sleep, random })
  return { time, pullRequest, sync }
}

describe('one job alone', () => {
  test('creates the comment, then updates it in place', async () => {
    const { time, pullRequest, sync } = setUp()
    expect(await time.runUntil(sync())).toEqual({
      status: 'written',
      url: 'https://github.example/c/1',
      warnings: [],
    })
    await time.runUntil(sync(rowWith({ workflowRunId: 101, outcome: 'passed', words: 'Passed' })))
    expect(pullRequest.comments).toHaveLength(1)
    expect(pullRequest.comments[0]?.body).toContain('Passed')
    expect(pullRequest.calls.filter((call) => call === 'create')).toHaveLength(1)
  })

  test('finds the comment on a later page', async () => {
    const { time, pullRequest, sync } = setUp()
    for (let count = 0; count < 250; count += 1) pullRequest.write('ada', 'Nice!')
    const { id } = pullRequest.write(BOT, renderComment(MARKER, SUBJECT, [rowWith({ key: 'job-2' })]))
    await time.runUntil(sync())
    expect(pullRequest.comments).toHaveLength(251)
    expect(readRows(pullRequest.comments.find((comment) => comment.id === id)?.body ?? '')).toHaveLength(2)
  })

  test("leaves a stranger's comment unchanged, whatever marker it has", async () => {
    const { time, pullRequest, sync } = setUp()
    const forged = renderComment(MARKER, SUBJECT, [rowWith({ key: 'forged' })])
    pullRequest.write('github-actions', forged)
    await time.runUntil(sync())
    expect(pullRequest.comments[0]?.body).toBe(forged)
    expect(readRows(pullRequest.comments[1]?.body ?? '').map(({ key }) => key)).toEqual(['job-1'])
  })

  test('keeps the oldest of two comments, with the rows of both', async () => {
    const { time, pullRequest, sync } = setUp()
    const first = pullRequest.write(BOT, renderComment(MARKER, SUBJECT, [rowWith({ key: 'a' })]))
    pullRequest.write(BOT, renderComment(MARKER, SUBJECT, [rowWith({ key: 'b' })]))
    await time.runUntil(sync())
    expect(pullRequest.comments.map(({ id }) => id)).toEqual([first.id])
    expect(readRows(pullRequest.comments[0]?.body ?? '').map(({ key }) => key)).toEqual(['a', 'b', 'job-1'])
  })

  test('does not overwrite the result of a newer workflow run', async () => {
    const { time, pullRequest, sync } = setUp()
    await time.runUntil(sync(rowWith({ workflowRunId: 200, outcome: 'passed' })))
    expect(await time.runUntil(sync())).toMatchObject({ status: 'written' })
    expect(readRows(pullRequest.comments[0]?.body ?? '')).toMatchObject([{ workflowRunId: 200 }])
  })

  test('creates a new comment if somebody deletes it in between', async () => {
    const { time, pullRequest, sync } = setUp()
    pullRequest.write(BOT, renderComment(MARKER, SUBJECT, [rowWith({ key: 'a' })]))
    const api = pullRequest.api()
    const later = pullRequest.api()
    api.update = (id, body) => {
      pullRequest.comments = []
      return later.update(id, body)
    }
    expect(await time.runUntil(sync(rowWith(), api))).toMatchObject({ status: 'written' })
    expect(pullRequest.comments).toHaveLength(1)
  })
})

describe('ten jobs at once', () => {
  test.each(Array.from({ length: 25 }, (_, seed) => seed))(
    'lose no row and leave one comment (%i)',
    async (seed) => {
      const { time, pullRequest, sync } = setUp(seed)
      const jobs = Array.from({ length: 10 }, (_, index) => sync(rowWith({ key: `job-${index}` })))
      const results = await time.runUntil(Promise.all(jobs))
      expect(results.map(({ status }) => status)).toEqual(jobs.map(() => 'written'))
      const rows = readRows(pullRequest.comments[0]?.body ?? '')
      expect(rows.map(({ key }) => key)).toEqual(Array.from({ length: 10 }, (_, index) => `job-${index}`))
      expect(pullRequest.comments).toHaveLength(1)
    },
  )

  test.each(Array.from({ length: 25 }, (_, seed) => seed))(
    'keep every row of an existing comment (%i)',
    async (seed) => {
      const { time, pullRequest, sync } = setUp(seed)
      pullRequest.write(BOT, renderComment(MARKER, SUBJECT, [rowWith({ key: 'earlier' })]))
      const jobs = Array.from({ length: 10 }, (_, index) => sync(rowWith({ key: `job-${index}` })))
      await time.runUntil(Promise.all(jobs))
      expect(pullRequest.comments).toHaveLength(1)
      expect(readRows(pullRequest.comments[0]?.body ?? '')).toHaveLength(11)
    },
  )
})

describe('problems', () => {
  test.each([
    [403, /pull-requests: write/],
    [404, /no such pull request/],
    [422, /rejected its content/],
    [500, /HTTP 500/],
  ])('a response of %i is a warning', async (status, words) => {
    const { time, pullRequest, sync } = setUp()
    const api = pullRequest.api()
    api.create = () => Promise.reject(httpError(status))
    const result = await time.runUntil(sync(rowWith(), api))
    expect(result.status).toBe('failed')
    expect(result.warnings).toEqual([expect.stringMatching(words)])
  })

  test('being overwritten repeatedly is a warning', async () => {
    const { time, pullRequest, sync } = setUp()
    const api = pullRequest.api()
    api.create = (body) =>
      Promise.resolve(pullRequest.write(BOT, body.replace(/<!-- load-test-gate:rows.*/, '')))
    api.update = () => Promise.resolve()
    const result = await time.runUntil(sync(rowWith(), api))
    expect(result).toMatchObject({
      status: 'failed',
      warnings: [expect.stringContaining('overwritten 5 times')],
    })
  })
})
