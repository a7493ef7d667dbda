// Replaces `@actions/exec` in the bundles, the toolkit's library for starting programs. `@actions/core`
// imports it for facts about the machine that this action never asks for, and only saving to the cache uses
// it. Its code, and that of `@actions/io` which it imports, is therefore loaded on the first call.

const load = () => import('../node_modules/@actions/exec/lib/exec.js')

export async function exec(...call) {
  return (await load()).exec(...call)
}

export async function getExecOutput(...call) {
  return (await load()).getExecOutput(...call)
}
