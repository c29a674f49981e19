/**
 * The first instant that a publication date allows, ISO 8601 in UTC, for putting articles in order.
 *
 * `2025-11` is the first of the month; a time without a zone is taken as UTC. Null when the value is no date.
 */
export function toInstant(published: string | null): string | null {
  if (published === null) return null
  const hasTime = published.includes('T')
  const hasZone = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(published)
  const time = Date.parse(hasTime && !hasZone ? `${published}Z` : published)
  if (Number.isNaN(time)) return null
  const instant = new Date(time).toISOString()
  // Outside the years 0001 to 9999 JavaScript writes a sign, which PostgreSQL does not read.
  return /^(?!0000)\d{4}-/.test(instant) ? instant : null
}
