import type { PublicationDate } from '../records/article.ts'
import { findMonth, isMonthOrDay } from '../records/month-names.ts'
import { toWesternYear } from './to-western-year.ts'

/** A date as printed or as a machine wrote it, as exact as it was given. */
export type ParsedDate = Pick<PublicationDate, 'value' | 'precision'>

/** Whether 03/04/2022 is the third of April or the fourth of March to a page’s readers; null when nothing tells. */
export type DateOrder = 'day-first' | 'month-first' | null

/**
 * Reads a date that a machine wrote: ISO 8601 in its usual bends, Unix seconds or milliseconds.
 *
 * The time zone stays as given; without one the value has none. Null for anything else, and for dates that are in
 * no calendar (30 February).
 */
export function parseMachineDate(text: string): ParsedDate | null {
  const trimmed = text.trim()
  const iso =
    /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:]\d+)?)?\s*([A-Z]{1,4}|[+-]\d{2}:?(?:\d{2})?)?)?)?)?(?:\b|$)/i.exec(
      trimmed,
    )
  if (iso !== null && iso[0].length === trimmed.length) {
    const [, year, , month, day, hour, minute, second, zone] = iso
    return compose({ year, month, day, hour, minute, second, zone })
  }
  const basic = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/.exec(trimmed)
  if (basic !== null) {
    const [, year, month, day, hour, minute, second, zone] = basic
    return compose({ year, month, day, hour, minute, second, zone })
  }
  // "04-03-2022T10:15:30+0100": a template that puts the day first; a machine that puts the month first uses slashes.
  const dayFirst =
    /^(\d{2})-(\d{2})-(\d{4})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?\s?([A-Z]{1,4}|[+-]\d{2}:?\d{2})?)?$/.exec(
      trimmed,
    )
  if (dayFirst !== null && (Number(dayFirst[1]) > 12 || trimmed.length > 10)) {
    const [, day, month, year, hour, minute, second, zone] = dayFirst
    return compose({ year, month, day, hour, minute, second, zone })
  }
  if (/^1\d{9}(?:\d{3})?$/.test(trimmed)) {
    const date = new Date(trimmed.length === 10 ? Number(trimmed) * 1000 : Number(trimmed))
    return { value: date.toISOString().replace(/\.\d+Z$/, 'Z'), precision: 'second' }
  }
  return null
}

/**
 * Reads the first date in a line of print: “Friday, 4 March 2022 at 10:15 GMT”, “Updated March 4, 2022”,
 * “4. März 2022”, “04.03.2022”, “2022年3月4日”, “令和4年3月4日”.
 *
 * 03/04/2022 is March in one country and April in another: null unless `order` tells or one of the two exceeds 12.
 */
export function parsePrintedDate(line: string, order: DateOrder = null): ParsedDate | null {
  const text = toWesternYear(line.slice(0, 300)).replace(/\s+/g, ' ')
  const iso =
    /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?)?/.exec(text)
  if (iso !== null) return parseMachineDate(iso[0])
  const found = findDay(text, order)
  if (found === null) return null
  const { day, month, year } = found
  return compose({ year, month, day, ...findTime(text) })
}

/** Whether a line holds a date or a time and nothing else. */
export function isDateLine(line: string): boolean {
  if (line.length > 120 || !/\d/.test(line)) return false
  const tokens = line.match(/\p{L}+\.?|\d+/gu) ?? []
  const others = tokens.filter((token) => !/^\d{1,4}$/.test(token) && !dateFiller.test(token))
  // A number alone is a page count, and a line with many other words no date line in any language.
  if (others.length > 4 || tokens.length < 2) return false
  if (!/\b(?:1[89]|20)\d\d\b|\d{1,2}:\d{2}|\d{1,2}[./]\d{1,2}|[年月]/.test(line) && others.length === 0) {
    return /\bago\b|\btoday\b|\byesterday\b/i.test(line)
  }
  return others.every((token) => isMonthOrDay(token) || /^[年月日]+$/.test(token))
}

const dateFiller =
  /^(?:published|updated|posted|modified|date|datum|fecha|data|stand|first|last|on|at|am|pm|[ap]|m|st|nd|rd|th|of|the|gmt|utc|[ecmp]?[sd]?t|bst|ce?st|eest|eet|cet|msk|ist|jst|z|t|h|hrs?|hours?|mins?|minutes?|days?|weeks?|ago|today|yesterday|de|del|le|el|um|uhr|am|den|kl|a|г|года|р|року|в|о)\.?$/i

interface Day {
  readonly year: string
  readonly month: string
  readonly day?: string | undefined
}

/** The name of a month, as one word or, in the Levant, two: “تشرين الثاني”. */
const monthWord = '(?<month>(?:\\p{L}|\\p{M}){2,14}(?:\\s(?:الثاني|الأول|الآخر))?)'

const patterns = [
  // "March 4, 2022", "Mar. 4th 2022", and Java's "Fri Mar 04 10:15:30 CET 2022"
  new RegExp(
    `(?<![\\p{L}\\p{M}])${monthWord}\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:\\d{2}:\\d{2}(?::\\d{2})? (?:[A-Z]{3,5} )?)?(?<year>\\d{4})(?!\\d)`,
    'gu',
  ),
  // "4 March 2022", "4. März 2022", "4 de marzo de 2022", "4-Mar-2022", "04/Mar/2022", "4 במרץ 2022"
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|º|°|er|ος|η)?[.,\\s/-]+(?:de |d['’]|of |ב)?${monthWord}\\.?,?[\\s/-]+(?:de[l]? )?(?<year>\\d{4})(?!\\d)`,
    'gu',
  ),
  // "2022. március 4.", "2022 m. kovo 4 d.", "2022-Mar-04"
  new RegExp(
    `(?<!\\d)(?<year>\\d{4})\\.?[\\s-]+(?:m\\. |m |gada )?${monthWord}[\\s-]+(?<day>\\d{1,2})(?!\\d)`,
    'gu',
  ),
]

