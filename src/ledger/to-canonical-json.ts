/**
 * One spelling for every JSON value that means the same: keys in order of their UTF-16 code units, no spaces
 * (RFC 8785). Members that are undefined are left out, as `JSON.stringify` does.
 */
export function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    // Entries with a null prototype object: a key named "__proto__" stays a key.
    const sorted: Record<string, unknown> = Object.create(null)
    for (const [key, inner] of Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      sorted[key] = inner
    return sorted
  })
}
