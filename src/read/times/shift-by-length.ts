import { addMonths, type Day } from './calendar.ts'
import type { Length } from './moment.ts'

/** The day a length before or after another; hours reach into the day next to it. */
export function shiftByLength(day: Day, { count, unit }: Length, way: -1 | 1): Day {
  const by = (count ?? 0) * way
  switch (unit) {
    case 'second':
    case 'minute':
      return day
    case 'hour':
      return day + way * Math.ceil((count ?? 0) / 24)
    case 'day':
      return day + Math.round(by)
    case 'weekend':
    case 'week':
      return day + Math.round(by * 7)
    case 'fortnight':
      return day + Math.round(by * 14)
    default:
      return addMonths(
        day,
        Math.round(
          by *
            ({ month: 1, quarter: 3, year: 12, decade: 120, century: 1200, millennium: 12_000 }[unit] ?? 0),
        ),
      )
  }
}
