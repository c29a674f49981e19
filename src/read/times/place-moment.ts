import {
  addMonths,
  type Day,
  isoWeekOf,
  mondayOf,
  mondayOfWeek,
  nthWeekday,
  pad,
  toDate,
  toDay,
  weekdayOf,
} from './calendar.ts'
import type { Moment, Which, YearPart } from './moment.ts'
import {
  centuryStretch,
  dayStretch,
  daysOfPart,
  decadeStretch,
  partWithoutYear,
  stretchAround,
  stretchOfYear,
  yearStretch,
} from './place-stretch.ts'
import type { Frame, Grain, Placed } from './placed.ts'
import type { Unit } from './time-words.ts'

/** Places a moment against the article’s day and what the text told last; where either is wanting, it stays open. */
export function placeMoment(moment: Moment, frame: Frame): Placed {
  switch (moment.at) {
    case 'year': {
      const year = yearStretch(moment.year)
      // Whose fiscal year it is, and when that begins, the words do not say.
      return moment.isFiscal ? { ...year, from: null, to: null } : year
    }
    case 'decade':
      return decadeStretch(moment.isShort ? decadeNear(moment.decade, frame.published) : moment.decade)
    case 'century':
      return centuryStretch(moment.hundreds)
    case 'part': {
      const placed = placePart(moment.part, moment.which, moment.of, frame)
      return moment.isFiscal ? { ...placed, from: null, to: null } : placed
    }
    case 'month-day':
      return moment.weekday === null || frame.published === null
        ? placeMonthDay(moment.day, moment.of, frame)
        : placeDayOnWeekday(moment.day, moment.weekday, frame.published)
    case 'overnight':
      return frame.published === null
        ? unknownUnit('day')
        : { ...dayStretch(frame.published - 1), to: frame.published }
    case 'weekend':
      return frame.published === null
        ? unknownUnit('weekend')
        : placeWeekend(frame.published, frame.tense ?? 'past')
    case 'weekday':
      return placeWeekday(moment.weekday, moment.which, moment.week, frame)
    case 'unit': {
      const placed = placeUnit(moment.unit, moment.which, frame)
      return moment.isFiscal ? { ...placed, from: null, to: null } : placed
    }
    case 'shift':
      return placeShift(moment, frame)
    case 'period':
      return placePeriod(moment, frame)
    case 'nth':
      return placeNth(moment, frame)
    case 'week-of': {
      const { from } = placeMoment(moment.day, frame)
      return from === null ? open('XXXX-WXX', 'week') : stretchAround(from, 'week')
    }
    case 'week-number': {
      const year = moment.of
        ? yearOf(placeMoment(moment.of, frame))
        : frame.published === null
          ? null
          : toDate(frame.published).year
      if (year === null) return open(`XXXX-W${pad(moment.week)}`, 'week')
      return stretchAround(mondayOfWeek(year, moment.week), 'week')
    }
    case 'range':
      return placeRange(moment.first, moment.last, frame)
    case 'reference':
      return open(moment.value, 'none')
  }
}

const open = (timex: string, grain: Grain): Placed => ({ timex, from: null, to: null, grain })

/** “the eighties” are those of the last hundred years. */
function decadeNear(digit: number, published: Day | null): number {
  if (published === null) return 190 + digit
  const now = Math.floor(toDate(published).year / 10)
  const same = Math.floor(now / 10) * 10 + digit
  return same > now ? same - 10 : same
}

const yearOf = ({ timex }: Placed): number | null => {
  const [, year] = /^(\d{4})/.exec(timex) ?? []
  return year === undefined ? null : Number(year)
}

