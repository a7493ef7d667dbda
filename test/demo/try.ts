// Runs the gate steps of a workflow file against the running simulator (`npm run simulator`).
import { existsSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { holds, interpolateKnown, type Contexts } from '../runner/expressions.ts'
import { runAction, type StepResult } from '../runner/run-action.ts'
import { CONNECTION_FILE, readConnection, type Connection } from '../simulator/connection.ts'
import { playBranch } from './branch.ts'
import { asTheRunnerShows } from './runner-log.ts'
import { openWorkflow, type GateStep, type WorkflowFile } from './workflow-file.ts'

const USAGE = `Usage: npm run try -- <workflow.yml> [--set <input>=<value>]…
       npm run try -- --branch

Runs the workflow's steps that use this action, as a runner does, with the bundles in dist/. They run against the
simulator, which 'npm run simulator' must keep running in another terminal. Address, organization, project and
credentials are always the simulator's; everything else is taken from the file. Other steps are ignored, and only the
first job of a matrix is run. Files of the checkout, such as criteria-file, are taken from the workflow's folder. Mode
judge judges the run that was tried last. Expressions may use vars and secrets (from the environment variable of the
same name; a secret without one is made up), env, inputs (their defaults), matrix, github, runner.temp, steps and needs, with GitHub's operators and
functions.

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
  return await tryFile(path, {
    connection,
    set: Object.fromEntries(values.set.map(splitAtEquals)),
    directory: join(resolve(values.simulator), '..'),
  })
}

async function tryFile(path: string, where: Omit<Trial, 'file' | 'contexts'>): Promise<number> {
  const file = await openWorkflow(path)
  if ('fault' in file) return complain(`${file.fault}\n`)
  if (file.steps.length === 0) return complain(`${path} has no step that uses this action.\n`)
  if (file.others.length > 0) say(`Not run here: ${file.others.join(', ')}.\n`)
  const trial: Trial = { ...where, file, contexts: { steps: {}, needs: {} } }
  for (const [index, step] of file.steps.entries()) {
    if (!isDue(trial, step)) {
      say(`\nThe job ${step.job} is skipped: ${step.condition} is false.\n`)
      continue
    }
    const result = await tryStep(trial, step, `${index + 1}-${step.job}`)
    if (result.exitCode !== 0) return result.exitCode ?? 1
  }
  return 0
}

/** Evaluates conditions on what earlier jobs returned; all others, such as those on the event, count as met. */
function isDue({ contexts }: Trial, { condition }: GateStep): boolean {
  if (condition === undefined || !/^needs\.[\w.-]+ [=!]= '[^']*'$/.test(condition)) return true
  return holds(condition, { ...contexts }, 'success')
}

async function tryStep(trial: Trial, step: GateStep, name: string): Promise<StepResult> {
  const directory = join(trial.directory, name)
  await rm(directory, { recursive: true, force: true })
  say(`\n=== job ${step.job}, step ${step.name} ===\n`)
  const inputs = inputsOf(trial, step, directory)
  if (inputs['mode'] === 'judge') await copyEarlierRun(trial, inputs['output-directory'] ?? '')
  if (trial.connection.isHasty !== true && /\d(h|m)(\d|$)/.test(inputs['test-duration'] ?? ''))
    say(
      `The simulator takes ${inputs['test-duration']} for this test, as requested. For a faster test, use --set test-duration=5s.\n`,
    )
  const result = await runAction({
    inputs,
    directory,
    environment: { ...trial.connection.environment, GITHUB_WORKSPACE: trial.file.workspace },
    workingDirectory: trial.file.workspace,
    onOutput: asTheRunnerShows(say),
    ...(step.matrix !== undefined && { matrix: step.matrix }),
  })
  show(result, directory)
  await keepRun(trial, inputs, result)
  const { steps, needs } = trial.contexts
  if (step.id !== '') steps[step.id] = { outputs: result.outputs }
  const outputs = Object.entries(trial.file.jobOutputs[step.job] ?? {}).flatMap(([key, value]) => {
    const known = interpolateKnown(value, { steps })
    return known === undefined ? [] : [[key, known]]
  })
  needs[step.job] = { outputs: Object.fromEntries(outputs) as Record<string, string> }
  return result
}

const earlierRunOf = ({ directory }: Pick<Trial, 'directory'>): string => join(directory, 'earlier-run')
const JUDGED = ['passed', 'failed', 'inconclusive']
/** What is judged again if nothing has been tried yet. */
const FIRST = join(import.meta.dirname, '..', '..', 'examples', 'errthquake-pull-request.yml')

async function keepRun(trial: Trial, inputs: Record<string, string>, { outputs }: StepResult): Promise<void> {
  const files = outputs['output-directory']
  if (inputs['mode'] === 'judge' || files === undefined || !JUDGED.includes(outputs['outcome'] ?? '')) return
  await rm(earlierRunOf(trial), { recursive: true, force: true })
  await cp(files, earlierRunOf(trial), { recursive: true })
}

/** In place of a step that downloads the artifacts of an earlier run. */
async function copyEarlierRun(trial: Trial, folder: string): Promise<void> {
  if (folder === '' || existsSync(folder)) return
  const earlier = earlierRunOf(trial)
  if (!existsSync(earlier)) {
    say(`There is no earlier run to judge again, so ${shortened(FIRST)} is run first.\n`)
    await tryFile(FIRST, { ...trial, set: {} })
  }
  if (!existsSync(earlier)) return
  // The list of files is for the folder where they were written.
  const filter = (source: string): boolean => basename(source) !== '.load-test-gate.json'
  await cp(earlier, folder, { recursive: true, filter })
}

function inputsOf(trial: Trial, step: GateStep, directory: string): Record<string, string> {
  const { contexts } = trial
  const provider = (trial.set['provider'] ?? step.inputs['provider']) === 'errthquake' ? 'errthquake' : 'xtc'
  const given = givenInputs(trial, step, provider)
  const outer: Contexts = {
    ...contexts,
    vars: process.env,
    secrets: { ...madeUpSecrets(given), ...process.env },
    github: { sha: 'ffac537e6cbbf934b08745a378932722df287a53', ref_name: 'main', repository: 'acme/shop' },
    inputs: trial.file.dispatchInputs,
    runner: { temp: join(directory, 'temp') },
    matrix: step.matrix,
  }
  const known = { ...outer, env: knownOf(step.env, outer) }
  return Object.fromEntries(
    Object.entries(given).map(([input, text]) => {
      const value = interpolateKnown(text, known)
      if (value !== undefined) return [input, value]
      say(`Input ${input} is left empty: ${text} is known only to GitHub. Use --set ${input}=<value>.\n`)
      return [input, '']
    }),
  )
}

/** A secret that the simulator does not check may be anything. */
function madeUpSecrets(given: Record<string, string>): Record<string, string> {
  const names = Object.values(given).flatMap((text) => [...text.matchAll(/\bsecrets\.(\w+)/g)])
  return Object.fromEntries(names.map(([, name = '']) => [name, `simulated-${name}`]))
}

function knownOf(texts: Record<string, string>, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => {
      const value = interpolateKnown(text, contexts)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function givenInputs(trial: Trial, step: GateStep, provider: 'xtc' | 'errthquake'): Record<string, string> {
  const { connection } = trial
  const mode = step.inputs['mode'] ?? 'run'
  // The simulator's values override the file's, because a workflow that names the real service must not reach
  // it from here. Only --set overrides them.
  return {
    // Because minutes take seconds here, an interval made for minutes would be too long.
    ...(connection.isHasty === true && ['run', 'wait'].includes(mode) && { 'poll-interval': '1s' }),
    ...step.inputs,
    // Mode judge does not contact a service, and rejects inputs that it does not use.
    ...(mode !== 'judge' && connection.inputs[provider]),
    'github-token': connection.githubToken,
    ...setFor(trial, step),
  }
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
