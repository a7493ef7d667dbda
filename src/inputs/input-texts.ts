/** Ids separated by commas, each once. */
export function idList(text: string): string[] | undefined {
  const ids = text.split(',').map((id) => id.trim())
  return ids.every((id) => /^[\w-]{1,100}$/.test(id)) && new Set(ids).size === ids.length ? ids : undefined
}

/** Known words, or what a single other word stands for. */
export function listOf<T extends string>(
  text: string,
  known: readonly T[],
  words: Record<string, T[]>,
): T[] | undefined {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '')
  const only = entries.length === 1 ? words[entries[0] ?? ''] : undefined
  if (only !== undefined) return only
  return entries.length > 0 && entries.every((entry) => (known as readonly string[]).includes(entry))
    ? [...new Set(entries as T[])]
    : undefined
}

/** With known placeholders only. */
export function artifactName(text: string): string | undefined {
  const name = text === '' ? 'load-test-{provider}-{run-id}' : text
  const placeholders = [...name.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '')
  const known = ['provider', 'run-id', 'job', 'attempt', 'matrix']
  return name.length <= 200 && placeholders.every((placeholder) => known.includes(placeholder))
    ? name
    : undefined
}
