import type { Report } from '../records/report.ts'

/** Days between the nearest days on which the two may have happened; 0 where they may be one day, or nothing tells. */
export function daysApart(a: Pick<Report, 'day'>, b: Pick<Report, 'day'>): number {
  const [from, to, otherFrom, otherTo] = [a.day?.from, a.day?.to, b.day?.from, b.day?.to].map((day) =>
    day ? Date.parse(day.slice(0, 10)) / 86_400_000 : null,
  )
  if (from != null && otherTo != null && from > otherTo) return from - otherTo
  if (otherFrom != null && to != null && otherFrom > to) return otherFrom - to
  return 0
}

/** Whether a report gives the day, and not a month in which there was room for more of the same. */
export const isPlaced = ({ day }: Pick<Report, 'day'>) =>
  day?.from != null &&
  day.to != null &&
  Date.parse(day.to.slice(0, 10)) - Date.parse(day.from.slice(0, 10)) <= 2 * 86_400_000
