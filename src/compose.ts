import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type { Cancellation } from './cancellation.ts'
import { executionCountOf, type Inputs } from './inputs.ts'
import { markerOf, stepKeyOf } from './marker.ts'
import { createArtifactStore } from './platform/artifacts.ts'
import { prepareDirectory } from './platform/files.ts'
import { createHttpPorts } from './platform/http-ports.ts'
import type { Log, Workflow, WorkflowContext } from './ports.ts'
import { createProvider } from './providers/registry.ts'
import type { Step } from './run.ts'

export interface StepPorts {
  log: Log
  workflow: Workflow
  context: WorkflowContext
  env: NodeJS.ProcessEnv
}

/** Builds the step of the main program. */
export async function composeStep(
  ports: StepPorts,
  inputs: Inputs,
  cancellation: Cancellation,
): Promise<Step> {
  const { log, workflow, context, env } = ports
  const http = createHttpPorts(cancellation.signal)
  const definition = definitionOf(inputs)
  const directory = directoryOf(inputs, context, definition, env)
  const stale = await prepareDirectory(directory, isOurs)
  if (stale.length > 0) log.info(`Removed from ${directory} what an earlier run left: ${stale.join(', ')}.`)
  return {
    inputs,
    context,
    log,
    workflow,
    store: createArtifactStore(env, http.clock),
    directory,
    provider: createProvider(inputs, { ports: http, log, workflow }),
    http,
    cancellation,
    definition,
    executionCount: executionCountOf(inputs),
  }
}

/** What is run, without any secret. */
function definitionOf(inputs: Inputs): unknown {
  const { xtc, errthquake } = inputs
  return {
    provider: inputs.provider,
    xtc:
      xtc === undefined
        ? null
        : [xtc.url, xtc.organization, xtc.project, xtc.loadTest ?? null, xtc.apiVersion],
    errthquake:
      errthquake === undefined ? null : [errthquake.url, errthquake.workspace ?? null, errthquake.executions],
  }
}

function directoryOf(
  inputs: Inputs,
  context: WorkflowContext,
  definition: unknown,
  env: NodeJS.ProcessEnv,
): string {
  if (inputs.outputDirectory !== '') return inputs.outputDirectory
  const key = stepKeyOf(context, inputs.stepKey, definition)
  return join(env['RUNNER_TEMP'] ?? tmpdir(), 'load-test-gate', markerOf(context, key))
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
  'criteria.json',
  'criteria.junit.xml',
  'summary.md',
  'summary.html',
  '.artifacts',
])

function isOurs(name: string): boolean {
  return OUR_NAMES.has(name) || OUR_NAMES.has(name.replace(/\.part$/, ''))
}
