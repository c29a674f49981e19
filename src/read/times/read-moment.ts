import type { Holidays } from '../../records/holidays.ts'
import { type Found, found, type Moment } from './moment.ts'
import { readYearOf } from './read-container.ts'
import { readLength } from './read-length.ts'
import { readNamedDate } from './read-named-date.ts'
import { readPart } from './read-part.ts'
import { readPeriod } from './read-period.ts'
import { readPointedUnit } from './read-pointed.ts'
import { readWeekday } from './read-weekday.ts'
import { readWrittenDate } from './read-written-date.ts'
import { readCentury, readDecade, readOrdinal, readYear } from './read-year.ts'
import { isCapital, type TimePage } from './time-page.ts'
import { units, weekdays } from './time-words.ts'

/** The longest stretch of the calendar that the words from token i on point at. */
export function readMoment(page: TimePage, i: number, holidays: Holidays): Found<Moment> | null {
  const plain = longest(
    readPlainMoment(page, i, holidays),
    readNth(page, i, holidays),
    readShift(page, i, holidays),
    readWeekOf(page, i, holidays),
  )
  return plain ?? null
}

function readPlainMoment(page: TimePage, i: number, holidays: Holidays): Found<Moment> | null {
  return longest(
    readDayWord(page, i),
    readNamedDate(page, i),
    readWrittenDate(page, i),
    readMonthDay(page, i),
    readWeekday(page, i),
    readPart(page, i, holidays),
    readYear(page, i),
    readDecade(page, i),
    readCentury(page, i),
    readPointedUnit(page, i),
    readWeekend(page, i),
    readPeriod(page, i),
  )
}

function longest(...all: readonly (Found<Moment> | null)[]): Found<Moment> | null {
  let best: Found<Moment> | null = null
  for (const each of all) if (each && (best === null || each.end > best.end)) best = each
  return best
}

/** “over the weekend”: the latest, or the coming one; “the week” says nothing so plain. */
function readWeekend({ lower }: TimePage, i: number): Found<Moment> | null {
  if (lower[i] !== 'the' || lower[i + 1] !== 'weekend') return null
  return found(i + 2, { at: 'weekend' })
}

const today: Moment = { at: 'unit', unit: 'day', which: 'this', isFiscal: false }
const dayShift = (way: -1 | 1, count = 1): Moment => ({
  at: 'shift',
  count,
  unit: 'day',
  way,
  from: 'publication',
})

