import { parseDuration } from '../../foundation/duration.ts'
import { GateError } from '../../foundation/errors.ts'
import { formatSpan } from '../../foundation/format.ts'
import { didYouMean } from '../../foundation/nearest.ts'
import { oneLine } from '../../foundation/one-line.ts'
import { HttpError } from '../../platform/http/http.ts'
import type { Preflight, RunCost } from '../provider.ts'
import { explainRefusal, type ErrthquakeApi } from './api.ts'
import { isOfCheckout } from './assets/checkout-file.ts'
import { calls, type Call } from './calls.ts'
import { parseWorkspace, parseWorkspaces, type Hours, type Workspace } from './contract.ts'
import type { ErrthquakeInputs } from './inputs.ts'
import type { Execution } from './executions/execution.ts'
import {
  costFacts,
  errthquakeCost,
  hoursFacts,
  hoursFault,
  hoursText,
  hoursWarning,
  readHours,
} from './executions/test-hours.ts'

/** Names of files are often similar. */
const SUGGESTED = 3

/**
 * The workspace's uid: from `errthquake-workspace`, or of the only workspace that the service account belongs
 * to.
 */
export async function discoverWorkspace(api: ErrthquakeApi, inputs: ErrthquakeInputs): Promise<string> {
  if (inputs.workspace !== undefined) return inputs.workspace
  let found
  try {
    found = await api.patiently(calls.workspaces(), parseWorkspaces)
  } catch (error) {
    throw explainRefusal(error, 'Finding the workspace')
  }
  if (found === undefined) {
    throw new GateError(
      'preflight',
      'The service account does not belong to a workspace. Check it in Errthquake, or set errthquake-workspace.',
    )
  }
  return found.uid
}

/** Reports everything that would prevent the executions from running, in one error. Starts nothing. */
export async function preflightErrthquake(
  api: ErrthquakeApi,
  inputs: ErrthquakeInputs,
  uid: string,
  needs: { starts: boolean; waits: boolean; faultsOf?: ((cost: RunCost) => string[]) | undefined },
): Promise<Preflight> {
  const workspace = await read(api, calls.workspace(uid), parseWorkspace, 'Reading the workspace')
  const { hours, trouble } = await readHours(api, uid)
  const hidden = needs.waits ? await hiddenResults(api, uid) : []
  // A run that is already paid for can still be waited for.
  const warnings = needs.starts ? [] : [...hidden]
  if (needs.starts && trouble !== undefined) warnings.push(hoursWarning(trouble))
  const lines = [
    `Workspace ${workspace.name === '' ? uid : `'${workspace.name}' (${uid})`}${hoursText(hours)}.`,
  ]
  const facts: [string, string][] = [
    ['Workspace', workspace.name === '' ? uid : workspace.name],
    ...hoursFacts(hours),
  ]
  if (!needs.starts) return { lines, facts, warnings }
  const cost = errthquakeCost(inputs)
  const faults = [
    ...faultsOf(inputs, workspace, { hours, cost }),
    ...(needs.faultsOf?.(cost) ?? []),
    ...hidden,
  ]
  if (faults.length > 0) throw cannotRun(faults)
  const costs = costFacts(cost, hours)
  lines.push(...executionLines(inputs.executions), ...costs.map(([name, value]) => `${name}: ${value}.`))
  return {
    lines,
    facts: [...facts, ...executionFacts(inputs.executions), ...costs],
    warnings,
    unknown: regionsUnknown(inputs.executions, workspace),
    cost,
  }
}

async function read<T>(
  api: ErrthquakeApi,
  call: Call,
  parse: (json: unknown) => T,
  what: string,
): Promise<T> {
  try {
    return await api.patiently(call, parse)
  } catch (error) {
    throw explainRefusal(error, what)
  }
}

/** The service lists no regions; those of earlier tests are known to exist. */
function regionsUnknown(executions: Execution[], { results }: Workspace): string[] {
  const known = new Set(results.flatMap(({ told }) => told?.region ?? []))
  const regions = new Set(executions.map(({ region }) => region))
  const earlier =
    known.size === 0 ? '' : ` Earlier tests ran in ${[...known].slice(0, SUGGESTED).join(', ')}.`
  return [...regions].flatMap((region) =>
    known.has(region)
      ? []
      : `Region '${oneLine(region, 80)}': Errthquake does not list its regions, so only a start shows whether it exists.${didYouMean(region, known, SUGGESTED) || earlier}`,
  )
}