/** A season of a year that is told, even where the year is fiscal or has no days. */
function placePart(part: YearPart, which: Which | null, of: Moment | null, frame: Frame): Placed {
  if (of) {
    const year = yearOf(placeMoment(of, frame))
    return (year === null ? null : stretchOfYear(part, year)) ?? partWithoutYear(part)
  }
  const isTold = which === 'previous' || which === 'that' || which === 'following'
  // “the next Easter” with nothing told before it counts from the article.
  const base =
    isTold && which !== 'that'
      ? (frame.told?.from ?? frame.published)
      : isTold
        ? (frame.told?.from ?? null)
        : frame.published
  if (base === null) return partWithoutYear(part)
  if (which === null && frame.story?.from != null) {
    const year = nearestYear(part, frame.story.from)
    return (year === null ? null : stretchOfYear(part, year)) ?? partWithoutYear(part)
  }
  const year = chooseYear(part, which, base, frame)
  return (year === null ? null : stretchOfYear(part, year)) ?? partWithoutYear(part)
}

/** Which year’s March: by the words (“last”, “next”), else by the tense, else the nearest. */
function chooseYear(part: YearPart, which: Which | null, base: Day, frame: Frame): number | null {
  const { year } = toDate(base)
  const instances = instancesAround(part, year)
  const last = (passes: (each: { from: Day; to: Day }) => boolean) =>
    instances.filter(passes).at(-1)?.year ?? null
  const first = (passes: (each: { from: Day; to: Day }) => boolean) => instances.find(passes)?.year ?? null
  switch (which) {
    case 'last':
    case 'previous':
      return last(({ to }) => to < base)
    case 'next':
    case 'following':
      return first(({ from }) => from > base)
    case 'this':
    case 'that':
      return chooseThis(instances, base, frame.tense)
    default:
      break
  }
  const near = nearestOf(instances, base)
  if (near === null) return null
  // “the Jan. 30 attack”, told in November, may be of any year; “the Nov. 30 deadline” is of this one.
  const isFar = near.from > base ? near.from - base > 30 : base - near.to > 200
  if (frame.isAttribute && part.kind === 'day' && frame.tense !== 'future' && isFar) return null
  if (distance(near, base) <= sureDays(part)) return near.year
  if (frame.tense === 'future') return first(({ to }) => to >= base)
  if (frame.tense === 'past') return last(({ from }) => from <= base)
  return near.year
}

/**
 * “this winter” in January is the one that began in December; “should end this summer”, told in December, is about
 * the next one.
 */
function chooseThis(instances: readonly Instance[], base: Day, tense: Frame['tense']): number {
  const { year } = toDate(base)
  const current = instances.find(({ from, to }) => from <= base && to >= base)
  if (current) return current.year
  const own = instances.find((each) => each.year === year)
  if (tense === 'future' && own && own.to < base) return year + 1
  return tense === 'past' && own && own.from > base ? year - 1 : year
}

interface Instance {
  readonly year: number
  readonly from: Day
  readonly to: Day
}

