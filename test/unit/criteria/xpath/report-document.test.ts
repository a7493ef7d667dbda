import { expect, test } from 'vitest'

import { readReportDocument } from '../../../../src/criteria/xpath/report-document.ts'

test.each<[string, BufferEncoding, string]>([
  ['UTF-8', 'utf8', ''],
  ['ISO-8859-1 by its declaration', 'latin1', '<?xml version="1.0" encoding="ISO-8859-1"?>'],
  ['UTF-16 by its mark', 'utf16le', '\uFEFF'],
])('a report in %s', async (_what, encoding, start) => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${start}<testreport><name>Größe</name></testreport>`, encoding)
  }
  const { document } = await readReportDocument(chunks(), new Set())
  expect(document).toHaveProperty('firstChild.firstChild.firstChild.data', 'Größe')
})
