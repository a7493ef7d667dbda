// Updates the code quoted in docs/adding-a-provider.md: the lines between `// #region name` and its end.
// Usage: node scripts/quoted-code.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const QUOTE = /(<!-- code: (\S+)#(\S+) -->\n```ts\n)[\s\S]*?(```\n)/g

/** The page with every quote updated from its file. */
export function withQuotedCode(page: string, read: (path: string) => string): string {
  return page.replace(QUOTE, (_all, begin: string, path: string, region: string, end: string) => {
    const [, code] =
      new RegExp(`// #region ${region}\\n([\\s\\S]*?)// #endregion ${region}`).exec(read(path)) ?? []
    if (code === undefined) throw new Error(`${path} has no region ${region}.`)
    return `${begin}${code.trim()}\n${end}`
  })
}

if (process.argv[1] === import.meta.filename) {
  const path = join(root, 'docs', 'adding-a-provider.md')
  const read = (file: string): string => readFileSync(join(root, file), 'utf8')
  writeFileSync(path, withQuotedCode(readFileSync(path, 'utf8'), read))
}
