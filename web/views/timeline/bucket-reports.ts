import { type TimeRange, toDayNumber } from './time-range.ts'

/** How many articles appeared on a day: those with words of their own, and those that copy. */
export interface ReportsOfDay {
  readonly day: string
  readonly own: number
  readonly copies: number
}

/** The same of one day or several. */
export interface ReportBucket {
  /** Days since 1970. */
  readonly from: number
  readonly days: number
  readonly own: number
  readonly copies: number
}

/** A narrower bar could not be pointed at. */
const leastPixels = 6
const bucketDays = [1, 7, 28, 91, 364, 3640, 36_400]

/** Gathers days until a bar is wide enough: by day, by week, by four weeks …; of what is seen alone. */
export function bucketReports(
  reports: readonly ReportsOfDay[],
  range: TimeRange,
  width: number,
): ReportBucket[] {
  const pixels = width / (range.to - range.from)
  const days = bucketDays.find((n) => n * pixels >= leastPixels) ?? 36_400
  const buckets = new Map<number, { own: number; copies: number }>()
  for (const { day, own, copies } of reports) {
    const dayNumber = toDayNumber(day)
    if (!(dayNumber >= range.from - days && dayNumber <= range.to)) continue
    // Weeks begin on Mondays, as the 5th of January 1970 was.
    const from = days === 1 ? dayNumber : Math.floor((dayNumber - 4) / days) * days + 4
    const bucket = buckets.get(from) ?? { own: 0, copies: 0 }
    buckets.set(from, { own: bucket.own + own, copies: bucket.copies + copies })
  }
  return [...buckets].sort(([a], [b]) => a - b).map(([from, counts]) => ({ from, days, ...counts }))
}
