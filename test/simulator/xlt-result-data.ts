import { pipeline, Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createGzip, gzipSync } from 'node:zlib'
import { createRandom } from './random.ts'
import { type XltRecord, xltRecords, type XltUser, xltUsers } from './xlt-records.ts'
import type { XltDataSettings } from './xlt-scenarios.ts'
import { type TarEntry, tarStream } from './tar-writer.ts'
import { zipStream } from './zip-writer.ts'

/** XTC's result archive: a `.tar.gz` with one ZIP per agent, each with the agent's timers files. */
export function xltResultArchive(seed: number, settings: XltDataSettings): Readable {
  // A failure on either side reaches the other as a stream error; nothing else needs to be done.
  return pipeline(
    tarStream(entries(seed, settings), settings.startMs),
    createGzip({ level: 1 }),
    () => undefined,
  )
}

export const RESULT_DIRECTORY = '20260512-093000'

async function* entries(seed: number, settings: XltDataSettings): AsyncGenerator<TarEntry> {
  const properties = 'com.xceptance.xlt.loadtests = TOrder TBrowse\ncom.xceptance.xlt.timeout = 30000\n'
  yield { name: `${RESULT_DIRECTORY}/config/project.properties`, content: Buffer.from(properties) }
  const byAgent = Map.groupBy(xltUsers(seed, settings), (user) => user.agent)
  for (const [agent, users] of byAgent) {
    // Only one agent is held in memory at a time: agents are small, and large runs have more of them.
    yield { name: `${RESULT_DIRECTORY}/${agent}.zip`, content: await agentArchive(agent, users, settings) }
  }
}

async function agentArchive(agent: string, users: XltUser[], settings: XltDataSettings): Promise<Buffer> {
  const files: { name: string; content: Buffer }[] = []
  for (const user of users) {
    files.push({
      name: `${agent}/${user.scenario}/${user.user}/timers.csv.gz`,
      content: gzipSync(timersFile(user, settings), { level: 1 }),
    })
    // Other requests must be served while a large archive is generated.
    await nextTurn()
  }
  files.push({
    name: `${agent}/Agent-JVM-Monitor/0/timers.csv.gz`,
    content: gzipSync(agentFile(agent, users[0]?.seed ?? 0, settings)),
  })
  const zip = zipStream(
    files.map((file) => ({ name: file.name, compress: true, open: () => Readable.from([file.content]) })),
    { zip64: false, modifiedAtMs: settings.startMs },
  )
  const chunks: Buffer[] = []
  for await (const chunk of zip) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function timersFile(user: XltUser, settings: XltDataSettings): Buffer {
  const lines: string[] = []
  for (const record of xltRecords(user, settings)) lines.push(timersLine(record, user))
  return Buffer.from(`${lines.join('\n')}\n`)
}

function timersLine(record: XltRecord, user: XltUser): string {
  switch (record.kind) {
    case 'W':
      return `W,${record.name},${record.timeMs},${record.value}`
    case 'E':
      return `E,${record.name},${record.timeMs},${record.scenario},${record.message}`
    case 'T':
      return timer(record) + (record.failed ? failure(user, record.timeMs) : '')
    case 'A':
    case 'P':
    case 'C':
      return timer(record)
    case 'R': {
      const firstByteMs = record.connectMs + record.busyMs
      return (
        `${timer(record)},${record.bytesSent},${record.bytesReceived},${record.code},"${record.url}",` +
        `${record.contentType},${record.connectMs},${record.sendMs},${record.busyMs},${record.receiveMs},` +
        `${firstByteMs},${firstByteMs + record.receiveMs},,${record.method},,,${record.dnsMs},10.0.0.7,,10.0.0.7`
      )
    }
  }
}

function timer(record: {
  kind: string
  name: string
  timeMs: number
  runMs: number
  failed: boolean
}): string {
  return `${record.kind},${record.name},${record.timeMs},${record.runMs},${record.failed}`
}

// Quoted, with escaped line breaks and doubled quotes, which break a careless CSV reader.
function failure(user: XltUser, timeMs: number): string {
  const trace = `java.lang.AssertionError: Expected ""200"", but was 500\\n\\tat com.example.${user.scenario}.run(${user.scenario}.java:42)`
  return `,"${trace}",Homepage,${user.user},${timeMs}`
}

/**
 * CPU of the load generator every five seconds: the process in the fourth column, the machine in the last.
 */
function agentFile(agent: string, seed: number, settings: XltDataSettings): string {
  let text = ''
  for (const sample of agentSamples(seed, settings)) {
    text += `J,${agent},${sample.timeMs},${sample.processShare},268435456,536870912,1073741824,3,40,1,120,0.5,0.2,24,1,0,0,2,30,640,0.2,8,${sample.machineShare}\n`
  }
  return text
}

export function* agentSamples(
  seed: number,
  settings: XltDataSettings,
): Generator<{ timeMs: number; processShare: number; machineShare: number }> {
  const random = createRandom(seed + 7)
  for (let offsetMs = 0; offsetMs < settings.durationMs; offsetMs += 5000) {
    const processShare = random.integer(1500, 3200) / 100
    const machineShare = Number((processShare + random.integer(300, 900) / 100).toFixed(2))
    yield { timeMs: settings.startMs + offsetMs, processShare, machineShare }
  }
}
