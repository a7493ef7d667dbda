import { createHmac } from 'node:crypto'
import { join, resolve } from 'node:path'
import { tmpdir } from 'node:os'
import type { Cancellation } from '../platform/runner/cancellation.ts'
import type { Inputs } from '../inputs/parse-inputs.ts'
import { stepKeyOf } from '../step/traces/marker.ts'
import { signingKey } from '../step/traces/signed-note.ts'
import type { NotePorts } from '../step/traces/notes.ts'
import { createArtifactStore } from '../platform/runner/artifacts.ts'
import { createCacheStore } from '../platform/runner/cache.ts'
import { systemClock } from '../platform/clock.ts'
import { prepareDirectory } from '../platform/files.ts'
import type { GitHubAccess } from '../platform/github/github.ts'
import { createHttpPorts } from '../platform/http/http-ports.ts'
import type { Log, Workflow, WorkflowContext } from '../foundation/ports.ts'
import type { Provider } from '../providers/provider.ts'
import { createProvider, plannedExecutions } from './create-provider.ts'
import type { JudgeStep } from '../step/judge/judge-again.ts'
import type { Step } from '../step/step.ts'
import type { CriterionEntry } from '../criteria/language/criterion-entry.ts'
import type { XPathJudge } from '../criteria/xpath/xpath-judge.ts'

export interface StepPorts {
  log: Log
  workflow: Workflow
  context: WorkflowContext
  env: NodeJS.ProcessEnv
  xpath: XPathJudge
}

/** Builds the step of the main program. */
export async function composeStep(
  ports: StepPorts,
  inputs: Inputs,
  criteria: CriterionEntry[],
  cancellation: Cancellation,
): Promise<Step> {
  const { log, workflow, context, env, xpath } = ports
  const http = createHttpPorts(cancellation.signal)
  const stepKey = stepKeyFor(inputs, context)
  const directory =
    inputs.outputDirectory === '' ? join(temporaryDirectory(env), stepKey) : resolve(inputs.outputDirectory)
  const named = namedFiles(inputs)
  const stale = await prepareDirectory(
    directory,
    (name) =>
      inputs.mode !== 'check' &&
      isOurs(name) &&
      !named.some((path) => path.startsWith(join(directory, name))),
  )
  if (stale.length > 0) log.info(`Removed from ${directory} what an earlier run left: ${stale.join(', ')}.`)
  return {
    inputs,
    context,
    log,
    workflow,
    store: createArtifactStore(env, http.clock),
    criteria,
    xpath,
    nowMs: () => http.clock.now(),
    baselineKey: baselineKeyFor(inputs, context),
    directory,
    provider: createProvider(inputs, { ports: http, log, workflow }),
    http,
    github: githubAccess(inputs, env),
    cancellation,
    cache: createCacheStore(env, http.clock, temporaryDirectory(env)),
    stepKey,
    key: signingKey(inputs),
    planned: plannedExecutions(inputs),
  }
}

/** Builds what mode `judge` needs: no service, no cache, nothing removed. */
export function composeJudge(
  { log, workflow, context, env, xpath }: StepPorts,
  inputs: Inputs,
  criteria: CriterionEntry[],
  cancellation: Cancellation,
): JudgeStep {
  return {
    http: createHttpPorts(cancellation.signal),
    github: githubAccess(inputs, env),
    inputs,
    context,
    log,
    workflow,
    store: createArtifactStore(env, systemClock),
    directory: resolve(inputs.outputDirectory),
    criteria,
    xpath,
    nowMs: () => systemClock.now(),
    baselineKey: '',
    key: Buffer.alloc(0),
  }
}

/** What leaving a note needs. */
export function composeNote(
  { log, workflow, context, env }: Omit<StepPorts, 'xpath'>,
  inputs: Inputs,
  cancellation: Cancellation,
): NotePorts & { provider: Provider } {
  const http = createHttpPorts(cancellation.signal)
  return {
    provider: createProvider(inputs, { ports: http, log, workflow }),
    cache: createCacheStore(env, http.clock, temporaryDirectory(env)),
    log,
    context,
    stepKey: stepKeyFor(inputs, context),
    key: signingKey(inputs),
  }
}

function githubAccess({ githubToken }: Inputs, env: NodeJS.ProcessEnv): GitHubAccess {
  const { GITHUB_API_URL: apiUrl = '', GITHUB_GRAPHQL_URL: graphqlUrl = '' } = env
  return { apiUrl, graphqlUrl, token: githubToken }
}

function temporaryDirectory(env: NodeJS.ProcessEnv): string {
  return join(env['RUNNER_TEMP'] || tmpdir(), 'load-test-gate')
}

/** Tells this step from every other one by its place in the workflow and by what it runs; holds no secret. */
export function stepKeyFor(inputs: Inputs, context: WorkflowContext): string {
  const { xtc, errthquake } = inputs
  return stepKeyOf(context, inputs.stepKey, [
    inputs.provider,
    xtc && [xtc.url, xtc.organization, xtc.project, xtc.loadTest ?? null, xtc.apiVersion],
    errthquake && [
      errthquake.url,
      errthquake.workspace ?? null,
      errthquake.executions,
      errthquake.stopAfterMs ?? null,
    ],
    // It may hold secrets, and the key stands in the cache for others to read.
    xtc?.runRequest &&
      createHmac('sha256', signingKey(inputs)).update(JSON.stringify(xtc.runRequest)).digest('hex'),
  ])
}

/** As `stepKeyFor`, without what is run: a changed load is told as a difference, not as a baseline that is missing. */
function baselineKeyFor(inputs: Inputs, context: WorkflowContext): string {
  return stepKeyOf(context, inputs.stepKey, [inputs.provider])
}

const OUR_NAMES = new Set([
  'report.tar.gz',
  'result.tar.gz',
  'testreport.xml',
  'scorecard.xml',
  'logs.zip',
  'logs.csv',
  'metrics.json',
  'run.json',
  'measurements.json',
  'baseline.json',
  'baseline',
  'criteria.json',
  'criteria.junit.xml',
  'summary.md',
  'summary.html',
  '.artifacts',
])

/** Files that the user points at; they may lie in the output directory and are not an earlier run's. */
function namedFiles({ baseline, criteriaFile }: Inputs): string[] {
  const paths = [criteriaFile, baseline?.choice.kind === 'file' ? baseline.choice.path : '']
  return paths.filter((path) => path !== '').map((path) => resolve(path))
}

function isOurs(name: string): boolean {
  return OUR_NAMES.has(name) || OUR_NAMES.has(name.replace(/\.part$/, ''))
}
