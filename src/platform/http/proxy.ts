import { getProxyUrl } from '@actions/http-client/lib/proxy'

/** The proxy that a request uses. */
export interface Proxy {
  /** For people, without credentials: `http://proxy.example:3128`. */
  name: string
  hostname: string
  port: number
  /** The connection to the proxy itself uses TLS. */
  overTls: boolean
  /** The value of `Proxy-Authorization`. */
  authorization?: string
}

const VARIABLES = ['https_proxy', 'http_proxy'] as const
/** Other variables that the libraries for artifacts and cache would read. */
const FURTHER = ['all_proxy']

/**
 * The proxy for a URL according to the variables; undefined if it is reached directly, as this machine always
 * is.
 */
export function proxyFor(url: string): Proxy | undefined {
  const proxy = getProxyUrl(new URL(url))
  if (proxy === undefined || proxy.hostname === '') return undefined
  const { protocol, hostname, username, password } = proxy
  const overTls = protocol === 'https:'
  const port = proxy.port === '' ? (overTls ? 443 : 80) : Number(proxy.port)
  const credentials = Buffer.from(`${username}:${password}`).toString('base64')
  return {
    name: `${protocol}//${hostname}:${port}`,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    overTls,
    ...((username !== '' || password !== '') && { authorization: `Basic ${credentials}` }),
  }
}

/**
 * Makes all libraries interpret the variables in the same way, and returns what is wrong with them, without
 * their values, which contain credentials. Our requests and those for cache entries use the lower-case name
 * first and support hosts with ports, suffixes and `*`. The library that uploads to the storage behind
 * artifacts uses the upper-case name first, supports neither ports nor `*`, and does not know that this
 * machine needs no proxy. On Windows the two names are the same.
 */
export function alignProxyVariables(env: NodeJS.ProcessEnv): string[] {
  const faults: string[] = []
  const direct = entriesOf(env['no_proxy'] || env['NO_PROXY'] || '')
  if (direct.includes('*')) {
    for (const name of [...VARIABLES, ...FURTHER]) remove(env, name)
    return []
  }
  for (const name of VARIABLES) {
    const given = env[name] || env[name.toUpperCase()]
    if (given === undefined || given === '') continue
    const url = proxyUrl(given)
    if (url === undefined) faults.push(faultOf(name))
    else set(env, name, url, url)
  }
  if (faults.length === 0 && VARIABLES.some((name) => (env[name] ?? '') !== '')) {
    set(env, 'no_proxy', direct.join(','), forStorage(direct).join(','))
  }
  return faults
}

/** The credentials of the proxies, to be masked before anything else happens. */
export function proxySecrets(env: NodeJS.ProcessEnv): string[] {
  const texts = VARIABLES.flatMap((name) => [env[name], env[name.toUpperCase()]])
  return texts.flatMap((text) => {
    const url = proxyUrl(text ?? '')
    if (url === undefined) return []
    const { username, password } = new URL(url)
    if (username === '' && password === '') return []
    const basic = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)
    // Some proxies accept a token in place of the user.
    const secret = password === '' ? username : password
    return [secret, decodeURIComponent(secret), basic.toString('base64')]
  })
}

/** Many people write `proxy.example:3128`, which would be parsed as a URL with the scheme `proxy.example`. */
function proxyUrl(text: string): string | undefined {
  const whole = /^[a-z][\w+.-]*:\/\//i.test(text) ? text : `http://${text}`
  if (!URL.canParse(whole)) return undefined
  const { protocol, hostname, username, password } = new URL(whole)
  if (hostname === '' || !['http:', 'https:'].includes(protocol)) return undefined
  try {
    decodeURIComponent(username)
    decodeURIComponent(password)
    return whole
  } catch {
    return undefined
  }
}

function faultOf(name: string): string {
  return `The variable ${name} (or ${name.toUpperCase()}) must be http://host:port or https://host:port, with user:password@ before the host if the proxy requires it, and special characters percent-encoded.`
}

function entriesOf(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/**
 * Hosts in the form that the storage's library supports: exact, or with a dot in front for all subdomains.
 */
function forStorage(entries: string[]): string[] {
  const hosts = entries.flatMap((entry) => {
    const host = entry.replace(/:443$/, '').toLowerCase()
    return host.startsWith('.') ? [host] : [host, `.${host}`]
  })
  return [...new Set([...hosts, 'localhost', '127.0.0.1', '[::1]'])]
}

function set(env: NodeJS.ProcessEnv, name: string, lower: string, upper: string): void {
  env[name] = lower
  env[name.toUpperCase()] = upper
}

function remove(env: NodeJS.ProcessEnv, name: string): void {
  delete env[name]
  delete env[name.toUpperCase()]
}
