const dayMs = 86_400_000

/** An ISO 8601 day or instant as days since 1970, with the part of the day; null where there is none. */
export function toDay(value: string | null): number | null {
  const at = value === null ? Number.NaN : Date.parse(value)
  return Number.isNaN(at) ? null : at / dayMs
}
