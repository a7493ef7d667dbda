import { SaxesParser } from 'saxes'
import { ActionError } from '../../foundation/errors.ts'
import { encodingOf } from '../../formats/xml-items.ts'
import { ReportDocument, ReportElement, ReportText } from './report-nodes.ts'
import { OPTIONAL_PARTS, type OptionalPart } from './xpath-names.ts'

const MOST_BYTES = 64_000_000
/**
 * Reports are about eight levels deep; much deeper ones would overflow the stack of code that walks the
 * document.
 */
const MOST_DEPTH = 256

export class ReportTooLargeError extends ActionError {
  readonly code = 'report-too-large'

  constructor() {
    super(
      `testreport.xml is larger than ${MOST_BYTES / 1e6} MB, too large for XPath. ` +
        'Write the criteria in the language of criteria instead, such as requests["Homepage"].p95 < 500ms, which has no such limit.',
    )
  }
}

export interface ReadReport {
  document: ReportDocument
  /** The parts that were left out, each with the names of elements that occur only there. */
  leftOut: Map<OptionalPart, Set<string>>
}

/**
 * Reads a report (bytes in the encodings of `readXmlItems`) into a document for XPath, without white space
 * between elements and without the optional parts that are not needed. Entities declared in a document type
 * are errors, and never expanded.
 */
export async function readReportDocument(
  chunks: AsyncIterable<Uint8Array>,
  keep: ReadonlySet<OptionalPart>,
): Promise<ReadReport> {
  const builder = new DocumentBuilder(keep)
  let decoder: TextDecoder | undefined
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > MOST_BYTES) throw new ReportTooLargeError()
    decoder ??= new TextDecoder(encodingOf(chunk))
    builder.write(decoder.decode(chunk, { stream: true }))
  }
  builder.write(decoder?.decode() ?? '')
  return builder.finish()
}

class DocumentBuilder {
  readonly #document = new ReportDocument()
  readonly #keep: ReadonlySet<OptionalPart>
  readonly #parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  readonly #open: ReportElement[] = []
  /** One string per name: slices of the input would keep the whole input in memory. */
  readonly #names = new Map<string, string>()
  readonly #leftOut = new Map<OptionalPart, Set<string>>()
  #skippedPart: OptionalPart | undefined
  #skippedDepth = 0
  #text = ''

  constructor(keep: ReadonlySet<OptionalPart>) {
    this.#keep = keep
    this.#parser.on('error', (error) => {
      throw error
    })
    this.#parser.on('opentag', (tag) => this.#openTag(tag.name, tag.attributes))
    this.#parser.on('closetag', () => this.#closeTag())
    this.#parser.on('text', (text) => this.#addText(text))
    this.#parser.on('cdata', (text) => this.#addText(text))
  }

  write(text: string): void {
    this.#parser.write(text)
  }

  finish(): ReadReport {
    this.#parser.close()
    for (const names of this.#leftOut.values()) for (const name of this.#names.keys()) names.delete(name)
    return { document: this.#document, leftOut: this.#leftOut }
  }

  #openTag(tagName: string, attributes: Record<string, string>): void {
    if (this.#skippedPart !== undefined) return this.#skipTag(this.#skippedPart, tagName)
    const part = OPTIONAL_PARTS.find((optional) => optional === tagName)
    if (part !== undefined && !this.#keep.has(part)) {
      this.#skippedPart = part
      return this.#skipTag(part, tagName)
    }
    this.#flushText()
    this.#refuseDepth(this.#open.length + 1)
    const element = new ReportElement(this.#nameOf(tagName))
    for (const [name, value] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns')) element.addAttribute(this.#nameOf(name), value)
    }
    const parent = this.#open.at(-1) ?? this.#document
    parent.append(element)
    this.#open.push(element)
  }

  #refuseDepth(depth: number): void {
    if (depth > MOST_DEPTH) throw new Error(`its elements are nested more than ${MOST_DEPTH} deep`)
  }

  #skipTag(part: OptionalPart, tagName: string): void {
    this.#skippedDepth++
    this.#refuseDepth(this.#open.length + this.#skippedDepth)
    const names = this.#leftOut.get(part)
    if (names) names.add(tagName)
    else this.#leftOut.set(part, new Set([tagName]))
  }

  #closeTag(): void {
    if (this.#skippedPart === undefined) {
      this.#flushText(this.#open.at(-1)?.firstChild === null)
      this.#open.pop()
    } else if (--this.#skippedDepth === 0) {
      this.#skippedPart = undefined
    }
  }

  #addText(text: string): void {
    if (this.#skippedPart === undefined && this.#open.length > 0) this.#text += text
  }

  #flushText(isLeaf = false): void {
    const text = this.#text
    if (text === '') return
    this.#text = ''
    const element = this.#open.at(-1)
    // A name may consist of blanks; white space between elements is only layout.
    if (isLeaf || /\S/.test(text)) element?.append(new ReportText(text))
  }

  #nameOf(name: string): string {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    this.#names.set(name, name)
    return name
  }
}