function findDay(text: string, order: DateOrder): Day | null {
  for (const pattern of patterns) {
    for (const { groups } of text.matchAll(pattern)) {
      const month = findMonth(groups?.month ?? '')
      if (month !== null) return { year: groups?.year ?? '', month: String(month), day: groups?.day ?? '' }
    }
  }
  // "4 tháng 3, 2022" (Vietnamese)
  const numbered = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})/iu.exec(text)
  if (numbered !== null) {
    const [, day, month = '', year = ''] = numbered
    return { year, month, day }
  }
  const eastAsian = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text)
  if (eastAsian !== null) {
    const [, year = '', month = '', day] = eastAsian
    return { year, month, day }
  }
  const yearFirst = /(?<!\d)(\d{4})(?:([/.])\s?(\d{1,2})\2\s?(\d{1,2})|-(\d{1,2})-(\d{1,2}))(?!\d)/.exec(text)
  if (yearFirst !== null) {
    const [, year = '', , month, day, other = '', last] = yearFirst
    return { year, month: month ?? other, day: day ?? last }
  }
  const dotted = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?![\d:.]\d)/.exec(text)
  if (dotted !== null) {
    const [, day, month = '', year = ''] = dotted
    return { year: fourDigits(year), month, day }
  }
  const slashed = /(?<![\d/])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/.exec(text)
  if (slashed !== null) {
    const [, first = '', , second = '', shortYear = ''] = slashed
    const year = fourDigits(shortYear)
    const monthFirst =
      Number(second) > 12 || first === second || (order === 'month-first' && Number(first) <= 12)
    if (monthFirst) return { year, month: first, day: second }
    if (Number(first) > 12 || order === 'day-first') return { year, month: second, day: first }
  }
  return null
}

// "25.04.24" on a page of the web.
const fourDigits = (year: string): string => (year.length === 2 ? `20${year}` : year)

interface TimeOfDay {
  readonly hour?: string
  readonly minute?: string
  readonly second?: string | undefined
  readonly zone?: string | undefined
}

function findTime(text: string): TimeOfDay {
  const match =
    /(?:(오전|오후|午前|午後|上午|下午)\s?)?(?<!\d)(\d{1,2})(?:[:.]|\s?[hH時시点點]\s?)(\d{2})(?:[:.](\d{2}))?(?!\d)[분分]?\s*(a\.?m\.?|p\.?m\.?)?(?:\s*\(?(?:(?:GMT|UTC)(?=[+-]))?([A-Z]{1,4}|[+-]\d{2}:?\d{2}|[+-]\d{1,2})\b\)?)?/i.exec(
      // The dots of 04.03.2022, 2022.03.04 and "2022. 3. 4." are no time.
      text
        .replace(/(?<!\d)\d{4}[./]\s?\d{1,2}[./]\s?\d{1,2}(?!\d)/, ' ')
        .replace(/\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2}(?![\d:.]))/, ' '),
    )
  if (match === null) return {}
  const [, before, clock = '', minute = '', second, after, zone] = match
  const half = before === undefined ? after : /[後후下]/.test(before) ? 'pm' : 'am'
  // "13:05 PM" is five past one in the afternoon.
  const isHalf = half !== undefined && Number(clock) <= 12
  const hour = isHalf ? (Number(clock) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(clock)
  return { hour: String(hour), minute, second, zone }
}

interface Parts {
  readonly year?: string | undefined
  readonly month?: string | undefined
  readonly day?: string | undefined
  readonly hour?: string | undefined
  readonly minute?: string | undefined
  readonly second?: string | undefined
  readonly zone?: string | undefined
}

function compose({ year = '', month, day, hour, minute, second, zone }: Parts): ParsedDate | null {
  // Newspapers of 1800 are scanned today; years beyond 2100 are numbers of something else.
  if (!(Number(year) >= 1800 && Number(year) <= 2100)) return null
  if (month === undefined) return { value: year, precision: 'year' }
  if (!(Number(month) >= 1 && Number(month) <= 12)) return null
  const toMonth = `${year}-${two(month)}`
  if (day === undefined) return { value: toMonth, precision: 'month' }
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (!(Number(day) >= 1 && Number(day) <= lastDay)) return null
  const toDay = `${toMonth}-${two(day)}`
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) {
    return { value: toDay, precision: 'day' }
  }
  const offset = toOffset(zone)
  const toMinute = `${toDay}T${two(hour)}:${minute}`
  if (second === undefined || Number(second) > 59) return { value: toMinute + offset, precision: 'minute' }
  // Midnight to the second is how a content system writes a day without a time.
  if (Number(hour) + Number(minute) + Number(second) === 0) return { value: toDay, precision: 'day' }
  return { value: `${toMinute}:${second}${offset}`, precision: 'second' }
}

const two = (number: string): string => number.padStart(2, '0')

/** Zones whose letters mean one offset the world over; IST, for one, means three. */
const offsets: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
}

function toOffset(zone: string | undefined): string {
  if (zone === undefined) return ''
  const numeric = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (numeric !== null) return `${numeric[1]}${two(numeric[2] ?? '')}:${numeric[3] ?? '00'}`
  return offsets[zone.toUpperCase()] ?? ''
}
