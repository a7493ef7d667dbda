import type { LookupAddress, LookupOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { OutOfReachError } from '../http/connection-trouble.ts'
import { networkOfAddress, networkOfHost, type Network } from './address-network.ts'

/** Returns all addresses of a host, like `dns.lookup`. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

const NAMES: Record<Network, string> = {
  public: 'is public',
  private: 'is in a private network',
  loopback: 'is a loopback address',
  reserved: 'is a link-local or reserved address',
}

/**
 * Where a service may lead: to public addresses, and to its own network. The latter is known from its address
 * or name, or from the connection to the service, because with TLS nobody else can have responded.
 */
export class ServiceReach {
  readonly #resolve: Resolve
  readonly #connected = new Map<string, Set<Network>>()

  constructor(resolve: Resolve) {
    this.#resolve = resolve
  }

  /** A secured connection to `url`, which the user configured, used this address. */
  learn(url: string, address: string | undefined): void {
    if (address === undefined) return
    const { host } = new URL(url)
    this.#connected.set(host, (this.#connected.get(host) ?? new Set()).add(networkOfAddress(address)))
  }

  /** Throws for an address or name that is out of reach, before it is resolved. */
  check(url: string, serviceUrl: string): void {
    const { hostname } = new URL(url)
    const network = networkOfHost(hostname)
    if (!this.#networksOf(serviceUrl).has(network)) throw outOfReach(hostname, network, serviceUrl)
  }

  /**
   * The lookup of a socket: the connection uses its result, so resolving a name again, to another address,
   * gains nothing.
   */
  lookupFor(serviceUrl: string): LookupFunction {
    return (hostname, options, done) => {
      this.#resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error !== null) return done(error, [])
        const networks = this.#networksOf(serviceUrl)
        const inReach = addresses.filter(({ address }) => networks.has(networkOfAddress(address)))
        const first = inReach[0]
        if (first === undefined) return done(refusalOf(hostname, addresses, serviceUrl), [])
        if (options.all === true) done(null, inReach)
        else done(null, first.address, first.family)
      })
    }
  }

  #networksOf(serviceUrl: string): Set<Network> {
    const { host, hostname } = new URL(serviceUrl)
    const networks = new Set<Network>([
      'public',
      networkOfHost(hostname),
      ...(this.#connected.get(host) ?? []),
    ])
    // Credentials of the machine are available there, so not even a service at such an address may lead
    // there.
    networks.delete('reserved')
    return networks
  }
}

function refusalOf(hostname: string, addresses: LookupAddress[], serviceUrl: string): OutOfReachError {
  const address = addresses[0]?.address
  if (address === undefined) return new OutOfReachError(`${hostname} has no address`)
  return outOfReach(`${hostname} resolves to ${address}, which`, networkOfAddress(address), serviceUrl)
}

function outOfReach(what: string, network: Network, serviceUrl: string): OutOfReachError {
  const { origin } = new URL(serviceUrl)
  const cure =
    network === 'reserved'
      ? ''
      : '. If its files are really stored there, configure the service with its address in that network'
  return new OutOfReachError(
    `the request was not sent: ${what} ${NAMES[network]}, and ${origin} must not lead there${cure}`,
  )
}
