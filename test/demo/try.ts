// Runs the gate steps of a workflow file against the running simulator (`npm run simulator`).
import { readFile, rm } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { interpolateKnown, type Contexts } from '../runner/expressions.ts'
import { runAction, type StepResult } from '../runner/run-action.ts'
import { CONNECTION_FILE, readConnection, type Connection } from '../simulator/connection.ts'
import { playBranch } from './branch.ts'
import { asTheRunnerShows } from './runner-log.ts'
import { readWorkflow, type GateStep, type WorkflowFile } from './workflow-file.ts'

const USAGE = `Usage: npm run try -- <workflow.yml> [--set <input>=<value>]…
       npm run try -- --branch

Runs the workflow's steps that use this action, as a runner does, with the bundles in dist/. They run against the
simulator, which 'npm run simulator' must keep running in another terminal. Address, organization, project and
credentials are always the simulator's; everything else is taken from the file. Other steps and conditions are ignored,
and only the first job of a matrix is run. Expressions may use vars and secrets (from the environment variable of the
same name), matrix, github, steps and needs, with GitHub's operators and functions.

  --set <input>=<value>  replaces the input in the steps that have it; if none has it, every step gets it
  --simulator <file>     the file written by 'npm run simulator'; default: .try/simulator.json
  --branch               plays eight runs of a branch, then pull requests that are 0, 5, 10 and 30% slower, and judges
                         them by a limit from the usual; takes about a minute and needs no other terminal
`

interface Trial {
  connection: Connection
  file: WorkflowFile
  set: Record<string, string>
  directory: string
  /** Outputs by step and by job, as expressions name them. */
  contexts: { steps: Record<string, unknown>; needs: Record<string, unknown> }
}

/** Returns the exit code: that of the first step that fails, otherwise 0. */
async function tryWorkflow(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      set: { type: 'string', multiple: true, default: [] },
      simulator: { type: 'string', default: CONNECTION_FILE },
      branch: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.branch) {
    await playBranch(join(resolve(values.simulator), '..', 'branch'), say)
    return 0
  }
  const [path] = positionals
  if (values.help || path === undefined) return complain(USAGE)
  const connection = await readConnection(resolve(values.simulator))
  if (connection === undefined)
    return complain('No simulator is running: start it with `npm run simulator` in another terminal.\n')
  const file = readWorkflow(await readFile(resolve(path), 'utf8'))
  if (file.steps.length === 0) return complain(`${path} has no step that uses this action.\n`)
  if (file.others.length > 0) say(`Not run here: ${file.others.join(', ')}.\n`)
  const trial: Trial = {
    connection,
    file,
    set: Object.fromEntries(values.set.map(splitAtEquals)),
    directory: join(resolve(values.simulator), '..'),
    contexts: { steps: {}, needs: {} },
  }
  for (const [index, step] of file.steps.entries()) {
    const result = await tryStep(trial, step, `${index + 1}-${step.job}`)
    if (result.exitCode !== 0) return result.exitCode ?? 1
  }
  return 0
}

async function tryStep(trial: Trial, step: GateStep, name: string): Promise<StepResult> {
  const directory = join(trial.directory, name)
  await rm(directory, { recursive: true, force: true })
  say(`\n=== job ${step.job}, step ${step.name} ===\n`)
  const inputs = inputsOf(trial, step)
  if (/\d(h|m)(\d|$)/.test(inputs['test-duration'] ?? ''))
    say(
      `The simulator takes ${inputs['test-duration']} for this test, as requested. For a faster test, use --set test-duration=5s.\n`,
    )
  const result = await runAction({
    inputs,
    directory,
    environment: trial.connection.environment,
    onOutput: asTheRunnerShows(say),
    ...(step.matrix !== undefined && { matrix: step.matrix }),
  })
  show(result, directory)
  const { steps, needs } = trial.contexts
  if (step.id !== '') steps[step.id] = { outputs: result.outputs }
  const outputs = Object.entries(trial.file.jobOutputs[step.job] ?? {}).flatMap(([key, value]) => {
    const known = interpolateKnown(value, { steps })
    return known === undefined ? [] : [[key, known]]
  })
  needs[step.job] = { outputs: Object.fromEntries(outputs) as Record<string, string> }
  return result
}

function inputsOf(trial: Trial, step: GateStep): Record<string, string> {
  const { connection, contexts } = trial
  const provider = (trial.set['provider'] ?? step.inputs['provider']) === 'errthquake' ? 'errthquake' : 'xtc'
  const known: Contexts = {
    ...contexts,
    vars: process.env,
    secrets: process.env,
    github: { sha: 'ffac537e6cbbf934b08745a378932722df287a53', ref_name: 'main', repository: 'acme/shop' },
    matrix: step.matrix,
  }
  // The simulator's values override the file's, because a workflow that names the real service must not reach
  // it from here. Only --set overrides them.
  const given = {
    ...step.inputs,
    // Mode judge does not contact a service, and rejects inputs that it does not use.
    ...(step.inputs['mode'] !== 'judge' && connection.inputs[provider]),
    'github-token': connection.githubToken,
    ...setFor(trial, step),
  }
  return Object.fromEntries(
    Object.entries(given).map(([input, text]) => {
      const value = interpolateKnown(text, known)
      if (value !== undefined) return [input, value]
      say(`Input ${input} is left empty: ${text} is known only to GitHub. Use --set ${input}=<value>.\n`)
      return [input, '']
    }),
  )
}

function setFor({ set, file }: Trial, { inputs }: GateStep): Record<string, string> {
  const anywhere = (input: string): boolean => file.steps.some((step) => input in step.inputs)
  return Object.fromEntries(Object.entries(set).filter(([input]) => input in inputs || !anywhere(input)))
}

function show({ exitCode, outputs }: StepResult, directory: string): void {
  const files = outputs['output-directory'] ?? directory
  say(`
outcome:  ${outputs['outcome'] ?? 'none'}${outputs['reason'] ? ` (${outputs['reason']})` : ''}
step:     ${exitCode === 0 ? 'green' : 'red'} (exit code ${exitCode})
summary:  ${shortened(join(directory, 'command-summary.md'))}
page:     ${shortened(join(files, 'summary.html'))}
outputs:  ${shortened(join(directory, 'command-output'))}
`)
}

function shortened(path: string): string {
  return relative(process.cwd(), path)
}

function splitAtEquals(text: string): [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function complain(text: string): number {
  process.stderr.write(text)
  return 2
}

function say(text: string): void {
  process.stdout.write(text)
}

// The step gets Ctrl+C as well and ends like a cancelled one. This process waits, so that post still runs.
process.on('SIGINT', () => undefined)
process.exitCode = await tryWorkflow()
