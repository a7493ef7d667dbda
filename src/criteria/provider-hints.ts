import type { ProviderName } from '../foundation/provider-name.ts'
import type { CriterionEntry } from './language/criterion-entry.ts'
import { placeText } from './language/fault-text.ts'
import { measuredText } from './language/criterion-text.ts'

/**
 * Warnings before a run about criteria that its data can't answer: each will end in error when the run is judged.
 * They are no faults: one criteria file may serve both services.
 */
export function providerHints(entries: readonly CriterionEntry[], provider: ProviderName): string[] {
  return entries.flatMap((entry) => {
    const why = entry.enabled ? unanswerable(entry, provider) : undefined
    return why === undefined ? [] : [`${placeText(entry.source)}: ${why}`]
  })
}

function unanswerable({ id, test }: CriterionEntry, provider: ProviderName): string | undefined {
  if (test.kind === 'xpath') {
    return provider === 'errthquake' ? `'${id}' is XPath, and Errthquake has no testreport.xml.` : undefined
  }
  const { criterion } = test
  if (provider === 'xtc') {
    const memory = criterion.measure.name === 'memory-max'
    return memory ? `${measuredText(criterion)}: XLT reports do not state the memory of agents.` : undefined
  }
  const known = criterion.subject === 'requests' || criterion.subject === 'agents'
  return known ? undefined : `${measuredText(criterion)}: Errthquake measures requests and agents only.`
}
