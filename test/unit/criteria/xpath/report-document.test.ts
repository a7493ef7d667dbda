import { expect, test } from 'vitest'

import { readReportDocument } from '../../../../src/criteria/xpath/report-document.ts'

test.each<[string, BufferEncoding, string]>([
  ['UTF-8', 'utf8', ''],
  ['ISO-8859-1 by its declaration', 'latin1', '<?xml version="1.0" encoding="ISO-8859-1"?>'],
  ['UTF-16 by its mark', 'utf16le', '\uFEFF'],
])('reads a report in %s', async (_what, encoding, start) => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${start}<testreport><name>Größe</name></testreport>`, encoding)
  }
  const { document } = await readReportDocument(chunks(), new Set())
  expect(document).toHaveProperty('firstChild.firstChild.firstChild.data', 'Größe')
})

async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16))
}

test('reads a tag with a hundred thousand attributes in linear time', async () => {
  const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')
  const { document } = await readReportDocument(
    inPieces(`<testreport><r ${attributes}/></testreport>`),
    new Set(),
  )
  expect(document).toHaveProperty('firstChild.firstChild.attributes.length', 100_000)
})

test.each([
  ['in what is read', '<testreport>'],
  ['in what is left out', '<testreport><urls>'],
])('rejects endlessly nested elements %s', async (_where, start) => {
  const reading = readReportDocument(inPieces(`${start}${'<a>'.repeat(300_000)}`), new Set())
  await expect(reading).rejects.toThrow('its elements are nested more than 256 deep')
})
