import { type Found, found, type Moment } from './moment.ts'
import { readPointedUnit, readPointer } from './read-pointed.ts'
import { readWrittenDate } from './read-written-date.ts'
import { readOrdinal } from './read-year.ts'
import { isCapital, isGlued, type TimePage } from './time-page.ts'
import { weekdays } from './time-words.ts'

/** What is called after a day and is none: “the Sunday Times”. */
const papers =
  /^(?:times|telegraph|mirror|mail|express|herald|independent|post|tribune|mercury|people|league|school|night|world|star|sun|globe|club)$/

/** “Thursday”, “last Friday”, “Friday, Oct. 23”, “Monday of last week”, “next week on Friday”, “Sat., Nov. 3”. */
export function readWeekday(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  // “last week Sunday”, “next week on Friday”
  const week = readPointedUnit(page, i)
  if (week && week.value.at === 'unit' && week.value.unit === 'week') {
    const at = lower[week.end] === 'on' ? week.end + 1 : week.end
    const weekday = weekdays.get(lower[at] ?? '')
    return weekday !== undefined && isDayName(page, at)
      ? found(at + 1, { at: 'weekday', weekday, which: null, week: week.value })
      : null
  }
  const pointer = readPointer(page, i)
  const at = pointer?.end ?? i
  const weekday = weekdays.get(lower[at] ?? '')
  if (weekday === undefined || !isDayName(page, at)) return null
  let end = at + 1
  if (
    lower[end] === '.' &&
    isGlued(page, end) &&
    (lower[at]?.length ?? 9) < 6 &&
    lower[end + 1] !== undefined
  )
    end++
  // “Friday, Oct. 23”, “Saturday the 25th of April”
  const dateAt = lower[end] === ',' ? end + 1 : end
  const date = lower[end] === '(' ? null : readWrittenDate(page, dateAt)
  if (date && date.value.at === 'part') return date
  // “Friday the 15th”
  if (lower[end] === 'the' && readOrdinal(page, end + 1)) {
    const day = readOrdinal(page, end + 1)
    if (day && day.value <= 31 && /^(?:[.,;:!?)”"]|at|in|to|and)?$/.test(lower[day.end] ?? ''))
      return found(day.end, { at: 'month-day', day: day.value, weekday, of: null })
  }
  // “Monday of last week”, “Tuesday next week”
  const of = readPointedUnit(page, lower[end] === 'of' ? end + 1 : end)
  if (of && of.value.at === 'unit' && of.value.unit === 'week')
    return found(of.end, { at: 'weekday', weekday, which: null, week: of.value })
  return found(end, { at: 'weekday', weekday, which: pointer?.value ?? null, week: null })
}

/** Short forms are words too: “Sun”, “Sat”, “wed” need a point, a comma and a date, or a number after them. */
function isDayName(page: TimePage, i: number): boolean {
  const { lower } = page
  const word = lower[i] ?? ''
  if (word.length >= 6) {
    if (isCapital(page, i + 1) && papers.test(lower[i + 1] ?? '') && lower[i + 1] !== 'night') return false
    // “Bloody Sunday”, “Super Tuesday”, “Black Monday” are names; so is a person: “Ruby Wednesday”.
    return !/^(?:bloody|black|super|ash|shrove|palm|maundy|easter|good|whit|cyber)$/.test(lower[i - 1] ?? '')
  }
  const isWord = /^(?:sun|sat|mon|wed|thu|fri)$/.test(word)
  if (!isWord) return (isCapital(page, i) || word.endsWith('.')) && lower[i - 1] !== 'the'
  const after = lower[i + 1] ?? ''
  // “the Sun.”
  if (lower[i - 1] === 'the') return false
  if (after === '.' && isGlued(page, i + 1)) return isCapital(page, i)
  if (!isCapital(page, i)) return false
  return (
    (after === ',' &&
      /^(?:\d|[a-z]{3,9}\.?$)/.test(lower[i + 2] ?? '') &&
      /^\d/.test(lower[i + 3] ?? lower[i + 2] ?? '')) ||
    /^\d/.test(after)
  )
}
