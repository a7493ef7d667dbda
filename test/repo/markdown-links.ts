import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** Broken relative links of a Markdown file: to a missing file, or to a missing heading. */
export function brokenLinks(file: string): string[] {
  const path = join(root, file)
  return linksOf(readFileSync(path, 'utf8')).filter((link) => {
    const [target = '', anchor] = link.split('#')
    const goal = target === '' ? path : join(dirname(path), decodeURI(target))
    // A link must not leave the repository, because its target would differ between machines.
    if (relative(root, goal).startsWith('..') || !existsSync(goal)) return true
    if (anchor === undefined) return false
    return !statSync(goal).isFile() || !anchorsOf(readFileSync(goal, 'utf8')).includes(anchor)
  })
}

/** Every relative link and picture, outside code. */
export function linksOf(markdown: string): string[] {
  const text = withoutCode(markdown)
  const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)]
  const defined = [...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)]
  return [...inline, ...defined].map((match) => match[1] ?? '').filter((link) => !/^[a-z]+:/.test(link))
}

/** The anchors that GitHub gives headings; another heading with the same words gets a number. */
export function anchorsOf(markdown: string): string[] {
  const seen = new Map<string, number>()
  const headings = withoutCode(markdown, false).matchAll(/^#{1,6}\s+(.+?)\s*#*\s*$/gm)
  return [...headings].map(([, heading = '']) => {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const anchor = words.replace(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-')
    const count = seen.get(anchor) ?? 0
    seen.set(anchor, count + 1)
    return count === 0 ? anchor : `${anchor}-${count}`
  })
}

function withoutCode(markdown: string, spansToo = true): string {
  const text = markdown.replace(/^( *)(```+|~~~+)[\s\S]*?^\1\2\s*$/gm, '')
  return spansToo ? text.replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '') : text
}
