import type { Report } from '../records/report.ts'

/** The one order of reports: instants compare as instants, whatever their time zone; undated last; then by id. */
export function byTime(a: Pick<Report, 'publishedAt' | 'id'>, b: Pick<Report, 'publishedAt' | 'id'>): number {
  const [at, bt] = [a, b].map(({ publishedAt }) => {
    const instant = publishedAt ? Date.parse(publishedAt) : Number.NaN
    return Number.isNaN(instant) ? Number.POSITIVE_INFINITY : instant
  })
  if (at !== bt) return (at ?? 0) < (bt ?? 0) ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
