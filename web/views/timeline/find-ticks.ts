import { type TimeRange, toDay } from './time-range.ts'

/** A line across the timeline, with what stands at it. */
export interface Tick {
  readonly dayNumber: number
  readonly unit: 'day' | 'month' | 'year'
}

const dayMs = 86_400_000
/** So that “22 Nov 2025” fits between two. */
const leastPixels = 84

const steps = [
  { unit: 'day', n: 1, days: 1 },
  { unit: 'day', n: 2, days: 2 },
  { unit: 'day', n: 7, days: 7 },
  { unit: 'month', n: 1, days: 30 },
  { unit: 'month', n: 3, days: 91 },
  { unit: 'month', n: 6, days: 182 },
  { unit: 'year', n: 1, days: 365 },
  { unit: 'year', n: 2, days: 731 },
  { unit: 'year', n: 5, days: 1826 },
  { unit: 'year', n: 10, days: 3653 },
  { unit: 'year', n: 50, days: 18_263 },
  { unit: 'year', n: 100, days: 36_525 },
] as const

/** The days at which lines stand: the first days of months and years, Mondays, or days, as there is room for. */
export function findTicks(range: TimeRange, width: number): Tick[] {
  if (width <= 0) return []
  const { from, to } = range
  const step =
    steps.find(({ days }) => (days / (to - from)) * width >= leastPixels) ??
    (steps[steps.length - 1] as (typeof steps)[number])
  const ticks: Tick[] = []
  if (step.unit === 'day') {
    // The 5th of January 1970 was a Monday.
    const first = step.n === 7 ? Math.ceil((from - 4) / 7) * 7 + 4 : Math.ceil(from / step.n) * step.n
    for (let dayNumber = first; dayNumber <= to; dayNumber += step.n) ticks.push({ dayNumber, unit: 'day' })
    return ticks
  }
  const months = step.unit === 'month' ? step.n : step.n * 12
  const start = toDay(Math.floor(from))
  let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months
  for (;;) {
    const time = new Date(0)
    time.setUTCFullYear(Math.floor(month / 12), month % 12, 1)
    const dayNumber = time.getTime() / dayMs
    if (!(dayNumber <= to)) return ticks
    if (dayNumber >= from) ticks.push({ dayNumber, unit: step.unit })
    month += months
  }
}

/** “4 Mar 2026”, “Mar 2026”, “2026”, in the reader’s language. */
export function formatTick({ dayNumber, unit }: Tick, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(unit !== 'year' && { month: 'short' }),
    ...(unit === 'day' && { day: 'numeric' }),
  }).format(toDay(dayNumber))
}
