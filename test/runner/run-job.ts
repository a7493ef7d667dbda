import { mkdir } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'
import { holds, interpolate, type Contexts, type Status } from './expressions.ts'
import { runGate } from './run-gate.ts'
import type { MatrixJob, PreparedStep, StepEnd } from './prepared-step.ts'
import { runScript } from './run-script.ts'
import { STAND_INS } from './stand-ins.ts'
import { serviceVariables, type RanStep } from './workflow-run.ts'
import { actionOf, isGate, permissionOf } from './workflow-file.ts'

interface RanSteps {
  ran: RanStep[]
  contexts: Contexts
  masks: string[]
}

/** Runs the steps of one job, each according to its condition. */
export async function runSteps(matrixJob: MatrixJob, jobContexts: Contexts): Promise<RanSteps> {
  const workspace = join(matrixJob.directory, 'workspace')
  const temp = join(matrixJob.directory, 'temp')
  for (const folder of [workspace, temp]) await mkdir(folder, { recursive: true })
  const token = tokenOf(matrixJob)
  const secrets = { ...matrixJob.run.secrets, GITHUB_TOKEN: token }
  const github = { ...(jobContexts['github'] as object), token, workspace }
  const steps: Record<string, unknown> = {}
  const contexts: Contexts = {
    ...jobContexts,
    github,
    secrets,
    steps,
    runner: { temp, os: 'Linux' },
    env: {},
  }
  const variables = { ...runnerVariables(matrixJob, github), GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp }
  const env = resolved({ ...matrixJob.workflow.env, ...matrixJob.job.env }, contexts)
  const ran: RanStep[] = []
  let status: Status = 'success'
  for (const [index, step] of matrixJob.job.steps.entries()) {
    const own = { ...contexts, env: { ...env, ...resolved(step.env, { ...contexts, env }) } }
    const inputs = resolved(step.with, own)
    const prepared = {
      matrixJob,
      step,
      index,
      inputs,
      environment: { ...variables, ...own.env },
      workspace,
      token,
    }
    const result = await runOne(prepared, own, status)
    ran.push(result)
    const conclusion = step['continue-on-error'] === true ? 'success' : result.outcome
    if (conclusion === 'failure') status = 'failure'
    if (step.id !== undefined)
      steps[step.id] = { outcome: result.outcome, conclusion, outputs: result.outputs }
  }
  const masked = ran.flatMap(({ log }) =>
    [...log.matchAll(/^::add-mask::(.+)$/gm)].map((mask) => mask[1] ?? ''),
  )
  return { ran, contexts, masks: [...masked, ...Object.values(secrets)] }
}

async function runOne(prepared: PreparedStep, contexts: Contexts, status: Status): Promise<RanStep> {
  const { step, environment } = prepared
  const about = { id: step.id ?? '', name: step.name ?? step.uses ?? '' }
  if (!holds(step.if, contexts, status))
    return { ...about, outcome: 'skipped', log: '', outputs: {}, environment: {} }
  const { failed, ...end } = await endOf(prepared, contexts)
  return { ...about, ...end, outcome: failed ? 'failure' : 'success', environment }
}

async function endOf(prepared: PreparedStep, contexts: Contexts): Promise<StepEnd> {
  const { step } = prepared
  if (step.run !== undefined) return await runScript(prepared, interpolate(step.run, contexts))
  if (isGate(step)) return await runGate(prepared)
  const { action } = actionOf(step.uses ?? '')
  const standIn = STAND_INS[action]
  if (standIn === undefined) throw new Error(`There is no stand-in for ${action}.`)
  return await standIn(prepared)
}

/** The token may write comments only if the workflow grants it. */
function tokenOf({ run, workflow, job, directory }: MatrixJob): string {
  const mayWrite = permissionOf(job.permissions ?? workflow.permissions, 'pull-requests') === 'write'
  const token = `simulated-token-of-${basename(directory)}`
  const identity = { login: 'github-actions[bot]', nodeId: 'BOT_kgDOAn8RnA', mayWrite }
  run.simulator.github.tokens.set(token, identity)
  return token
}

/** `GITHUB_*` as the runner derives it from the context, without the token and the event. */
function runnerVariables({ run }: MatrixJob, github: Record<string, unknown>): Record<string, string> {
  const variables: Record<string, string> = { ...serviceVariables(run), ...run.machine }
  for (const [name, value] of Object.entries(github))
    if (typeof value === 'string' && name !== 'token') variables[`GITHUB_${name.toUpperCase()}`] = value
  const path = process.env['PATH'] ?? ''
  return {
    ...variables,
    PATH: run.pathBefore === undefined ? path : run.pathBefore + delimiter + path,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    RUNNER_OS: 'Linux',
  }
}

function resolved(values: Record<string, unknown> | undefined, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [
      name,
      interpolate(typeof value === 'string' ? value : JSON.stringify(value), contexts),
    ]),
  )
}
