import { SaxesParser } from 'saxes'

const MAX_DEPTH = 64
const MAX_TEXT_CHARS = 1 << 16
const MAX_NODES_PER_ITEM = 10_000
const MAX_TEXT_CHARS_PER_ITEM = 4 * 2 ** 20
/** XLT writes a tag every few hundred characters; a text without one for this long is not a report. */
const MAX_CHARS_WITHOUT_TAG = 4 * 2 ** 20
const CHARS_PER_WRITE = 1 << 16

export interface XmlNode {
  name: string
  attributes: Record<string, string>
  /** The text directly in the element, unchanged, cut to 65,536 characters. */
  text: string
  children: XmlNode[]
}

type Tag = Pick<XmlNode, 'name' | 'attributes'>

export interface XmlItems {
  /** Decides by the path of element names, with the root first, whether an element is wanted as a whole. */
  isItem: (path: readonly string[]) => boolean
  /** Names of elements inside items that are left out. */
  leaveOut: ReadonlySet<string>
  onItem: (path: readonly string[], item: XmlNode) => void
}

/**
 * Reads elements from an XML file as a stream, one at a time. Nothing is expanded except the five predefined
 * entities and character references; a document type is always rejected. Reads UTF-8, UTF-16 with a byte
 * order mark, and ISO-8859-1 if the file declares it. Throws if the XML is not well-formed, is nested deeper
 * than 64 levels, or is truncated.
 */
export async function readXmlItems(chunks: AsyncIterable<Uint8Array>, items: XmlItems): Promise<void> {
  const reader = new ItemReader(items)
  let decoder: TextDecoder | undefined
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    reader.write(decoder.decode(chunk, { stream: true }))
  }
  reader.write(decoder?.decode() ?? '')
  reader.close()
}

class ItemReader {
  readonly #items: XmlItems
  readonly #parser = new SaxesParser({ position: false, xmlns: false })
  readonly #path: string[] = []
  /** The item being read and the open elements in it. */
  #open: XmlNode[] = []
  #nodes = 0
  #textChars = 0
  /** Depth of the element that is being left out, with all its content; 0 if there is none. */
  #leftOutDepth = 0
  #charsWithoutTag = 0

  constructor(items: XmlItems) {
    this.#items = items
    this.#parser.on('error', (error) => {
      throw error
    })
    this.#parser.on('doctype', () => {
      throw new Error('The XML has a document type (DOCTYPE), which is not allowed.')
    })
    this.#parser.on('opentag', (tag) => this.#openTag(tag as Tag))
    this.#parser.on('closetag', () => this.#closeTag())
    this.#parser.on('text', (text) => this.#addText(text))
    this.#parser.on('cdata', (text) => this.#addText(text))
  }

  write(text: string): void {
    for (let at = 0; at < text.length; at += CHARS_PER_WRITE) {
      const part = text.slice(at, at + CHARS_PER_WRITE)
      this.#charsWithoutTag += part.length
      this.#parser.write(part)
      if (this.#charsWithoutTag > MAX_CHARS_WITHOUT_TAG)
        throw new Error(`The XML has more than ${MAX_CHARS_WITHOUT_TAG} characters without a tag.`)
    }
  }

  close(): void {
    this.#parser.close()
  }

  #openTag(tag: Tag): void {
    this.#charsWithoutTag = 0
    this.#path.push(tag.name)
    if (this.#path.length > MAX_DEPTH) throw new Error(`The XML nests deeper than ${MAX_DEPTH} elements.`)
    if (this.#leftOutDepth > 0) return
    const parent = this.#open.at(-1)
    if (parent && this.#items.leaveOut.has(tag.name)) this.#leftOutDepth = this.#path.length
    else if (parent || this.#items.isItem(this.#path)) this.#openNode(tag, parent)
  }

  #openNode(tag: Tag, parent: XmlNode | undefined): void {
    const node = { name: tag.name, attributes: tag.attributes, text: '', children: [] }
    this.#nodes = parent ? this.#nodes + 1 : 0
    if (!parent) this.#textChars = 0
    if (this.#nodes > MAX_NODES_PER_ITEM)
      throw new Error(
        `The XML element <${this.#open[0]!.name}> contains more than ${MAX_NODES_PER_ITEM} others.`,
      )
    parent?.children.push(node)
    this.#open.push(node)
  }

  #closeTag(): void {
    this.#charsWithoutTag = 0
    if (this.#leftOutDepth === this.#path.length) this.#leftOutDepth = 0
    else if (this.#leftOutDepth === 0) {
      const node = this.#open.pop()
      if (node && this.#open.length === 0) this.#items.onItem(this.#path, node)
    }
    this.#path.pop()
  }

  #addText(text: string): void {
    const node = this.#open.at(-1)
    if (!node || this.#leftOutDepth > 0) return
    this.#textChars += Math.min(text.length, MAX_TEXT_CHARS)
    if (this.#textChars > MAX_TEXT_CHARS_PER_ITEM)
      throw new Error(
        `The XML element <${this.#open[0]!.name}> contains more than ${MAX_TEXT_CHARS_PER_ITEM} characters.`,
      )
    node.text = (node.text + text).slice(0, MAX_TEXT_CHARS)
  }
}

/** The name for `TextDecoder`; the first chunk has the mark or the declaration. */
export function encodingOf(firstChunk: Uint8Array): string {
  if (firstChunk[0] === 0xff && firstChunk[1] === 0xfe) return 'utf-16le'
  if (firstChunk[0] === 0xfe && firstChunk[1] === 0xff) return 'utf-16be'
  const start = Buffer.from(firstChunk.subarray(0, 200)).toString('latin1')
  return /^<\?xml[^>]*encoding=["'](iso-8859-1|latin1|windows-1252)["']/i.test(start) ? 'latin1' : 'utf-8'
}

/** The first child of that name. */
export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((child) => child.name === name)
}

/** The text of the first child with that name, unchanged: blanks at the ends are part of a name. */
export function nameOf(node: XmlNode, name = 'name'): string | undefined {
  return childOf(node, name)?.text || undefined
}

/** The trimmed text of the first child with that name; undefined if it is absent or empty. Not for names. */
export function textOf(node: XmlNode, name: string): string | undefined {
  return childOf(node, name)?.text.trim() || undefined
}

/**
 * A number in any notation used in reports (`1234`, `1.234E3`, `1,234.5`); undefined for anything else,
 * including `NaN` and infinity.
 */
export function numberOf(text: string | undefined): number | undefined {
  const plain = text?.trim() ?? ''
  const ungrouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(ungrouped)) return undefined
  const value = Number(ungrouped)
  return Number.isFinite(value) ? value : undefined
}
