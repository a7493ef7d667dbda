import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SecureVersion } from 'node:tls'
import { scenario, type Scenario } from '../e2e/scenario.ts'
import type { ServiceName } from '../simulator/service.ts'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import { TestAuthority, type Certificate } from './certificates.ts'
import { startProxy, type Conduct, type ProxyServer } from './proxy-server.ts'
import { startTlsFront, type TlsFront } from './tls-front.ts'

export const HOSTS: Record<ServiceName, string> = {
  xtc: 'xtc.corp.example',
  storage: 'storage.corp.example',
  errthquake: 'errthquake.corp.example',
  actions: 'results.corp.example',
  github: 'api.corp.example',
}

export interface CompanyOptions {
  simulator?: SimulatorOptions
  hosts?: Partial<Record<ServiceName, string>>
  /** `user:password` that the proxy requires. */
  credentials?: string
  conduct?: (host: string) => Conduct
  /** The certificate of the TLS server; default: one by the company's authority for all hosts. */
  certificate?: (names: string[], authority: TestAuthority) => Certificate
  /** The newest TLS version that the services support. */
  tlsVersion?: SecureVersion
  /** The proxy itself uses TLS, with a certificate for its name. */
  proxyOverTls?: boolean
}

export interface Company extends Scenario {
  hosts: Record<ServiceName, string>
  proxy: ProxyServer
  front: TlsFront
  /** As in an environment variable, with the credentials. */
  proxyUrl: string
  /** A PEM file with the company's authority. */
  authorityPath: string
  /** The two variables that make everything work. */
  environment: Record<string, string>
}

/**
 * Services with TLS certificates by the company's own authority, and a proxy as the only way to reach them.
 */
export async function company(
  options: CompanyOptions,
  work: (company: Company) => Promise<void>,
): Promise<void> {
  const hosts = { ...HOSTS, ...options.hosts }
  const authority = new TestAuthority()
  const issue = options.certificate ?? ((names: string[]) => authority.issue({ names }))
  const ports = new Map<string, () => number>()
  const front = await startTlsFront(
    issue(Object.values(hosts), authority),
    (name) => ports.get(name)?.() ?? 0,
    options.tlsVersion,
  )
  const proxy = await startProxy({
    portOf: () => front.port,
    ...(options.credentials !== undefined && { credentials: options.credentials }),
    ...(options.conduct !== undefined && { conduct: options.conduct }),
    ...(options.proxyOverTls === true && { tls: authority.issue({ names: ['localhost'] }) }),
  })
  // Because of the port, they are also reachable directly, once the names are known.
  const publicUrls = Object.fromEntries(
    Object.entries(hosts).map(([service, host]) => [service, `https://${host}:${front.port}`]),
  )
  try {
    await scenario({ ...options.simulator, publicUrls }, async (inner) => {
      for (const [service, host] of Object.entries(hosts))
        ports.set(host, () => inner.simulator.portOf(service as ServiceName))
      const authorityPath = join(inner.directory, 'authority.pem')
      await writeFile(authorityPath, authority.certificate)
      const proxyUrl = urlOfProxy(proxy.port, options)
      const environment = { https_proxy: proxyUrl, NODE_EXTRA_CA_CERTS: authorityPath }
      await work({ ...inner, hosts, proxy, front, proxyUrl, authorityPath, environment })
    })
  } finally {
    await proxy.close()
    await front.close()
  }
}

function urlOfProxy(port: number, { credentials, proxyOverTls }: CompanyOptions): string {
  const [user, ...password] = (credentials ?? '').split(':')
  const authority =
    credentials === undefined
      ? ''
      : `${encodeURIComponent(user ?? '')}:${encodeURIComponent(password.join(':'))}@`
  return proxyOverTls === true
    ? `https://${authority}localhost:${port}`
    : `http://${authority}127.0.0.1:${port}`
}

/**
 * Makes the names known to a step without a name server: a module that runs before the action, in the same
 * process, and resolves only this domain.
 */
export const NAMES_ON_LOOPBACK = `--import=data:text/javascript,${encodeURIComponent(`
import dns from 'node:dns'
const { lookup } = dns
dns.lookup = (host, options, done) =>
  host.endsWith('.corp.example') ? lookup('127.0.0.1', options, done) : lookup(host, options, done)
`)}`

/** The event of pull request 12, for the comment. */
export const PULL_REQUEST = {
  repository: { full_name: 'acme/shop', private: true },
  pull_request: {
    number: 12,
    head: { sha: '5e1f0c9a7b2d4e6f8091a2b3c4d5e6f708192a3b', repo: { full_name: 'acme/shop' } },
  },
}
