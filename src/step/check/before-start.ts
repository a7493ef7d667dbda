import { checkCriteria } from './check-criteria.ts'
import {
  checklistLines,
  checksOfError,
  failed,
  failureOfChecks,
  passed,
  refusalOf,
  unknown,
  type Check,
} from './checklist.ts'
import { GateError } from '../../foundation/errors.ts'
import { HttpError } from '../../platform/http/http.ts'
import type { Preflight, RunCost } from '../../providers/provider.ts'
import { costFaults, costOfAll, costWarnings, plannedMinutes } from '../start/run-cost.ts'
import { wantedFigures } from '../../verdict/against-usual/usual-entries.ts'
import type { Step } from '../step.ts'

type Checked = Pick<
  Step,
  | 'inputs'
  | 'services'
  | 'service'
  | 'provider'
  | 'criteria'
  | 'cache'
  | 'context'
  | 'log'
  | 'workflow'
  | 'http'
  | 'github'
  | 'nowMs'
  | 'baselineKey'
  | 'key'
>

/**
 * Checks everything that can be known before a run costs anything. Throws one error with all faults, and logs
 * warnings. Mode `check` checks more, and prints a list of the results. If no run will be started (`starts`
 * is false), faults are only warnings.
 */
export async function checkBeforeStart(ports: Checked, starts: boolean): Promise<Preflight> {
  const { inputs, log } = ports
  const { found, error } = await preflightOf(ports, starts)
  const own = await ownChecks(ports, starts, error === undefined)
  const warnings = [
    ...(found?.warnings ?? []),
    ...(found === undefined || !starts ? [] : costWarningsOf(ports, found)),
    // A run that already exists cannot be refused, so its faults become warnings.
    ...own
      .filter(({ state }) => state === 'unknown' || (!starts && state === 'failed'))
      .map(({ text }) => text),
  ]
  for (const line of found?.lines ?? []) log.info(line)
  for (const warning of warnings) log.warning(warning)
  const refusal =
    inputs.mode === 'check' ? listChecks(ports, { found, error, own }) : refusalOf(error, starts ? own : [])
  if (refusal !== undefined) throw refusal
  if (found === undefined) throw new Error('Nothing was checked.')
  return { ...found, warnings }
}

/** Logs the list of mode `check`; returns its error if something failed. */
function listChecks(
  { log }: Checked,
  { found, error, own }: { found: Preflight | undefined; error: unknown; own: readonly Check[] },
): unknown {
  const ofService =
    found === undefined ? checksOfError(error) : [...found.lines.map(passed), ...found.warnings.map(unknown)]
  const checks = [...ofService, ...(found?.unknown ?? []).map(unknown), ...own]
  for (const line of checklistLines(checks)) log.info(line)
  return failureOfChecks(error, checks)
}

async function preflightOf(ports: Checked, starts: boolean): Promise<{ found?: Preflight; error?: unknown }> {
  try {
    const found = await ports.provider.preflight(starts, (cost) => faultsOfCost(ports, cost))
    const [fault] = found.cost === undefined ? [] : faultsOfCost(ports, found.cost)
    if (fault !== undefined)
      throw new GateError('preflight', `Nothing was started: ${fault}`, { faults: [fault] })
    return { found: { ...found, ...costOfConfirming(ports, found) } }
  } catch (error) {
    // Everything else is thrown at once, also a cancellation.
    if (error instanceof GateError || error instanceof HttpError) return { error }
    throw error
  }
}

/** Only limits that compare with the usual can be confirmed. */
function mostFurtherRuns({ inputs, criteria }: Checked): number {
  return wantedFigures(criteria).size > 0 ? inputs.confirm : 0
}

/** Adds the cost of further runs to the log and the summary. */
function costOfConfirming(
  ports: Checked,
  { cost, lines, facts }: Preflight,
): Partial<Pick<Preflight, 'lines' | 'facts'>> {
  const most = mostFurtherRuns(ports)
  if (most === 0) return {}
  const all = cost && costOfAll(cost, most)
  const about = all?.certainty === 'least' ? 'at least ' : all?.certainty === 'guess' ? 'about ' : ''
  const minutes = all === undefined ? '' : `, ${about}${all.minutes} min in all`
  const text = `up to ${most} more on suspicion${minutes}`
  return { lines: [...lines, `Further runs: ${text}.`], facts: [...facts, ['Further runs', text]] }
}

/** Checks that do not need the service, and those that do, if the service responds. */
async function ownChecks(ports: Checked, starts: boolean, serviceAnswers: boolean): Promise<Check[]> {
  const { inputs, criteria, service } = ports
  const isCheck = inputs.mode === 'check'
  const isAsked = serviceAnswers || inputs.baseline?.choice.kind === 'file'
  return [
    ...checkCriteria(criteria, service.answers, inputs),
    ...(starts && inputs.mode !== 'start' && isAsked ? await baselineChecks(ports) : []),
    ...(isCheck ? await cacheChecks(ports) : []),
    ...(isCheck ? await commentChecks(ports) : []),
  ]
}

/** The code is loaded only if there is a baseline to check. */
async function baselineChecks(ports: Checked): Promise<Check[]> {
  if (ports.inputs.baseline === undefined) return []
  const { checkBaseline } = await import('./check-baseline.ts')
  return await checkBaseline(ports)
}

function costWarningsOf(ports: Checked, { cost }: Preflight): string[] {
  const { inputs, service, provider } = ports
  const all = cost && costOfAll(cost, mostFurtherRuns(ports))
  return costWarnings(all, inputs.maxMinutes, { title: service.title, canStop: provider.canStop })
}

/** The output is set even for a run that is then refused. */
function faultsOfCost(ports: Checked, ofOne: RunCost): string[] {
  const { workflow, inputs } = ports
  const cost = costOfAll(ofOne, mostFurtherRuns(ports))
  const minutes = plannedMinutes(cost)
  if (minutes !== undefined) workflow.output('planned-minutes', String(minutes))
  return costFaults(cost, inputs.maxMinutes)
}

/** A run works without the cache too, unless its baseline comes from there. */
async function cacheChecks({ cache, inputs }: Checked): Promise<Check[]> {
  const { trouble: why } = await cache.find(['load-test-gate-check'])
  if (why === undefined) return [passed('The Actions cache can be read.')]
  const said = `The Actions cache cannot be read: ${why}.`
  return inputs.baseline?.choice.kind === 'branch'
    ? [failed(`${said} Input 'baseline' is branch, and baselines are kept there.`)]
    : [unknown(`${said} A re-run may start a second test.`)]
}

async function commentChecks(ports: Checked): Promise<Check[]> {
  if (ports.inputs.comment === 'never') return []
  const { checkComment } = await import('../publish/post-comment.ts')
  const { lines, warnings, refusals } = await checkComment(ports)
  for (const line of lines) ports.log.info(line)
  return [...lines.map(passed), ...warnings.map(unknown), ...refusals.map(failed)]
}
