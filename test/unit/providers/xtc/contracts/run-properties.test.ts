import { describe, expect, test } from 'vitest'
import { isPropertiesWord, withExtras } from '../../../../../src/providers/xtc/contracts/run-properties.ts'

const PROPERTIES = [
  { name: 'users', value: '5', isSecret: false },
  { name: '__proto__', value: 'x', isSecret: false },
  { name: 'password', value: 'hunter2hunter2', isSecret: true },
]
const BODY = { action: 'runCopy', name: 'n' }
const body = (request: Record<string, unknown>, properties = PROPERTIES): string =>
  JSON.stringify(withExtras(BODY, { request, properties }))

test('properties are at their usual places, and the run request is merged over them', () => {
  expect(body({})).toBe(
    '{"action":"runCopy","name":"n","properties":{"users":"5","__proto__":"x"},"secretProperties":{"password":"hunter2hunter2"}}',
  )
  const patch = {
    action: 'copyAndRun',
    name: null,
    properties: { users: '7', __proto__: undefined, more: '1' },
  }
  expect(withExtras(BODY, { request: patch, properties: PROPERTIES.slice(0, 1) })).toEqual({
    action: 'copyAndRun',
    properties: { users: '7', more: '1' },
  })
})

test('without properties, the body has none', () => {
  expect(body({}, [])).toBe('{"action":"runCopy","name":"n"}')
})

describe('placeholders in the run request put them elsewhere', () => {
  test.each([
    ['{properties}', '{"users":"5","__proto__":"x"}'],
    ['{properties-list}', '[{"name":"users","value":"5"},{"name":"__proto__","value":"x"}]'],
    ['{properties-text}', '"users=5\\n__proto__=x"'],
    ['{secret-properties}', '{"password":"hunter2hunter2"}'],
    ['{secret-properties-list}', '[{"name":"password","value":"hunter2hunter2"}]'],
    ['{secret-properties-text}', '"password=hunter2hunter2"'],
  ])('%s', (word, placed) => {
    expect(isPropertiesWord(word)).toBe(true)
    const sent = body({ settings: [{ put: word }] })
    expect(sent).toContain(`"settings":[{"put":${placed}}]`)
    // Only once, and the other kind stays at its usual place.
    expect(sent.includes('"properties":')).toBe(word.includes('secret'))
    expect(sent.includes('"secretProperties":')).toBe(!word.includes('secret'))
  })

  test('and no other text', () => {
    expect(isPropertiesWord('properties')).toBe(false)
    expect(body({ note: 'see {properties}' })).toContain('"note":"see {properties}"')
  })
})
