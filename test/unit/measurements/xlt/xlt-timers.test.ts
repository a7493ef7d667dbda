import { createReadStream } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

import { isTimerFile, readXltTimers } from '../../../../src/measurements/xlt/xlt-timers.ts'
import { chunksOf, tarOf, zipOf } from '../../formats/archives/archives.ts'
import { SAMPLES, samplesAreThere } from './samples.ts'

const AT = Date.UTC(2026, 0, 15, 9)

async function read(timers: string) {
  return readXltTimers(chunksOf(gzipSync(await tarOf({ 'ac1/T/0/timers.csv': timers })), 100))
}

test.each([
  ['timers.csv', true],
  ['ac001_00/TOrder/0/timers.csv', true],
  ['a/timers.csv.gz', true],
  ['a/timers.csv.2026-01-15', true],
  ['a/timers.csv.2026-01-15.gz', true],
  ['a/timer-wd-chrome-1.csv', true],
  ['a/timer-wd-1.csv.gz', true],
  ['a/mytimers.csv', false],
  ['a/timers.csv.bak', false],
  ['a/CustomData/data.csv', false],
])('%s is a timer file: %s', (path, expected) => {
  expect(isTimerFile(path)).toBe(expected)
})

describe('records', () => {
  test('of each type go to their subject, others are left out', async () => {
    const { subjects, agents, load, warnings } = await read(
      [
        `T,TOrder,${AT},3000,true,"java.lang.Error\\n\\tat a,b",Checkout,TOrder-0,dump`,
        `A,Checkout,${AT},500,false`,
        `R,Checkout.1,${AT},120,false,300,5000,200,"https://a/?x=1,2",text/html,1,2,3,4,5,6`,
        `R,Checkout.1,${AT + 1000},80,true,200,0,503,https://a/,text/html,1,2,3,4,5,6`,
        `P,Page,${AT},900,false`,
        `C,Timer,${AT},7,false`,
        `W,Page [LCP],${AT},1200.5`,
        `V,Value,${AT},3.5`,
        `E,Event,${AT},TOrder,"message, with a comma"`,
        `J,agent-1,${AT},50,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,40.5`,
        `J,agent-1,${AT},50,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,60.5`,
        `J,agent-2,${AT + 2000},50,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,90`,
        `J,agent-2011,${AT},50,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18`,
        '',
      ].join('\r\n'),
    )
    expect(Object.keys(subjects).toSorted()).toEqual([
      'actions',
      'custom',
      'page-loads',
      'raw-requests',
      'transactions',
    ])
    expect(subjects['raw-requests']!.labels[0]).toMatchObject({
      label: 'Checkout.1',
      count: 2,
      errors: 1,
      minMs: 80,
      maxMs: 120,
      bytesSent: 500,
      bytesReceived: 5000,
    })
    expect(subjects.transactions!.total).toMatchObject({ count: 1, errors: 1, meanMs: 3000 })
    expect(subjects.actions!.total).not.toHaveProperty('bytesSent')
    expect(subjects['raw-requests']!.total!.series).toMatchObject({
      startMs: AT,
      intervalMs: 1000,
      count: [1, 1],
    })
    expect(agents).toEqual([
      { agent: 'agent-1', cpuMeanPercent: 50.5, cpuMaxPercent: 60.5 },
      { agent: 'agent-2', cpuMeanPercent: 90, cpuMaxPercent: 90 },
    ])
    expect(load).toEqual({
      startMs: AT,
      intervalMs: 1000,
      users: [1, 1, 1],
      cpuMeanPercent: [50.5, null, 90],
      cpuMaxPercent: [50.5, null, 90],
    })
    expect(warnings).toEqual([])
  })

  test('can have names in quotes', async () => {
    const { subjects } = await read(`A,"a ""b"", c",${AT},5,false\nR,"x,y",${AT},5,true,1,2\n`)
    expect(subjects.actions!.labels[0]).toMatchObject({ label: 'a "b", c', count: 1, errors: 0 })
    expect(subjects['raw-requests']!.labels[0]).toMatchObject({ label: 'x,y', errors: 1, bytesSent: 1 })
  })

  test('that cannot be read are counted in a warning', async () => {
    const { subjects, warnings } = await read(
      [
        `A,good,${AT},5,false`,
        `A,negative,${AT},-5,false`,
        `A,nan,${AT},NaN,false`,
        `A,no end`,
        `A,short,${AT},5`,
        'rubbish',
        `A,"open,${AT},5,false`,
        `A,cut off,${AT},5,fal`,
      ].join('\n'),
    )
    expect(subjects.actions!.labels.map(({ label }) => label)).toEqual(['good', 'cut off'])
    expect(warnings).toEqual([
      {
        code: 'broken-line',
        message: '6 lines in the timer files could not be read and are not counted.',
        affects: 'result',
      },
    ])
  })

  test('before a truncated last line are all kept', async () => {
    const { warnings } = await read(`A,good,${AT},5,false\nA,cut,${AT}`)
    expect(warnings).toEqual([
      { code: 'broken-line', message: '1 lines in the timer files could not be read and are not counted.' },
    ])
  })
})

