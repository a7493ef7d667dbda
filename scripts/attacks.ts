// Runs every attack of test/attacks against the bundles in dist/, and prints one line for each: whether it
// was blocked.
// Usage: npm run attacks [-- <part of a file's name>]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Report {
  testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[]
}

const root = join(import.meta.dirname, '..')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const folder = mkdtempSync(join(tmpdir(), 'attacks-'))
try {
  const outputFile = join(folder, 'attacks.json')
  const files = process.argv.slice(2).map((name) => `test/attacks/${name}`)
  const run = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      ...(files.length === 0 ? ['test/attacks/'] : files),
      '--reporter=json',
      `--outputFile=${outputFile}`,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const { testResults } = JSON.parse(readFileSync(outputFile, 'utf8')) as Report
  const attacks = testResults.flatMap(({ assertionResults }) => assertionResults)
  for (const { title, status, failureMessages } of attacks) {
    process.stdout.write(`${(status === 'passed' ? 'blocked' : status.toUpperCase()).padEnd(7)}  ${title}\n`)
    if (status === 'failed') process.stdout.write(`        ${failureMessages.join('\n').slice(0, 1000)}\n`)
  }
  const blocked = attacks.filter(({ status }) => status === 'passed').length
  process.stdout.write(`${blocked} of ${attacks.length} attacks were blocked.\n`)
  process.exitCode = run.status === 0 && attacks.length > 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
