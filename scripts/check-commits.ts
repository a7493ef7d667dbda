// Checks the commits of a range. Usage: node scripts/check-commits.ts <range>, for example origin/main..HEAD
import { execFileSync } from 'node:child_process'
import { faultsOf, type Commit } from './commit-rules.ts'

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}

function commitOf(hash: string): Commit {
  const message = git('log', '-1', '--format=%B', hash)
  const end = message.indexOf('\n')
  return {
    hash,
    subject: message.slice(0, end),
    body: message.slice(end + 1),
    files: git('-c', 'core.quotepath=off', 'show', '--name-only', '--format=', hash)
      .split('\n')
      .filter(Boolean),
  }
}

const range = process.argv[2]
// Git would take a range that begins with a hyphen for an option.
if (range === undefined || !/^[^-].*\.\./.test(range)) {
  process.stderr.write('Usage: node scripts/check-commits.ts <range>, for example origin/main..HEAD\n')
  process.exit(2)
}
const commits = git('rev-list', '--reverse', '--no-merges', range).split('\n').filter(Boolean).map(commitOf)
let faultCount = 0
for (const commit of commits) {
  for (const fault of faultsOf(commit)) {
    faultCount++
    process.stdout.write(`${commit.hash.slice(0, 10)} ${commit.subject}\n  ${fault}\n`)
  }
}
process.stdout.write(`${commits.length} commits, ${faultCount} faults\n`)
process.exitCode = faultCount > 0 ? 1 : 0
