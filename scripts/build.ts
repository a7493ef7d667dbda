// Builds dist/ from src/: TypeScript to JavaScript, then one bundle per entry. The target is emptied first,
// because ncc leaves old chunks behind. Usage: node scripts/build.ts [target directory]
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { minifySync } from 'oxc-minify'
import { bundledPackages, licensesOf } from './licenses.ts'

const ENTRIES = ['main', 'post', 'xpath']
/** Replacements for packages; the bundler reads them from the tsconfig.json next to the entries. */
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

/** Removes blanks and comments: the bundler minifies only the file that a bundle begins with. */
function compact(path: string): void {
  const { code, errors } = minifySync(path, readFileSync(path, 'utf8'), {
    module: true,
    compress: false,
    mangle: false,
    codegen: { removeWhitespace: true, legalComments: 'none' },
  })
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join('; ')}`)
  writeFileSync(path, code)
}

// Each build gets a directory of its own, because builds may run at the same time. The bundler numbers
// modules by their paths relative to its working directory. It is therefore started in that directory, so the
// bytes do not depend on the names of directory and checkout.
mkdirSync(join(root, 'build'), { recursive: true })
// uPlot is part of the HTML page, which the bundler sees only as a string.
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
    for (const chunk of readdirSync(bundle)) if (chunk.endsWith('.index.js')) compact(join(bundle, chunk))
    for (const directory of bundledPackages(JSON.parse(readFileSync(stats, 'utf8')))) packages.add(directory)
  }
} finally {
  rmSync(javascript, { recursive: true, force: true })
}
writeFileSync(join(target, 'licenses.txt'), licensesOf(packages))
// Marks each bundle as ESM, whatever package.json is above it where the action is checked out.
writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n')
for (const entry of ENTRIES) {
  process.stdout.write(`${entry}: ${readdirSync(join(target, entry)).sort().join(' ')}\n`)
}
