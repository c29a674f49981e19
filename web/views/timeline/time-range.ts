/** A stretch of time in days since 1970 (UTC); `from < to`. */
export interface TimeRange {
  readonly from: number
  readonly to: number
}

const dayMs = 86_400_000
/** Nothing is told nearer than to the day. */
const shortest = 2
const longest = 366 * 400

/** “2026-03-04” as days since 1970; NaN for what is no day. */
export const toDayNumber = (day: string): number =>
  Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / dayMs)

export const toDay = (dayNumber: number): Date => new Date(dayNumber * dayMs)

export const toPixel = (dayNumber: number, { from, to }: TimeRange, width: number): number =>
  ((dayNumber - from) / (to - from)) * width

/** Longer or shorter around a point of the screen that stays on its day. */
export function zoomRange(range: TimeRange, factor: number, x: number, width: number): TimeRange {
  const days = Math.min(Math.max((range.to - range.from) / factor, shortest), longest)
  const share = x / width
  const pivot = range.from + (range.to - range.from) * share
  return { from: pivot - days * share, to: pivot + days * (1 - share) }
}

/** Dragged by so many pixels: to the right, and earlier days come in. */
export function panRange(range: TimeRange, dx: number, width: number): TimeRange {
  const days = (dx / width) * (range.to - range.from)
  return { from: range.from - days, to: range.to - days }
}

/** What holds all of these days, with a little room around them. */
export function rangeOf(dayNumbers: readonly number[]): TimeRange | null {
  if (dayNumbers.length === 0) return null
  // Spread arguments would overflow the stack with 100,000 days.
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const day of dayNumbers) {
    least = Math.min(least, day)
    most = Math.max(most, day)
  }
  const room = Math.max(1, (most - least) * 0.04)
  return { from: least - room, to: most + 1 + room }
}
