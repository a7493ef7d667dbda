import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Entry {
  key: string
  version: string
  chunks: Buffer[]
  committed: boolean
}

export interface CacheServerV1 {
  /** A value for `ACTIONS_CACHE_URL`. */
  readonly url: string
  readonly entries: Entry[]
  close(): Promise<void>
}

/** Version 1 of the cache service, the only one that GitHub Enterprise Server has. */
export async function startCacheServerV1(): Promise<CacheServerV1> {
  const entries: Entry[] = []
  const server = createServer((request, response) => {
    void answer(entries, request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    entries,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function answer(entries: Entry[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const path = url.pathname.replace('/_apis/artifactcache/', '')
  const [, id] = /^(?:caches|archives)\/(\d+)$/.exec(path) ?? []
  const entry = id === undefined ? undefined : entries[Number(id)]
  const json = (status: number, value: unknown): unknown =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  if (request.method === 'GET' && path === 'cache') {
    const found = newest(entries, url.searchParams)
    if (found < 0) return void response.writeHead(204).end()
    const archiveLocation = `${url.origin}/_apis/artifactcache/archives/${found}`
    return void json(200, { cacheKey: entries[found]?.key, archiveLocation })
  }
  if (request.method === 'POST' && path === 'caches') {
    const { key, version } = JSON.parse(body.toString('utf8')) as Entry
    entries.push({ key, version, chunks: [], committed: false })
    return void json(201, { cacheId: entries.length - 1 })
  }
  if (entry === undefined) return void json(404, { message: 'Not Found' })
  if (request.method === 'PATCH') entry.chunks.push(body)
  if (request.method === 'POST') entry.committed = true
  response.writeHead(request.method === 'GET' ? 200 : 204)
  response.end(request.method === 'GET' ? Buffer.concat(entry.chunks) : undefined)
}

/** In this service, each key is a prefix. */
function newest(entries: Entry[], query: URLSearchParams): number {
  const prefixes = (query.get('keys') ?? '').split(',')
  return entries.findLastIndex(
    ({ key, version, committed }) =>
      committed && version === query.get('version') && prefixes.some((prefix) => key.startsWith(prefix)),
  )
}
