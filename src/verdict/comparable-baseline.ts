import type { LoadProfileEntry, Measurements, RunFacts } from '../measurements/model.ts'
import { oneLine } from '../foundation/one-line.ts'
import type { BaselineUse, Verdict } from './verdict.ts'

type Parameters = NonNullable<RunFacts['parameters']>

const DIFFERENCES_NAMED = 5

/**
 * What was found for the input `baseline`. `missing`: why there is none. `refused`: why it must not be used,
 * whatever it measured. Times are milliseconds since 1970.
 */
export interface BaselineQuestion {
  /** The input as given: `run:1234`, `file:old/measurements.json` or `branch`. */
  from: string
  found: { measurements: Measurements; refused?: string } | { missing: string }
  run: RunFacts
  nowMs: number
}

export interface BaselineAnswer {
  use: BaselineUse
  /** Set only if it can be compared with. */
  measurements?: Measurements
  /** What could not be verified, as sentences for people. */
  notes: string[]
}

/**
 * Decides whether a baseline can be compared with: it must have the same provider, test and load profile.
 * Otherwise it is refused, with the reason.
 */
export function chooseBaseline({ from, found, run, nowMs }: BaselineQuestion): BaselineAnswer {
  if ('missing' in found)
    return { use: { from, status: 'missing', reason: sentence(found.missing) }, notes: [] }
  const { measurements, refused } = found
  const provenance = provenanceOf(measurements.run, nowMs)
  if (refused !== undefined)
    return { use: { from, status: 'refused', reason: refused, ...provenance }, notes: [] }
  const differences = differencesFrom(run, measurements.run)
  if (differences.length > 0) {
    return {
      use: { from, status: 'refused', reason: differencesText(differences), ...provenance },
      notes: [],
    }
  }
  return {
    use: { from, status: 'used', ...provenance },
    measurements,
    notes: notChecked(run, measurements.run),
  }
}

/**
 * Whether a run may be kept as the baseline of its branch. A passed run may. So may a run whose only problem
 * is that there is no comparable baseline; otherwise criteria that use `baseline` would never get a first
 * one. Such a run must not replace a good baseline: there must certainly be none (`certainlyAbsent`), or the
 * existing one must be too old or not comparable. If the one that was found is `foreign`, a good one may
 * still exist.
 */
export function mayBecomeBaseline(
  { outcome, reason, baseline }: Pick<Verdict, 'outcome' | 'reason' | 'baseline'>,
  certainlyAbsent: boolean,
  foreign = false,
): boolean {
  if (outcome === 'passed') return true
  if (outcome !== 'inconclusive' || reason !== 'baseline') return false
  return (baseline?.status === 'refused' && !foreign) || (baseline?.status === 'missing' && certainlyAbsent)
}

/**
 * Why there is nothing to compare with, as one sentence. For `branch`, the reason already names the branch,
 * and what starts its baseline.
 */
export function whyNoBaseline({ from, status, reason }: BaselineUse): string {
  if (from === 'branch' && status === 'missing' && reason !== undefined) return reason
  const what = status === 'refused' ? 'is not comparable' : 'is missing'
  return `The baseline ${from} ${what}${reason === undefined ? '.' : `: ${reason}`}`
}

/** `run 1234, commit 1a2b3c4, 2 days old`. */
export function provenanceText({ runId, commit, ageMs }: BaselineUse): string {
  const parts = [
    runId && `run ${runId}`,
    commit && `commit ${commit.slice(0, 7)}`,
    ageMs !== undefined && ageText(ageMs),
  ]
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ') || 'of unknown origin'
}

/** Why two runs cannot be compared, one sentence each without its full stop; empty if they can. */
export function differencesFrom(run: RunFacts, baseline: RunFacts): string[] {
  if (run.provider !== baseline.provider)
    return [`it is from ${baseline.provider}, this run is from ${run.provider}`]
  const differences: string[] = []
  if (run.test !== undefined && baseline.test !== undefined && run.test !== baseline.test) {
    differences.push(`it is from the test '${baseline.test}', this run is from '${run.test}'`)
  }
  if (run.revision !== undefined && baseline.revision !== undefined && run.revision !== baseline.revision) {
    differences.push(`it tested the revision '${baseline.revision}', this run '${run.revision}'`)
  }
  if (!run.loadProfile !== !baseline.loadProfile) {
    differences.push(`the load profile of ${run.loadProfile ? 'the baseline' : 'this run'} is unknown`)
  }
  return [
    ...differences,
    ...parameterDifferences(run.parameters ?? [], baseline.parameters ?? []),
    ...profileDifferences(run.loadProfile ?? [], baseline.loadProfile ?? []),
  ]
}

