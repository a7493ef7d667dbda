// Builds dist/ from src/: TypeScript to JavaScript, then one bundle per entry. The target is emptied first, because ncc
// leaves old chunks behind. Usage: node scripts/build.ts [target directory]
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundledPackages, licensesOf } from './licenses.ts'

const ENTRIES = ['main', 'post', 'xpath']
/** What the bundler takes in place of a package; it reads this from the tsconfig.json beside the entries. */
const INSTEAD = {
  undici: ['../../scripts/without-undici.mjs'],
  '@actions/exec': ['../../scripts/exec-when-needed.mjs'],
}
const root = join(import.meta.dirname, '..')
const target = resolve(process.argv[2] ?? join(root, 'dist'))

const run = (directory: string, tool: string, ...args: string[]): void => {
  const path = join(root, 'node_modules', tool)
  execFileSync(process.execPath, [path, ...args], { cwd: directory, stdio: ['ignore', 'inherit', 'inherit'] })
}

// A directory of this build's own, because builds may run at the same time. The bundler numbers modules by their paths
// from where it runs: started in there, it gives the same bytes whatever the directory and the checkout are called.
mkdirSync(join(root, 'build'), { recursive: true })
// uPlot is part of the HTML page, which is a string to the bundler.
const packages = new Set([join(root, 'node_modules', 'uplot')])
const javascript = mkdtempSync(join(root, 'build', 'js-'))
try {
  run(root, 'typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', javascript)
  writeFileSync(join(javascript, 'tsconfig.json'), JSON.stringify({ compilerOptions: { paths: INSTEAD } }))
  rmSync(target, { recursive: true, force: true })
  for (const entry of ENTRIES) {
    const bundle = join(target, entry)
    const stats = join(javascript, `${entry}.stats.json`)
    const options = ['-o', bundle, '--minify', '-q', '--stats-out', stats]
    run(javascript, '@vercel/ncc/dist/ncc/cli.js', 'build', `${entry}.js`, ...options)
    for (const directory of bundledPackages(JSON.parse(readFileSync(stats, 'utf8')))) packages.add(directory)
  }
} finally {
  rmSync(javascript, { recursive: true, force: true })
}
writeFileSync(join(target, 'licenses.txt'), licensesOf(packages))
// Each bundle is ESM, whatever package.json an action is checked out beside.
writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n')
for (const entry of ENTRIES) {
  process.stdout.write(`${entry}: ${readdirSync(join(target, entry)).sort().join(' ')}\n`)
}
