const HEADING = /^## \[([^\]]+)\](?: - (\S+))?$/gm
const VERSION = /^\d+\.\d+\.\d+$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** The notes of a version to release, from the text of CHANGELOG.md; throws if something is missing. */
export function releaseNotes(changelog: string, asked: string, packageVersion: string): string {
  const version = asked.replace(/^v/, '')
  if (!VERSION.test(version)) throw new Error(`'${asked}' is not a version such as 1.2.3.`)
  if (version !== packageVersion) {
    throw new Error(
      `package.json has version ${packageVersion}, not ${version}. Run npm version ${version} --no-git-tag-version.`,
    )
  }
  const headings = [...changelog.matchAll(HEADING)]
  const at = headings.findIndex((heading) => heading[1] === version)
  const heading = headings[at]
  if (heading === undefined) throw new Error(`CHANGELOG.md has no section '## [${version}] - <date>'.`)
  if (!DATE.test(heading[2] ?? '')) {
    throw new Error(`CHANGELOG.md needs a date such as 2026-01-31 in the heading of ${version}.`)
  }
  const begin = heading.index + heading[0].length
  const notes = changelog.slice(begin, headings[at + 1]?.index ?? changelog.length).trim()
  if (notes === '') throw new Error(`CHANGELOG.md says nothing about ${version}.`)
  return notes
}
