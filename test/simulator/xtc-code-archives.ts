import { createHash } from 'node:crypto'
import { json, type SimResponse } from './service.ts'
import { refused, scoped, type XtcCall } from './xtc-call.ts'
import type { XtcLoadTest, XtcLoadTests } from './xtc-load-tests.ts'
import type { XtcTimeline } from './xtc-timeline.ts'

export interface XtcCodeArchive {
  id: number
  bytes: Buffer
  /** The names in the archive. */
  names: string[]
  uploadedAtMs: number
  deletedAtMs?: number
}

const MOST_BYTES = 100e6
const MOST_ARCHIVES = 300
/** A run takes its code when it leaves these states. */
const BEFORE_CODE = ['NEW', 'SCHEDULED', 'STARTING', 'PROVISIONING']

/** The project's code archives, and which of them each run uses: the newest one when it begins. */
export class XtcCodeArchives {
  readonly all: XtcCodeArchive[] = []
  /** Archives that were deleted before runs that could have taken them began, with the numbers of the runs. */
  readonly deletedTooEarly: { id: number; runs: number[] }[] = []
  #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  get uploads(): number[] {
    return this.all.map(({ id }) => id)
  }

  get deleted(): number[] {
    return this.all.flatMap(({ id, deletedAtMs }) => (deletedAtMs === undefined ? [] : id))
  }

  /** Uploads an archive as a person or another step would. */
  upload(bytes: Buffer): XtcCodeArchive {
    const archive = {
      id: 701 + this.all.length,
      bytes,
      names: namesIn(bytes) ?? [],
      uploadedAtMs: this.#now(),
    }
    this.all.push(archive)
    return archive
  }

  remove(id: number, loadTests: XtcLoadTests): boolean {
    const archive = this.all.find((one) => one.id === id && one.deletedAtMs === undefined)
    if (archive === undefined) return false
    const awaiting = loadTests.runs.filter(
      (run) => run.timeline !== undefined && takenAtMs(run.timeline) > this.#now(),
    )
    const runs = awaiting.map(({ number }) => number)
    if (runs.length > 0) this.deletedTooEarly.push({ id, runs })
    archive.deletedAtMs = this.#now()
    return true
  }

  /** The archive that a run uses; undefined before it has taken one. */
  ranBy({ timeline }: XtcLoadTest): XtcCodeArchive | undefined {
    if (timeline === undefined) return undefined
    const atMs = takenAtMs(timeline)
    if (atMs > this.#now()) return undefined
    return this.all.findLast(
      ({ uploadedAtMs, deletedAtMs = Number.POSITIVE_INFINITY }) =>
        uploadedAtMs <= atMs && atMs < deletedAtMs,
    )
  }
}

function takenAtMs({ startedAtMs, phases }: XtcTimeline): number {
  let atMs = startedAtMs
  for (const { state, durationMs } of phases) {
    if (!BEFORE_CODE.includes(state)) return atMs
    atMs += durationMs
  }
  return atMs
}

/** Responds to `/code-archives` and the paths below it; undefined for any other path. */
export function answerCodeArchives(call: XtcCall): Promise<SimResponse> | undefined {
  const { request, path, simulator } = call
  const [, id] = /^\/code-archives(?:\/([^/]+))?$/.exec(path) ?? [undefined, '']
  if (id === '') return undefined
  if (id === undefined && request.method === 'POST')
    return scoped(call, 'CODEARCHIVE_UPLOAD', () => upload(call))
  if (id !== undefined && request.method === 'DELETE')
    return scoped(call, 'CODEARCHIVE_DELETE', () =>
      simulator.code.remove(Number(id), simulator.loadTests)
        ? json(200, { success: true })
        : refused(404, 'no such code archive'),
    )
  return Promise.resolve(refused(405, 'method not allowed'))
}

function upload({ simulator, request }: XtcCall): SimResponse {
  const { body, headers } = request
  if (headers['content-type'] !== 'application/zip') return refused(415, 'a ZIP is expected')
  if (body.length > MOST_BYTES) return refused(413, 'the archive is too large')
  const digest = headers['content-digest']
  const expected = `sha-512=:${createHash('sha512').update(body).digest('base64')}:`
  if (digest !== undefined && digest !== expected) return refused(400, 'the digest does not match')
  const names = namesIn(body)
  if (names === undefined || names.length === 0) return refused(400, 'this is not a ZIP with files')
  if (
    new Set(names.map((name) => name.split('/')[0])).size !== 1 ||
    names.some((name) => !name.includes('/'))
  )
    return refused(400, 'the archive must have one top-level directory')
  if (simulator.code.all.length - simulator.code.deleted.length >= MOST_ARCHIVES)
    return refused(409, 'there are too many code archives')
  const { id } = simulator.code.upload(body)
  return json(201, { success: true, data: simulator.shape.namesUploads ? { id } : {} })
}

/** The names in a ZIP's directory; undefined if it has none. */
function namesIn(bytes: Buffer): string[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end === -1) return undefined
  const names: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return undefined
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    names.push(bytes.subarray(at + 46, at + 46 + name).toString('utf8'))
    at += 46 + name + extra + comment
  }
  return names
}
