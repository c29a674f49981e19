import {
  addMonths,
  type Day,
  easterOf,
  firstOfMonth,
  firstOfYear,
  isoWeekOf,
  lastOfMonth,
  mondayOf,
  nthWeekday,
  pad,
  toDate,
  toDay,
  toIso,
} from './calendar.ts'
import type { YearPart } from './moment.ts'
import type { Grain, Placed } from './placed.ts'
import type { Unit } from './time-words.ts'

export const dayStretch = (day: Day): Placed => ({ timex: toIso(day), from: day, to: day, grain: 'day' })

export const monthStretch = (year: number, month: number): Placed => ({
  timex: `${pad(year, 4)}-${pad(month)}`,
  from: firstOfMonth(year, month),
  to: lastOfMonth(year, month),
  grain: 'month',
})

export const yearStretch = (year: number): Placed => ({
  timex: pad(year, 4),
  from: firstOfYear(year),
  to: firstOfYear(year + 1) - 1,
  grain: 'year',
})

const unplaced = (timex: string, grain: Grain): Placed => ({ timex, from: null, to: null, grain })

/** The stretch of a unit’s kind that holds a day: its week, its month, its decade. */
export function stretchAround(day: Day, unit: Unit): Placed {
  const { year, month } = toDate(day)
  switch (unit) {
    case 'week':
    case 'fortnight': {
      const monday = mondayOf(day)
      return { timex: isoWeekOf(day), from: monday, to: monday + 6, grain: 'week' }
    }
    case 'weekend': {
      const saturday = mondayOf(day) + 5
      return { timex: `${isoWeekOf(day)}-WE`, from: saturday, to: saturday + 1, grain: 'weekend' }
    }
    case 'month':
      return monthStretch(year, month)
    case 'quarter':
      return quarterStretch(year, Math.ceil(month / 3))
    case 'year':
      return yearStretch(year)
    case 'decade':
      return decadeStretch(Math.floor(year / 10))
    case 'century':
      return centuryStretch(Math.floor((year - 1) / 100))
    case 'millennium':
      return unplaced('XXXX', 'none')
    default:
      return dayStretch(day)
  }
}

const quarterStretch = (year: number, quarter: number): Placed => ({
  timex: `${pad(year, 4)}-Q${quarter}`,
  from: firstOfMonth(year, quarter * 3 - 2),
  to: lastOfMonth(year, quarter * 3),
  grain: 'quarter',
})

export const decadeStretch = (decade: number): Placed => ({
  timex: pad(decade, 3),
  from: firstOfYear(decade * 10),
  to: firstOfYear(decade * 10 + 10) - 1,
  grain: 'decade',
})

/** The 20th century, `hundreds` 19, is 1901 to 2000. */
export const centuryStretch = (hundreds: number): Placed => ({
  timex: pad(hundreds),
  from: firstOfYear(hundreds * 100 + 1),
  to: firstOfYear(hundreds * 100 + 101) - 1,
  grain: 'century',
})

/**
 * A part of a year; null where that year has none, as 29 February. A season has no days: whose summer it is, the
 * text does not say.
 */
export function stretchOfYear(part: YearPart, year: number): Placed | null {
  switch (part.kind) {
    case 'day': {
      const day = toDay(year, part.month, part.day)
      return day === null ? null : dayStretch(day)
    }
    case 'month':
      return monthStretch(year, part.month)
    case 'quarter':
      return quarterStretch(year, part.quarter)
    case 'half':
      return {
        timex: `${pad(year, 4)}-H${part.half}`,
        from: firstOfMonth(year, part.half * 6 - 5),
        to: lastOfMonth(year, part.half * 6),
        grain: 'half',
      }
    case 'season':
      return unplaced(`${pad(year, 4)}-${part.season}`, 'season')
    case 'end':
      return dayStretch(toDay(year, 12, 31) ?? 0)
    case 'holiday': {
      const day = dayOfHoliday(part.holiday.rule, year)
      if (day === null) return unplaced(pad(year, 4), 'none')
      return { ...dayStretch(day), to: day + part.holiday.days - 1 }
    }
  }
}

function dayOfHoliday(
  rule: Extract<YearPart, { kind: 'holiday' }>['holiday']['rule'],
  year: number,
): Day | null {
  switch (rule.by) {
    case 'date':
      return toDay(year, rule.month, rule.day)
    case 'weekday': {
      const day = nthWeekday(year, rule.month, rule.weekday, rule.nth)
      return day === null ? null : day + rule.shift
    }
    case 'easter':
      return easterOf(year) + rule.shift
    default:
      return null
  }
}

/** Where about in a year a part lies, to choose the year by: a season as in the north, where most news is written. */
export function daysOfPart(part: YearPart, year: number): { from: Day; to: Day } | null {
  if (part.kind === 'season') {
    const month = { SP: 3, SU: 6, FA: 9, WI: 12 }[part.season]
    return { from: firstOfMonth(year, month), to: addMonths(firstOfMonth(year, month), 3) - 1 }
  }
  const stretch = stretchOfYear(part, year)
  return stretch?.from != null && stretch.to !== null ? { from: stretch.from, to: stretch.to } : null
}

/** The TIMEX3 value of a part of an unknown year: XXXX-11-18, XXXX-Q3. */
export function partWithoutYear(part: YearPart): Placed {
  switch (part.kind) {
    case 'day':
      return unplaced(`XXXX-${pad(part.month)}-${pad(part.day)}`, 'day')
    case 'month':
      return unplaced(`XXXX-${pad(part.month)}`, 'month')
    case 'quarter':
      return unplaced(`XXXX-Q${part.quarter}`, 'quarter')
    case 'half':
      return unplaced(`XXXX-H${part.half}`, 'half')
    case 'season':
      return unplaced(`XXXX-${part.season}`, 'season')
    case 'end':
      return unplaced('XXXX-12-31', 'day')
    case 'holiday':
      return part.holiday.rule.by === 'date'
        ? unplaced(`XXXX-${pad(part.holiday.rule.month)}-${pad(part.holiday.rule.day)}`, 'day')
        : unplaced('XXXX-XX-XX', 'day')
  }
}
