import { parseDuration } from '../../src/foundation/duration.ts'
import { readActionFile } from '../runner/run-action.ts'
import { actionOf, isGate, needsOf, type Job, type Step, type Workflow } from '../runner/workflow-file.ts'
import type { WorkflowText } from './workflow-files.ts'

const action = readActionFile()
/** Inputs that are JSON, or may be. */
const JSON_INPUTS = ['xtc-run-request', 'executions']
const SECRET_INPUTS = ['xtc-client-secret', 'errthquake-token']
const VARIABLE_INPUTS = ['xtc-url', 'xtc-organization', 'xtc-project', 'xtc-client-id', 'errthquake-url']
const MINUTE_MS = 60_000
/** After the timeout, the step stops the run, collects, judges and uploads. */
const MARGIN_MS = 30 * MINUTE_MS

type Rule = (file: WorkflowText) => string[]

/** Rules for every workflow file of this repository. */
export const COMMON_RULES: Record<string, Rule> = {
  'states its permissions': ({ workflow }) =>
    workflow.permissions === undefined ? ['permissions are missing'] : [],
  'limits the time of every job': ({ workflow }) =>
    jobsOf(workflow).flatMap(([id, job]) =>
      job['timeout-minutes'] === undefined ? [`${id} has no timeout-minutes`] : [],
    ),
  'pins other actions by commit, and states the version': pins,
  'keeps text of events out of scripts': ({ workflow }) =>
    stepsOf(workflow).flatMap(({ run = '' }) => expressionsIn(run).filter((text) => FROM_OUTSIDE.test(text))),
}

