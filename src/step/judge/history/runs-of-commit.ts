import { visibleName } from '../../../foundation/one-line.ts'
import type { Log, WorkflowContext } from '../../../foundation/ports.ts'
import type { Measurements, RunFacts } from '../../../measurements/model.ts'
import type { Service } from '../../../providers/service.ts'
import { commitRunsInWords } from '../../../report/run-words.ts'
import { MOST_RUNS } from '../../../verdict/usual/settled-by.ts'
import type { RunFigures } from '../../../verdict/usual/model.ts'
import type { CommitRun } from '../../../verdict/verdict.ts'
import type { AttemptRun } from './attempt-runs.ts'
import { differenceFrom, whyUnfit } from './earlier-run.ts'
import type { NamedRun } from './further-runs.ts'

/** The other runs of the commit that this run is judged together with. */
export interface RunsOfCommit {
  /** The figures for criteria that compare with the usual, oldest first. */
  before: RunFigures[]
  after: RunFigures[]
  /** All of them, including this run; absent if it is judged alone. */
  named?: CommitRun[]
}

interface Asked {
  /** As read from the files; `run` adds what the workflow knows. */
  measured: Measurements
  run: RunFacts
  figuresOf: (run: Measurements) => RunFigures
}

interface Others {
  /** Runs of earlier attempts, oldest first. */
  formerRuns?: readonly AttemptRun[] | undefined
  furtherRuns?: readonly NamedRun[] | undefined
}

type Naming = { log: Log; services: readonly Service[]; context: WorkflowContext }

interface Candidate {
  named: CommitRun
  figures: () => RunFigures
  isThis?: true
}

/**
 * The newest three runs of the same test, load and commit, including this one; runs that do not fit are named
 * in a warning.
 */
export function runsOfCommit(ports: Naming, asked: Asked, others: Others): RunsOfCommit {
  const { context, log } = ports
  const { furtherRuns = [], formerRuns = [] } = others
  const { run } = asked
  const isAttempt = formerRuns.length > 0
  const confirms = furtherRuns.some((further) => further.confirms)
  const own: Candidate = {
    named: isAttempt
      ? ofAttempt(run.ids, context.attempt)
      : { name: confirms ? nameOf(run.ids) : 'this one', ids: run.ids },
    figures: () => asked.figuresOf(asked.measured),
    isThis: true,
  }
  const attempt = isAttempt ? context.attempt : undefined
  const further = fittingFurther(ports, asked, { furtherRuns, attempt })
  const all = [...fittingAttempts(ports, run, formerRuns), own, ...further]
  const newest = all.slice(-MOST_RUNS)
  const at = newest.findIndex(({ isThis }) => isThis)
  const [before, after] = [newest.slice(0, Math.max(0, at)), newest.slice(at + 1)]
  const result = {
    before: before.map(({ figures }) => figures()),
    after: after.map(({ figures }) => figures()),
  }
  if (newest.length < 2) return result
  const named = newest.map((one) => one.named)
  log.info(commitRunsInWords(named))
  return { ...result, named }
}

/**
 * If several attempts judged the same run, because a later one continued it, only the newest attempt counts.
 */
function fittingAttempts(
  { log, services }: Naming,
  run: RunFacts,
  former: readonly AttemptRun[],
): Candidate[] {
  const seen = new Set([idsText(run)])
  const fitting: Candidate[] = []
  for (const { attempt, run: earlier } of former.toReversed()) {
    const { facts, figures } = earlier
    if (seen.has(idsText(facts))) continue
    seen.add(idsText(facts))
    const why = differenceFrom(services, run, facts) ?? otherCommit(run.commit, facts.commit)
    if (why === undefined)
      fitting.unshift({
        named: ofAttempt(facts.ids, attempt),
        figures: () => figures,
      })
    else
      log.warning(
        `${visibleName(nameOf(facts.ids), 100)} of attempt ${attempt} is not judged together with this run: ${why}`,
      )
  }
  return fitting
}

const idsText = ({ ids }: RunFacts): string => ids.join(',')

const nameOf = (ids: readonly string[]): string => `run ${ids.join(', ')}`

function ofAttempt(ids: string[], attempt: number): CommitRun {
  return { name: `${nameOf(ids)} of attempt ${attempt}`, attempt, ids }
}

function fittingFurther(
  { log, services }: Naming,
  { measured, figuresOf }: Asked,
  { furtherRuns, attempt }: { furtherRuns: readonly NamedRun[]; attempt: number | undefined },
): Candidate[] {
  return furtherRuns.flatMap(({ name, measurements, confirms }): Candidate[] => {
    const shown = visibleName(name, 100)
    const { ids } = measurements.run
    const named =
      confirms && attempt !== undefined
        ? ofAttempt(ids, attempt)
        : { name: confirms ? nameOf(ids) : shown, ids }
    const why = whyNotTogether(services, measured.run, measurements)
    if (why === undefined) return [{ named, figures: () => figuresOf(measurements) }]
    log.warning(`${shown} is not judged together with this run: ${why}`)
    return []
  })
}

/** Why a run cannot be judged together with this one; undefined if it can. */
export function whyNotTogether(
  services: readonly Service[],
  run: RunFacts,
  further: Measurements,
): string | undefined {
  return whyUnfit(services, run, further) ?? otherCommit(run.commit, further.run.commit)
}

function otherCommit(commit: string | undefined, other: string | undefined): string | undefined {
  if (commit === undefined || other === undefined || commit === other) return undefined
  return `it is for commit ${other.slice(0, 7)}, this run for ${commit.slice(0, 7)}.`
}
