import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { createServer, type SecureVersion } from 'node:tls'
import type { Certificate } from './certificates.ts'

export interface TlsFront {
  readonly port: number
  /** The number of connections to a name, whether the handshake succeeded or not. */
  seen(name: string): number
  close(): Promise<void>
}

/**
 * Terminates TLS for names on loopback, and forwards the data to the port of the name that the client asked
 * for.
 */
export async function startTlsFront(
  certificate: Certificate,
  portBehind: (name: string) => number,
  maxVersion: SecureVersion = 'TLSv1.3',
): Promise<TlsFront> {
  const sockets = new Set<Socket>()
  const names: string[] = []
  const server = createServer({
    ...certificate,
    maxVersion,
    SNICallback: (name, done) => {
      names.push(name)
      done(null)
    },
  })
  server.on('secureConnection', (client) => {
    const behind = connect(
      portBehind(client.servername === false ? '' : (client.servername ?? '')),
      '127.0.0.1',
    )
    const end = (): void => {
      client.destroy()
      behind.destroy()
    }
    for (const socket of [client, behind]) {
      sockets.add(socket)
      socket
        .on('error', end)
        .on('close', end)
        .on('close', () => sockets.delete(socket))
    }
    client.pipe(behind)
    behind.pipe(client)
  })
  // Some tests use clients that do not trust the certificate.
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    seen: (name) => names.filter((one) => one === name).length,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
