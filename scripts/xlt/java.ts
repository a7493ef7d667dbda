import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { lastLines, runProcess, type ProcessRun } from '../run-process.ts'
import { Skipped } from '../skipped.ts'

/** XLT 9 is compiled for this version. */
const OLDEST_JAVA = 21
const DEBIANS_PLACE = '/usr/lib/jvm'
/** XLT accesses these packages by reflection, to count bytes on sockets and to write XML. */
const OPENED = ['java.lang', 'java.lang.reflect', 'java.net', 'java.text', 'java.util']
/** What the JVM needs in addition to a class path. */
export const JVM_OPTIONS = ['-Xmx512m', ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`)]

export interface Jdk {
  home: string
  version: number
}

/** The path of a JDK's program. */
export const programOf = (jdk: Jdk, name: 'java' | 'javac' | 'keytool'): string => join(jdk.home, 'bin', name)

/** A JDK that can run XLT: in JAVA_HOME, on the path, or where Debian installs them. */
export async function findJdk(): Promise<Jdk> {
  const homes = [process.env['JAVA_HOME'], await homeOnPath(), ...homesOfDebian()]
  const found: Jdk[] = []
  for (const home of homes) {
    if (home === undefined || !existsSync(join(home, 'bin', 'javac'))) continue
    const version = await versionOf(join(home, 'bin', 'java'))
    if (version !== undefined && version >= OLDEST_JAVA) return { home, version }
    found.push({ home, version: version ?? 0 })
  }
  const seen = found.map(({ home, version }) => `${home} (${version})`).join(', ')
  throw new Skipped(
    `XLT needs a JDK of version ${OLDEST_JAVA} or later, but found ${seen || 'no JDK'}. Set JAVA_HOME.`,
  )
}

function homesOfDebian(): string[] {
  if (!existsSync(DEBIANS_PLACE)) return []
  return readdirSync(DEBIANS_PLACE)
    .sort()
    .map((name) => join(DEBIANS_PLACE, name))
}

async function homeOnPath(): Promise<string | undefined> {
  const output = await settingsOf('java')
  return /^\s*java\.home = (.+)$/m.exec(output)?.[1]?.trim()
}

async function versionOf(java: string): Promise<number | undefined> {
  const version = /^\s*java\.specification\.version = (\d+)/m.exec(await settingsOf(java))?.[1]
  return version === undefined ? undefined : Number(version)
}

async function settingsOf(java: string): Promise<string> {
  try {
    const command: [string, ...string[]] = [java, '-XshowSettings:properties', '-version']
    return (await runProcess(command, { directory: '.', timeoutMs: 60_000 })).output
  } catch {
    return ''
  }
}

export interface JavaCall {
  jdk: Jdk
  classPath: string
  /** The home folder of XLT, with its configuration. */
  home: string
  timeoutMs: number
}

/** Runs a main class of XLT; throws if it takes too long. */
export async function runXlt(call: JavaCall, mainClass: string, args: string[]): Promise<ProcessRun> {
  const run = await runProcess(
    [programOf(call.jdk, 'java'), ...JVM_OPTIONS, '-cp', call.classPath, mainClass, ...args],
    {
      directory: call.home,
      environment: { XLT_HOME: call.home, TZ: 'UTC' },
      timeoutMs: call.timeoutMs,
    },
  )
  if (run.timedOut)
    throw new Error(
      `${mainClass} did not finish within ${call.timeoutMs / 1000} s.\n${lastLines(run.output)}`,
    )
  return run
}
