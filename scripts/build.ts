// Builds dist/ from src/: TypeScript to JavaScript, then one bundle per entry. `dist/` is emptied first, because ncc
// leaves old chunks behind.
import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ENTRIES = ['main', 'post']
const root = join(import.meta.dirname, '..')
const target = process.argv[2] ?? join(root, 'dist')

const run = (tool: string, ...args: string[]): void => {
  const path = join(root, 'node_modules', tool)
  execFileSync(process.execPath, [path, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
}

rmSync(join(root, 'build'), { recursive: true, force: true })
run('typescript/bin/tsc', '-p', 'tsconfig.build.json')
rmSync(target, { recursive: true, force: true })
for (const entry of ENTRIES) {
  run(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    join('build', `${entry}.js`),
    '-o',
    join(target, entry),
    '--minify',
    '-q',
  )
}
// Each bundle is ESM, whatever package.json an action is checked out beside.
writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n')
for (const entry of ENTRIES)
  process.stdout.write(`dist/${entry}: ${readdirSync(join(target, entry)).join(' ')}\n`)
