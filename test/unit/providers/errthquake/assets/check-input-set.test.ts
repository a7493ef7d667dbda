import { expect, test } from 'vitest'
import { checkInputSet } from '../../../../../src/providers/errthquake/assets/check-input-set.ts'

const placesOf = (text: string | Buffer): string[] =>
  checkInputSet(Buffer.from(text)).faults.map(({ line, column }) => `${line}:${column}`)

test.each<[string, string, string[]]>([
  ['plain names', 'user,password\nalice,1\n', ['user', 'password']],
  [
    'quotes, blanks, Windows line breaks and a byte order mark',
    '\ufeff"user", "pass.word"\r\nalice,1\r\n',
    ['user', 'pass.word'],
  ],
  ['one column, without a final line break', 'user\nalice', ['user']],
  ['names for people', 'first name,Price (EUR)\na,1\n', ['first name', 'Price (EUR)']],
  ['names in other scripts', 'имя,Straße\na,b\n', ['имя', 'Straße']],
])('reads the columns: %s', (_what, text, columns) => {
  expect(checkInputSet(Buffer.from(text))).toEqual({ columns, faults: [] })
})

test.each<[string, string | Buffer, string[]]>([
  ['values where names should be', 'alice,1\nbob,2\n', ['1:7']],
  ['an address', 'a@x.example\nb@x.example\n', ['1:1']],
  ['an empty name', 'user,,password\na,b,c\n', ['1:6']],
  ['two columns with the same name', 'user,user\na,b\n', ['1:6']],
  ['a quote that does not end', 'user,"password\na,b\n', ['1:6']],
  ['no values', 'user,password\n\r\n', ['1:1']],
  ['no line break at all', 'user,password', ['1:1']],
  ['Latin-1 in the third line', Buffer.from('user\nalice\nJos\xe9\n', 'latin1'), ['3:4']],
  ['a header line of a megabyte', 'x'.repeat(1e6), ['1:1']],
])('%s is a fault at its place', (_what, text, places) => {
  expect(placesOf(text)).toEqual(places)
})
