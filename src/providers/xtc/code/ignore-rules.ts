import ignore, { type Ignore } from 'ignore'
import { join } from 'node:path'
import type { TreeRules } from '../../../platform/files/below/checkout-tree.ts'
import { readBytes, statsOf } from '../../../platform/files/regular-file.ts'

const MOST_BYTES = 1e6

/**
 * What git would not track: the rules of every `.gitignore` from the repository's root down, and git's own
 * folder. As in git, an excluded folder is not searched, so nothing in it can be included again.
 */
export class IgnoreRules implements TreeRules {
  readonly #root: string
  readonly #inside: string
  readonly #rules: Ignore = ignore()

  /**
   * `root` is the repository's root, and `inside` the path of the folder in it, with `/`; empty for the whole
   * repository.
   */
  constructor(root: string, inside: string) {
    this.#root = root
    this.#inside = inside
  }

  async enter(folder: string): Promise<void> {
    const folders = folder === '' ? this.#above() : [joined(this.#inside, folder)]
    for (const one of folders) await this.#read(one)
  }

  leavesOut(name: string, isFolder: boolean): boolean {
    if (name === '.git' || name.endsWith('/.git')) return true
    return this.#rules.ignores(`${joined(this.#inside, name)}${isFolder ? '/' : ''}`)
  }

  /** From the root to the folder. */
  #above(): string[] {
    const parts = this.#inside === '' ? [] : this.#inside.split('/')
    return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))]
  }

  /** git does not follow a link to such a file either. */
  async #read(folder: string): Promise<void> {
    const path = join(this.#root, folder, '.gitignore')
    if ((await statsOf(path))?.isFile() !== true) return
    const text = (await readBytes(path, MOST_BYTES)).toString('utf8').replace(/^\ufeff/, '')
    this.#rules.add(text.split(/\r?\n/).flatMap((line) => ruleBelow(folder, line) ?? []))
  }
}

/** The same rule in the form for the `.gitignore` of the root; undefined if the line is not a rule. */
export function ruleBelow(folder: string, line: string): string | undefined {
  if (line.trim() === '' || line.startsWith('#')) return undefined
  if (folder === '') return line
  const isNegated = line.startsWith('!')
  const pattern = (isNegated ? line.slice(1) : line).replace(/^\\(?=[!#])/, '')
  // A pattern with a slash before its end is only for its own folder.
  const isOfFolder = /\/(?!\s*$)/.test(pattern)
  const below = isOfFolder ? pattern.replace(/^\//, '') : `**/${pattern}`
  return `${isNegated ? '!' : ''}/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}/${below}`
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('/')
}
