import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Bundles the reference client in the same way as `dist/`; returns the bundle's path. */
export function buildReference(directory: string): string {
  const ncc = join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js')
  const source = join(root, 'bench', 'reference-client.js')
  execFileSync(process.execPath, [ncc, 'build', source, '-o', join(directory, 'reference'), '--minify', '-q'])
  return join(directory, 'reference', 'index.js')
}