/** A run with unknown parameters counts as one without any. */
function parameterDifferences(run: Parameters, baseline: Parameters): string[] {
  const current = new Map(run.map((parameter) => [parameter.name, parameter]))
  const earlier = new Map(baseline.map((parameter) => [parameter.name, parameter]))
  return [...new Set([...current.keys(), ...earlier.keys()])].flatMap((name) => {
    const [now, before] = [current.get(name), earlier.get(name)]
    if (JSON.stringify(now) === JSON.stringify(before)) return []
    const [is, was] = [parameterText(now), parameterText(before)]
    return is === was
      ? [`parameter '${name}' has another value`]
      : [`parameter '${name}' is ${is}, and was ${was}`]
  })
}

function parameterText(parameter: Parameters[number] | undefined): string {
  if (parameter === undefined) return 'not set'
  return 'value' in parameter ? `'${oneLine(parameter.value, 60)}'` : 'a secret'
}

function profileDifferences(run: LoadProfileEntry[], baseline: LoadProfileEntry[]): string[] {
  if (run.length === 0 || baseline.length === 0) return []
  const current = byNameAndTurn(run)
  const earlier = byNameAndTurn(baseline)
  const gone = [...earlier.keys()]
    .filter((key) => !current.has(key))
    .map((key) => `'${key}' is missing in this run`)
  return [
    ...gone,
    ...[...current].flatMap(([key, entry]) => {
      const before = earlier.get(key)
      return before ? settingDifferences(key, entry, before) : [`'${key}' is new in this run`]
    }),
  ]
}

const settingsText = ({ settings }: LoadProfileEntry): string =>
  JSON.stringify(settings.map(([name, value]) => `${name} ${value}`).sort((a, b) => (a < b ? -1 : 1)))

/** If several executions have the same name, they are sorted by their settings and numbered. */
function byNameAndTurn(profile: LoadProfileEntry[]): Map<string, LoadProfileEntry> {
  const sorted = [...profile].sort((a, b) => (settingsText(a) < settingsText(b) ? -1 : 1))
  const turns = new Map<string, number>()
  return new Map(
    sorted.map((entry) => {
      const turn = (turns.get(entry.name) ?? 0) + 1
      turns.set(entry.name, turn)
      return [turn === 1 ? entry.name : `${entry.name} (${turn})`, entry]
    }),
  )
}

function settingDifferences(key: string, run: LoadProfileEntry, baseline: LoadProfileEntry): string[] {
  const current = new Map(run.settings)
  const earlier = new Map(baseline.settings)
  const names = new Set([...current.keys(), ...earlier.keys()])
  return [...names].flatMap((name) => {
    const [now, before] = [current.get(name)?.trim() ?? '', earlier.get(name)?.trim() ?? '']
    return now === before
      ? []
      : [`${name} of '${key}' is ${now || 'not set'}, and was ${before || 'not set'}`]
  })
}

function differencesText(differences: string[]): string {
  const named = differences.slice(0, DIFFERENCES_NAMED).join('; ')
  const more =
    differences.length > DIFFERENCES_NAMED
      ? ` (and ${differences.length - DIFFERENCES_NAMED} more differences)`
      : ''
  return `${named}${more}.`
}

function notChecked(run: RunFacts, baseline: RunFacts): string[] {
  const unknown = [
    run.test === undefined || baseline.test === undefined ? 'test' : '',
    !run.revision !== !baseline.revision ? 'revision of the test' : '',
    run.loadProfile === undefined && baseline.loadProfile === undefined ? 'load profile' : '',
  ].filter((what) => what !== '')
  return unknown.map(
    (what) => `Could not verify that the baseline ran the same ${what}: the data does not name it.`,
  )
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

function provenanceOf(run: RunFacts, nowMs: number): Pick<BaselineUse, 'runId' | 'commit' | 'ageMs'> {
  const atMs = run.finishedAtMs ?? run.startedAtMs
  return {
    ...(run.ids.length > 0 && { runId: run.ids.join(', ') }),
    ...(run.commit !== undefined && { commit: run.commit }),
    ...(atMs !== undefined && { ageMs: Math.max(0, nowMs - atMs) }),
  }
}

function ageText(ageMs: number): string {
  const units = [
    { name: 'day', ms: 86_400_000 },
    { name: 'hour', ms: 3_600_000 },
    { name: 'minute', ms: 60_000 },
  ]
  const unit = units.find(({ ms }) => ageMs >= ms)
  if (!unit) return 'less than a minute old'
  const count = Math.floor(ageMs / unit.ms)
  return `${count} ${unit.name}${count === 1 ? '' : 's'} old`
}
