import { inspect } from 'node:util'
import type { RunHandle } from '../../src/providers/provider.ts'
import type { RecordedRequest } from '../simulator/record.ts'
import type { Line, Played } from './lifecycle.ts'
import { LIMITS, longestMainMs } from './limits.ts'
import { CLIENT_SECRET, ERRTHQUAKE_TOKEN } from './services.ts'

type Check = (played: Played) => string[] | Promise<string[]>

/** Descriptions of the promises that were broken; empty if all were kept. */
export async function brokenPromises(played: Played): Promise<string[]> {
  const broken: string[] = []
  for (const check of CHECKS) broken.push(...(await check(played)))
  return broken
}

const CHECKS: readonly Check[] = [
  neverThrows,
  startsAtMostOnce,
  losesNoRun,
  takesNobodyElsesRun,
  stopsOnlyItsOwn,
  uploadsNothingTwice,
  uploadsCodeOncePerStart,
  deletesOnlyItsOwn,
  leavesNoFileUnnamed,
  leavesNothingGoingUnnoticed,
  endsWhatItCan,
  passesOnlyWithWholeFiles,
  keepsItsLimits,
  showsNoSecret,
  obeysNoService,
  saysHowItEnded,
]

/** The last state of the run that main knew. */
export function lastRun({ states }: Played): RunHandle | undefined {
  for (const state of states.toReversed()) if (state.phase === 'active') return state.run
  return undefined
}

function knownIds({ outputs }: Played): string[] {
  const confirming = JSON.parse(outputs['confirming-runs'] ?? '[]') as { ids: string[] }[]
  return [...firstIds(outputs), ...confirming.flatMap(({ ids }) => ids)]
}

function firstIds(outputs: Played['outputs']): string[] {
  return (outputs['run-id'] ?? '').split(',').filter((id) => id !== '')
}

/** The last state of the run with this id that main knew. */
function runWith({ states }: Played, id: string): RunHandle | undefined {
  for (const state of states.toReversed())
    if (state.phase === 'active' && state.run.executions.some((execution) => execution.id === id))
      return state.run
  return undefined
}

function alarms(played: Played): Line[] {
  return played.lines.filter(({ level }) => level === 'error' || level === 'warning')
}

/** Whether the log says that it is unknown what was started. */
export function isInDoubt(played: Played): boolean {
  const said =
    /It is unknown whether|may have been started|Most likely nothing was started|may be active|the service responded with \d+ id|according to the response/
  return played.outputs['reason'] === 'start-unknown' || alarms(played).some(({ text }) => said.test(text))
}

/**
 * Whether the log says that the adopted run is probably, but not certainly, ours; then ours may be another
 * one.
 */
function mayBeTheirs(played: Played): boolean {
  const said = /may belong to somebody else|probably this step's own/
  return alarms(played).some(({ text }) => said.test(text))
}

/** A shutdown in the middle of a start: nothing is left that could report it. */
function diedWhileStarting({ schedule, interruptedAtMs, startInFlightWhenInterrupted }: Played): boolean {
  return (
    schedule.interruption.kind === 'shutdown' && interruptedAtMs !== undefined && startInFlightWhenInterrupted
  )
}

function wasInterrupted({ schedule, interruptedAtMs }: Played): boolean {
  return schedule.interruption.kind !== 'none' && interruptedAtMs !== undefined
}

function neverThrows({ thrown }: Played): string[] {
  return thrown === undefined ? [] : [`main threw ${inspect(thrown)}`]
}

function startsAtMostOnce({ services, schedule }: Played): string[] {
  const { starts, mine } = services
  const most = { wait: 0, start: 1, run: 1 + schedule.confirm }[schedule.mode]
  return starts > most ? [`${starts} start requests started something: ${mine.join(', ')}`] : []
}

