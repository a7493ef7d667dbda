// #region service
import type { Service } from '../../src/providers/service.ts'
import { meadowFiles } from './files.ts'
import { MEADOW_FIELDS, meadowFaults, meadowInputs, meadowSecrets, type MeadowFields } from './inputs.ts'
import { createMeadowProvider } from './provider.ts'

export const meadow: Service = {
  name: 'meadow',
  title: 'Meadow',
  startPermission: 'a key that may run plans',
  answers: { service: 'Meadow', subjects: ['requests', 'agents'], hasReport: false },
  files: meadowFiles,
  fields: MEADOW_FIELDS,
  secretsOf: meadowSecrets,
  configure: async (fields: MeadowFields, { starts }) => {
    const inputs = meadowInputs(fields)
    const { url, key, plan } = inputs
    return {
      faults: meadowFaults(fields, starts),
      setup: {
        url,
        credential: key,
        definition: [url, plan],
        planned: [{ label: '', test: plan, plannedMs: 600_000 }],
        fileNames: ['meadow.zip'],
        connect: async (options) => createMeadowProvider({ ...options, inputs }),
      },
    }
  },
}
// #endregion service
