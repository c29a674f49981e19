/**
 * Days of the proleptic Gregorian calendar as whole numbers: 0 is 1970-01-01. No clock, no zone.
 *
 * Weekdays count as ISO 8601 does: Monday is 1, Sunday 7.
 */
export type Day = number

const dayMs = 86_400_000

/** The day of a date, or null where there is none: 31 February. */
export function toDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day) // Date.UTC would take the year 98 for 1998.
  return date.getTime() / dayMs
}

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function toDate(day: Day): CalendarDate {
  const date = new Date(day * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** ISO 8601: 2025-11-27. */
export function toIso(day: Day): string {
  const { year, month, day: ofMonth } = toDate(day)
  return `${pad(year, 4)}-${pad(month)}-${pad(ofMonth)}`
}

/** Reads what `toIso` writes; null for anything else. */
export function fromIso(text: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.slice(0, 10)) ?? []
  return year === undefined ? null : toDay(Number(year), Number(month), Number(day))
}

export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

export const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1

/** The week of a day as ISO 8601 numbers it: the year is the one that holds the week’s Thursday. */
export function isoWeekOf(day: Day): string {
  const thursday = mondayOf(day) + 3
  const { year } = toDate(thursday)
  const week = Math.floor((thursday - firstOfYear(year)) / 7) + 1
  return `${pad(year, 4)}-W${pad(week)}`
}

/** The Monday of week `week` of a year, by ISO 8601. */
export const mondayOfWeek = (year: number, week: number): Day =>
  mondayOf(firstOfYear(year) + 3) + (week - 1) * 7

export const firstOfYear = (year: number): Day => toDay(year, 1, 1) ?? 0
export const firstOfMonth = (year: number, month: number): Day => toDay(year, month, 1) ?? 0
export const lastOfMonth = (year: number, month: number): Day =>
  firstOfMonth(year, month) + daysInMonth(year, month) - 1

/** The day so many months on; the last of its month where that month is shorter. */
export function addMonths(day: Day, count: number): Day {
  const date = toDate(day)
  const months = date.year * 12 + date.month - 1 + count
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return toDay(year, month, Math.min(date.day, daysInMonth(year, month))) ?? day
}

/** Easter Sunday of a year (Gregorian), by the anonymous algorithm that Meeus prints (1991, chapter 8). */
export function easterOf(year: number): Day {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return toDay(year, Math.floor(n / 31), (n % 31) + 1) ?? 0
}

/** The nth such weekday of a month; counted from the end where n is -1. Null for a fifth that is not there. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Day | null {
  if (n === -1) {
    const last = lastOfMonth(year, month)
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
  const first = firstOfMonth(year, month)
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7
  return day <= lastOfMonth(year, month) ? day : null
}

export const pad = (value: number, width = 2): string => String(value).padStart(width, '0')
