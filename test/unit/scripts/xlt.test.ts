import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compareFigures } from '../../../scripts/xlt/check-case.ts'
import { inFiles, languageCriteria, xpathCriteria } from '../../../scripts/xlt/criteria.ts'
import type { StatedFigure } from '../../../scripts/xlt/figure.ts'
import { startPageServer } from '../../../scripts/xlt/page-server.ts'
import { nearestRank, rawRequests, xltPercentile } from '../../../scripts/xlt/raw-values.ts'
import { literal } from '../../../scripts/xlt/stated-figures.ts'

const figure = (label: string | null, value: number): StatedFigure => ({
  subject: 'requests',
  label,
  measure: 'p95',
  value,
  path: `/testreport/requests/request[name = ${literal(label ?? '')}]/percentiles/p95`,
})

test('the two rules for percentiles differ as described in docs/measurements.md', () => {
  const twenty = [...Array.from({ length: 18 }, (_, i) => i + 1), 145, 193]
  expect([nearestRank(twenty, 95), xltPercentile(twenty, 95)]).toEqual([145, 165])
  // No rank is a whole number, so the next value counts.
  expect([nearestRank(twenty, 99), xltPercentile(twenty, 99)]).toEqual([193, 190])
  expect([nearestRank([7], 50), xltPercentile([7], 50)]).toEqual([7, 0])
})

test('a comparison finds a different value, a missing one, an additional one and a duplicate', () => {
  const stated = [figure('a', 10), figure('a ', 20), figure(null, 30)]
  expect(compareFigures(stated, [...stated], 0)).toEqual([])
  const own = [figure('a', 11), figure('a', 12), figure(null, 30), figure('b', 1)]
  expect(compareFigures(stated, own, 0.5)).toEqual([
    'The action has this twice: requests "a" p95 = 12',
    'XLT says requests "a" p95 = 10, the action 12',
    'The action lacks this: requests "a " p95 = 20',
    'XLT lacks this: requests "b" p95 = 1',
  ])
})

test('criteria name labels of any characters, half of them are not met on purpose, and files have a limited size', () => {
  const figures = ['plain ', `both " and '`, 'star *'].map((label) => figure(label, 10))
  expect(languageCriteria(figures).map(({ check, expected }) => [check, expected])).toEqual([
    ['requests["plain "].p95 == 10ms', 'passed'],
    ['requests["both \\" and \'"].p95 != 10ms', 'failed'],
    ['requests["star \\*"].p95 == 10ms', 'passed'],
  ])
  expect(xpathCriteria(figures)[1]?.condition).toBe(
    `number(/testreport/requests/request[name = concat('both " and ', "'", '')]/percentiles/p95) != 10`,
  )
  const many = Array.from({ length: 4500 }, (_, id) => ({ id }))
  expect(inFiles(many).map((file) => file.length)).toEqual([2000, 2000, 500])
})

test('run times of requests are read by exact names, quoted or not', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'xlt-'))
  try {
    await mkdir(join(directory, 'ac1', 'T', '0'), { recursive: true })
    const lines =
      'R,plain ,2,7,false,1\nR,"a ""b"", c",1,5,false,1\nA,plain ,9,9,false\nR,plain ,4,3,false,1\n'
    await writeFile(join(directory, 'ac1', 'T', '0', 'timers.csv.gz'), gzipSync(lines))
    const { values, firstMs, lastMs } = rawRequests(directory)
    expect([...values]).toEqual([
      [null, [3, 5, 7]],
      ['plain ', [3, 7]],
      ['a "b", c', [5]],
    ])
    expect([firstMs, lastMs]).toEqual([1, 4])
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})

test('the page server sends the same response for each page every time, some of them failures', async () => {
  const pages = await startPageServer()
  try {
    const answers = async (): Promise<[number, number][]> =>
      await Promise.all(
        [1, 2, 29].map(async (page): Promise<[number, number]> => {
          const response = await fetch(`${pages.url}/page/${page}`)
          return [response.status, (await response.text()).length]
        }),
      )
    expect(await answers()).toEqual([
      [200, 237],
      [200, 274],
      [503, 1273],
    ])
    expect(await answers()).toEqual(await answers())
  } finally {
    await pages.close()
  }
})
