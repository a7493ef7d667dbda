import type { ConnectOptions } from '../../service.ts'
import type { XtcInputs } from '../inputs.ts'
import type { TokenSource } from '../token.ts'
import { DOWNLOAD_SCOPES, type Scope } from './contract.ts'

/** The scopes that a step needs, and those that it requests if the credentials have them. */
export function scopesFor({ needs, inputs }: Pick<ConnectOptions, 'needs'> & { inputs: XtcInputs }): {
  required: Scope[]
  optional: Scope[]
} {
  const required: Scope[] = ['LOADTEST_DETAILS']
  const uploadsCode = needs.starts && inputs.codeFolder !== undefined
  if (uploadsCode) required.push('CODEARCHIVE_UPLOAD')
  if (needs.starts) required.push('LOADTEST_COPY_RUN')
  // A step that only starts reads states too: a re-run must see whether the earlier attempt's run is still
  // active.
  required.push('LOADTEST_STATUS')
  if (needs.waits) required.push(DOWNLOAD_SCOPES.report, DOWNLOAD_SCOPES.result)
  // The list finds a load test by name, and shows after an unclear response whether a test was started; only
  // the former really needs it.
  const byName = inputs.loadTest !== undefined && 'name' in inputs.loadTest
  const mustList = byName || needs.looks === true || uploadsCode
  if (needs.starts && mustList) required.push('LOADTEST_LIST')
  const optional: Scope[] = needs.starts && !mustList ? ['LOADTEST_LIST'] : []
  return { required, optional: uploadsCode ? [...optional, 'CODEARCHIVE_DELETE'] : optional }
}

/** What the step cannot do because a scope is missing. */
export async function scopeWarnings(tokens: TokenSource, { codeFolder }: XtcInputs): Promise<string[]> {
  const warnings: string[] = []
  if (!(await tokens.has('LOADTEST_LIST')))
    warnings.push(
      'The credentials lack scope LOADTEST_LIST: if the response to the start request is lost, the new load test cannot be found.',
    )
  if (codeFolder !== undefined && !(await tokens.has('CODEARCHIVE_DELETE')))
    warnings.push(
      `The credentials lack scope CODEARCHIVE_DELETE: the code archive of ${codeFolder} stays in XTC, which keeps at most 300 per project.`,
    )
  return warnings
}
