import type { WorkflowContext } from '../../../src/foundation/ports.ts'

/** A push to the main branch of a private repository, changed by `more`. */
export function contextOf(more: Partial<WorkflowContext> = {}): WorkflowContext {
  return {
    repository: 'acme/shop',
    serverUrl: 'https://github.com',
    runId: '1001',
    attempt: 1,
    job: 'performance',
    actionId: '__load-test-gate',
    actor: 'octocat',
    eventName: 'push',
    ref: 'refs/heads/main',
    refName: 'main',
    headRef: '',
    baseRef: '',
    sha: 'ffac537e6cbbf934b08745a378932722df287a53',
    workflow: 'Performance',
    workflowRef: 'acme/shop/.github/workflows/performance.yml@refs/heads/main',
    publicRepository: false,
    ...more,
  }
}
