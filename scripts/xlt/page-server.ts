import { createServer, type Server } from 'node:http'

/** One page in this number fails. */
const PAGES_PER_FAILURE = 29
const LONGEST_MS = 40

export interface PageServer {
  url: string
  close: () => Promise<void>
}

/** Serves `/page/<number>` on loopback; each number always has the same delay, status and length. */
export async function startPageServer(): Promise<PageServer> {
  const server = createServer((request, response) => {
    const page = Number(/^\/page\/(\d+)$/.exec(request.url ?? '')?.[1] ?? NaN)
    setTimeout(
      () => {
        response.statusCode = Number.isNaN(page) ? 404 : page % PAGES_PER_FAILURE === 0 ? 503 : 200
        response.setHeader('content-type', page % 3 === 0 ? 'application/json' : 'text/html; charset=utf-8')
        response.end('x'.repeat(200 + ((page * 37) % 5000 || 0)))
      },
      (page * 31) % LONGEST_MS || 0,
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${portOf(server)}`, close: async () => await closed(server) }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The page server has no port.')
  return address.port
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}
