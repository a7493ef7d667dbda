import { GateError, type PlacedFault } from '../foundation/errors.ts'
import type { WorkflowContext } from '../foundation/ports.ts'

interface Details {
  /** Given if a secret is missing. */
  withoutSecrets?: WorkflowContext['withoutSecrets']
  /** Those of the faults that have a place in a file. */
  placed?: readonly PlacedFault[]
}

export function badInput(faults: string[], { withoutSecrets, placed = [] }: Details = {}): GateError {
  const list = faults.length === 1 ? (faults[0] ?? '') : faults.map((fault) => `\n- ${fault}`).join('')
  const head = faults.length === 1 ? '1 input needs attention: ' : `${faults.length} inputs need attention:`
  const hint = withoutSecrets === undefined ? '' : `\n${WITHOUT_SECRETS[withoutSecrets]}`
  return new GateError('bad-input', `${head}${list}${hint}`, { placed })
}

const WITHOUT_SECRETS = {
  fork: 'This pull request comes from a fork, and GitHub gives such runs no secrets. Skip the gate for forks (`if: github.event.pull_request.head.repo.full_name == github.repository`), and run it from a branch of this repository when the change has been reviewed.',
  dependabot:
    "Dependabot started this run, and it gets only the secrets that are set for Dependabot (Settings > Secrets and variables > Dependabot). Add the credentials there, or skip the gate for Dependabot (`if: github.actor != 'dependabot[bot]'`).",
}
