import { findMonth } from '../records/month-names.ts'
import { toOffset } from './zone-offsets.ts'

/**
 * A date of a feed as ISO 8601, as exact as it was given, the time zone kept; null when it is none.
 *
 * Reads RFC 822 with its usual slips, RFC 3339, W3CDTF and ISO 8601, the forms that `date` and databases print,
 * Unix time, and dates that name the month in another language. A zone whose letters mean several (IST) is left out.
 * 03/04/2022 is March in one country and April in another: null. So are the dates that stand for none: the year 0,
 * 1 January 1970 at midnight.
 */
export function parseFeedDate(text: string | null): string | null {
  const line = text?.slice(0, 200).replace(/\s+/g, ' ').trim() ?? ''
  if (!/\d/.test(line)) return null
  const parts = readIso(line) ?? readUnixTime(line) ?? readNumbers(line) ?? readNamedMonth(line)
  return parts === null ? null : compose(parts)
}

interface Parts {
  readonly year: number
  readonly month?: number | undefined
  readonly day?: number | undefined
  readonly hour?: number | undefined
  readonly minute?: number | undefined
  readonly second?: number | undefined
  /** As written; undefined when there is none. */
  readonly zone?: string | undefined
}

// 2003-12-31T10:14:55Z, 20031231T101455-0500, 2003-12, 2003-335, "2004-07-08 23:56:58.0", 2004-07-08T23:56:58+1:00
const isoForm =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|-?(\d{3})|(\d{2})(\d{2}))?(?:(?: ?[Tt_] ?| at | )(\d{1,2})(?::?(\d{1,2})(?::?(\d{1,2})(?:[.,]\d{1,9})?)?)? ?([A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\d{1,2}:?(?:\d{2})?)?)?$/

function readIso(line: string): Parts | null {
  const found = isoForm.exec(line)
  if (found === null) return null
  const [, year = '', month, day, ordinal, monthTwo, dayTwo, hour, minute, second, zone] = found
  const time = { hour: toNumber(hour), minute: toNumber(minute), second: toNumber(second), zone }
  if (ordinal === undefined) {
    return { year: Number(year), month: toNumber(month ?? monthTwo), day: toNumber(day ?? dayTwo), ...time }
  }
  const date = new Date(Date.UTC(Number(year), 0, Number(ordinal)))
  if (Number(ordinal) === 0 || date.getUTCFullYear() !== Number(year)) return null
  return { year: Number(year), month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...time }
}

const toNumber = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits)

/** Seconds or milliseconds since 1970, of ten or thirteen digits: 2001 and later. */
function readUnixTime(line: string): Parts | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(line)) return null
  const date = new Date(line.length === 10 ? Number(line) * 1000 : Number(line))
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    zone: 'Z',
  }
}

/** “2004년 05월 28일 오후 10:31:57”, “2004/05/28 22:31”, “28.05.2004 22:31”, “13/05/2004”. */
function readNumbers(line: string): Parts | null {
  const yearFirst = /(?<!\d)(\d{4}) ?[-/.년年] ?(\d{1,2}) ?[-/.월月] ?(\d{1,2})(?!\d)/.exec(line)
  if (yearFirst !== null) {
    const [words = '', year, month, day] = yearFirst
    return {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      ...readTime(line.replace(words, ' ')),
    }
  }
  const yearLast = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(line)
  if (yearLast === null) return null
  const [words = '', first, mark, second, year] = yearLast
  const [a, b] = [Number(first), Number(second)]
  // Dots are the continent's, which puts the day first; of slashes only the numbers tell.
  const isDayFirst = mark === '.' || a > 12 || a === b
  if (!isDayFirst && b <= 12) return null
  const [day, month] = isDayFirst ? [a, b] : [b, a]
  return { year: Number(year), month, day, ...readTime(line.replace(words, ' ')) }
}

