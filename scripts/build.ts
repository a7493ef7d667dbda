// Builds dist/ from src/: TypeScript to JavaScript, then one bundle per entry. The target is emptied first, because ncc
// leaves old chunks behind. Usage: node scripts/build.ts [target directory]
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ENTRIES = ['main', 'post']
/** What the bundler takes in place of a package; it reads this from the tsconfig.json beside the entries. */
const INSTEAD = { undici: ['../../scripts/without-undici.mjs'] }
const root = join(import.meta.dirname, '..')
const target = resolve(process.argv[2] ?? join(root, 'dist'))

const run = (directory: string, tool: string, ...args: string[]): void => {
  const path = join(root, 'node_modules', tool)
  execFileSync(process.execPath, [path, ...args], { cwd: directory, stdio: ['ignore', 'inherit', 'inherit'] })
}

// A directory of this build's own, because builds may run at the same time. The bundler numbers modules by their paths
// from where it runs: started in there, it gives the same bytes whatever the directory and the checkout are called.
mkdirSync(join(root, 'build'), { recursive: true })
const javascript = mkdtempSync(join(root, 'build', 'js-'))
try {
  run(root, 'typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', javascript)
  writeFileSync(join(javascript, 'tsconfig.json'), JSON.stringify({ compilerOptions: { paths: INSTEAD } }))
  rmSync(target, { recursive: true, force: true })
  for (const entry of ENTRIES) {
    const bundle = join(target, entry)
    run(javascript, '@vercel/ncc/dist/ncc/cli.js', 'build', `${entry}.js`, '-o', bundle, '--minify', '-q')
  }
} finally {
  rmSync(javascript, { recursive: true, force: true })
}
// Each bundle is ESM, whatever package.json an action is checked out beside.
writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n')
for (const entry of ENTRIES) {
  process.stdout.write(`${entry}: ${readdirSync(join(target, entry)).sort().join(' ')}\n`)
}
