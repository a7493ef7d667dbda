import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'

/** An element with its text exactly as it stands there. */
export interface Element {
  name: string
  attributes: Record<string, string>
  text: string
  children: Element[]
}

/** Reads a whole XML file; a reader of its own, so that it shares no mistake with the one of the action. */
export function readXml(path: string): Element {
  const top: Element = { name: '', attributes: {}, text: '', children: [] }
  const open = [top]
  const parser = new SaxesParser({ xmlns: false })
  const current = (): Element => open.at(-1) ?? top
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, text: '', children: [] }
    current().children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void (current().text += text))
  parser.on('cdata', (text) => void (current().text += text))
  parser.write(readFileSync(path, 'utf8')).close()
  const root = top.children[0]
  if (root === undefined) throw new Error(`${path} is empty.`)
  return root
}

/** The elements that the steps lead to, each step the name of children. */
export function elementsAt(element: Element, ...steps: string[]): Element[] {
  const [step, ...rest] = steps
  if (step === undefined) return [element]
  return element.children.filter(({ name }) => name === step).flatMap((child) => elementsAt(child, ...rest))
}

export function textAt(element: Element, ...steps: string[]): string | undefined {
  return elementsAt(element, ...steps)[0]?.text
}
