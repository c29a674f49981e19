/**
 * An ISO 8601 day or instant as milliseconds since 1970; NaN for null and for what is none.
 *
 * A time of day without a zone counts as UTC, so that every machine finds the same.
 */
export const toMs = (instant: string | null): number =>
  instant === null ? Number.NaN : Date.parse(/T\d\d[\d:.]*$/.test(instant) ? `${instant}Z` : instant)
