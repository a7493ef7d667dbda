import { SUBJECTS } from '../../criteria/language/criterion.ts'
import { recordedParameters } from '../../formats/parameter-lines.ts'
import type { Service, ServiceSetup } from '../service.ts'
import { xtcFiles } from './files.ts'
import {
  testCodeOf,
  XTC_FIELDS,
  xtcFaults,
  xtcInputs,
  xtcSecrets,
  type XtcFields,
  type XtcInputs,
} from './inputs.ts'

const TITLE = 'XTC'

export const xtc: Service = {
  name: 'xtc',
  title: TITLE,
  startPermission: 'scope LOADTEST_COPY_RUN',
  answers: { service: TITLE, subjects: SUBJECTS, hasReport: true, withoutMemory: 'XLT reports' },
  files: xtcFiles,
  fields: XTC_FIELDS,
  onlyToStart: ['xtc-load-test', 'xtc-run-request', 'xtc-test-code'],
  secretsOf: xtcSecrets,
  configure: async (fields: XtcFields, asked) => {
    const { testCode, faults } = await testCodeOf(fields, asked)
    return {
      setup: setupOf({ ...xtcInputs(fields), ...(testCode !== undefined && { testCode }) }),
      faults: [...xtcFaults(fields, asked), ...faults],
    }
  },
}

function setupOf(inputs: XtcInputs): ServiceSetup {
  const { url, organization, project, loadTest = null, apiVersion } = inputs
  const secretDefinition = secretDefinitionOf(inputs)
  return {
    url,
    credential: inputs.clientSecret,
    definition: [
      url,
      organization,
      project,
      loadTest,
      apiVersion,
      ...(inputs.codeFolder === undefined ? [] : [inputs.codeFolder]),
    ],
    ...(secretDefinition !== undefined && { secretDefinition }),
    parameters: recordedParameters(inputs.properties, inputs.clientSecret),
    planned: [{ label: '' }],
    fileNames: ['report.tar.gz', 'result.tar.gz', 'testreport.xml', 'scorecard.xml'],
    connect: async (options) => {
      const { createXtcProvider } = await import('./provider.ts')
      return createXtcProvider({ ...options, inputs })
    },
  }
}

function secretDefinitionOf({ runRequest, properties }: XtcInputs): unknown {
  return properties.length === 0 ? runRequest : [runRequest ?? null, properties]
}