/** Five years back and four ahead: as far as 29 February needs. */
const instancesAround = (part: YearPart, year: number): Instance[] =>
  [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((by) => {
    const days = daysOfPart(part, year + by)
    return days ? [{ year: year + by, ...days }] : []
  })

function nearestOf(instances: readonly Instance[], base: Day): Instance | null {
  let best: Instance | null = null
  for (const each of instances) if (best === null || distance(each, base) < distance(best, base)) best = each
  return best
}

const nearestYear = (part: YearPart, base: Day): number | null =>
  nearestOf(instancesAround(part, toDate(base).year), base)?.year ?? null

/** Days between; news looks back more than ahead, so days ahead weigh half as much again. */
const distance = ({ from, to }: { from: Day; to: Day }, base: Day) =>
  base < from ? (from - base) * 1.5 : base > to ? base - to : 0

/** So near, in days, that the tense is not asked: “payable Dec. 7” hangs on a verb of the past. */
const sureDays = ({ kind }: YearPart) => (kind === 'day' ? 60 : kind === 'quarter' ? 45 : 0)

/** “the 19th”: of the month told last or the article’s, the latest or, ahead, the next. */
function placeMonthDay(day: number, of: Moment | null, frame: Frame): Placed {
  const { published, tense } = frame
  if (of) {
    const { from } = placeMoment(of, frame)
    const date = from === null ? null : toDate(from)
    const own = date && toDay(date.year, date.month, day)
    return own === null ? open(`XXXX-XX-${pad(day)}`, 'day') : dayStretch(own)
  }
  if (published === null) return open(`XXXX-XX-${pad(day)}`, 'day')
  const { year, month } = toDate(published)
  const own = toDay(year, month, day)
  if (own !== null && (tense === 'future' ? own >= published : own <= published)) return dayStretch(own)
  const other = toDate(addMonths(toDay(year, month, 1) ?? 0, tense === 'future' ? 1 : -1))
  const shifted = toDay(other.year, other.month, day)
  return shifted === null ? open(`XXXX-XX-${pad(day)}`, 'day') : dayStretch(shifted)
}

/** “Saturday the 22nd”: of the nearest month whose 22nd is a Saturday. */
function placeDayOnWeekday(day: number, weekday: number, published: Day): Placed {
  const first = toDate(published)
  const start = toDay(first.year, first.month, 1) ?? published
  for (const months of [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6]) {
    const { year, month } = toDate(addMonths(start, months))
    const own = toDay(year, month, day)
    if (own !== null && weekdayOf(own) === weekday) return dayStretch(own)
  }
  return open(`XXXX-XX-${pad(day)}`, 'day')
}

/** A bare weekday is the latest up to publication, or, where the verb looks ahead, the first from it on. */
function placeWeekday(weekday: number, which: Which | null, week: Moment | null, frame: Frame): Placed {
  const unknown = open(`XXXX-WXX-${weekday}`, 'day')
  if (week) {
    const { from } = placeMoment(week, frame)
    return from === null ? unknown : dayStretch(mondayOf(from) + weekday - 1)
  }
  const { told, published, tense } = frame
  const latest = (day: Day) => day - ((weekdayOf(day) - weekday + 7) % 7)
  const coming = (day: Day) => day + ((weekday - weekdayOf(day) + 7) % 7)
  switch (which) {
    case 'previous':
      return told?.from != null
        ? dayStretch(latest(told.from - 1))
        : published === null
          ? unknown
          : dayStretch(latest(published - 1))
    case 'following':
      return told?.to != null
        ? dayStretch(coming(told.to + 1))
        : published === null
          ? unknown
          : dayStretch(coming(published + 1))
    case 'that':
      return told?.from != null ? dayStretch(coming(told.from)) : unknown
    default:
      break
  }
  if (published === null) return unknown
  if (which === 'last') return dayStretch(latest(published - 1))
  if (which === 'next') return dayStretch(coming(published + 1))
  if (which === 'this') return dayStretch(tense === 'past' ? latest(published) : coming(published))
  return dayStretch(tense === 'future' ? coming(published) : latest(published))
}

const unknownOf: Readonly<Partial<Record<Unit, string>>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
}
const unknownUnit = (unit: Unit): Placed => open(unknownOf[unit] ?? 'XXXX', 'none')

function placeUnit(unit: Unit, which: Which, frame: Frame): Placed {
  const step =
    which === 'last' || which === 'previous' ? -1 : which === 'next' || which === 'following' ? 1 : 0
  const isTold = which === 'previous' || which === 'that' || which === 'following'
  if (isTold && frame.told?.from != null) {
    if (!isFineEnough(frame.told.grain, unit)) return unknownUnit(unit)
    return moved(frame.told.from, unit, step)
  }
  // “the next day”, “that day” with nothing told before them: no day is known.
  if (isTold && (unit === 'day' || which === 'that')) return unknownUnit(unit)
  if (frame.published === null) return unknownUnit(unit)
  if (unit === 'weekend' && which === 'this') return placeWeekend(frame.published, frame.tense)
  return moved(frame.published, unit, step)
}

