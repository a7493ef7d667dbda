/** Where the runner's cache is, and how it is spoken to. */
export interface CacheService {
  version: 'v1' | 'v2'
  url: string
  token: string
}

/** An entry that the service knows. Its address is signed: whoever has it can read the entry. */
export interface FoundEntry {
  key: string
  url: string
}

/** `refused`: why it is none of ours. `trouble`: why it was not to be had. */
export type EntryContent = { content: Buffer } | { refused: string } | { trouble: string }

/** The one file of an entry. It is part of every entry's version, so reader and writer must name the same. */
export const ENTRY_PATH = 'load-test-gate-entry'

/** As `@actions/cache` chooses, which saves the entries. Undefined where the runner offers no cache. */
export function cacheServiceOf(env: NodeJS.ProcessEnv): CacheService | undefined {
  const { ACTIONS_RUNTIME_TOKEN: token = '', ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL } = env
  const second = Boolean(env['ACTIONS_CACHE_SERVICE_V2']) && isGitHub(env['GITHUB_SERVER_URL'])
  const url = (second ? ACTIONS_RESULTS_URL : ACTIONS_CACHE_URL || ACTIONS_RESULTS_URL) || ''
  return token === '' || !URL.canParse(url) ? undefined : { version: second ? 'v2' : 'v1', url, token }
}

function isGitHub(serverUrl = ''): boolean {
  if (!URL.canParse(serverUrl)) return true
  const host = new URL(serverUrl).hostname
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost')
}
