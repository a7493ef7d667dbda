// #region inputs
import {
  anyText,
  BASE_URL_ALLOWED,
  baseUrl,
  field,
  headerCredential,
  type FieldValue,
  type InputFault,
} from '../../src/foundation/fields.ts'

export const MEADOW_FIELDS = {
  'meadow-url': field(BASE_URL_ALLOWED, (text) => baseUrl(text === '' ? 'https://meadow.example' : text)),
  'meadow-key': headerCredential,
  'meadow-plan': anyText,
}

export interface MeadowInputs {
  url: string
  key: string
  plan: string
}

export type MeadowFields = { [K in keyof typeof MEADOW_FIELDS]: FieldValue<(typeof MEADOW_FIELDS)[K]> }

/** Inputs that are missing or contradict each other; `starts` tells whether the mode starts a test. */
export function meadowFaults(fields: MeadowFields, starts: boolean): InputFault[] {
  const faults: InputFault[] = []
  if (fields['meadow-key'] === '')
    faults.push({
      about: ['meadow-key'],
      text: "Input 'meadow-key' is required for provider meadow.",
      lacksSecret: true,
    })
  if (starts && fields['meadow-plan'] === '')
    faults.push({
      about: ['meadow-plan'],
      text: "Input 'meadow-plan' is required for provider meadow: the plan to run.",
    })
  return faults
}

export function meadowInputs(fields: MeadowFields): MeadowInputs {
  return { url: fields['meadow-url'], key: fields['meadow-key'], plan: fields['meadow-plan'] }
}

/** Masked before anything else happens. */
export function meadowSecrets(read: (name: string) => string): string[] {
  return [read('meadow-key')]
}
// #endregion inputs
