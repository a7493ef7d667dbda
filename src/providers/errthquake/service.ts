import { recordedParameters } from '../../formats/parameter-lines.ts'
import type { Service, ServiceSetup } from '../service.ts'
import { errthquakeFiles } from './files.ts'
import { plannedErrthquake } from './executions/planned.ts'
import {
  ERRTHQUAKE_FIELDS,
  errthquakeInputs,
  errthquakeSecrets,
  type ErrthquakeFields,
  type ErrthquakeInputs,
} from './inputs.ts'

const TITLE = 'Errthquake'

export const errthquake: Service = {
  name: 'errthquake',
  title: TITLE,
  startPermission: 'permission Execute Tests',
  answers: { service: TITLE, subjects: ['requests', 'agents'], hasReport: false },
  files: errthquakeFiles,
  fields: ERRTHQUAKE_FIELDS,
  onlyToStart: ['test-objects'],
  secretsOf: errthquakeSecrets,
  configure: async (fields: ErrthquakeFields, asked) => {
    const { inputs, faults } = await errthquakeInputs(fields, asked)
    return { setup: setupOf(inputs, asked.runIds), faults }
  },
}

function setupOf(inputs: ErrthquakeInputs, runIds: readonly string[]): ServiceSetup {
  const { url, token, workspace = null, executions, variables, stopAfterMs } = inputs
  return {
    url,
    credential: token,
    definition: [url, workspace, executions, stopAfterMs ?? null],
    ...(variables.length > 0 && { secretDefinition: variables }),
    parameters: recordedParameters(variables, token),
    planned: plannedErrthquake(inputs),
    ...(stopAfterMs !== undefined && { stopAfterMs }),
    fileNames: fileNamesOf(executions.length, runIds),
    connect: async (options) => {
      const { createErrthquakeProvider } = await import('./provider.ts')
      return createErrthquakeProvider({ ...options, inputs })
    },
  }
}

/** With several executions, each has a folder named after an id from the service. */
function fileNamesOf(executionCount: number, runIds: readonly string[]): string[] {
  if (runIds.length > 1) return [...runIds]
  return executionCount > 1 ? [] : ['logs.zip', 'metrics.json', 'run.json']
}
