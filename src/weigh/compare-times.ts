/** Instants compare as instants, whatever time zone they are written in; the undated come last, then by id. */
export function compareTimes(
  a: { readonly publishedAt: string | null; readonly id: string },
  b: { readonly publishedAt: string | null; readonly id: string },
): number {
  const [at, bt] = [toMs(a.publishedAt), toMs(b.publishedAt)]
  if (at !== bt) return at < bt ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** A time without a zone counts as UTC, whatever the machine’s own zone is. */
export const toMs = (instant: string | null) =>
  instant === null
    ? Number.POSITIVE_INFINITY
    : Date.parse(/T[\d:.]+$/.test(instant) ? `${instant}Z` : instant)