function losesNoRun(played: Played): string[] {
  const { services } = played
  const known = knownIds(played)
  const lost = services.mine.filter((id) => !known.includes(id))
  if (lost.length === 0 || isInDoubt(played) || mayBeTheirs(played) || diedWhileStarting(played)) return []
  // A run that has ended needs no warning; a mention is enough.
  const named = lost.filter((id) =>
    (services.isActive(id) ? alarms(played) : played.lines).some(({ text }) => text.includes(id)),
  )
  return named.length === lost.length ? [] : [`started ${lost.join(', ')}, without saying so`]
}

function takesNobodyElsesRun(played: Played): string[] {
  const { services, schedule } = played
  const ours = [...services.mine, ...services.attachedTo]
  const foreign = knownIds(played).filter((id) => !ours.includes(id))
  if (foreign.length === 0) return []
  // A kill came before the service had listed the run, and post looks for it.
  if (foreign.every((id) => runWith(played, id)?.unconfirmed !== undefined)) return []
  // The log says so if a cancel came before the service had listed the run.
  if (alarms(played).some(({ text }) => text.includes('according to the response'))) return []
  if (schedule.service === 'xtc-v2') return [`took ${foreign.join(', ')}, which does not have our marker`]
  const silent = foreign.filter((id) => runWith(played, id)?.adopted !== true)
  return silent.length === 0 ? [] : [`took ${silent.join(', ')} without saying "adopted"`]
}

function stopsOnlyItsOwn(played: Played): string[] {
  const { services } = played
  const ours = [...services.mine, ...services.attachedTo]
  const stopped = services.record
    .of('errthquake', 'PUT', /\/stop$/)
    .map(({ path }) => path.split('/').at(-2) ?? '')
  const foreign = stopped.filter((id) => !ours.includes(id))
  if (foreign.length > 0) return [`stopped somebody else's ${foreign.join(', ')}`]
  const adopted = stopped.filter((id) => runWith(played, id)?.adopted === true)
  return adopted.length > 0 ? [`stopped ${adopted.join(', ')}, which was adopted`] : []
}

/** A file may be uploaded again only if no earlier response showed it. */
function uploadsNothingTwice({ services }: Played): string[] {
  const { assets, record } = services
  if (assets === undefined) return []
  const repeated = assets.uploads.filter((name, index) => assets.uploads.indexOf(name) !== index)
  return [...new Set(repeated)].flatMap((name) => {
    const sent = record.entries.flatMap(({ method, path, body }, index) =>
      method === 'POST' && path.startsWith('/assets/') && body.includes(`filename="${name}"`) ? [index] : [],
    )
    return sent.slice(1).flatMap((index, number) => {
      const first = sent[number] ?? 0
      const between = record.entries
        .slice(first + 1, index)
        .filter(({ method, path }) => method === 'GET' && path.startsWith('/assets/'))
      const shown = record.entries[first]?.committed === true && between.some(isTrueAnswer)
      if (between.length > 0 && !shown) return []
      return [`uploaded ${name} again ${shown ? 'although it was listed' : 'without checking'}`]
    })
  })
}

/** Code archives cannot be listed, so an unclear upload ends the step. */
function uploadsCodeOncePerStart({ services, schedule }: Played): string[] {
  const most = schedule.mode === 'run' ? 1 + schedule.confirm : 1
  const { myCode } = services
  return myCode.length > most ? [`uploaded the code archives ${myCode.join(', ')}`] : []
}

function isTrueAnswer({ status, fault }: RecordedRequest): boolean {
  return status === 200 && fault === undefined
}

