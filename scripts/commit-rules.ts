export interface Commit {
  hash: string
  subject: string
  body: string
  files: string[]
}

/**
 * With this limit, a line of `git log --oneline` fits into 120 columns. It is also the line length of the
 * code.
 */
const SUBJECT_LIMIT = 110
/**
 * The author states that a change in src does not change the bundles, for example because only comments or
 * types changed.
 */
const DIST_UNCHANGED = /^dist: unchanged$/m
/** The bundles are also built from these. */
const BUILT_FROM = /^(?:src\/|scripts\/|package(?:-lock)?\.json$|tsconfig(?:\.build)?\.json$)/
const PREFIX = /^\w+(?:\([^)]*\))?!?: /
/**
 * "Added", "Adding", "Adds": endings that an imperative does not have, and the verbs that have them anyway.
 */
const NOT_IMPERATIVE = /(?:ed|ing|[^s]s)$/
const IMPERATIVE = new Set([
  'Embed',
  'Feed',
  'Need',
  'Seed',
  'Shed',
  'Speed',
  'Bring',
  'Focus',
  'Ping',
  'String',
])

/** What is wrong with a commit; empty if nothing is. */
export function faultsOf({ subject, body, files }: Commit): string[] {
  const first = subject.split(/[\s,:]/)[0] ?? ''
  const faults = [
    subject.length > SUBJECT_LIMIT &&
      `the subject has ${subject.length} characters, more than ${SUBJECT_LIMIT}`,
    !/^[A-Z]/.test(subject) && 'the subject does not begin with a capital letter',
    /[.!?]$/.test(subject) && 'the subject ends with a punctuation mark',
    PREFIX.test(subject) && 'the subject begins with a label: say what the commit does',
    NOT_IMPERATIVE.test(first) && !IMPERATIVE.has(first) && `"${first}" is not an imperative`,
    /^(?:fixup|squash|amend)! |^wip\b/i.test(subject) && 'the commit is not finished',
    /^(?:update|rebuild|regenerate) dist\b/i.test(subject) &&
      'dist belongs in the commit that changes its sources',
    ...distFaults(body, files),
  ]
  return faults.filter((fault) => fault !== false)
}

function distFaults(body: string, files: string[]): (string | false)[] {
  const changes = (folder: string): boolean => files.some((file) => file.startsWith(`${folder}/`))
  return [
    changes('src') &&
      !changes('dist') &&
      !DIST_UNCHANGED.test(body) &&
      'src changes but dist does not: run npm run build, or add a line "dist: unchanged" to the message',
    changes('dist') &&
      !files.some((file) => BUILT_FROM.test(file)) &&
      'dist changes, but nothing that it is built from',
  ]
}
