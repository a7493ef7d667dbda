// Writes the README's tables of inputs and outputs, from action.yml, between their markers.
// Usage: node scripts/readme-tables.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')

interface Entry {
  description: string
  default?: string
  required?: boolean
}
interface ActionFile {
  inputs: Record<string, Entry>
  outputs: Record<string, Entry>
}

/** The text with the tables from the action file between their markers. */
export function withTables(readme: string, actionFile: string): string {
  const { inputs, outputs } = parse(actionFile) as ActionFile
  const inputRows = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    input.default === undefined ? (input.required === true ? 'required' : '') : `\`${input.default}\``,
    input.description,
  ])
  const outputRows = Object.entries(outputs).map(([name, output]) => [`\`${name}\``, output.description])
  const tables = {
    inputs: table(['Input', 'Default', 'Meaning'], inputRows),
    outputs: table(['Output', 'Meaning'], outputRows),
  }
  return Object.entries(tables).reduce((text, [name, lines]) => between(text, name, lines), readme)
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ').trim()).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function between(text: string, name: string, lines: string): string {
  const [begin, end] = [`<!-- ${name}: made by scripts/readme-tables.ts -->`, `<!-- end of ${name} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`README.md has no markers for ${name}.`)
  return `${text.slice(0, from + begin.length)}\n${lines}\n${text.slice(to)}`
}

if (process.argv[1] === import.meta.filename) {
  const path = join(root, 'README.md')
  writeFileSync(path, withTables(readFileSync(path, 'utf8'), readFileSync(join(root, 'action.yml'), 'utf8')))
}
