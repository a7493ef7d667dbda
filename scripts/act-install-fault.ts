const OFFLINE =
  /dial tcp|no such host|i\/o timeout|connection (?:refused|reset)|network is unreachable|TLS handshake|GOPROXY=off|proxyconnect|it took too long|unexpected EOF|: 50[0-9] /i
const OLD_GO = /requires go >= \S+|invalid go version|unknown directive/i

export interface InstallFault {
  /** True where this machine cannot have it; false where something is wrong with what was asked for. */
  skip: boolean
  reason: string
}

/** Why `go install` failed, from its exit code and what it wrote. */
export function installFault(failure: { code: unknown; text: string }): InstallFault {
  if (failure.code === 'ENOENT') return { skip: true, reason: 'Go is not installed' }
  const offline = matchingLine(failure.text, OFFLINE)
  if (offline !== undefined) return { skip: true, reason: `its Go module cannot be downloaded: ${offline}` }
  const old = matchingLine(failure.text, OLD_GO)
  if (old !== undefined) return { skip: true, reason: `this Go is too old for it: ${old}` }
  return { skip: false, reason: failure.text.trim() }
}

function matchingLine(text: string, pattern: RegExp): string | undefined {
  return text
    .split('\n')
    .find((line) => pattern.test(line))
    ?.trim()
}
