/**
 * Writes `src/measurements/lines/vectors.generated.ts`: the AssemblyScript of `vectors/` compiled to
 * WebAssembly. With `--check`, it only checks whether the file is current.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const FOLDER = 'src/measurements/lines/vectors'
const GENERATED = `${FOLDER}.generated.ts`
const COMPILER = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js')
/** Only the functions: no runtime, and memory that JavaScript provides. The code is written to the output. */
const OPTIONS = '-O3 --noAssert --runtime stub --importMemory --noExportMemory --enable simd -o'.split(' ')

function compiled(): Buffer {
  const names = readdirSync(join(root, FOLDER)).filter((name) => name.endsWith('.ts'))
  const sources = names.sort().map((name) => `${FOLDER}/${name}`)
  return execFileSync(process.execPath, [COMPILER, ...sources, ...OPTIONS], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const value = `// prettier-ignore\nexport const VECTORS = '${compiled().toString('base64')}'\n`
const text = `// Written by scripts/build-vectors.ts from vectors/.\n${value}`

if (process.argv[2] !== '--check') writeFileSync(join(root, GENERATED), text)
else if (readFileSync(join(root, GENERATED), 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.error(`${GENERATED} is not current: run node scripts/build-vectors.ts`)
  process.exitCode = 1
}
