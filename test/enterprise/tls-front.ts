import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { createServer, type SecureVersion } from 'node:tls'
import type { Certificate } from './certificates.ts'

export interface TlsFront {
  readonly port: number
  /** How many connections were made to a name, whether the handshake went well or not. */
  seen(name: string): number
  close(): Promise<void>
}

/** Ends TLS for names on loopback and passes what comes on to the port behind the name that the client asked for. */
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
  // A client that does not trust the certificate is what some tests are about.
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
