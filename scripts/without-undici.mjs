// Stands in the bundles where the toolkit imports undici: 440 kB in each, and a quarter of the time to the first request.
// The toolkit uses it for one thing, GitHub's API through a proxy, by way of `@actions/github`, which this action never
// asks; requests of `@actions/http-client` itself go through `node:https` and `tunnel`, with or without a proxy.
// `@actions/github` makes the agent as soon as it is loaded, so only its use is a fault.

const message = 'undici is not part of this bundle; see scripts/without-undici.mjs'

export class ProxyAgent {
  dispatch() {
    throw new Error(message)
  }
}

export function fetch() {
  throw new Error(message)
}
