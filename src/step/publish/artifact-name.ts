import type { WorkflowContext } from '../../foundation/ports.ts'

/**
 * The input `artifact-name` with its placeholders replaced, without secrets. Characters that artifact names
 * must not contain become `_`.
 */
export function artifactNameOf(
  inputs: { artifactName: string; provider?: string; stepKey: string },
  context: WorkflowContext,
  runId: string,
  scrub: (text: string) => string,
): string {
  const values: Record<string, string> = {
    provider: inputs.provider ?? 'judge',
    'run-id': runId,
    job: context.job,
    attempt: String(context.attempt),
    matrix: matrixText(inputs.stepKey),
  }
  return scrub(inputs.artifactName.replace(/\{([^}]*)\}/g, (_all, name: string) => values[name] ?? ''))
    .replace(/[":<>|*?\\/\r\n]/g, '_')
    .slice(0, 200)
}

/** The values of the matrix job. By default `step-key` contains them as JSON. */
function matrixText(stepKey: string): string {
  try {
    const value: unknown = JSON.parse(stepKey)
    if (typeof value !== 'object' || value === null) return value === null ? '' : stepKey
    return Object.values(value)
      .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
      .join('-')
  } catch {
    return stepKey
  }
}
