import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastLines, runProcess, type ProcessRun } from '../run-process.ts'
import { Skipped } from '../skipped.ts'

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'
const INSTALL_WITHIN_MS = 10 * 60_000
const UNREACHABLE =
  /Could not transfer|Unknown host|Connection refused|Connection timed out|Network is unreachable|offline mode/

/** XLT and its dependencies, in one folder. */
export interface Installed {
  version: string
  libraries: string
}

/**
 * Installs XLT with Maven, once. `wanted` is a version, or a range such as `[9.0.0,)`. Maven takes the newest
 * version of a range, including betas, and compares checksums as usual.
 */
export async function installXlt(directory: string, wanted: string): Promise<Installed> {
  const known = join(directory, wanted, 'lib')
  if (existsSync(known)) return { version: wanted, libraries: known }
  const fresh = join(directory, 'fresh')
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  writeFileSync(join(fresh, 'pom.xml'), projectOf(wanted))
  check(await runMaven(fresh), wanted)
  const version = /^xlt-(.+)\.jar$/m.exec(readdirSync(join(fresh, 'lib')).join('\n'))?.[1]
  if (version === undefined) throw new Error(`Maven copied no xlt-….jar of version ${wanted}.`)
  const target = join(directory, version)
  if (!existsSync(join(target, 'lib'))) renameSync(fresh, target)
  return { version, libraries: join(target, 'lib') }
}

async function runMaven(directory: string): Promise<ProcessRun> {
  const command: [string, ...string[]] = ['mvn', '-q', '-B', PLUGIN, '-DoutputDirectory=lib']
  try {
    return await runProcess(command, { directory, timeoutMs: INSTALL_WITHIN_MS })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Skipped('Maven (mvn) is not installed.')
    throw error
  }
}

function check({ exitCode, output, timedOut }: ProcessRun, wanted: string): void {
  if (exitCode === 0) return
  if (timedOut)
    throw new Skipped(`Maven did not download XLT ${wanted} within ${INSTALL_WITHIN_MS / 60_000} min.`)
  if (UNREACHABLE.test(output))
    throw new Skipped(`Maven could not reach its repository.\n${lastLines(output)}`)
  throw new Error(`Maven could not download XLT ${wanted}.\n${lastLines(output)}`)
}

function projectOf(version: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>xlt-of-this-check</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.xceptance</groupId>
      <artifactId>xlt</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`
}
