// Stands in the bundles where the toolkit imports `@actions/exec`, with which it starts programs: `@actions/core` imports
// it for facts about the machine that this action never asks, and only saving to the cache needs it. So its code, and
// that of `@actions/io` behind it, is loaded by the first call.

const load = () => import('../node_modules/@actions/exec/lib/exec.js')

export async function exec(...call) {
  return (await load()).exec(...call)
}

export async function getExecOutput(...call) {
  return (await load()).getExecOutput(...call)
}
