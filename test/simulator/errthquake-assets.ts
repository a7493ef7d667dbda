import { refusal } from './errthquake-refusal.ts'
import type { ErrthquakeSimulator } from './errthquake.ts'
import { empty, json, type SimRequest, type SimResponse } from './service.ts'

type AssetType = 'inputset' | 'configuration' | 'object'

interface Asset {
  type: AssetType
  contentType: string
  content: Buffer
}

/** The assets API; `rest` is the path after the workspace. */
export function answerAssets(
  simulator: ErrthquakeSimulator,
  request: SimRequest,
  rest: string[],
): SimResponse {
  const [file, what] = rest.map(decodeURIComponent)
  if (request.method === 'POST' && file === undefined) return simulator.assets.upload(simulator, request)
  if (request.method === 'DELETE' && file !== undefined && what === undefined)
    return simulator.assets.remove(simulator, file)
  if (request.method !== 'GET' || rest.length > 2) return refusal(404, 'not found')
  const visible = simulator.assets.visible(simulator)
  if (file === undefined) {
    const assets = [...visible].map(([name, asset]) => [name, metadataOf(name, asset)])
    return json(200, { 'workspace-uid': simulator.workspaceUid, assets: Object.fromEntries(assets) })
  }
  const asset = visible.get(file)
  if (asset === undefined) return refusal(404, 'no such asset')
  if (what === 'metadata') return json(200, metadataOf(file, asset))
  return { status: 200, headers: { 'content-type': asset.contentType }, body: asset.content }
}

function metadataOf(filename: string, { type, contentType, content }: Asset): Record<string, unknown> {
  return { filename, 'content-type': contentType, 'asset-type': type, size: content.length }
}

/** The uploaded files, and what happened to them. */
export class AssetStore {
  readonly uploaded = new Map<string, Asset>()
  /** Every upload that was carried out, in order. */
  readonly uploads: string[] = []
  readonly deleted: string[] = []
  /** Names that were deleted while a test that uses them was waiting or running. */
  readonly deletedInUse: string[] = []

  contentOf(name: string): string | undefined {
    return this.uploaded.get(name)?.content.toString('utf8')
  }

  visible(simulator: ErrthquakeSimulator): Map<string, Asset> {
    const { permissions } = simulator
    const visible = new Map<string, Asset>()
    const add = (names: readonly string[], type: AssetType): void => {
      for (const name of names) visible.set(name, this.uploaded.get(name) ?? formerAsset(type))
    }
    if (permissions.viewTestInputs) add(simulator.testInputs, 'inputset')
    if (permissions.viewTestInputs) add(simulator.testObjects, 'object')
    if (permissions.viewTestConfigs) add(simulator.testConfigs, 'configuration')
    return visible
  }

  upload(simulator: ErrthquakeSimulator, request: SimRequest): SimResponse {
    const parts = partsOf(request)
    const content = parts?.get('content')
    const type = typeOf(parts?.get('metadata'))
    if (content?.filename === undefined || type === undefined)
      return refusal(
        400,
        'the form needs the parts metadata (with an asset-type) and content (with a file name)',
      )
    if (!mayUpload(simulator, type)) return refusal(403, 'a permission is missing')
    const name = content.filename
    this.uploaded.set(name, { type, contentType: content.type, content: content.bytes })
    this.uploads.push(name)
    const names = namesOf(simulator, type)
    if (!names.includes(name)) names.push(name)
    return json(200, metadataOf(name, { type, contentType: content.type, content: content.bytes }))
  }

  remove(simulator: ErrthquakeSimulator, name: string): SimResponse {
    const asset = this.visible(simulator).get(name)
    if (asset === undefined) return refusal(404, 'no such asset')
    const isUsed = simulator.active.some(
      (test) =>
        ['pending', 'running'].includes(simulator.moment(test).state) &&
        [test.document['test-input'], test.document['test-config']].includes(name),
    )
    if (isUsed) this.deletedInUse.push(name)
    this.deleted.push(name)
    this.uploaded.delete(name)
    const names = namesOf(simulator, asset.type)
    names.splice(names.indexOf(name), 1)
    return empty(200)
  }
}

function namesOf(simulator: ErrthquakeSimulator, type: AssetType): string[] {
  if (type === 'inputset') return simulator.testInputs
  return type === 'configuration' ? simulator.testConfigs : simulator.testObjects
}

function mayUpload({ permissions }: ErrthquakeSimulator, type: AssetType): boolean {
  return type === 'configuration' ? permissions.viewTestConfigs : permissions.viewTestInputs
}

function formerAsset(type: AssetType): Asset {
  if (type === 'inputset') return asset(type, 'text/csv', 'username,password\nalice,1\nbob,2\ncarol,3\n')
  if (type === 'object') return asset(type, 'application/octet-stream', 'object')
  return asset(
    type,
    'application/yaml',
    'Commands:\n  home:\n    Url: https://shop.example/\n    Method: GET\nLoopSequence: [home]\n',
  )
}

function asset(type: AssetType, contentType: string, content: string): Asset {
  return { type, contentType, content: Buffer.from(content) }
}

function typeOf(metadata: Part | undefined): AssetType | undefined {
  if (metadata?.type !== 'application/json') return undefined
  const type = (JSON.parse(metadata.bytes.toString('utf8')) as Record<string, unknown>)['asset-type']
  return type === 'inputset' || type === 'configuration' || type === 'object' ? type : undefined
}

interface Part {
  type: string
  filename: string | undefined
  bytes: Buffer
}

/** The parts of a multipart form by name; undefined for anything else. */
function partsOf({ headers, body }: SimRequest): Map<string, Part> | undefined {
  const boundary = /^multipart\/form-data; *boundary="?([^";]+)"?$/.exec(headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return undefined
  const parts = new Map<string, Part>()
  const separator = Buffer.from(`--${boundary}`)
  let start = body.indexOf(separator)
  while (start !== -1) {
    const next = body.indexOf(separator, start + separator.length)
    if (next === -1)
      return body.subarray(start + separator.length, start + separator.length + 2).toString() === '--'
        ? parts
        : undefined
    const part = body.subarray(start + separator.length + 2, next - 2)
    const end = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, end).toString('utf8')
    const name = /^content-disposition: form-data;.*\bname="([^"]*)"/im.exec(head)?.[1]
    if (end === -1 || name === undefined) return undefined
    parts.set(name, {
      type: /^content-type: *(.*)$/im.exec(head)?.[1]?.trim() ?? 'text/plain',
      filename: /\bfilename="([^"]*)"/i.exec(head)?.[1],
      bytes: part.subarray(end + 4),
    })
    start = next
  }
  return undefined
}
