import { describe, expect, test } from 'vitest'
import { commentRowOf, hasMarker, markerOf, renderComment } from '../../../../src/report/comment/comment.ts'
import { type CommentRow, mergeRows } from '../../../../src/report/comment/comment-rows.ts'
import { readRows, writeRows } from '../../../../src/report/comment/comment-data.ts'
import { rowWith } from './comment-data.ts'
import { BAD_ADDRESSES, bareData, HOSTILE, presentationWith, withLinks } from '../presentation-data.ts'

const SUBJECT = { workflow: 'Load test', job: 'gate', step: 'run' }
const ORIGIN = { key: '{"region":"eu-west-1"}', workflowRunId: 100, attempt: 1, commit: '1a2b3c4d5e6f' }

describe('the comment', () => {
  test('shows verdict, failed criteria, three figures with their change, and links', () => {
    const body = renderComment(markerOf(SUBJECT), SUBJECT, [commentRowOf(presentationWith(), ORIGIN)])
    expect(body).toContain('### ❌ Load test gate: Failed (criteria)')
    expect(body).toMatch(
      /\| ❌ \| load-test \(eu-west-1\) \| Failed \(criteria\) \| \d+ ms<br>▲ \+\d+\.\d% \|/,
    )
    expect(body).toMatch(/- <code>requests.*<\/code>: observed \d+ ms, limit &#60; \d+ ms/)
    expect(body).toContain('[run](<https://xtc.example.com/shop/web/loadtests/4711>)')
    expect(body.length).toBeLessThan(6000)
  })

  test('links page, report, workflow run and commit, and reads them back', () => {
    const row = commentRowOf(withLinks(presentationWith()), ORIGIN)
    const body = renderComment(markerOf(SUBJECT), SUBJECT, [row])
    for (const path of ['actions/runs/1/artifacts/12', 'reports/1', 'actions/runs/1', 'commit/1a2b3c4d'])
      expect(body).toContain(`](<https://github.example/acme/shop/${path}>)`)
    expect(body).not.toContain('/pull/12')
    expect(readRows(body)[0]?.links).toEqual(row.links)
  })

  test.each(BAD_ADDRESSES)('does not link to %.40s', (url) => {
    const row = commentRowOf(withLinks(presentationWith(), url), ORIGIN)
    expect(renderComment(markerOf(SUBJECT), SUBJECT, [row])).not.toContain(url.slice(0, 20))
    expect(readRows(writeRows([row]))[0]?.links.map(({ name }) => name)).toEqual(['run'])
  })

  test('begins with the labels that changed most, five for each job', () => {
    const row = commentRowOf(presentationWith(), ORIGIN)
    expect(row.changed).toHaveLength(5)
    const body = renderComment(markerOf(SUBJECT), SUBJECT, [row])
    expect(body.match(/^- <code>\w+(\.\d)?<\/code> (Mean|p95) .* → .*$/gm)).toHaveLength(5)
    expect(body.indexOf('**What changed most**')).toBeLessThan(body.indexOf('| Job |'))
    expect(readRows(body)).toEqual([row])
  })

  test('says which commit a job’s row is about if it has not reported again', () => {
    const rows = [
      rowWith(),
      rowWith({
        key: 'b',
        title: 'us',
        workflowRunId: 101,
        commit: 'ffff00001111',
        outcome: 'passed',
        words: 'Passed',
      }),
    ]
    const body = renderComment(markerOf(SUBJECT), SUBJECT, rows)
    expect(body).toContain('Failed (criteria) <sub>from the earlier commit 1a2b3c4d</sub>')
    expect(body).not.toContain('ffff')
  })

  test('is found by its own marker at its very beginning', () => {
    const marker = markerOf(SUBJECT)
    expect(hasMarker(renderComment(marker, SUBJECT, [rowWith()]), marker)).toBe(true)
    expect(hasMarker(`> ${marker}`, marker)).toBe(false)
    expect(markerOf({ ...SUBJECT, job: 'other' })).not.toBe(marker)
    expect(markerOf({ workflow: 'a --> <b', job: '\n', step: '' })).toMatch(/^<!-- [\w:.-]+ -->$/)
  })

  test("shows hostile strings as text and stays below GitHub's limit", () => {
    const bad = rowWith({
      title: HOSTILE,
      words: HOSTILE,
      message: HOSTILE,
      failed: [{ criterion: HOSTILE, observed: HOSTILE, limit: HOSTILE }],
    })
    expect(renderComment(markerOf(SUBJECT), SUBJECT, [bad])).not.toMatch(/<script|@octocat|#123|:\/\/evil/)
    const long = { name: '|'.repeat(80), url: `https://a.example/${'%7C'.repeat(600)}` }
    const many = Array.from({ length: 60 }, (_, index) =>
      rowWith({ ...bad, key: `${index}`, links: [long, long, long, long] }),
    )
    expect(renderComment(markerOf(SUBJECT), SUBJECT, many).length).toBeLessThan(65_536)
  })

  test('has a row even for a run without measurements', () => {
    expect(commentRowOf(bareData(), ORIGIN)).toMatchObject({
      outcome: 'error',
      figures: [],
      failed: [],
      links: [],
    })
  })
})

describe('rows in the comment', () => {
  test('are read as they were written', () => {
    const rows = [rowWith(), rowWith({ key: 'job-2', title: 'ü 漢字 -->' })]
    expect(readRows(`text\n${writeRows(rows)}\nmore`)).toEqual(rows)
  })

  test('are shortened to fit: details first, then the oldest', () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      rowWith({ key: `job-${index}`, message: 'm'.repeat(400), workflowRunId: index }),
    )
    const kept = readRows(writeRows(rows))
    expect(kept.length).toBeGreaterThan(20)
    expect(kept.some((row) => row.key === 'job-59')).toBe(true)
  })

  test.each([
    ['no data', 'hello'],
    ['no end', '<!-- load-test-gate:rows:v1:W10'],
    ['no base64', '<!-- load-test-gate:rows:v1:<script> -->'],
    ['no JSON', `<!-- load-test-gate:rows:v1:${Buffer.from('{').toString('base64url')} -->`],
    ['no list', `<!-- load-test-gate:rows:v1:${Buffer.from('{"a":1}').toString('base64url')} -->`],
    [
      'no rows',
      `<!-- load-test-gate:rows:v1:${Buffer.from('[1,null,{"key":"a"},{"key":"b","outcome":"great"}]').toString('base64url')} -->`,
    ],
    ['too much', `<!-- load-test-gate:rows:v1:${'A'.repeat(70_000)} -->`],
  ])('are ignored if there is %s', (_, body) => {
    expect(readRows(body)).toEqual([])
  })

  test('are checked: only valid content is accepted', () => {
    const forged = {
      ...rowWith(),
      commit: '<img src=x>',
      links: [{ name: 'x', url: 'javascript:alert(1)' }],
      failed: 'all',
      workflowRunId: -1,
      extra: 1,
      message: 5,
    }
    const body = `<!-- load-test-gate:rows:v1:${Buffer.from(JSON.stringify([forged])).toString('base64url')} -->`
    expect(readRows(body)).toEqual([
      rowWith({ commit: '', links: [], failed: [], workflowRunId: 0, message: '' }),
    ])
  })

  test('of one job are merged to the newer one', () => {
    const older = rowWith({ workflowRunId: 99, outcome: 'passed' })
    const attempt = rowWith({ attempt: 2, outcome: 'error' })
    expect(mergeRows([attempt], [older])).toEqual([attempt])
    expect(mergeRows([older], [rowWith()])).toEqual([rowWith()])
  })
})

