export interface Commit {
  hash: string
  subject: string
  body: string
  files: string[]
}

/** A line of `git log --oneline` then fits 120 columns; the code's own line length. */
const SUBJECT_LIMIT = 110
/** Says that a change of src leaves the bundles as they are: comments, types. */
const DIST_UNCHANGED = /^dist: unchanged$/m
/** What the bundles are made of, besides src. */
const BUILT_FROM = /^(?:src\/|scripts\/|package(?:-lock)?\.json$|tsconfig(?:\.build)?\.json$)/
const PREFIX = /^\w+(?:\([^)]*\))?!?: /
/** "Added", "Adding", "Adds": endings that no imperative has, with the verbs that end so by themselves. */
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

/** What is wrong with a commit; empty where nothing is. */
export function faultsOf({ subject, body, files }: Commit): string[] {
  const first = subject.split(/[\s,:]/)[0] ?? ''
  const faults = [
    subject.length > SUBJECT_LIMIT &&
      `the subject has ${subject.length} characters, more than ${SUBJECT_LIMIT}`,
    !/^[A-Z]/.test(subject) && 'the subject begins with no capital letter',
    /[.!?]$/.test(subject) && 'the subject ends with a mark',
    PREFIX.test(subject) && 'the subject begins with a label: say what the commit does',
    NOT_IMPERATIVE.test(first) && !IMPERATIVE.has(first) && `"${first}" is no imperative`,
    /^(?:fixup|squash|amend)! |^wip\b/i.test(subject) && 'the commit is not finished',
    /^(?:update|rebuild|regenerate) dist\b/i.test(subject) && 'dist belongs into the commit that changes it',
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
      'src changes and dist does not: run npm run build, or say "dist: unchanged" on a line of the message',
    changes('dist') &&
      !files.some((file) => BUILT_FROM.test(file)) &&
      'dist changes and nothing it is built from',
  ]
}
