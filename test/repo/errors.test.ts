import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const sources = globSync('src/**/*.ts', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('.generated.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** Code that examines the text of a message, of an error or of anything else made for people. */
const MESSAGE_CHECKS = [
  /\b(?:\w*[mM]essage|reason|why|fault|trouble|problem|said)\b\??\.(?:includes|startsWith|endsWith|match|search|indexOf|split)\(/,
  /\/[a-z]*\.(?:test|exec)\((?:[^()]|\([^()]*\))*(?:[mM]essage|messageOf|String\(error\))/,
  /\b[A-Z_]{4,}\.(?:test|exec)\((?:[^()]|\([^()]*\))*[mM]essage/,
  /\b\w*[mM]essage\s*(?:===|!==)\s*['"`][^'"`]/,
]

/** Places where a library or Node says something only in words, so the words have to be examined. */
const ALLOWED: Record<string, string> = {
  'src/criteria/sources/criteria-file.ts': 'V8 states the place of a JSON error only in its message',
  'src/criteria/xpath/xpath-criteria.ts': 'fontoxpath puts the code of an error into its message',
  'src/formats/located-yaml.ts': 'yaml reports a stack overflow as one of its own errors',
  'src/platform/http/connection-trouble.ts': 'Node and OpenSSL have no codes for a failed TLS handshake',
  'src/platform/runner/artifact-error.ts': '@actions/artifact has a single class for all error responses',
}

function checksIn(text: string): string[] {
  return text.split('\n').filter((line) => MESSAGE_CHECKS.some((pattern) => pattern.test(line)))
}

test('nothing is decided by the text of a message', () => {
  expect(sources.length).toBeGreaterThan(150)
  const others = sources.filter(({ path }) => !(path in ALLOWED))
  expect(others.flatMap(({ path, text }) => checksIn(text).map((line) => `${path}: ${line.trim()}`))).toEqual(
    [],
  )
  const edge = sources.filter(({ path }) => path in ALLOWED)
  expect(edge.filter(({ text }) => checksIn(text).length === 0)).toEqual([])
  expect(edge).toHaveLength(Object.keys(ALLOWED).length)
})

test.each([
  "const needsResult = (message: string): boolean => message.includes('the raw result')",
  'return /\\b409\\b|already exists/i.test(messageOf(error))',
  "faults.some((fault) => fault.includes('is required'))",
  'if (SECRET_MISSING.test(error.message)) return',
  "if (error.message === 'gone') return",
])('would be found: %s', (line) => {
  expect(checksIn(line)).toEqual([line])
})

test('every error class of our own has a code', () => {
  const bare = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/class (\w+) extends Error\b/g)].map((found) => `${path}: ${found[1]}`),
  )
  expect(bare).toEqual(['src/foundation/errors.ts: ActionError'])
})