/** “Thu, 1 Jan 2004 19:48:21 GMT”, “Jan 1, 2004 7:48 PM EST”, “Thu Jan 1 19:48:21 CET 2004”, “2004-július-13T9:15”. */
function readNamedMonth(line: string): Parts | null {
  const time = timeForm.exec(line)
  const rest =
    time === null ? line : `${line.slice(0, time.index)} ; ${line.slice(time.index + time[0].length)}`
  const words = rest.match(/[\p{L}\p{M}]+|\d+|;/gu) ?? []
  const at = words.findIndex((word) => findMonth(word) !== null)
  const month = at === -1 ? null : findMonth(words[at] ?? '')
  if (month === null) return null
  const numbers = words.flatMap((word, i) => (/^\d{1,4}$/.test(word) ? [{ word, i }] : []))
  const year = numbers.find(({ word }) => word.length === 4)
  const dayBefore = numbers.findLast(({ word, i }) => word.length <= 2 && i < at)
  const dayAfter = numbers.find(({ word, i }) => word.length <= 2 && i > at)
  const clock = readTime(line)
  if (year !== undefined) {
    const day = dayBefore !== undefined && dayBefore.i >= at - 2 ? dayBefore : (dayAfter ?? dayBefore)
    return { year: Number(year.word), month, day: toNumber(day?.word), ...clock }
  }
  // RFC 822 itself has years of two digits: 01 Jan 04.
  if (dayBefore === undefined || dayAfter === undefined || dayAfter.i > at + 1) return null
  const short = Number(dayAfter.word)
  return { year: short < 70 ? 2000 + short : 1900 + short, month, day: Number(dayBefore.word), ...clock }
}

const timeForm =
  /(?<![\d:])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,9})?)? ?([ap]\.?m\b\.?)?(?: ?\(?((?:GMT|UTC|UT)? ?[+-]\d{1,2}:?(?:\d{2})?(?!\d)|[A-Z]{1,5}(?![\p{L}\d])))?/iu

// "오후 10:31", "午後10:31", "下午 10:31"
const afternoon = /(?:오후|午後|下午|PM)\s*$/i
const forenoon = /(?:오전|午前|上午|AM)\s*$/i

function readTime(line: string): Pick<Parts, 'hour' | 'minute' | 'second' | 'zone'> {
  const found = timeForm.exec(line)
  if (found === null) return {}
  const [, hour = '', minute = '', second, half, zone] = found
  const before = line.slice(Math.max(0, found.index - 10), found.index)
  const isAfternoon = half === undefined ? afternoon.test(before) : /^p/i.test(half)
  const isHalf = isAfternoon || (half === undefined ? forenoon.test(before) : true)
  const clock = Number(hour)
  return {
    hour: isHalf && clock <= 12 ? (clock % 12) + (isAfternoon ? 12 : 0) : clock,
    minute: Number(minute),
    second: toNumber(second),
    // "10:31 GMT 2004": what stands behind the time; else the zone may close the line, behind the year.
    zone: zone ?? /\d{4} \(?([A-Z]{1,5}|[+-]\d{2}:?\d{2})\)?$/.exec(line)?.[1],
  }
}

function compose({ year, month, day, hour, minute, second, zone }: Parts): string | null {
  // Archives feed newspapers of 1800; a year beyond 2100 is a slip.
  if (year < 1800 || year > 2100) return null
  if (month === undefined) return hour === undefined ? String(year) : null
  if (month < 1 || month > 12) return null
  const toMonth = `${year}-${two(month)}`
  if (day === undefined) return hour === undefined ? toMonth : null
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  const toDay = `${toMonth}-${two(day)}`
  if (hour === undefined || hour > 24) return toDay
  if ((minute ?? 0) > 59 || (second ?? 0) > 60) return toDay
  // The end of a day is the start of the next one; 60 seconds are a leap second.
  if (hour === 24)
    return (minute ?? 0) + (second ?? 0) === 0 ? `${nextDay(toDay)}T00:00:00${toOffset(zone)}` : toDay
  const clock = `${two(hour)}:${two(minute ?? 0)}${second === undefined ? '' : `:${two(Math.min(second, 59))}`}`
  // A content system's way to have no date.
  if (toDay === '1970-01-01' && /^00:00(?::00)?$/.test(clock)) return null
  return `${toDay}T${clock}${toOffset(zone)}`
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

const two = (number: number): string => String(number).padStart(2, '0')
