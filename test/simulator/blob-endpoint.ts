import type { BlobStore, StoredBlob } from './blob-store.ts'
import { empty, type SimRequest, type SimResponse } from './service.ts'

/** What the endpoint must know about a blob before it sends or accepts bytes. */
export interface BlobGrant {
  id: string
  access: 'read' | 'write'
  fileName: string
  contentType: string
}

const AZURE_VERSION = '2024-11-04'

/**
 * Block blobs with the protocol of Azure's storage: put a block, put the list of blocks, put everything at
 * once, read.
 */
export async function answerBlob(
  request: SimRequest,
  grant: BlobGrant | undefined,
  store: BlobStore,
): Promise<SimResponse> {
  if (grant === undefined) return azureError(403, 'AuthenticationFailed', 'The signature does not fit.')
  if (request.method === 'PUT') return put(request, grant, store)
  if (request.method === 'GET' || request.method === 'HEAD') return read(request, grant, store)
  return azureError(405, 'UnsupportedHttpVerb', 'Only GET, HEAD and PUT are known here.')
}

async function put(request: SimRequest, grant: BlobGrant, store: BlobStore): Promise<SimResponse> {
  if (grant.access !== 'write') return azureError(403, 'AuthorizationPermissionMismatch', 'Read only.')
  if (request.stream === undefined) return azureError(400, 'InvalidInput', 'No body.')
  switch (request.query.get('comp')) {
    case 'block': {
      const blockId = request.query.get('blockid')
      if (blockId === null) return azureError(400, 'InvalidQueryParameterValue', 'blockid is missing.')
      return created(request, await store.putBlock(grant.id, blockId, request.stream))
    }
    case 'blocklist': {
      const blob = await store.commit(grant.id, blockIds(await text(request)))
      return blob === undefined
        ? azureError(400, 'InvalidBlockList', 'The list names a block that was not uploaded.')
        : created(request, blob)
    }
    case null:
      if (request.headers['x-ms-blob-type'] !== 'BlockBlob') {
        return azureError(400, 'MissingRequiredHeader', 'x-ms-blob-type must be BlockBlob.')
      }
      return created(request, await store.putWhole(grant.id, request.stream))
    default:
      return azureError(400, 'InvalidQueryParameterValue', 'Unknown comp.')
  }
}

function created(request: SimRequest, blob: StoredBlob): SimResponse {
  const announcedBytes = request.headers['content-length']
  const isBlockList = request.query.get('comp') === 'blocklist'
  if (!isBlockList && announcedBytes !== undefined && Number(announcedBytes) !== blob.bytes) {
    return azureError(400, 'IncompleteBody', 'Fewer bytes came than were announced.')
  }
  const announcedMd5 = request.headers['content-md5']
  if (!isBlockList && announcedMd5 !== undefined && announcedMd5 !== blob.md5Base64) {
    return azureError(400, 'Md5Mismatch', 'The content does not fit its Content-MD5.')
  }
  return empty(201, { ...blobHeaders(blob), 'x-ms-request-server-encrypted': 'true' })
}

function read(request: SimRequest, grant: BlobGrant, store: BlobStore): SimResponse {
  const blob = store.get(grant.id)
  if (blob === undefined) return azureError(404, 'BlobNotFound', 'The specified blob does not exist.')
  const headers = {
    ...blobHeaders(blob),
    'content-type': grant.contentType,
    'content-disposition': `attachment; filename="${grant.fileName}"`,
    'accept-ranges': 'bytes',
    'x-ms-blob-type': 'BlockBlob',
  }
  if (request.method === 'HEAD') {
    return empty(200, { ...headers, 'content-length': String(blob.bytes) })
  }
  const range = byteRange(request.headers['x-ms-range'] ?? request.headers['range'], blob.bytes)
  if (range === undefined) {
    return { status: 200, headers, body: () => store.open(grant.id), contentLength: blob.bytes }
  }
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${range.from}-${range.to}/${blob.bytes}` },
    body: () => store.open(grant.id, range),
    contentLength: range.to - range.from + 1,
  }
}

function byteRange(header: string | undefined, bytes: number): { from: number; to: number } | undefined {
  const found = /^bytes=(\d+)-(\d*)$/.exec(header ?? '')
  if (found === null || bytes === 0) return undefined
  const to = found[2] === '' ? bytes - 1 : Math.min(Number(found[2]), bytes - 1)
  return { from: Number(found[1]), to }
}

function blobHeaders(blob: StoredBlob): Record<string, string> {
  return {
    etag: `"0x${blob.sha256.slice(0, 15).toUpperCase()}"`,
    'last-modified': new Date(0).toUTCString(),
    'x-ms-request-id': blob.sha256.slice(0, 32),
    'x-ms-version': AZURE_VERSION,
    'content-md5': blob.md5Base64,
  }
}

function blockIds(xml: string): string[] {
  return [...xml.matchAll(/<(Latest|Uncommitted|Committed)>([^<]+)<\/\1>/g)].map((found) => found[2] ?? '')
}

async function text(request: SimRequest): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request.stream ?? []) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

export function azureError(status: number, code: string, message: string): SimResponse {
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-ms-error-code': code, 'x-ms-version': AZURE_VERSION },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  }
}
