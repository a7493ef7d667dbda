/**
 * The settings of the live test. They come from the environment, so that no secret ends up in a shell's
 * history.
 */
export interface LiveSettings {
  url: string
  apiVersion: 'v1' | 'v2'
  secret: string
  /** Inputs of the action. */
  inputs: Record<string, string>
}

const REQUIRED = {
  XTC_ORGANIZATION: 'xtc-organization',
  XTC_PROJECT: 'xtc-project',
  XTC_LOAD_TEST: 'xtc-load-test',
  XTC_CLIENT_ID: 'xtc-client-id',
  XTC_CLIENT_SECRET: 'xtc-client-secret',
}
const OPTIONAL = {
  XTC_URL: 'xtc-url',
  XTC_API_VERSION: 'xtc-api-version',
  XTC_RUN_REQUEST: 'xtc-run-request',
  XTC_PROPERTIES: 'xtc-properties',
  XTC_TIMEOUT: 'timeout',
  XTC_POLL_INTERVAL: 'poll-interval',
}

export const USAGE = `The live test is opt-in: it runs a real load test at XTC, which costs machine time, and leaves a copy there.

  LIVE_XTC=1 ${Object.keys(REQUIRED)
    .map((name) => `${name}=…`)
    .join(' ')} npm run live

Optional: ${Object.keys(OPTIONAL).join(', ')}.
`

/** The settings, or the names of the missing variables. */
export function liveSettings(env: NodeJS.ProcessEnv): LiveSettings | string[] {
  const missing = Object.keys(REQUIRED).filter((name) => (env[name] ?? '') === '')
  if (missing.length > 0) return missing
  const inputs: Record<string, string> = { provider: 'xtc', artifacts: 'none', summary: 'false' }
  for (const [name, input] of Object.entries({ ...REQUIRED, ...OPTIONAL })) {
    const value = env[name]
    if (value !== undefined && value !== '') inputs[input] = value
  }
  return {
    url: inputs['xtc-url'] ?? 'https://xtc.xceptance.com',
    apiVersion: inputs['xtc-api-version'] === 'v1' ? 'v1' : 'v2',
    secret: inputs['xtc-client-secret'] ?? '',
    inputs,
  }
}

/** The variables that a process needs to reach the service from this machine. */
export function networkVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  const wanted = /^(https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/i
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      wanted.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  )
}
