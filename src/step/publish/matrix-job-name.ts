/** The readable name of a matrix job, such as `eu-west-1, 20`; empty if `step-key` has no values. */
export function matrixJobName(stepKey: string): string {
  const values = valuesIn(parsed(stepKey))
  return values.length === 0 ? '' : values.join(', ')
}

/** `performance (eu-west-1, 20)`, as GitHub names the jobs of a matrix; undefined if there is only one. */
export function stepTitleOf(job: string, stepKey: string): string | undefined {
  const name = matrixJobName(stepKey)
  return name === '' ? undefined : `${job} (${name})`.trim()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A key that is not JSON was written by the user.
    return text.trim()
  }
}

/** The plain values, at any depth. */
function valuesIn(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value === 'object') return Object.values(value).flatMap(valuesIn)
  return [typeof value === 'string' ? value : JSON.stringify(value)]
}
