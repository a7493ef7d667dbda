import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const ROOM = 'src/platform/files/'

/** Files outside the room that use the file system directly, and why. */
const EXCEPTIONS: Record<string, string> = {
  'src/platform/runner/context.ts':
    'reads the event at the very beginning: a file of the runner, whose variable no step can set',
  'src/platform/cache/cache-store.ts':
    'the library needs names relative to its working directory: a new folder each time, made with mkdtemp',
}

const sources = globSync('src/**/*.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'))
const usingFiles = sources.filter((path) =>
  /['"](?:node:)?fs(?:\/promises)?['"]/.test(readFileSync(join(root, path), 'utf8')),
)

test('only one room of src opens, reads and writes files by path', () => {
  expect(usingFiles.filter((path) => path.startsWith(ROOM)).length).toBeGreaterThan(3)
  const outside = usingFiles.filter((path) => !path.startsWith(ROOM) && !(path in EXCEPTIONS))
  expect(outside).toEqual([])
})

test('every exception is still needed', () => {
  expect(Object.keys(EXCEPTIONS).filter((path) => !usingFiles.includes(path))).toEqual([])
})

test('no library is given a path to open', () => {
  const opening = sources.filter((path) =>
    /\byauzl\b[\s\S]*\.open(?:Promise)?\(/.test(readFileSync(join(root, path), 'utf8')),
  )
  expect(opening).toEqual([])
})

test('files are opened in one way: newly created or for reading, and never through a link', () => {
  const room = sources.filter((path) => path.startsWith(ROOM))
  const texts = room.map((path) => readFileSync(join(root, path), 'utf8'))
  const imported = texts.flatMap((text) =>
    [...text.matchAll(/import \{([^}]*)\} from 'node:fs\/promises'/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  )
  expect(imported).toContain('open')
  expect(imported.filter((name) => /^(?:writeFile|appendFile|copyFile|cp|readFile)$/.test(name))).toEqual([])
  const opened = texts.flatMap((text) => [...text.matchAll(/await open\([^)]*\)/g)].map(([call]) => call))
  expect(opened).toHaveLength(3)
  expect(opened.filter((call) => !/READ_ONLY|CREATE_ONLY|REPLACE_ONLY/.test(call))).toEqual([])
  const flags = texts.flatMap((text) => [...text.matchAll(/_ONLY = (.+)/g)].map(([, value]) => value))
  expect(flags).toHaveLength(3)
  expect(flags.filter((value) => !value?.includes('O_NOFOLLOW'))).toEqual([])
})
