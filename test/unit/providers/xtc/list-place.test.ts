import { expect, test } from 'vitest'
import { HttpError } from '../../../../src/platform/http/http.ts'
import { contractV1 } from '../../../../src/providers/xtc/contracts/contract-v1.ts'
import { contractV2 } from '../../../../src/providers/xtc/contracts/contract-v2.ts'
import { ListPlace } from '../../../../src/providers/xtc/load-tests/list-place.ts'

const LIST = contractV2.list(undefined)

/** A service whose list is at `at`, and every path that is requested. */
function service(
  at: string,
  status = 404,
): { asked: string[]; ask: (place: ListPlace, path?: string) => Promise<string> } {
  const asked: string[] = []
  const send = async ({ path }: { path: string }): Promise<string> => {
    asked.push(path.split('?')[0] ?? '')
    if (path.split('?')[0] !== at) throw new HttpError(`nothing at ${path}`, { kind: 'status', status })
    return 'the list'
  }
  return { asked, ask: (place, path = LIST.path) => place.ask({ ...LIST, path }, send) }
}

test('only the usual path is requested', async () => {
  const { asked, ask } = service('/load-tests')
  const place = new ListPlace(contractV2.listPlaces)
  expect(await ask(place)).toBe('the list')
  expect(await ask(place)).toBe('the list')
  expect(asked).toEqual(['/load-tests', '/load-tests'])
})

test('if it is not there, the other path is requested and remembered', async () => {
  const { asked, ask } = service('/loadTests')
  const place = new ListPlace(contractV2.listPlaces)
  expect(await ask(place)).toBe('the list')
  expect(await ask(place, '/load-tests?offset=100&limit=100')).toBe('the list')
  expect(asked).toEqual(['/load-tests', '/loadTests', '/loadTests'])
})

test('if it is at neither, the usual path is reported, and the other is not requested again', async () => {
  const { asked, ask } = service('/elsewhere')
  const place = new ListPlace(contractV2.listPlaces)
  await expect(ask(place)).rejects.toThrow('nothing at /load-tests?')
  await expect(ask(place)).rejects.toThrow('nothing at /load-tests?')
  expect(asked).toEqual(['/load-tests', '/loadTests', '/load-tests'])
})

test.each([401, 403, 500])('a status of %i says nothing about the path', async (status) => {
  const { asked, ask } = service('/loadTests', status)
  await expect(ask(new ListPlace(contractV2.listPlaces))).rejects.toThrow('nothing at')
  expect(asked).toEqual(['/load-tests'])
})

test('after a page that existed, a 404 is the end of the list', async () => {
  const { asked, ask } = service('/load-tests')
  const place = new ListPlace(contractV2.listPlaces)
  await ask(place)
  const gone = service('/gone')
  await expect(gone.ask(place)).rejects.toThrow('nothing at')
  expect([asked, gone.asked]).toEqual([['/load-tests'], ['/load-tests']])
})

test('a link of the service is followed unchanged, and v1 has only one path', async () => {
  const { asked, ask } = service('/loadTests')
  const place = new ListPlace(contractV2.listPlaces)
  await ask(place)
  await expect(ask(place, 'https://xtc.example/load-tests?offset=5')).rejects.toThrow('nothing at https')
  expect(asked.at(-1)).toBe('https://xtc.example/load-tests')
  expect(contractV1.listPlaces).toEqual(['/loadTests'])
})