/** The latest weekend that has begun, where the verb is of the past; else the coming one. */
function placeWeekend(published: Day, tense: Frame['tense']): Placed {
  const own = stretchAround(published, 'weekend')
  return tense !== 'past' || (own.from ?? 0) <= published ? own : stretchAround(published - 7, 'weekend')
}

const unitDays: Readonly<Partial<Record<Unit, number>>> = { day: 1, weekend: 7, week: 7, fortnight: 14 }
const unitMonths: Readonly<Partial<Record<Unit, number>>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
}

/** Two thousand years: nobody counts further by the calendar. */
const longestShiftMonths = 24_000

function moved(day: Day, unit: Unit, steps: number): Placed {
  return stretchAround(shiftDay(day, unit, steps), unit)
}

function shiftDay(day: Day, unit: Unit, count: number): Day {
  const days = unitDays[unit]
  if (days !== undefined) return day + Math.round(days * count)
  return addMonths(day, Math.round((unitMonths[unit] ?? 0) * count))
}

const rank: Readonly<Record<Grain, number>> = {
  day: 0,
  weekend: 1,
  week: 1,
  month: 2,
  quarter: 3,
  season: 3,
  half: 4,
  year: 5,
  decade: 6,
  century: 7,
  none: 9,
}
const unitRank: Readonly<Partial<Record<Unit, number>>> = {
  day: 0,
  weekend: 1,
  week: 1,
  fortnight: 1,
  month: 2,
  quarter: 3,
  year: 5,
  decade: 6,
  century: 7,
}

/** A day can be moved by months; a year cannot be moved by days. */
const isFineEnough = (grain: Grain, unit: Unit) => rank[grain] <= (unitRank[unit] ?? 0)

function placeShift({ count, unit, way, from }: Extract<Moment, { at: 'shift' }>, frame: Frame): Placed {
  // “years ago”, “65 million years ago”
  if (count === null || count * (unitMonths[unit] ?? (unitDays[unit] ?? 1) / 30) > longestShiftMonths)
    return open(way === -1 ? 'PAST_REF' : 'FUTURE_REF', 'none')
  if (typeof from !== 'string') {
    const base = placeMoment(from, frame)
    return base.from === null ? unknownUnit(unit) : shiftStretch(base, unit, way * count)
  }
  // Profit “up from a year ago” is set beside the same quarter of that year.
  if (frame.period && unit === 'year' && count === 1 && way === -1)
    return shiftStretch(frame.period, 'year', -1)
  const told = from === 'text' ? frame.told : null
  if (told?.from != null) return shiftStretch(told, unit, way * count)
  if (from === 'text' && (unitRank[unit] ?? 0) < 2) return unknownUnit(unit)
  if (frame.published === null) return unknownUnit(unit)
  return shiftStretch({ ...dayStretch(frame.published), grain: 'none' }, unit, way * count)
}

/** A stretch so many units on: told to the day it stays a day by days, a month by months, a quarter by years. */
function shiftStretch(base: Placed, unit: Unit, count: number): Placed {
  if (base.from === null) return unknownUnit(unit)
  if (unit === 'second' || unit === 'minute' || unit === 'hour') {
    if (base.grain !== 'none' && base.grain !== 'day') return unknownUnit('day')
    const days = unit === 'hour' ? Math.trunc(count / 24) : 0
    const day = base.from + days
    return unit === 'hour'
      ? { ...dayStretch(day), from: count < 0 ? day - 1 : day, to: count < 0 ? day : day + 1 }
      : dayStretch(day)
  }
  const isPublication = base.grain === 'none'
  if (!isPublication && !isFineEnough(base.grain, unit)) return unknownUnit(unit)
  const day = shiftDay(base.from, unit, count)
  if (unit === 'week' || unit === 'fortnight') {
    // “two weeks ago” is within half a week of it.
    return { timex: isoWeekOf(day), from: day - 3, to: day + 3, grain: 'week' }
  }
  if (unit === 'decade' || unit === 'century') return open(pad(toDate(day).year, 4), 'none')
  if (isPublication || unit === 'day') return stretchAround(day, unit === 'weekend' ? 'weekend' : unit)
  if (
    unit === 'year' &&
    (base.grain === 'quarter' || base.grain === 'month' || base.grain === 'half' || base.grain === 'season')
  ) {
    const year = toDate(day).year
    const span = base.to === null ? 0 : base.to - base.from
    const kept = /^\d{4}(-.*)$/.exec(base.timex)?.[1] ?? ''
    return {
      timex: `${pad(year, 4)}${kept}`,
      from: day,
      to: shiftDay(base.from + span + 1, unit, count) - 1,
      grain: base.grain,
    }
  }
  return stretchAround(day, unit)
}