/** Rules for examples, which people copy. */
export const EXAMPLE_RULES: Record<string, Rule> = {
  ...COMMON_RULES,
  'never cancels a run for a newer one': ({ workflow: { concurrency } }) =>
    concurrency?.['cancel-in-progress'] === false && concurrency.group !== ''
      ? []
      : ['concurrency is not set, or cancels'],
  'has no always()': ({ workflow }) =>
    [...Object.values(workflow.jobs), ...stepsOf(workflow)]
      .map(({ if: condition = '' }) => condition)
      .filter((condition) => /always\s*\(/.test(condition)),
  'has no expression in a script': ({ workflow }) =>
    stepsOf(workflow).flatMap(({ run = '' }) => expressionsIn(run)),
  'puts text into JSON only by toJSON': ({ workflow }) =>
    gatesOf(workflow).flatMap((gate) =>
      JSON_INPUTS.flatMap((name) => expressionsIn(inputOf(gate, name))).filter(
        (text) => !/^toJSON\([^()]*\)$/.test(text),
      ),
    ),
  'has only the permissions that it needs': permissions,
  'gives the job at least 30 minutes more than the step': times,
  'names only inputs and outputs that exist': names,
  'takes secrets from secrets, and names and URLs from vars': ({ workflow }) =>
    gatesOf(workflow).flatMap((gate) => [
      ...SECRET_INPUTS.filter((name) => !/^(\$\{\{ secrets\.\w+ \}\})?$/.test(inputOf(gate, name))),
      ...VARIABLE_INPUTS.filter((name) => !/^(\$\{\{ vars\.\w+ \}\})?$/.test(inputOf(gate, name))),
    ]),
  'does not run without secrets': withoutSecrets,
  'says who your-org is': ({ text }) =>
    text.includes("Replace your-org with the action's owner") ? [] : ['not said'],
}

/** Values that anybody can set who opens a pull request or an issue, or starts a workflow. */
const FROM_OUTSIDE = /github\.(event\b|head_ref)|\binputs\./

function jobsOf(workflow: Workflow): [string, Job][] {
  return Object.entries(workflow.jobs)
}

function stepsOf(workflow: Workflow): Step[] {
  return Object.values(workflow.jobs).flatMap(({ steps }) => steps)
}

function gatesOf(workflow: Workflow): Step[] {
  return stepsOf(workflow).filter(isGate)
}

function inputOf({ with: inputs = {} }: Step, name: string): string {
  const value = inputs[name]
  return typeof value === 'string' ? value : JSON.stringify(value ?? '').replace(/^""$/, '')
}

function expressionsIn(text: string): string[] {
  return [...text.matchAll(/\$\{\{(.*?)\}\}/gs)].map((match) => (match[1] ?? '').trim())
}

function pins({ workflow, text }: WorkflowText): string[] {
  return stepsOf(workflow).flatMap((step) => {
    if (step.uses === undefined || step.uses.startsWith('./') || isGate(step)) return []
    const pinned = /^[0-9a-f]{40}$/.test(actionOf(step.uses).ref)
    const version = new RegExp(`${step.uses} # v\\d+\\.\\d+\\.\\d+`)
    return pinned && version.test(text) ? [] : [step.uses]
  })
}

function permissions({ workflow }: WorkflowText): string[] {
  const sorted = (value: object | string): string =>
    JSON.stringify(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
  const wrong = JSON.stringify(workflow.permissions) === '{}' ? [] : ['the workflow itself has some']
  for (const [id, job] of jobsOf(workflow)) {
    const needed: Record<string, string> = {}
    for (const step of job.steps) {
      const name = actionOf(step.uses ?? '').action
      if (name === 'actions/checkout') needed['contents'] = 'read'
      if (name === 'actions/download-artifact' && inputOf(step, 'run-id') !== '') needed['actions'] = 'read'
      if (name === 'actions/deploy-pages') Object.assign(needed, { pages: 'write', 'id-token': 'write' })
      if (isGate(step) && !['', 'never'].includes(inputOf(step, 'comment'))) needed['pull-requests'] = 'write'
    }
    if (sorted(job.permissions ?? {}) !== sorted(needed)) wrong.push(`${id} needs ${JSON.stringify(needed)}`)
  }
  return wrong
}

function times({ workflow }: WorkflowText): string[] {
  return jobsOf(workflow).flatMap(([id, { steps, 'timeout-minutes': jobMinutes = 0 }]) =>
    steps
      .filter((step) => isGate(step) && !['start', 'check', 'judge'].includes(inputOf(step, 'mode')))
      .filter((step) => {
        const stepMs = parseDuration(inputOf(step, 'timeout') || '3h') ?? Infinity
        return waitsFor(step) * stepMs + MARGIN_MS > jobMinutes * MINUTE_MS
      })
      .map(() => `${id} may end before its step is through`),
  )
}

/** The timeout counts for the wait for other runs, and then again for the run itself. */
function waitsFor(step: Step): number {
  return inputOf(step, 'when-busy') === 'wait' || inputOf(step, 'xtc-test-code') !== '' ? 2 : 1
}

function names({ workflow, text }: WorkflowText): string[] {
  const inputs = gatesOf(workflow).flatMap((gate) => Object.keys(gate.with ?? {}))
  const ids = gatesOf(workflow).flatMap(({ id }) => id ?? [])
  const used = [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
  const outputs = used.filter(([, id = '']) => ids.includes(id)).map(([, , output = '']) => output)
  return [
    ...inputs.filter((name) => !(name in action.inputs)),
    ...outputs.filter((name) => !(name in action.outputs)),
  ]
}

/**
 * If pull requests start the workflow, a job with secrets is skipped for forks and Dependabot, or needs a job
 * that is.
 */
function withoutSecrets({ workflow }: WorkflowText): string[] {
  const events = Object.keys(workflow.on as object)
  if (events.includes('pull_request_target')) return ['pull_request_target']
  if (!events.includes('pull_request')) return []
  const guarded = ({ if: condition = '' }: Job): boolean =>
    condition.includes('head.repo.full_name == github.repository') &&
    condition.includes("github.actor != 'dependabot[bot]'")
  return jobsOf(workflow)
    .filter(([, job]) => ![job, ...needsOf(job).flatMap((id) => workflow.jobs[id] ?? [])].some(guarded))
    .map(([id]) => `${id} also runs without secrets`)
}