function deletesOnlyItsOwn({ services }: Played): string[] {
  const { assets } = services
  const foreign = assets?.deleted.filter((name) => !assets.uploads.includes(name)) ?? []
  const used = assets?.deletedInUse ?? []
  const { code, myCode, mine } = services
  const foreignCode = code?.deleted.filter((id) => !myCode.includes(id)) ?? []
  const early =
    code?.deletedTooEarly.filter(({ runs }) => runs.some((run) => mine.includes(String(run)))) ?? []
  return [
    ...(foreignCode.length > 0 ? [`deleted ${foreignCode.join(', ')}, which is somebody else's`] : []),
    ...early.map(({ id, runs }) => `deleted ${id} before run ${runs.join(', ')} had taken it`),
    ...(foreign.length > 0 ? [`deleted ${foreign.join(', ')}, which is somebody else's`] : []),
    ...(used.length > 0 ? [`deleted ${used.join(', ')} while a test was using it`] : []),
  ]
}

/** Post names the files that stay. After a shutdown, the log has already named the uploaded ones. */
function leavesNoFileUnnamed(played: Played): string[] {
  const { services, schedule, lines } = played
  const codeLeft = services.myCode.filter((id) => services.code?.deleted.includes(id) !== true)
  const left = [...(services.assets?.uploaded.keys() ?? []), ...codeLeft.map(String)]
  const isShutdown = schedule.interruption.kind === 'shutdown' && wasInterrupted(played)
  const isObstructed =
    schedule.outages.length > 0 || schedule.faults.some(({ route }) => ['upload', 'delete'].includes(route))
  const heard = isShutdown || isObstructed ? lines : alarms(played)
  const isNamed = (name: string): boolean => heard.some(({ text }) => text.includes(name))
  // If the number of a code archive is unknown, the folder is named.
  const isCodeNamed = heard.some(({ text }) => /upload-\d+ \(\.\/suite\)|Uploading \.\/suite/.test(text))
  const silent = left.filter((name) => !isNamed(name) && !(isCodeNamed && codeLeft.includes(Number(name))))
  return silent.length === 0 ? [] : [`left ${silent.join(', ')} at the service, without saying so`]
}

/** Runs that are still active although main and post have ended. */
export function leftActive({ services }: Played): string[] {
  return [...services.mine, ...services.attachedTo].filter(
    (id) => services.isActive(id) && !services.wasStopped(id),
  )
}

function leavesNothingGoingUnnoticed(played: Played): string[] {
  if (played.outputs['outcome'] === 'started' || isInDoubt(played) || diedWhileStarting(played)) return []
  const known = knownIds(played)
  const ours = mayBeTheirs(played)
    ? leftActive(played).filter((id) => known.includes(id))
    : leftActive(played)
  const silent = ours.filter((id) => !isNamed(played, id))
  // In mode wait, a run that could never be reached was never ours to end.
  const mind = known.length === 0 && played.schedule.mode === 'wait' ? [] : silent
  return mind.length === 0 ? [] : [`left ${mind.join(', ')} active, and no annotation says so`]
}

function isNamed(played: Played, id: string): boolean {
  return alarms(played).some(({ text }) => new RegExp(`(^|\\W)${id}(\\W|$)`).test(text))
}

/** If there is a stop and nothing prevented it, naming the run is not enough. */
function endsWhatItCan(played: Played): string[] {
  const { schedule, outputs } = played
  const { onCancel, onTimeout } = schedule
  if (schedule.service !== 'errthquake' || outputs['outcome'] === 'started') return []
  const ways = ['status', 'stop', 'workspace', 'workspaces', 'results', 'start']
  const obstructed = schedule.outages.length > 0 || schedule.faults.some(({ route }) => ways.includes(route))
  const left = onTimeout === 'leave' && outputs['outcome'] === 'timed-out'
  const spared = onCancel === 'leave' && wasInterrupted(played)
  const unknown = isInDoubt(played) || knownIds(played).length === 0 || lastRun(played)?.adopted === true
  if (obstructed || left || spared || unknown || diedWhileStarting(played)) return []
  const active = leftActive(played)
  return active.length === 0 ? [] : [`could have stopped ${active.join(', ')}, but did not`]
}

