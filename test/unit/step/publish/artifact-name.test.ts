import { expect, test } from 'vitest'
import { artifactNameOf } from '../../../../src/step/publish/artifact-name.ts'
import { contextOf } from '../../inputs/workflow-context.ts'

function nameOf(artifactName: string, stepKey = '', runId = '41'): string {
  return artifactNameOf(
    { artifactName, provider: 'xtc', stepKey },
    contextOf({ attempt: 2 }),
    runId,
    (text) => text.replaceAll('secret-word', '***'),
  )
}

test('fills in every placeholder', () => {
  expect(nameOf('load-test-{provider}-{run-id}')).toBe('load-test-xtc-41')
  expect(nameOf('{job}.{attempt}.{matrix}', '{"os":"linux","size":[1,2],"n":3}')).toBe(
    'performance.2.linux-[1,2]-3',
  )
})

test.each([
  ['null', ''],
  ['', ''],
  ['"leg"', '_leg_'],
  ['checkout', 'checkout'],
  ['{}', ''],
])('a step-key of %j becomes the matrix text %j', (stepKey, text) => {
  expect(nameOf('x{matrix}', stepKey)).toBe(`x${text}`)
})

test('characters that artifacts do not allow become underscores', () => {
  expect(nameOf('a":<>|*?\\/\r\nb')).toBe('a___________b')
  expect(nameOf('{matrix}', '{"ref":"refs/heads/x","q":"\\"*\\""}')).toBe(
    'refs_heads_x-_*_'.replace('*', '_'),
  )
})

test('is at most 200 characters long', () => {
  expect(nameOf('{matrix}', 'y'.repeat(500))).toHaveLength(200)
})

test('contains no secret, even where it would be cut in the middle of one', () => {
  expect(nameOf('{matrix}', '{"token":"secret-word"}')).toBe('___')
  expect(nameOf('{matrix}', `{"token":"${'y'.repeat(195)}secret-word"}`)).toBe(`${'y'.repeat(195)}___`)
})
