const FROM_AN_AUTHORITY = 'the certificate is from an authority that this runner does not know'

/**
 * What the codes of a rejected certificate mean. The check is never turned off, so waiting fixes none of
 * them.
 */
const WORDS: Record<string, string> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  CERT_REVOKED: 'the certificate was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: FROM_AN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: FROM_AN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: FROM_AN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: FROM_AN_AUTHORITY,
  CERT_UNTRUSTED: FROM_AN_AUTHORITY,
}
const UNKNOWN_AUTHORITY = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  ...Object.keys(WORDS).filter((code) => WORDS[code] === FROM_AN_AUTHORITY),
])

const SWITCH = 'NODE_TLS_REJECT_UNAUTHORIZED'

/** The fault if the environment turns off certificate checks for everything in Node. */
export function uncheckedCertificates(env: NodeJS.ProcessEnv): string[] {
  return env[SWITCH] === '0'
    ? [
        `The variable ${SWITCH} is 0: anybody on the network could read the credentials and change the results. ` +
          "Remove it. If it is there for your company's own certificate authority, set NODE_EXTRA_CA_CERTS to a PEM file with that authority instead.",
      ]
    : []
}

/** Node reads the variable for each connection. */
export function checkCertificates(env: NodeJS.ProcessEnv): void {
  delete env[SWITCH]
}

/** What is wrong with a certificate and what to do; undefined for any other error. */
export function certificateTrouble(error: NodeJS.ErrnoException, env: NodeJS.ProcessEnv): string | undefined {
  const code = error.code ?? ''
  const words = WORDS[code]
  if (words === undefined) return undefined
  return `${words} (${code})${adviceFor(code, env)}`
}

function adviceFor(code: string, env: NodeJS.ProcessEnv): string {
  if (code === 'CERT_NOT_YET_VALID') return "; check the runner's clock"
  if (!UNKNOWN_AUTHORITY.has(code)) return ''
  const path = env['NODE_EXTRA_CA_CERTS'] ?? ''
  return path === ''
    ? "; if it is your company's own, set NODE_EXTRA_CA_CERTS to a PEM file with its authority, in the runner's environment or in env of the step"
    : `; NODE_EXTRA_CA_CERTS is set to ${path}, but that file cannot be read or does not contain this authority`
}