async function passesOnlyWithWholeFiles(played: Played): Promise<string[]> {
  const { files, parts, services, schedule, outputs } = played
  const broken = parts.length > 0 && !wasInterrupted(played) ? [`left ${parts.join(', ')}`] : []
  for (const [name, bytes] of files) {
    const truth = await services.truthOf(name)
    if (truth !== undefined && !truth.equals(bytes)) broken.push(`${name} differs from what the service sent`)
  }
  if (outputs['outcome'] !== 'passed') return broken
  if (services.starts > 1) broken.push('passed although every run was too slow')
  const missing = namesExpected(played).filter((name) => !files.has(name))
  const told = missing.filter((name) => !alarms(played).some(({ text }) => text.includes(name)))
  if (told.length > 0) broken.push(`passed without ${told.join(', ')}, without saying so`)
  if (missing.length > 0 && !played.lines.some(({ level }) => level === 'error' || level === 'warning'))
    broken.push(`passed without ${missing.join(', ')}`)
  if (schedule.fate === 'breaks' || schedule.fate === 'aborted')
    if (schedule.service !== 'errthquake' || schedule.fate === 'breaks')
      broken.push(`passed although the run ${schedule.fate}`)
  return broken
}

function namesExpected(played: Played): string[] {
  if (played.schedule.service !== 'errthquake') return ['report.tar.gz', 'result.tar.gz']
  const ids = firstIds(played.outputs)
  const names = ['run.json', 'metrics.json', 'logs.zip']
  return ids.length > 1 ? ids.flatMap((id) => names.map((name) => `${id}/${name}`)) : names
}

function keepsItsLimits(played: Played): string[] {
  const { schedule, mainMs, postMs, afterInterruptionMs, startInFlightWhenInterrupted } = played
  const broken: string[] = []
  if (mainMs > longestMainMs(schedule)) broken.push(`main took ${seconds(mainMs)}`)
  if (postMs > LIMITS.postMs) broken.push(`post took ${seconds(postMs)}`)
  const cancelled = wasInterrupted(played) && schedule.interruption.kind !== 'kill'
  const most = startInFlightWhenInterrupted ? LIMITS.afterCancelInFlightMs : LIMITS.afterCancelMs
  if (cancelled && afterInterruptionMs > most)
    broken.push(`main continued for ${seconds(afterInterruptionMs)} after the cancel`)
  return broken
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function everythingShown(played: Played): string {
  const { lines, outputs, summary, states, files } = played
  const texts = [...files]
    .filter(([name]) => /\.(md|html|xml|json)$/.test(name))
    .map(([, bytes]) => String(bytes))
  return JSON.stringify([lines, outputs, summary, states, texts])
}

function showsNoSecret(played: Played): string[] {
  const shown = everythingShown(played)
  const words =
    played.schedule.service === 'errthquake'
      ? [ERRTHQUAKE_TOKEN, ...ERRTHQUAKE_TOKEN.split(' ')]
      : [CLIENT_SECRET, encodeURIComponent(CLIENT_SECRET), ...played.services.tokens()]
  // Part of a secret in an excerpt is as bad as all of it.
  const leaked = words.filter((word) => shown.includes(JSON.stringify(word.slice(0, 12)).slice(1, -1)))
  const at = shown.indexOf(leaked[0]?.slice(0, 12) ?? '')
  return leaked.length === 0
    ? []
    : [`shows ${leaked.length} secrets, the first here: ${shown.slice(at - 300, at + 12)}`]
}

function obeysNoService({ lines }: Played): string[] {
  const commands = lines.flatMap(({ text }) => text.split('\n')).filter((line) => /^\s*::|##\[/.test(line))
  return commands.length === 0 ? [] : [`would run the command ${commands[0]}`]
}

function saysHowItEnded(played: Played): string[] {
  const { schedule, outputs } = played
  if (schedule.interruption.kind === 'kill' && wasInterrupted(played)) return []
  return (outputs['outcome'] ?? '') === '' ? ['ended without an outcome'] : []
}
