import { parseHttpDate } from './parse-http-date.ts'

/**
 * How long an answer stays good by its headers (RFC 9111): `Cache-Control: max-age` less its `Age`, else `Expires`;
 * null when neither says, 0 for what must be asked for again each time.
 */
export function toFreshSeconds(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const control = (headers['cache-control'] ?? '').toLowerCase().split(',')
  const told = control.map((word) => word.trim())
  if (told.includes('no-store') || told.includes('no-cache')) return 0
  const maxAge = told.map((word) => /^max-age\s*=\s*"?(\d{1,10})"?$/.exec(word)?.[1]).find((age) => age)
  if (maxAge !== undefined) {
    const age = /^\d{1,10}$/.test(headers.age ?? '') ? Number(headers.age) : 0
    return Math.max(0, Number(maxAge) - age)
  }
  const { expires } = headers
  if (expires === undefined) return null
  const until = parseHttpDate(expires)
  // “Expires: 0” and “-1” are no dates and mean: now.
  if (until === null) return 0
  return Math.max(0, Math.round((until - (parseHttpDate(headers.date ?? '') ?? now.getTime())) / 1000))
}
