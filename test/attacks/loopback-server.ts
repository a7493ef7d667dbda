import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LoopbackServer {
  readonly url: string
  /** The number of connections, with or without a request. */
  connections(): number
  /** Paths that were requested. */
  readonly asked: string[]
  close(): Promise<void>
}

/** A server on the runner's own machine, which the load test service must not reach. */
export async function startLoopbackServer(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<LoopbackServer> {
  let connections = 0
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(response, request)
  })
  server.on('connection', () => connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    asked,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Runs the code before the action, in the same process, so that it can replace things for the bundle. */
export function preloaded(code: string): { NODE_OPTIONS: string } {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` }
}