async function hiddenResults(api: ErrthquakeApi, uid: string): Promise<string[]> {
  try {
    await api.patiently(calls.results(uid), () => undefined)
    return []
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    if (error.status !== 403) return []
    return [
      'The service account lacks the permission View Test Results: without it, metrics and logs are unavailable, and nothing can be judged. Grant the permission in Errthquake.',
    ]
  }
}

function cannotRun(faults: string[]): GateError {
  const text = faults.length === 1 ? ` ${faults[0]}` : faults.map((fault) => `\n- ${fault}`).join('')
  return new GateError('preflight', `The test cannot run, and nothing was started:${text}`, { faults })
}

function faultsOf(
  inputs: ErrthquakeInputs,
  workspace: Workspace,
  { hours, cost }: { hours: Hours; cost: RunCost },
): string[] {
  const faults = inputs.executions.flatMap((execution) => executionFaults(execution, workspace))
  // A fault is named once, however many executions have it.
  const once = new Set(faults)
  const fault = hoursFault(inputs, cost, hours)
  return fault === undefined ? [...once] : [...once, fault]
}

function executionFaults(execution: Execution, workspace: Workspace): string[] {
  const faults: string[] = []
  const { testInputs, testConfigs, maxVirtualUsers, maxTestDuration } = workspace
  const isMissing = (name: string, known: string[] | undefined): known is string[] =>
    known !== undefined && !known.includes(name) && !isOfCheckout(name)
  if (isMissing(execution.testInput, testInputs)) {
    faults.push(unknownFile('test-input', execution.testInput, testInputs))
  }
  if (isMissing(execution.testConfig, testConfigs)) {
    faults.push(unknownFile('test-config', execution.testConfig, testConfigs))
  }
  if (maxVirtualUsers !== undefined && execution.virtualUsers > maxVirtualUsers) {
    faults.push(
      `virtual-users ${execution.virtualUsers} exceeds the workspace's maximum of ${maxVirtualUsers} per test.`,
    )
  }
  const maxMs = maxTestDuration === undefined ? undefined : parseDuration(maxTestDuration)
  if (maxMs !== undefined && (execution.testDurationMs ?? 0) > maxMs) {
    faults.push(
      `test-duration ${formatSpan(execution.testDurationMs ?? 0)} exceeds the workspace's maximum of ${formatSpan(maxMs)}.`,
    )
  }
  return faults
}

function unknownFile(input: string, name: string, known: string[]): string {
  const listed =
    known.length === 0
      ? 'It has none.'
      : didYouMean(name, known, SUGGESTED) ||
        ` It has ${known.slice(0, 5).join(', ')}${known.length > 5 ? ', …' : ''}.`
  return `The workspace has no ${input} '${name}'. ${listed.trim()}`
}

function executionLines(executions: Execution[]): string[] {
  const lines = executions.map((execution) => {
    const duration = execution.testDurationMs === undefined ? '' : `, ${formatSpan(execution.testDurationMs)}`
    const ramp =
      execution.rampDurationMs === undefined ? '' : `, ramp-up ${formatSpan(execution.rampDurationMs)}`
    return `${execution.region}: ${execution.testConfig} with ${execution.testInput}, ${execution.virtualUsers} virtual users, ${execution.testType} test${duration}${ramp}.`
  })
  if (executions.length < 2) return lines
  return [
    ...lines,
    `${executions.length} executions in one request, with ${sumOfUsers(executions)} virtual users in total.`,
  ]
}

function executionFacts(executions: Execution[]): [string, string][] {
  const regions = [...new Set(executions.map((execution) => execution.region))].join(', ')
  return [
    ['Virtual users', String(sumOfUsers(executions))],
    ['Regions', regions],
  ]
}

function sumOfUsers(executions: Execution[]): number {
  return executions.reduce((sum, execution) => sum + execution.virtualUsers, 0)
}
