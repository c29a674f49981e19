const dayMs = 86_400_000

/**
 * An ISO 8601 day or instant as days since 1970, with the part of the day; null where there is none.
 *
 * A time of day without a zone counts as UTC, so that every machine finds the same.
 */
export function toDay(value: string | null): number | null {
  if (value === null) return null
  const at = Date.parse(/T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/.test(value) ? `${value}Z` : value)
  return Number.isNaN(at) ? null : at / dayMs
}
