import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { standardText } from './license-texts.ts'

interface Module {
  /** The file that the module was made from; null if the bundler generated it. */
  nameForCondition?: string | null
  modules?: Module[]
}

interface Manifest {
  name: string
  version: string
  license?: string
  author?: string | { name: string }
}

const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i
const LICENSE_HEADING = /^(?:#+ *licen[cs]e.*|licen[cs]e *\n[=-]+)$/im
const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/
/** A README that only names its license is shorter than this; the shortest license text in use is longer. */
const TEXT_CHARACTERS = 400

/** The directories of the packages whose code is in a bundle, according to the bundler. */
export function bundledPackages(stats: { modules?: Module[] }): Set<string> {
  const directories = new Set<string>()
  const visit = (modules: Module[] | undefined): void => {
    for (const module of modules ?? []) {
      const directory = PACKAGE.exec(module.nameForCondition ?? '')?.[1]
      if (directory !== undefined) directories.add(directory)
      visit(module.modules)
    }
  }
  visit(stats.modules)
  return directories
}

/** The license texts of packages, in the order of their names; packages with the same text share one copy. */
export function licensesOf(directories: Iterable<string>): string {
  const namesByText = new Map<string, Set<string>>()
  for (const directory of directories) {
    const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest
    const text = licenseText(directory, manifest)
    const names = namesByText.get(text) ?? new Set()
    namesByText.set(
      text,
      names.add(`${manifest.name} ${manifest.version} (${manifest.license ?? 'no license named'})`),
    )
  }
  const sections = [...namesByText].map(([text, names]) => `${[...names].sort().join('\n')}\n\n${text}\n`)
  return ['Packages whose code is part of dist, and their licenses.\n', ...sections.sort()].join(
    `\n${'='.repeat(80)}\n\n`,
  )
}

function licenseText(directory: string, manifest: Manifest): string {
  const names = readdirSync(directory).sort()
  const files = names.filter((name) => LICENSE_FILE.test(name))
  if (files.length > 0) return files.map((name) => textOf(directory, name)).join('\n\n')
  const readme = names.find((name) => /^readme/i.test(name))
  const section = readme === undefined ? '' : licenseSection(textOf(directory, readme))
  if (section.length > TEXT_CHARACTERS) return section
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name
  return standardText(manifest.license, author ?? `the authors of ${manifest.name}`)
}

function textOf(directory: string, name: string): string {
  return readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n').trim()
}

function licenseSection(readme: string): string {
  const heading = LICENSE_HEADING.exec(readme)
  return heading === null ? '' : readme.slice(heading.index).trim()
}
