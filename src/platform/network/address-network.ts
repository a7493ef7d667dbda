import { BlockList, isIP } from 'node:net'

/**
 * The network that an address is in. `public` is also what nothing is known of; `reserved` is what no service has its
 * files at: link-local addresses, where clouds keep the credentials of their machines, and those that are no host's.
 */
export type Network = 'public' | 'private' | 'loopback' | 'reserved'

/** The narrow ones first: an address is in the first network that has it. */
const RANGES: readonly [Network, string][] = [
  ['loopback', '127.0.0.0/8 ::1/128'],
  // Metadata of clouds that lies outside the link-local range: Alibaba, Azure, AWS over IPv6.
  ['reserved', '100.100.100.200/32 168.63.129.16/32 fd00:ec2::/32'],
  ['reserved', '0.0.0.0/8 169.254.0.0/16 192.0.0.0/24 224.0.0.0/3 fe80::/10 ff00::/8'],
  ['private', '10.0.0.0/8 100.64.0.0/10 172.16.0.0/12 192.168.0.0/16 198.18.0.0/15'],
  ['private', 'fc00::/7 fec0::/10 64:ff9b:1::/48'],
  // What is left of the old ways to write IPv4 in IPv6, `::` among them.
  ['reserved', '::/96 ::ffff:0:0:0/96 2001::/32'],
]

/** Names that mean something only inside a network. A name without a dot is one as well. */
const PRIVATE_NAME = /(^|\.)(internal|intranet|local|localdomain|lan|home|home\.arpa|corp|private)$|^[^.:]+$/
const METADATA_NAME = /^(metadata\.goog|metadata\.google\.internal|instance-data\.ec2\.internal)$/

/** One list a row; those of IPv6 hold the addresses, too, that carry one of IPv4: NAT64 and 6to4. */
let lists: [Network, BlockList][] | undefined

/** The network of an IP address, however it is written. */
export function networkOfAddress(address: string): Network {
  lists ??= RANGES.map(([network, ranges]) => [network, listOf(ranges.split(' '))])
  const plain = address.replace(/%.*$/, '')
  const version = isIP(plain)
  if (version === 0) return 'reserved'
  return lists.find(([, list]) => list.check(plain, version === 6 ? 'ipv6' : 'ipv4'))?.[0] ?? 'public'
}

/** The network that the host of a URL tells by itself, before anybody resolves it. */
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
