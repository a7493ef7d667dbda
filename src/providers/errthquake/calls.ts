import type { HttpRequest } from '../../foundation/ports.ts'
import { executionDocument } from './executions/execution-document.ts'
import type { Execution } from './executions/execution.ts'

// Errthquake's endpoints, all of them documented.

export interface Call {
  method: HttpRequest['method']
  path: string
  /** The permission that the service account needs; absent if none is needed. */
  permission?: 'Execute Tests' | 'View Test Results'
  body?: unknown
}

export const calls = {
  workspaces: (): Call => ({ method: 'GET', path: '/workspaces' }),
  workspace: (uid: string): Call => ({ method: 'GET', path: `/workspaces/${encodeURIComponent(uid)}` }),
  hours: (uid: string): Call => ({ method: 'GET', path: `/workspaces/${encodeURIComponent(uid)}/hours` }),
  exec: (uid: string, executions: Execution[]): Call => ({
    method: 'POST',
    path: `/workspaces/${encodeURIComponent(uid)}/exec`,
    permission: 'Execute Tests',
    body: executions.map(executionDocument),
  }),
  results: (uid: string): Call => results('GET', uid),
  result: (uid: string, id: string): Call => results('GET', uid, id),
  metrics: (uid: string, id: string): Call => results('GET', uid, id, 'metrics'),
  logs: (uid: string, id: string): Call => results('GET', uid, id, 'logs'),
  // Documented with the results; whether Execute Tests is needed too is not documented.
  stop: (uid: string, id: string): Call => ({ method: 'PUT', path: results('GET', uid, id, 'stop').path }),
}

function results(method: Call['method'], ...path: string[]): Call {
  const below = path.map(encodeURIComponent).join('/')
  return { method, path: `/results/${below}`, permission: 'View Test Results' }
}
