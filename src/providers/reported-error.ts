/** An error that a response reports, in a few words; an error in a 200 response is still an error. */
export function reportedError(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
  const { success, error, errors } = json as Record<string, unknown>
  if (success === false) return 'the response says `success: false`'
  return [error, errors].some(saysSomething) ? 'the response reports an error' : undefined
}

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0
}

export function refuseReportedError(json: unknown): void {
  const fault = reportedError(json)
  if (fault !== undefined) throw new Error(fault)
}
