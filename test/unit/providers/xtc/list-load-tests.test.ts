import { describe, expect, test } from 'vitest'
import { HttpError } from '../../../../src/platform/http/http.ts'
import type { XtcApi } from '../../../../src/providers/xtc/api.ts'
import { contractV2 } from '../../../../src/providers/xtc/contracts/contract-v2.ts'
import { ListPlace } from '../../../../src/providers/xtc/load-tests/list-place.ts'
import { listLoadTests } from '../../../../src/providers/xtc/load-tests/list-load-tests.ts'
import { VirtualClock } from '../../../clock/virtual-clock.ts'

const OPTIONS = { budgetMs: 60_000, patiently: false }

/** An API whose list is served by `page`, each time after `pageMs`. */
function apiOf(
  page: (offset: number) => unknown,
  pageMs = 100,
): { api: XtcApi; asked: number[]; clock: VirtualClock } {
  const clock = new VirtualClock()
  const asked: number[] = []
  const once: XtcApi['once'] = async (call, parse) => {
    const offset = Number(new URL(call.path, 'https://xtc.example').searchParams.get('offset'))
    asked.push(offset)
    await clock.sleep(pageMs)
    return parse({ data: page(offset) }, undefined)
  }
  return {
    api: {
      contract: contractV2,
      listPlace: new ListPlace(contractV2.listPlaces),
      clock,
      once,
    } as unknown as XtcApi,
    asked,
    clock,
  }
}

function numbers(from: number, count: number): { id: number }[] {
  return Array.from({ length: count }, (_, index) => ({ id: from + index }))
}

describe('a list continues', () => {
  test.each<[string, (offset: number) => unknown, number]>([
    [
      'until a page is shorter than the first, whatever the size says',
      (offset) => {
        const items = numbers(offset + 1, offset === 140 ? 10 : 20)
        return { items, size: items.length }
      },
      150,
    ],
    ['until a page is empty', (offset) => ({ items: offset >= 40 ? [] : numbers(offset + 1, 20) }), 40],
    ['until a page repeats', () => ({ items: numbers(1, 20), size: 500 }), 20],
    ['in plain arrays as well', (offset) => numbers(offset + 1, offset === 0 ? 30 : 5), 35],
    [
      'until an unannounced page is rejected',
      (offset) => {
        if (offset === 0) return { items: numbers(1, 20), size: 20 }
        throw new HttpError('no such page', { kind: 'status', status: 400 })
      },
      20,
    ],
  ])('%s', async (_what, page, count) => {
    const { loadTests } = await listLoadTests(apiOf(page).api, OPTIONS)
    expect(loadTests).toHaveLength(count)
    expect(loadTests[0]?.number).toBe(count)
  })

  test('and an unreadable entry hides no other', async () => {
    const items = [null, { id: 1, name: 5, state: {} }, { name: 'ltg-1234' }, { id: 2 }]
    const { loadTests, unreadable } = await listLoadTests(apiOf(() => ({ items })).api, OPTIONS)
    expect(loadTests.map(({ number }) => number)).toEqual([2, 1])
    expect(unreadable).toEqual(['null', '{"name":"ltg-1234"}'])
  })
})

describe('an endless list', () => {
  test.each([
    ['has ever more pages', 100],
    ['has slow pages', 25_000],
  ])('is an error after the time limit because it %s', async (_what, pageMs) => {
    const { api, clock } = apiOf((offset) => ({ items: numbers(offset + 1, 20) }), pageMs)
    const startedMs = clock.monotonicMs()
    await expect(listLoadTests(api, OPTIONS)).rejects.toThrow('was not complete within 1 m')
    expect(clock.monotonicMs() - startedMs).toBeLessThan(OPTIONS.budgetMs + 30_000)
  })

  test('is an error if a page is broken', async () => {
    const page = (offset: number): unknown => {
      if (offset === 0) return { items: numbers(1, 20) }
      throw new HttpError('GET /load-tests failed with status 500', { kind: 'status', status: 500 })
    }
    await expect(listLoadTests(apiOf(page).api, OPTIONS)).rejects.toThrow('status 500')
  })
})

describe('a list is given up', () => {
  test('with more load tests than are kept', async () => {
    const list = listLoadTests(apiOf((offset) => numbers(offset + 1, 7000), 1).api, OPTIONS)
    await expect(list).rejects.toThrow('it has more than 20,000 load tests')
  })

  test('with endless pages', async () => {
    const list = listLoadTests(apiOf((offset) => numbers(offset + 1, 2), 1).api, OPTIONS)
    await expect(list).rejects.toThrow('it has more than 2000 pages')
  })

  test('with a link that is too long', async () => {
    const next = `/loadTests?page=${'x'.repeat(2000)}`
    const list = listLoadTests(apiOf(() => ({ items: numbers(1, 2), next })).api, OPTIONS)
    await expect(list).rejects.toThrow('link to its next page')
  })
})
