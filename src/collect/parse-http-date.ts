/** An instant as HTTP headers write it (RFC 9110, section 5.6.7), in milliseconds since 1970; null for anything else. */
export function parseHttpDate(value: string): number | null {
  // `Date.parse` makes a date of “2 minutes” too, so the shape is looked at first: a weekday, and a time of day.
  const shape = /^[a-z]{3,9},? [\w -]{5,20} \d{1,2}:\d{2}:\d{2}(?: \d{4})?( (?:gmt|utc|[+-]\d{4}))?$/i
  const written = value.trim()
  const found = shape.exec(written)
  if (found === null) return null
  // “Sun Nov 6 08:49:37 1994”, the oldest form, means UTC and does not say so.
  const time = Date.parse(found[1] === undefined ? `${written} GMT` : written)
  return Number.isNaN(time) ? null : time
}
