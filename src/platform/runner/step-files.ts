import type { Log, Workflow } from '../../foundation/ports.ts'
import { CommandFile } from '../files/command-file.ts'

/**
 * Outputs and state. If the runner names no file for them, they are left out: the old commands are retired,
 * and the log is not the place for them.
 */
export function stepFiles(
  env: NodeJS.ProcessEnv,
  log: Pick<Log, 'warning'>,
  scrub: (text: string) => string,
): Pick<Workflow, 'output' | 'saveState'> {
  const { GITHUB_OUTPUT = '', GITHUB_STATE = '' } = env
  const outputs = GITHUB_OUTPUT === '' ? undefined : new CommandFile(GITHUB_OUTPUT, 'outputs')
  const state = GITHUB_STATE === '' ? undefined : new CommandFile(GITHUB_STATE, "the step's state")
  let isTold = false
  const tellOnce = (): void => {
    if (!isTold) log.warning(missingOf(outputs === undefined, state === undefined))
    isTold = true
  }
  return {
    output: (name, value) => {
      if (outputs === undefined) tellOnce()
      outputs?.append(name, scrub(value))
    },
    saveState: (name, value) => {
      if (state === undefined) tellOnce()
      state?.keep(name, scrub(value))
    },
  }
}

function missingOf(noOutputs: boolean, noState: boolean): string {
  const names = [...(noOutputs ? ['GITHUB_OUTPUT'] : []), ...(noState ? ['GITHUB_STATE'] : [])]
  const consequences = [
    ...(noOutputs ? ['the step has no outputs'] : []),
    ...(noState ? ['a run that is still active when this step is killed is neither stopped nor named'] : []),
  ]
  return `The runner does not set ${names.join(' and ')}: ${consequences.join(', and ')}.`
}
