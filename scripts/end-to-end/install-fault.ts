const OFFLINE =
  /dial tcp|no such host|i\/o timeout|connection (?:refused|reset)|network is unreachable|TLS handshake|GOPROXY=off|proxyconnect|it took too long|unexpected EOF|: 50[0-9] /i
const OLD_GO = /requires go >= \S+|invalid go version|unknown directive/i

const TOO_SMALL = /no space left on device|signal: killed|cannot allocate memory/
/** From a proxy that serves only some modules. */
const NOT_SERVED = /: (?:403 Forbidden|404 Not Found|410 Gone)/
const NO_SUCH_VERSION = /unknown revision|invalid version/

export interface InstallFault {
  /** True if this machine cannot get the program, false if the request itself was wrong. */
  skip: boolean
  reason: string
}

/** Why Go could not install or build a program, from its exit code and output. */
export function installFault(failure: { code: unknown; text: string }): InstallFault {
  if (failure.code === 'ENOENT') return { skip: true, reason: 'Go is not installed' }
  const offline = matchingLine(failure.text, OFFLINE)
  if (offline !== undefined)
    return { skip: true, reason: `its Go module could not be downloaded: ${offline}` }
  const old = matchingLine(failure.text, OLD_GO)
  if (old !== undefined) return { skip: true, reason: `this Go is too old for it: ${old}` }
  const small = matchingLine(failure.text, TOO_SMALL)
  if (small !== undefined) return { skip: true, reason: `this machine cannot build it: ${small}` }
  const notServed = matchingLine(failure.text, NOT_SERVED)
  if (notServed !== undefined && !NO_SUCH_VERSION.test(failure.text))
    return { skip: true, reason: `the module proxy does not serve one of its Go modules: ${notServed}` }
  return { skip: false, reason: failure.text.trim() }
}

function matchingLine(text: string, pattern: RegExp): string | undefined {
  return text
    .split('\n')
    .find((line) => pattern.test(line))
    ?.trim()
}
