/**
 * JSON Merge Patch (RFC 7396): objects are merged, `null` removes a key, everything else replaces the value.
 */
export function mergePatch(
  target: Record<string, unknown>,
  patch: Record<string, unknown>,
): Record<string, unknown> {
  const merged = new Map(Object.entries(target))
  for (const [key, value] of Object.entries(patch)) {
    const before = merged.get(key)
    if (value === null) merged.delete(key)
    else merged.set(key, isObject(value) ? mergePatch(isObject(before) ? before : {}, value) : value)
  }
  // `fromEntries` defines properties, so a key named `__proto__` is only data.
  return Object.fromEntries(merged)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