const line = (name: string) => `A,${name},${AT},5,false\n`

test('finds timer files, whatever their nesting and names', async () => {
  const archive = gzipSync(
    await tarOf({
      'ac1.zip': zipOf({ 'ac1/T/0/timers.csv.gz': gzipSync(line('a')) }, { sizesBehind: true }),
      'ac2.tar.gz': gzipSync(await tarOf({ 'ac2/T/0/timers.csv.2026-01-15.gz': gzipSync(line('b')) })),
      'ac3/T/0/timer-wd-x.csv': line('c'),
      'ac3/T/0/data.csv': line('no'),
    }),
  )
  const { subjects } = await readXltTimers(chunksOf(archive))
  expect(subjects.actions!.labels.map(({ label }) => label)).toEqual(['a', 'b', 'c'])
})

test('an archive without timer files is an error', async () => {
  await expect(readXltTimers(chunksOf(await tarOf({ a: 'b' })))).rejects.toThrow('no timer files')
})

test('chunks may end anywhere', async () => {
  const timers = `A,first,${AT},5,false\nR,second.1,${AT},7,true,1,2,200,http://a,b\nT,third,${AT},9,false\n`
  const whole = await read(timers)
  const tar = await tarOf({ 'timers.csv': timers })
  for (let size = 1; size < 120; size++) expect(await readXltTimers(chunksOf(tar, size))).toEqual(whole)
})

describe.skipIf(!samplesAreThere())('the real result of 2011', () => {
  test('agrees with its report', async () => {
    const { subjects, warnings } = await readXltTimers(createReadStream(SAMPLES.result2011))
    expect(subjects.transactions!.labels).toMatchObject([
      { label: 'THelpBrowsing', count: 115, errors: 0, minMs: 1256, maxMs: 3105 },
    ])
    expect(subjects.transactions!.total!.meanMs).toBeCloseTo(1565.809, 3)
    expect(subjects.transactions!.total!.deviationMs).toBeCloseTo(304.26, 3)
    expect(subjects.actions!.labels.map(({ label, count }) => `${label} ${count}`).toSorted()).toEqual([
      'GotoHelp 115',
      'Login 115',
      'Logout 115',
      'OpenStartPage 115',
    ])
    expect(subjects['raw-requests']!.total).toMatchObject({
      count: 3448,
      bytesSent: 1_168_715,
      bytesReceived: 54_990_973,
    })
    expect(subjects['raw-requests']!.total!.meanMs).toBeCloseTo(39.551, 3)
    expect(subjects['raw-requests']!.labels).toHaveLength(446)
    expect(warnings).toEqual([])
  })
})
