import { BlockList, isIP } from 'node:net'

/**
 * The network of an address. Unknown addresses count as `public`. `reserved` addresses never serve files:
 * link-local ones, where clouds provide the credentials of their machines, and those that belong to no host.
 */
export type Network = 'public' | 'private' | 'loopback' | 'reserved'

/** The narrow ones first: an address belongs to the first network that contains it. */
const RANGES: readonly [Network, string][] = [
  ['loopback', '127.0.0.0/8 ::1/128'],
  // Metadata addresses of clouds outside the link-local range: Alibaba, Azure, AWS over IPv6.
  ['reserved', '100.100.100.200/32 168.63.129.16/32 fd00:ec2::/32'],
  ['reserved', '0.0.0.0/8 169.254.0.0/16 192.0.0.0/24 224.0.0.0/3 fe80::/10 ff00::/8'],
  ['private', '10.0.0.0/8 100.64.0.0/10 172.16.0.0/12 192.168.0.0/16 198.18.0.0/15'],
  ['private', 'fc00::/7 fec0::/10 64:ff9b:1::/48'],
  // The remaining old ways to write IPv4 in IPv6, including `::`.
  ['reserved', '::/96 ::ffff:0:0:0/96 2001::/32'],
]

/** Names that have a meaning only inside a network. A name without a dot is one too. */
const PRIVATE_NAME = /(^|\.)(internal|intranet|local|localdomain|lan|home|home\.arpa|corp|private)$|^[^.:]+$/
const METADATA_NAME = /^(metadata\.goog|metadata\.google\.internal|instance-data\.ec2\.internal)$/

/** One list per row; those for IPv6 also contain the addresses that embed one of IPv4: NAT64 and 6to4. */
let lists: [Network, BlockList][] | undefined

/** The network of an IP address, in any notation. */
export function networkOfAddress(address: string): Network {
  lists ??= RANGES.map(([network, ranges]) => [network, listOf(ranges.split(' '))])
  const plain = address.replace(/%.*$/, '')
  const version = isIP(plain)
  if (version === 0) return 'reserved'
  return lists.find(([, list]) => list.check(plain, version === 6 ? 'ipv6' : 'ipv4'))?.[0] ?? 'public'
}

/** The network of a URL's host, as far as it is known without resolving it. */
export function networkOfHost(hostname: string): Network {
  const host = hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '')
  if (isIP(host) !== 0) return networkOfAddress(host)
  if (/(^|\.)localhost$/.test(host)) return 'loopback'
  if (METADATA_NAME.test(host)) return 'reserved'
  return PRIVATE_NAME.test(host) ? 'private' : 'public'
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', length] = range.split('/')
    const bits = Number(length)
    if (isIP(address) === 6) {
      list.addSubnet(address, bits, 'ipv6')
      continue
    }
    const hex = Buffer.from(address.split('.').map(Number)).toString('hex')
    list.addSubnet(address, bits, 'ipv4')
    list.addSubnet(`64:ff9b::${address}`, 96 + bits, 'ipv6')
    list.addSubnet(`2002:${hex.slice(0, 4)}:${hex.slice(4)}::`, 16 + bits, 'ipv6')
  }
  return list
}
