import { assert, ipV4, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { networkOfAddress, networkOfHost } from '../../../../src/platform/network/address-network.ts'

describe('the network of an address', () => {
  test.each([
    ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
    ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.255.1', '100.64.0.1', '198.18.0.1']],
    ['private', ['fc00::1', 'fd12:3456:789a::1', 'fec0::1', '64:ff9b:1::1']],
    ['reserved', ['169.254.169.254', '169.254.170.2', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254']],
    ['reserved', ['100.100.100.200', '168.63.129.16', '192.0.0.192']],
    ['reserved', ['0.0.0.0', '::', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
    ['reserved', ['::7f00:1', '::ffff:0:127.0.0.1', 'no address at all', '']],
    ['public', ['8.8.8.8', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0', '11.0.0.1']],
    ['public', ['2606:4700::1111', '2001:4860::1', '64:ff9b::8.8.8.8', '2002:808:808::1']],
  ])('%s: %j', (network, addresses) => {
    expect(addresses.map((address) => networkOfAddress(address))).toEqual(addresses.map(() => network))
  })

  test('is the same for an IPv4 address inside IPv6, in every notation', () => {
    assert(
      property(ipV4(), (address) => {
        const hex = Buffer.from(address.split('.').map(Number)).toString('hex')
        const groups = `${hex.slice(0, 4)}:${hex.slice(4)}`
        const carried = [`::ffff:${address}`, `::ffff:${groups}`, `64:ff9b::${groups}`, `2002:${groups}::1`]
        const network = networkOfAddress(address)
        expect(carried.map((one) => networkOfAddress(one))).toEqual(carried.map(() => network))
        const { hostname } = new URL(`https://[::ffff:${address}]`)
        expect(networkOfHost(hostname)).toBe(network)
      }),
    )
  })
})

describe('the network that a host name shows by itself', () => {
  test.each([
    ['loopback', ['localhost', 'LOCALHOST.', 'app.localhost', '[::1]', '127.0.0.1']],
    ['private', ['vault.internal', 'vault.internal.', 'printer.local', 'nas.home.arpa', 'a.lan', 'db']],
    ['reserved', ['metadata.google.internal', 'metadata.goog', '169.254.169.254', '[fe80::1]']],
    ['public', ['xtc.xceptance.com', 'internal.example.com', 'xtc.corp.example', 'localhost.example']],
  ])('%s: %j', (network, hosts) => {
    expect(hosts.map((host) => networkOfHost(host))).toEqual(hosts.map(() => network))
  })

  test.each(['2130706433', '0x7f000001', '0177.0.0.1', '127.1'])(
    '%s is another notation for this machine',
    (host) => {
      expect(networkOfHost(new URL(`https://${host}/`).hostname)).toBe('loopback')
    },
  )
})
