import type { CommentPorts } from './publish/post-comment.ts'
import { GateError } from '../foundation/errors.ts'
import type { Inputs } from '../inputs/parse-inputs.ts'
import type { CacheStore } from '../platform/cache/cache-store.ts'
import type { Log, Workflow } from '../foundation/ports.ts'
import type { Preflight, Provider, RunCost } from '../providers/provider.ts'
import { serviceNamed, type Service } from '../providers/service.ts'
import { entriesNeedingBaseline, type CriterionEntry } from '../criteria/language/criterion-entry.ts'
import { placeText } from '../criteria/language/fault-text.ts'
import { costFaults, costWarnings, plannedMinutes } from './start/run-cost.ts'
import { providerHints } from '../criteria/provider-hints.ts'

interface CheckPorts extends CommentPorts {
  services: readonly Service[]
  inputs: Inputs
  service: Pick<Service, 'title'>
  workflow: Pick<Workflow, 'output' | 'scrub'>
  provider: Provider
  cache: CacheStore
  criteria: CriterionEntry[]
  log: Log
}

/** GitHub shows ten warnings of a step; these must leave room for what the run brings. */
const MOST_NAMED = 5

/** What can be known before a run costs anything. Throws one error with every fault; warnings are said. */
export async function checkBeforeStart(ports: CheckPorts, starts: boolean): Promise<Preflight> {
  const { inputs, provider, log } = ports
  const checks = inputs.mode === 'check' ? await cacheTrouble(ports) : {}
  const comment = inputs.mode === 'check' ? await commentTrouble(ports) : []
  const found = await withFault(checks.fault, async () => {
    const answer = await provider.preflight(starts, (cost) => faultsOfCost(ports, cost))
    const [fault] = answer.cost === undefined ? [] : faultsOfCost(ports, answer.cost)
    if (fault !== undefined) throw new GateError('preflight', `Nothing was started: ${fault}`)
    return answer
  })
  const { title } = ports.service
  const warnings = [
    ...found.warnings,
    ...(starts ? costWarnings(found.cost, inputs.maxMinutes, { title, canStop: provider.canStop }) : []),
    ...(checks.warning === undefined ? [] : [checks.warning]),
    ...comment,
    ...criteriaWarnings(ports),
  ]
  for (const line of found.lines) log.info(line)
  for (const warning of warnings) log.warning(warning)
  return { ...found, warnings }
}

/** Also told of a run that is refused. */
function faultsOfCost({ workflow, inputs }: CheckPorts, cost: RunCost): string[] {
  const minutes = plannedMinutes(cost)
  if (minutes !== undefined) workflow.output('planned-minutes', String(minutes))
  return costFaults(cost, inputs.maxMinutes)
}

/** A fault that was found here stands beside those of the service, in one message. */
async function withFault(fault: string | undefined, work: () => Promise<Preflight>): Promise<Preflight> {
  if (fault === undefined) return await work()
  try {
    await work()
  } catch (error) {
    if (!(error instanceof GateError)) throw error
    throw new GateError(error.reason, `${error.message}\n- ${fault}`, { cause: error })
  }
  throw new GateError('preflight', fault)
}

/** Without the cache a run works all the same, unless its baseline is to come from there. */
async function cacheTrouble({ cache, inputs }: CheckPorts): Promise<{ fault?: string; warning?: string }> {
  const { trouble: why } = await cache.find(['load-test-gate-check'])
  if (why === undefined) return {}
  const said = `The Actions cache cannot be read: ${why}.`
  return inputs.baseline?.choice.kind === 'branch'
    ? { fault: `${said} Input 'baseline' is branch, and baselines are kept there.` }
    : { warning: `${said} A re-run may start a second test.` }
}

/** A comment decides nothing, so what hinders it is no more than a warning. */
async function commentTrouble(ports: CheckPorts): Promise<string[]> {
  if (ports.inputs.comment === 'never') return []
  const { checkComment } = await import('./publish/post-comment.ts')
  const { lines, warnings } = await checkComment(ports)
  for (const line of lines) ports.log.info(line)
  return warnings
}

/** Criteria that cannot be answered, whatever the run measures; each will end in error or inconclusive. */
function criteriaWarnings({ criteria, inputs, services }: CheckPorts): string[] {
  const compared = inputs.baseline === undefined ? entriesNeedingBaseline(criteria) : []
  const places = compared.map(({ source }) => placeText(source))
  const unanswered =
    inputs.provider === undefined
      ? []
      : providerHints(criteria, serviceNamed(services, inputs.provider).answers)
  return [
    ...(places.length === 0
      ? []
      : [
          `Input 'baseline' is not set, and criteria need it (${listed(places, '; ')}): they will end inconclusive. Set it to branch, run:<id> or file:<path>.`,
        ]),
    ...(unanswered.length === 0
      ? []
      : [`Criteria that ${inputs.provider} cannot answer will end in error:\n${listed(unanswered, '\n')}`]),
  ]
}

function listed(items: string[], separator: string): string {
  const more = items.length - MOST_NAMED
  return [...items.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join(separator)
}