/** What a report is about: the quarter that it told, else the last that was over by the article’s day. */
function placePeriod({ unit, yearsBack }: Extract<Moment, { at: 'period' }>, frame: Frame): Placed {
  const { period, published } = frame
  if (unit === 'year') return published === null ? unknownUnit('year') : stretchAround(published, 'year')
  const base = period ?? (published === null ? null : stretchAround(addMonths(published, -3), 'quarter'))
  if (base === null || base.from === null) return unknownUnit(unit === 'quarter' ? 'quarter' : 'year')
  if (yearsBack === 0) return base
  if (unit === 'period' && period === null) return stretchAround(addMonths(published ?? 0, -12), 'year')
  return shiftStretch(base, 'year', -yearsBack)
}

function placeNth({ nth, unit, weekday, of }: Extract<Moment, { at: 'nth' }>, frame: Frame): Placed {
  const { from, to, grain } = placeMoment(of, frame)
  if (from === null || to === null) return unknownUnit(unit)
  if (weekday !== null) {
    if (grain !== 'month') return unknownUnit('day')
    const { year, month } = toDate(from)
    const day = nthWeekday(year, month, weekday, nth)
    return day === null ? unknownUnit('day') : dayStretch(day)
  }
  const day = nth === -1 ? to : shiftDay(from, unit, nth - 1)
  if (day > to) return unknownUnit(unit)
  // The first week of a month is its first seven days, whatever ISO 8601 calls them.
  if (unit === 'week') {
    const start = nth === -1 ? to - 6 : from + (nth - 1) * 7
    return { timex: isoWeekOf(start), from: start, to: start + 6, grain: 'week' }
  }
  return stretchAround(day, unit)
}

/** “from 2016 to now” ends at the article’s day. */
const placeEnd = (moment: Moment, frame: Frame): Placed =>
  moment.at === 'reference' && frame.published !== null
    ? dayStretch(frame.published)
    : placeMoment(moment, frame)

/** “from March to June 2024”: an end that tells its year lends it to the one that does not. */
function placeRange(first: Moment, last: Moment, frame: Frame): Placed {
  const lent =
    first.at === 'part' && !first.of && last.at === 'part' && last.of ? { ...first, of: last.of } : first
  const start = placeEnd(lent, frame)
  const borrowed =
    last.at === 'part' && !last.of && start.from !== null
      ? { ...last, of: { at: 'year', year: toDate(start.from).year, isFiscal: false } as const }
      : last
  let end = placeEnd(borrowed, frame)
  if (start.from !== null && end.to !== null && end.to < start.from && last.at === 'weekday') {
    end = dayStretch(start.from + ((last.weekday - weekdayOf(start.from) + 7) % 7))
  }
  const isOrdered = start.from !== null && end.to !== null && start.from <= end.to
  return {
    timex: `${start.timex}/${end.timex}`,
    from: isOrdered ? start.from : null,
    to: isOrdered ? end.to : null,
    grain: 'none',
  }
}
