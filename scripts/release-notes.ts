// Prints the notes in CHANGELOG.md for a version to release. Usage: node scripts/release-notes.ts <version>
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { releaseNotes } from './changelog.ts'

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', name), 'utf8')

try {
  const { version } = JSON.parse(read('package.json')) as { version: string }
  process.stdout.write(`${releaseNotes(read('CHANGELOG.md'), process.argv[2] ?? '', version)}\n`)
} catch (error) {
  process.stderr.write(`Not ready to release. ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
