import { createHash } from 'node:crypto'
import type { HttpRequest } from '../../foundation/ports.ts'
import type { Content } from '../authorized-call.ts'
import { executionDocument } from './executions/execution-document.ts'
import type { Execution } from './executions/execution.ts'

// Errthquake's endpoints, all of them documented.

export interface Call {
  method: HttpRequest['method']
  path: string
  /** The permission that the service account needs; absent if every account may do it. */
  permission?: 'Execute Tests' | 'View Test Results' | 'View Test Inputs' | 'View Test Configs'
  body?: unknown
  /** A file that is uploaded. */
  content?: Content
}

/**
 * The service's names for types of files: the values of a CSV, the configuration of a test, and any other
 * file that a test uses.
 */
export type AssetType = 'inputset' | 'configuration' | 'object'

export interface AssetContent {
  name: string
  type: AssetType
  bytes: Buffer
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
  assets: (uid: string): Call => ({ method: 'GET', path: assetPath(uid) }),
  upload: (uid: string, asset: AssetContent): Call => ({
    method: 'POST',
    path: assetPath(uid),
    permission: permissionOf(asset.type),
    content: uploadForm(asset),
  }),
  // It is not documented which permission it needs.
  removeAsset: (uid: string, name: string): Call => ({ method: 'DELETE', path: assetPath(uid, name) }),
  // Documented with the results; it is not documented whether Execute Tests is needed too.
  stop: (uid: string, id: string): Call => ({ method: 'PUT', path: results('GET', uid, id, 'stop').path }),
}

function results(method: Call['method'], ...path: string[]): Call {
  const below = path.map(encodeURIComponent).join('/')
  return { method, path: `/results/${below}`, permission: 'View Test Results' }
}

function assetPath(...path: string[]): string {
  return `/assets/${path.map(encodeURIComponent).join('/')}`
}

/** The permissions that a service account needs to upload and to list a file of that type. */
export function permissionOf(type: AssetType): 'View Test Inputs' | 'View Test Configs' {
  return type === 'configuration' ? 'View Test Configs' : 'View Test Inputs'
}

const CONTENT_TYPES: Record<AssetType, string> = {
  inputset: 'text/csv',
  configuration: 'application/yaml',
  object: 'application/octet-stream',
}

/** A part with the type, and one with the file. */
function uploadForm({ name, type, bytes }: AssetContent): Content {
  // No file contains its own digest.
  const boundary = `ltg-${createHash('sha256').update(bytes).digest('hex').slice(0, 48)}`
  const head = [
    `--${boundary}`,
    'content-disposition: form-data; name="metadata"',
    'content-type: application/json',
    '',
    JSON.stringify({ 'asset-type': type }),
    `--${boundary}`,
    `content-disposition: form-data; name="content"; filename="${name}"`,
    `content-type: ${CONTENT_TYPES[type]}`,
    '',
    '',
  ].join('\r\n')
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}