/** “the 20th of next month”, “on the 19th” */
function readMonthDay(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  const at = lower[i] === 'the' ? i + 1 : i
  if (!/^\d{1,2}(?:st|nd|rd|th)$/.test(lower[at] ?? '')) return null
  const day = Number.parseInt(lower[at] ?? '', 10)
  if (day < 1 || day > 31) return null
  const of = lower[at + 1] === 'of' ? readPointedUnit(page, at + 2) : null
  if (of?.value.at === 'unit' && of.value.unit === 'month')
    return found(of.end, { at: 'month-day', day, weekday: null, of: of.value })
  // Without its month only “on the 19th.” is a day: “the 19th floor” is none.
  const isLast = at > i && lower[i - 1] === 'on' && /^(?:[.,;:!?)”"]|$)/.test(lower[at + 1] ?? '')
  return isLast ? found(at + 1, { at: 'month-day', day, weekday: null, of: null }) : null
}

/** “yesterday”, “today”, “tomorrow”, “the day before yesterday” */
function readDayWord(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  if (i > 0 && isCapital(page, i) && isCapital(page, i - 1)) return null // A paper: “USA Today”.
  const at = lower[i] === 'the' ? i + 1 : i
  if (lower[at] === 'day' && lower[at + 1] === 'before' && lower[at + 2] === 'yesterday')
    return found(at + 3, dayShift(-1, 2))
  if (lower[at] === 'day' && lower[at + 1] === 'after' && lower[at + 2] === 'tomorrow')
    return found(at + 3, dayShift(1, 2))
  if (lower[i] === 'yesterday') return found(i + 1, dayShift(-1))
  if (lower[i] === 'tomorrow') return found(i + 1, dayShift(1))
  return lower[i] === 'today' ? found(i + 1, today) : null
}

/** “the first Friday of July”, “the last week of May”, “the first two weeks of March” is a length. */
function readNth(page: TimePage, i: number, holidays: Holidays): Found<Moment> | null {
  const { lower } = page
  const at = lower[i] === 'the' ? i + 1 : i
  const isLast = lower[at] === 'last' || lower[at] === 'final'
  const nth = isLast ? found(at + 1, -1) : readOrdinal(page, at)
  if (!nth) return null
  const weekday = weekdays.get(lower[nth.end] ?? '') ?? null
  const unit = weekday === null ? units.get(lower[nth.end] ?? '') : 'day'
  if (unit === undefined || unit === 'second' || unit === 'minute' || unit === 'hour') return null
  if (lower[nth.end]?.endsWith('s')) return null
  if (lower[nth.end + 1] !== 'of' && lower[nth.end + 1] !== 'in') return null
  const of = longest(
    readPart(page, nth.end + 2, holidays),
    readYear(page, nth.end + 2),
    readPointedUnit(page, nth.end + 2),
  )
  return of && found(of.end, { at: 'nth', nth: nth.value, unit, weekday, of: of.value })
}

/** “the week of March 6”, “the week beginning Monday” */
function readWeekOf(page: TimePage, i: number, holidays: Holidays): Found<Moment> | null {
  const { lower } = page
  const at = lower[i] === 'the' ? i + 1 : i
  if (lower[at] !== 'week') return null
  if (/^\d{1,2}$/.test(lower[at + 1] ?? '')) {
    const week = Number(lower[at + 1])
    const year = readYearOf(page, at + 2)
    if (week < 1 || week > 53) return null
    return found(year?.end ?? at + 2, { at: 'week-number', week, of: year?.value ?? null })
  }
  if (!/^(?:of|beginning|starting)$/.test(lower[at + 1] ?? '')) return null
  const day = readWrittenDate(page, at + 2) ?? readPart(page, at + 2, holidays)
  if (day?.value.at !== 'part' || (day.value.part.kind !== 'day' && day.value.part.kind !== 'holiday'))
    return null
  return found(day.end, { at: 'week-of', day: day.value })
}

/** “three days ago”, “two weeks later”, “a year earlier”, “three days from now”, “the day after”; “year-ago”. */
function readShift(page: TimePage, i: number, holidays: Holidays): Found<Moment> | null {
  const { lower } = page
  const beside = readNextTo(page, i)
  if (beside) return beside
  // “that same year” is read elsewhere; “the day before” counts from the text.
  const length = readLength(page, i)
  if (!length || length.value.lengths.length > 1) return null
  const [own] = length.value.lengths
  if (!own) return null
  const { count, unit } = own
  const word = lower[length.end] ?? ''
  const shift = (end: number, way: -1 | 1, from: 'publication' | 'text'): Found<Moment> =>
    found(end, { at: 'shift', count, unit, way, from })
  if (word === 'ago') return shift(length.end + 1, -1, 'publication')
  if (word === 'from' && (lower[length.end + 1] === 'now' || lower[length.end + 1] === 'today'))
    return shift(length.end + 2, 1, 'publication')
  if (word === 'before' || word === 'after' || word === 'from') {
    // “two weeks before Christmas”, “three days after 12 January”
    const base = readPlainMoment(page, length.end + 1, holidays)
    if (base && count !== null && isShiftable(base.value))
      return found(base.end, { at: 'shift', count, unit, way: word === 'before' ? -1 : 1, from: base.value })
  }
  if (word === 'hence') return shift(length.end + 1, 1, 'publication')
  if (word === 'earlier' || word === 'previously') return shift(length.end + 1, -1, 'text')
  if (word === 'later' || word === 'afterwards' || word === 'afterward')
    return shift(length.end + 1, 1, 'text')
  if (word === 'before' && isClauseEnd(page, length.end + 1)) return shift(length.end + 1, -1, 'text')
  if (word === 'after' && isClauseEnd(page, length.end + 1)) return shift(length.end + 1, 1, 'text')
  return null
}

/** “the year before”, “the day after” */
function readNextTo(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  const at = lower[i] === 'the' ? i + 1 : i
  const unit = units.get(lower[at] ?? '')
  if (unit === undefined || lower[at]?.endsWith('s') || unit === 'second' || unit === 'minute') return null
  if (at === i) return null
  // “the week after next”
  if (lower[at + 1] === 'after' && lower[at + 2] === 'next')
    return found(at + 3, { at: 'shift', count: 2, unit, way: 1, from: 'publication' })
  if (lower[at + 1] === 'before' && isClauseEnd(page, at + 2))
    return found(at + 2, { at: 'shift', count: 1, unit, way: -1, from: 'text' })
  if (lower[at + 1] === 'after' && isClauseEnd(page, at + 2))
    return found(at + 2, { at: 'shift', count: 1, unit, way: 1, from: 'text' })
  return null
}

const isShiftable = (moment: Moment) =>
  moment.at === 'weekday' ||
  (moment.at === 'shift' && moment.from === 'publication') ||
  (moment.at === 'part' && (moment.part.kind === 'day' || moment.part.kind === 'holiday'))

/** Whether nothing follows that “before” or “after” could govern: “two days before.” but not “two days before the vote”. */
const isClauseEnd = ({ lower, words }: TimePage, i: number) =>
  i >= words.length || /^(?:[.,;:!?)”"]|and|but|when|in|at|on|to|for|with)$/.test(lower[i] ?? '')
