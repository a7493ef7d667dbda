import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface PreviewServer {
  url: string
  /** How often the version was requested. */
  asked: () => number
  close: () => Promise<void>
}

/**
 * A preview environment: POST /deploy takes the commit, GET /version returns the one that is served.
 * `stillOld` says which requests after the deployment, counted from 1, still get the old version.
 */
export async function startPreview(stillOld: (question: number) => boolean): Promise<PreviewServer> {
  let deployed = ''
  let asked = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.method === 'POST') deployed = Buffer.concat(chunks).toString('utf8')
      else asked += 1
      const commit = stillOld(asked) ? '0'.repeat(40) : deployed
      response.end(JSON.stringify({ application: 'shop', commit }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}
