import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'

/** An element with its text exactly as in the file. */
export interface Element {
  name: string
  attributes: Record<string, string>
  text: string
  children: Element[]
}

/**
 * Reads a whole XML file. It is independent of the action's reader, so that the two cannot share a mistake.
 */
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

/** The elements reached through these steps; each step is the name of a child. */
export function elementsAt(element: Element, ...steps: string[]): Element[] {
  const [step, ...rest] = steps
  if (step === undefined) return [element]
  return element.children.filter(({ name }) => name === step).flatMap((child) => elementsAt(child, ...rest))
}

export function textAt(element: Element, ...steps: string[]): string | undefined {
  return elementsAt(element, ...steps)[0]?.text
}
