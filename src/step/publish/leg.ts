/** What people read for a leg of a matrix: `eu-west-1, 20`; empty where `step-key` tells nothing apart. */
export function legOf(stepKey: string): string {
  const values = valuesIn(parsed(stepKey))
  return values.length === 0 ? '' : values.join(', ')
}

/** `performance (eu-west-1, 20)`, as GitHub names the jobs of a matrix; undefined where there is only one leg. */
export function stepTitleOf(job: string, stepKey: string): string | undefined {
  const leg = legOf(stepKey)
  return leg === '' ? undefined : `${job} (${leg})`.trim()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A key of the user's own words.
    return text.trim()
  }
}

/** The plain values, however deep a matrix holds them. */
function valuesIn(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value === 'object') return Object.values(value).flatMap(valuesIn)
  return [typeof value === 'string' ? value : JSON.stringify(value)]
}
