import { describe, expect, test } from 'vitest'
import { alignProxyVariables, proxySecrets } from '../../src/platform/proxy.ts'

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

  test('are done away with where no_proxy lets everything go directly', () => {
    const env: NodeJS.ProcessEnv = {
      https_proxy: 'http://proxy.example:3128',
      HTTP_PROXY: 'http://proxy.example:3128',
      ALL_PROXY: 'http://proxy.example:3128',
      no_proxy: 'example.org,*',
    }
    expect(alignProxyVariables(env)).toEqual([])
    expect(env).toEqual({ no_proxy: 'example.org,*' })
  })

  test('stay away where there are none', () => {
    const env: NodeJS.ProcessEnv = { https_proxy: '', no_proxy: 'example.org' }
    expect(alignProxyVariables(env)).toEqual([])
    expect(env).toEqual({ https_proxy: '', no_proxy: 'example.org' })
  })

  test('twice is as once', () => {
    const env: NodeJS.ProcessEnv = { https_proxy: 'proxy.example:3128', no_proxy: 'a.example:443' }
    alignProxyVariables(env)
    const once = { ...env }
    alignProxyVariables(env)
    expect(env).toEqual(once)
  })

  test.each(['socks5://proxy.example:1080', 'http://', 'http://user:100%@proxy.example'])(
    'with %s are at fault, and the value is not repeated',
    (value) => {
      const faults = alignProxyVariables({ HTTP_PROXY: value })
      expect(faults).toHaveLength(1)
      expect(faults[0]).toContain('http_proxy (or HTTP_PROXY)')
      expect(faults[0]).not.toContain('proxy.example')
    },
  )

  test('give their passwords to be masked: as written, as meant, and as it is sent', () => {
    const basic = Buffer.from('jane:p@ss word').toString('base64')
    expect(proxySecrets({ HTTPS_PROXY: 'http://jane:p%40ss%20word@proxy.example' })).toEqual([
      'p%40ss%20word',
      'p@ss word',
      basic,
    ])
    expect(proxySecrets({ https_proxy: 'http://proxy.example', http_proxy: 'http://' })).toEqual([])
  })
})
