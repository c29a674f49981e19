import { type Found, found, type Moment } from './moment.ts'
import { readYearOf, yearOf } from './read-container.ts'
import { readPointer } from './read-pointed.ts'
import { readOrdinal } from './read-year.ts'
import { isCapital, isGlued, isHyphen, type TimePage } from './time-page.ts'
import { months } from './time-words.ts'

/**
 * A date in digits, or a day and a month: “2025-11-21”, “21 November 2025”, “Nov. 21”, “the 21st of November”,
 * “November 3-5”, “3 to 5 May”.
 */
export function readWrittenDate(page: TimePage, i: number): Found<Moment> | null {
  // “last Oct. 23”
  const pointer = readPointer(page, i)
  if (pointer && /^(?:last|this|next)$/.test(pointer.value)) {
    const date = readMonthFirst(page, pointer.end)
    return date?.value.at === 'part' ? found(date.end, { ...date.value, which: pointer.value }) : null
  }
  const at = page.lower[i] === 'the' ? i + 1 : i
  if (at === i) {
    const digits = readDigits(page, i) ?? readMonthFirst(page, i)
    if (digits) return digits
  }
  return readDayFirst(page, at)
}

const dayOf = (month: number, day: number, of: Moment | null): Moment => ({
  at: 'part',
  part: { kind: 'day', month, day },
  which: null,
  of,
  isFiscal: false,
})

/** “2025-11-21”, “21/11/2025”, “11/21/2025”, “2025/11”; “3/4/2025” may be in March or in April and is no day. */
function readDigits(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  const word = lower[i] ?? ''
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(word) ?? []
  if (year !== undefined) return toDate(i + 1, Number(year), Number(month), Number(day))
  const [, a, b, last] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(word) ?? []
  if (a !== undefined) {
    const [first, second] = [Number(a), Number(b)]
    if (first > 12) return toDate(i + 1, Number(last), second, first)
    if (second > 12 || first === second) return toDate(i + 1, Number(last), first, second)
    // Points part days from months in Europe alone.
    if (word.includes('.')) return toDate(i + 1, Number(last), second, first)
    return null
  }
  const [, only, of] = /^(\d{1,2})\/(\d{4})$/.exec(word) ?? []
  if (only !== undefined && Number(only) >= 1 && Number(only) <= 12)
    return found(i + 1, monthOf(Number(only), yearOf(Number(of))))
  return readDashes(page, i)
}

/** “21-11-2025”, “11-21-2025”: five tokens. */
function readDashes(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  const [a, dash, b, second, year] = [0, 1, 2, 3, 4].map((k) => lower[i + k] ?? '')
  if (dash !== '-' || second !== '-' || !/^\d{4}$/.test(year ?? '')) return null
  if (
    !/^\d{1,2}$/.test(a ?? '') ||
    !/^\d{1,2}$/.test(b ?? '') ||
    !isGlued(page, i + 4) ||
    !isGlued(page, i + 1)
  )
    return null
  const [first, next] = [Number(a), Number(b)]
  if (first > 12) return toDate(i + 5, Number(year), next, first)
  return next > 12 || first === next ? toDate(i + 5, Number(year), first, next) : null
}

const monthOf = (month: number, of: Moment): Moment => ({
  at: 'part',
  part: { kind: 'month', month },
  which: null,
  of,
  isFiscal: false,
})

function toDate(end: number, year: number, month: number, day: number): Found<Moment> | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? found(end, dayOf(month, day, yearOf(year)))
    : null
}

/** “Nov. 21, 2025”, “November 21st”, “May twenty-first”, “Nov. 3-5”, “November the 3rd” */
function readMonthFirst(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  const month = months.get(lower[i] ?? '')
  if (month === undefined) return null
  let at = i + 1
  if (isHyphen(page, at) && isGlued(page, at)) at++
  if (lower[at] === '.' && isGlued(page, at)) at++ // “october. 2”
  if (lower[at] === 'the') at++
  const day = readDay(page, at)
  if (!day) return null
  if ((lower[i] === 'may' || lower[i] === 'march') && !isCapital(page, i) && !isOrdinalWord(page, at))
    return null
  const last = readRangeDay(page, day.end, ['-', '–', 'to', 'through'])
  const end = last?.end ?? day.end
  const year = readYearOf(page, end)
  const of = year?.value ?? null
  if (!last) return found(year?.end ?? end, dayOf(month, day.value, of))
  return found(year?.end ?? end, {
    at: 'range',
    first: dayOf(month, day.value, of),
    last: dayOf(month, last.value, of),
  })
}

/** “21 November”, “21st of November 2025”, “3-5 May”, “3 to 5 May” */
function readDayFirst(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  const day = readDay(page, i)
  if (!day) return null
  const last = readRangeDay(page, day.end, ['-', '–', 'to', 'and', 'through'])
  const before = last?.end ?? day.end
  let at = before
  if (lower[at] === 'of') at++
  else if (isHyphen(page, at) && isGlued(page, at)) at++
  const month = months.get(lower[at] ?? '')
  if (month === undefined) return null
  // “3 may”: nobody knows; “in 2 sun”.
  if (
    (lower[at] === 'may' || lower[at] === 'march') &&
    !isCapital(page, at) &&
    at === before &&
    !isGlued(page, at)
  )
    if (!isOrdinalWord(page, i)) return null
  // “between 3 and 5 May”: elsewhere “and” joins two days.
  if (last && lower[day.end] === 'and' && lower[i - 1] !== 'between') return null
  const year = readYearOf(page, at + 1)
  const of = year?.value ?? null
  const end = year?.end ?? at + 1
  if (!last) return found(end, dayOf(month, day.value, of))
  return found(end, { at: 'range', first: dayOf(month, day.value, of), last: dayOf(month, last.value, of) })
}

function readRangeDay(page: TimePage, i: number, joints: readonly string[]): Found<number> | null {
  if (!joints.includes(page.lower[i] ?? '')) return null
  return readDay(page, i + 1)
}

/** “21”, “21st”, “twenty-first”; 1 to 31. */
function readDay(page: TimePage, i: number): Found<number> | null {
  const word = page.lower[i] ?? ''
  if (/^\d{1,2}$/.test(word)) {
    const day = Number(word)
    return day >= 1 && day <= 31 ? found(i + 1, day) : null
  }
  const nth = readOrdinal(page, i)
  return nth && nth.value >= 1 && nth.value <= 31 ? nth : null
}

const isOrdinalWord = ({ lower }: TimePage, i: number) => /(?:st|nd|rd|th)$/.test(lower[i] ?? '')
