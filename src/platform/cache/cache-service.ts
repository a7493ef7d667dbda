/** Where the runner's cache is, and which version of its API it has. */
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

/** `refused`: why it is not one of ours. `trouble`: why it is unavailable. */
export type EntryContent = { content: Buffer } | { refused: string } | { trouble: string }

/**
 * The single file in an entry. It is part of every entry's version, so reader and writer must use the same
 * name.
 */
export const ENTRY_PATH = 'load-test-gate-entry'

/**
 * Chosen in the same way as by `@actions/cache`, which saves the entries. Undefined if the runner has no
 * cache.
 */
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
