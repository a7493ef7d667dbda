import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type { Cancellation } from '../platform/runner/cancellation.ts'
import type { Inputs } from '../inputs/parse-inputs.ts'
import { stepKeyOf } from '../step/traces/marker.ts'
import { signingKey } from '../step/traces/signed-note.ts'
import type { Noting } from '../step/traces/notes.ts'
import { createArtifactStore } from '../platform/runner/artifacts.ts'
import { createCacheStore } from '../platform/cache/cache-store.ts'
import { systemClock } from '../platform/clock.ts'
import { PhaseTimes } from '../platform/phase-times.ts'
import type { GitHubAccess } from '../platform/github/github.ts'
import { createHttpPorts } from '../platform/http/http-ports.ts'
import type { Log, Workflow, WorkflowContext } from '../foundation/ports.ts'
import { serviceNamed, type Service } from '../providers/service.ts'
import { checkRunner } from './check-runner.ts'
import { createProvider } from './create-provider.ts'
import { judgedFolderOf, outputFolderOf } from './output-directory.ts'
import type { JudgeStep, Step } from '../step/step.ts'
import type { CriterionEntry } from '../criteria/language/criterion-entry.ts'
import type { XPathJudge } from '../criteria/xpath/xpath-judge.ts'

export interface StepPorts {
  log: Log
  workflow: Workflow
  context: WorkflowContext
  env: NodeJS.ProcessEnv
  xpath: XPathJudge
  services: readonly Service[]
}

/** Builds the step of the main program. */
export async function composeStep(
  ports: StepPorts,
  inputs: Inputs,
  criteria: CriterionEntry[],
  cancellation: Cancellation,
): Promise<Step> {
  const { env, ...shared } = ports
  const { log, workflow, context, services } = shared
  checkRunner(log)
  const http = createHttpPorts(cancellation.signal, workflow.scrub)
  const stepKey = stepKeyFor(inputs, context)
  const byDefault = { runnerTemp: runnerTemp(env), directory: join(temporaryDirectory(env), stepKey) }
  const directory = await outputFolderOf(inputs, byDefault, log)
  return {
    ...shared,
    inputs,
    criteria,
    store: createArtifactStore(env, http.clock),
    nowMs: () => http.clock.now(),
    times: new PhaseTimes(http.clock, log),
    baselineKey: baselineKeyFor(inputs, context),
    directory,
    provider: await createProvider(inputs, {
      ports: http,
      log,
      workflow,
      origin: originOf(context, stepKey),
    }),
    service: serviceNamed(services, inputs.provider ?? ''),
    http,
    github: githubAccess(inputs, env),
    cancellation,
    cache: createCacheStore(env, http, temporaryDirectory(env)),
    stepKey,
    key: signingKey(inputs.setup?.credential ?? ''),
    planned: inputs.setup?.planned ?? [],
  }
}

/**
 * Distinguishes the files that this step uploads to the service from those of others; the same for every run
 * of the step.
 */
export function originOf({ serverUrl, repository }: WorkflowContext, stepKey: string): string {
  return JSON.stringify([serverUrl, repository, stepKey])
}

/** Builds what mode `judge` needs: no service, no cache, nothing removed. */
export async function composeJudge(
  { log, workflow, context, env, xpath, services }: StepPorts,
  inputs: Inputs,
  criteria: CriterionEntry[],
  cancellation: Cancellation,
): Promise<JudgeStep> {
  return {
    http: createHttpPorts(cancellation.signal, workflow.scrub),
    github: githubAccess(inputs, env),
    inputs,
    services,
    context,
    log,
    workflow,
    store: createArtifactStore(env, systemClock),
    directory: await judgedFolderOf(inputs),
    criteria,
    xpath,
    nowMs: () => systemClock.now(),
    times: new PhaseTimes(systemClock, log),
    baselineKey: '',
    key: Buffer.alloc(0),
  }
}

/** What is needed to leave a note. */
export async function composeNote(
  { log, workflow, context, env }: Omit<StepPorts, 'xpath' | 'services'>,
  inputs: Inputs,
  cancellation: Cancellation,
): Promise<Noting & Pick<Step, 'provider'>> {
  const http = createHttpPorts(cancellation.signal, workflow.scrub)
  return {
    provider: await createProvider(inputs, { ports: http, log, workflow }),
    cache: createCacheStore(env, http, temporaryDirectory(env)),
    log,
    context,
    stepKey: stepKeyFor(inputs, context),
    key: signingKey(inputs.setup?.credential ?? ''),
  }
}

function githubAccess({ githubToken }: Inputs, env: NodeJS.ProcessEnv): GitHubAccess {
  const { GITHUB_API_URL: apiUrl = '', GITHUB_GRAPHQL_URL: graphqlUrl = '' } = env
  return { apiUrl, graphqlUrl, token: githubToken }
}

function temporaryDirectory(env: NodeJS.ProcessEnv): string {
  return join(runnerTemp(env), 'load-test-gate')
}

function runnerTemp(env: NodeJS.ProcessEnv): string {
  return env['RUNNER_TEMP'] || tmpdir()
}

/**
 * Distinguishes this step from all others by its place in the workflow and by what it runs; contains no
 * secret.
 */
export function stepKeyFor({ provider, setup, stepKey }: Inputs, context: WorkflowContext): string {
  // It may contain secrets, and the key is in the cache, where others can read it.
  const secret =
    setup?.secretDefinition === undefined
      ? null
      : createHmac('sha256', signingKey(setup.credential))
          .update(JSON.stringify(setup.secretDefinition))
          .digest('hex')
  return stepKeyOf(context, stepKey, [provider, setup?.definition, secret])
}

/**
 * Like `stepKeyFor`, but without what is run, so that a changed load is reported as a difference and not as a
 * missing baseline.
 */
function baselineKeyFor(inputs: Inputs, context: WorkflowContext): string {
  return stepKeyOf(context, inputs.stepKey, [inputs.provider])
}
