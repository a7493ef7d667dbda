// Replaces undici in the bundles, where it takes 440 kB in each, and a quarter of the time to the first
// request.
// The toolkit uses it only to reach GitHub's API through a proxy, in `@actions/github`, which this action
// never calls. Requests of `@actions/http-client` itself use `node:https` and `tunnel`, with or without a
// proxy.
// `@actions/github` creates the agent when it is loaded, so only using the agent is an error.

const message = 'undici is not part of this bundle; see scripts/without-undici.mjs'

export class ProxyAgent {
  dispatch() {
    throw new Error(message)
  }
}

export function fetch() {
  throw new Error(message)
}
