import { afterEach, describe, expect, test, vi } from 'vitest'
import { alignProxyVariables, proxyFor, proxySecrets } from '../../../../src/platform/http/proxy.ts'

describe('the proxy variables', () => {
  test('get one meaning under both names, and hosts in the form that each library knows', () => {
    const env: NodeJS.ProcessEnv = {
      HTTPS_PROXY: 'http://other.example:1',
      https_proxy: 'proxy.example:3128',
      NO_PROXY: 'storage.example:443, .intern.example',
    }
    expect(alignProxyVariables(env)).toEqual([])
    expect(env['https_proxy']).toBe('http://proxy.example:3128')
    expect(env['HTTPS_PROXY']).toBe('http://proxy.example:3128')
    expect(env['no_proxy']).toBe('storage.example:443,.intern.example')
    expect(env['NO_PROXY']?.split(',')).toEqual([
      'storage.example',
      '.storage.example',
      '.intern.example',
      'localhost',
      '127.0.0.1',
      '[::1]',
    ])
  })

  test('are removed if no_proxy lets everything go directly', () => {
    const env: NodeJS.ProcessEnv = {
      https_proxy: 'http://proxy.example:3128',
      HTTP_PROXY: 'http://proxy.example:3128',
      ALL_PROXY: 'http://proxy.example:3128',
      no_proxy: 'example.org,*',
    }
    expect(alignProxyVariables(env)).toEqual([])
    expect(env).toEqual({ no_proxy: 'example.org,*' })
  })

  test('stay absent if there are none', () => {
    const env: NodeJS.ProcessEnv = { https_proxy: '', no_proxy: 'example.org' }
    expect(alignProxyVariables(env)).toEqual([])
    expect(env).toEqual({ https_proxy: '', no_proxy: 'example.org' })
  })

  test('can be normalized twice with the same result', () => {
    const env: NodeJS.ProcessEnv = { https_proxy: 'proxy.example:3128', no_proxy: 'a.example:443' }
    alignProxyVariables(env)
    const once = { ...env }
    alignProxyVariables(env)
    expect(env).toEqual(once)
  })

  test.each(['socks5://proxy.example:1080', 'http://', 'http://user:100%@proxy.example'])(
    'with %s are a fault, and the value is not repeated',
    (value) => {
      const faults = alignProxyVariables({ HTTP_PROXY: value })
      expect(faults).toHaveLength(1)
      expect(faults[0]).toContain('http_proxy (or HTTP_PROXY)')
      expect(faults[0]).not.toContain('proxy.example')
    },
  )

  test('have passwords to be masked: as written, decoded, and as sent', () => {
    const basic = Buffer.from('jane:p@ss word').toString('base64')
    expect(proxySecrets({ HTTPS_PROXY: 'http://jane:p%40ss%20word@proxy.example' })).toEqual([
      'p%40ss%20word',
      'p@ss word',
      basic,
    ])
    expect(proxySecrets({ https_proxy: 'http://proxy.example', http_proxy: 'http://' })).toEqual([])
    expect(proxySecrets({ https_proxy: 'http://t%C3%B6ken-1@proxy.example' })).toEqual([
      't%C3%B6ken-1',
      'töken-1',
      Buffer.from('töken-1:').toString('base64'),
    ])
    // Each part is decoded separately.
    expect(proxySecrets({ https_proxy: 'http://a%:41b@proxy.example' })).toEqual([])
  })
})

describe('the proxy for a URL', () => {
  afterEach(() => vi.unstubAllEnvs())

  test('has a name without credentials, the port of its scheme, and the credentials as they are sent', () => {
    vi.stubEnv('https_proxy', 'https://jane:p%40ss@proxy.example')
    expect(proxyFor('https://xtc.example/a')).toEqual({
      name: 'https://proxy.example:443',
      hostname: 'proxy.example',
      port: 443,
      overTls: true,
      authorization: `Basic ${Buffer.from('jane:p@ss').toString('base64')}`,
    })
  })

  test.each([
    ['', true],
    ['xtc.example:443', false],
    ['xtc.example:8443', true],
    ['c.example', true],
    ['xtc.example.org', true],
    ['.example', false],
    ['example', false],
    ['10.0.0.0/8, XTC.example', false],
  ])('with no_proxy=%s: %s', (list, proxied) => {
    vi.stubEnv('https_proxy', 'http://proxy.example:3128')
    vi.stubEnv('no_proxy', list)
    expect(proxyFor('https://xtc.example/a')?.name).toBe(proxied ? 'http://proxy.example:3128' : undefined)
  })

  test.each(['https://localhost/a', 'https://127.0.0.1:8443/a', 'https://[::1]/a', 'http://xtc.example/a'])(
    'is not used for %s',
    (url) => {
      vi.stubEnv('https_proxy', 'http://proxy.example:3128')
      expect(proxyFor(url)).toBeUndefined()
    },
  )
})