describe('more jobs than a comment lists', () => {
  const passed = (index: number) =>
    rowWith({ key: `job-${index}`, title: `a ${index}`, outcome: 'passed', words: 'Passed', failed: [] })
  const failed = (index: number) => rowWith({ key: `job-${index}`, title: `z ${index}` })
  const write = (body: string, row: CommentRow) =>
    renderComment(markerOf(SUBJECT), SUBJECT, mergeRows(readRows(body), [row]), row.key)
  const times = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index))
  const facts = (body: string) =>
    readRows(body)
      .map(({ key, outcome }) => `${key} ${outcome}`)
      .toSorted()

  test('the last of 61 is listed if it failed, and one that passed is counted', () => {
    const body = [...times(60, passed), failed(60)].reduce(write, '')
    expect(body).toContain('### ❌ Load test gate: 1 of 61 not passed')
    expect(body).toContain('| z 60 | Failed')
    expect(body).toContain('\n\nand 1 more row, all passed')
    expect(readRows(body)).toHaveLength(61)
  })

  test('the own row is always listed, even if it passed last', () => {
    const body = [...times(70, failed), passed(70)].reduce(write, '')
    expect(body).toContain(': 70 of 71 not passed')
    expect(body).toContain('| a 70 | Passed')
    expect(body).toMatch(/and 1\d more rows, none passed/)
  })

  test('the order of arrival changes neither the counts nor the rows that did not pass', () => {
    const rows = times(200, (index) => (index % 20 === 0 ? failed(index) : passed(index)))
    const bodies = [rows, rows.toReversed(), rows.toSorted((a, b) => (a.key < b.key ? -1 : 1))].map((order) =>
      order.reduce(write, ''),
    )
    for (const body of bodies) {
      expect(body).toContain(': 10 of 200 not passed')
      expect(body.match(/\| z \d+ \| Failed/g)).toHaveLength(10)
      expect(body).toMatch(/and 1\d\d more rows, all passed/)
      expect(facts(body)).toEqual(facts(bodies[0] ?? ''))
    }
  })

  test('a counted job that reports again is counted once', () => {
    const body = times(256, passed).reduce(write, '')
    const again = times(256, (index) => ({ ...passed(index), attempt: 2 })).reduce(write, body)
    expect(again).toContain(': all 256 passed')
    expect(again.length).toBeLessThan(65_000)
  })

  test('a job that no longer exists does not count in the title, and its commit is stated', () => {
    const next = { workflowRunId: 101, commit: 'ffff00001111' }
    const removed = rowWith({ key: 'removed', title: 'removed' })
    const body = [removed, { ...passed(1), ...next }, { ...passed(2), ...next }].reduce(write, '')
    expect(body).toContain('### ✅ Load test gate: all 2 passed')
    expect(body).toContain('| removed | Failed (criteria) <sub>from the earlier commit 1a2b3c4d</sub>')
    expect(body).toContain('Totals exclude earlier commits.')
  })

  test('a job that was not part of a re-run of failed jobs still counts', () => {
    const body = [failed(1), { ...passed(2), attempt: 2 }].reduce(write, '')
    expect(body).toContain(': 1 of 2 not passed')
  })

  test('counted rows that somebody edited are dropped', () => {
    const forged = [[1, 1, 'great', ['a']], [1, 1, 'passed', 'a'], [], [-1, 'x', 'passed', [1, 'b']]]
    const data = Buffer.from(JSON.stringify(forged)).toString('base64url')
    expect(readRows(`<!-- load-test-gate:rows:v1:${data} -->`)).toMatchObject([
      { key: 'b', workflowRunId: 0, attempt: 0, unlisted: true },
    ])
  })
})
