// #region inputs
import type * as z from 'zod/mini'
import { anyText, BASE_URL_ALLOWED, baseUrl, field, headerCredential } from '../../src/foundation/fields.ts'

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

type Fields = { [K in keyof typeof MEADOW_FIELDS]: z.infer<(typeof MEADOW_FIELDS)[K]> }

/** What is missing or does not go together; `starts` tells whether the mode starts a test. */
export function meadowFaults(fields: Fields, starts: boolean): string[] {
  const faults: string[] = []
  if (fields['meadow-key'] === '') faults.push("Input 'meadow-key' is required for provider meadow.")
  if (starts && fields['meadow-plan'] === '')
    faults.push("Input 'meadow-plan' is required for provider meadow: the plan to run.")
  return faults
}

export function meadowInputs(fields: Fields): MeadowInputs {
  return { url: fields['meadow-url'], key: fields['meadow-key'], plan: fields['meadow-plan'] }
}

/** Masked before anything else happens. */
export function meadowSecrets(read: (name: string) => string): string[] {
  return [read('meadow-key')]
}
// #endregion inputs
