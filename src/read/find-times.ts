import type { Time } from '../records/reading.ts'

/** The day an article counts from: its publication date, or null when nobody knows it. */
export type AnchorDay = string | null

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const monthPattern =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?'
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const numberPattern = `\\d{1,4}|${numbers.slice(1).join('|')}|an?`

interface Rule {
  readonly pattern: RegExp
  /** Null when the match is no time after all. */
  readonly read: (
    match: RegExpExecArray,
    anchor: AnchorDay,
    text: string,
  ) => Omit<Time, 'start' | 'end'> | null
}

/** In order of trust: where two match the same words, the earlier rule has them. */
const rules: readonly Rule[] = [
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/gu,
    read: ([, year, month, day]) => dayOf(Number(year), Number(month), Number(day)),
  },
  {
    // “21 November 2025”, “the 21st of November”
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${monthPattern})(?:,? (\\d{4}))?(?![\\p{L}\\d])`,
      'gu',
    ),
    read: ([, day, month, year], anchor) => nearestDay(Number(day), monthOf(month), year, anchor),
  },
  {
    // “November 21, 2025”, “Nov. 21”
    pattern: new RegExp(
      `\\b(${monthPattern}) (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (\\d{4}))?(?![\\p{L}\\d])`,
      'gu',
    ),
    read: ([, month, day, year], anchor) => nearestDay(Number(day), monthOf(month), year, anchor),
  },
  {
    // “November 2025”, “in early November 2025”
    pattern: new RegExp(`\\b(${monthPattern}),? (\\d{4})\\b`, 'gu'),
    read: ([, month, year]) => monthSpan(Number(year), monthOf(month)),
  },
  {
    // “in November”, “last March”: the latest such month that is not after the article.
    pattern:
      /\b(?:in|last|since|until|during|by|this|early|late|mid-) ?(January|February|March|April|May|June|July|August|September|October|November|December)\b(?! \d)/gu,
    read: ([, month], anchor) => {
      if (!anchor) return { type: 'DATE', timex: null, from: null, to: null }
      const at = monthOf(month)
      const [year = 0, now = 1] = anchor.split('-').map(Number)
      return monthSpan(at <= now ? year : year - 1, at)
    },
  },
  {
    // “last Thursday”, “on Thursday”, “next Monday”
    pattern:
      /\b(?:(last|next|this|past|coming) )?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b(?: (?:morning|afternoon|evening|night))?/gu,
    read: ([whole, which, name], anchor) => {
      if (whole.includes('days') && !/(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(whole)) {
        return { type: 'SET', timex: null, from: null, to: null }
      }
      return weekday(name ?? '', which ?? null, anchor)
    },
  },
  {
    pattern: /\b([Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\b/gu,
    read: ([, word = ''], anchor) => shifted(anchor, { yesterday: -1, tomorrow: 1 }[word.toLowerCase()] ?? 0),
  },
  {
    // “17 days ago”, “two weeks earlier”
    pattern: new RegExp(`\\b(${numberPattern}) (day|week|month|year)s? (ago|earlier|later)\\b`, 'giu'),
    read: ([, count, unit, way], anchor) => {
      if (way?.toLowerCase() !== 'ago' || !anchor) return { type: 'DATE', timex: null, from: null, to: null }
      return ago(anchor, amount(count), unit?.toLowerCase() ?? 'day')
    },
  },
  {
    pattern: /\b(last|this|next|past|coming) (week|month|year)\b/giu,
    read: ([, which, unit], anchor) =>
      calendarUnit(which?.toLowerCase() ?? '', unit?.toLowerCase() ?? '', anchor),
  },
  {
    // “17 days”, “a two-week truce”
    pattern: new RegExp(`\\b(${numberPattern})[ -](hour|day|week|month|year|decade)s?\\b`, 'giu'),
    read: ([, count, unit]) => duration(amount(count), unit?.toLowerCase() ?? 'day'),
  },
  {
    // “in 2018”, “the 2018 election”; “2,018 people” and “2018 seats” are no years.
    pattern:
      /(?<![\d,.$€£#-])\b((?:19|20)\d{2})\b(?![\d,.]\d|-\d|%| (?:people|troops|soldiers|sailors|seats|votes|dollars|euros))/gu,
    read: ([, year]) => ({ type: 'DATE', timex: year ?? null, from: `${year}-01-01`, to: `${year}-12-31` }),
  },
]

/**
 * Finds expressions of time and places those that can be placed against the day of publication, in order of
 * the text. Without that day relative expressions keep null bounds: nothing is invented.
 */
export function findTimes(text: string, anchor: AnchorDay): Time[] {
  const times: Time[] = []
  const taken = new Set<number>()
  for (const { pattern, read } of rules) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (overlaps(taken, start, end)) continue
      const value = read(match as RegExpExecArray, anchor, text)
      if (!value) continue
      const lead = /^(?:in|since|until|during|by|early|late|mid-) ?/.exec(match[0])?.[0].length ?? 0
      times.push({ start: start + lead, end, ...value })
      for (let k = start; k < end; k++) taken.add(k)
    }
  }
  return times.sort((a, b) => a.start - b.start)
}

function overlaps(taken: ReadonlySet<number>, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (taken.has(k)) return true
  return false
}

const monthOf = (name = '') =>
  months.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1
const pad = (value: number, width = 2) => String(value).padStart(width, '0')
const iso = (date: Date) => date.toISOString().slice(0, 10)
const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day))
const amount = (word = '') =>
  /^\d+$/.test(word) ? Number(word) : /^an?$/i.test(word) ? 1 : numbers.indexOf(word.toLowerCase())

function dayOf(year: number, month: number, day: number): Omit<Time, 'start' | 'end'> | null {
  const date = utc(year, month, day)
  if (month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null // 31 February
  const value = iso(date)
  return { type: 'DATE', timex: value, from: value, to: value }
}

/** A day without its year is the one nearest to publication: in January, “28 December” is the year before. */
function nearestDay(
  day: number,
  month: number,
  year: string | undefined,
  anchor: AnchorDay,
): Omit<Time, 'start' | 'end'> | null {
  if (year) return dayOf(Number(year), month, day)
  if (day < 1 || day > 31) return null
  if (!anchor) return { type: 'DATE', timex: `XXXX-${pad(month)}-${pad(day)}`, from: null, to: null }
  const at = Date.parse(anchor)
  const base = Number(anchor.slice(0, 4))
  const candidates = [base - 1, base, base + 1]
    .map((candidate) => dayOf(candidate, month, day))
    .filter((value) => value !== null)
  const distance = (value: { from: string | null }) => Math.abs(Date.parse(value.from ?? '') - at)
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

function monthSpan(year: number, month: number): Omit<Time, 'start' | 'end'> {
  const timex = `${pad(year, 4)}-${pad(month)}`
  return { type: 'DATE', timex, from: `${timex}-01`, to: iso(new Date(Date.UTC(year, month, 0))) }
}

/** A bare weekday is the latest one up to publication; “next” and “coming” the first after it. */
function weekday(name: string, which: string | null, anchor: AnchorDay): Omit<Time, 'start' | 'end'> {
  const wanted = weekdays.indexOf(name.toLowerCase())
  if (!anchor) return { type: 'DATE', timex: `XXXX-WXX-${wanted === 0 ? 7 : wanted}`, from: null, to: null }
  const at = new Date(Date.parse(anchor.slice(0, 10)))
  const back = (at.getUTCDay() - wanted + 7) % 7
  if (which === 'next' || which === 'coming') return shifted(anchor, back === 0 ? 7 : 7 - back)
  return shifted(anchor, which && back === 0 && which !== 'this' ? -7 : -back)
}

function shifted(anchor: AnchorDay, days: number): Omit<Time, 'start' | 'end'> {
  if (!anchor) return { type: 'DATE', timex: null, from: null, to: null }
  const value = iso(new Date(Date.parse(anchor.slice(0, 10)) + days * 86_400_000))
  return { type: 'DATE', timex: value, from: value, to: value }
}

function ago(anchor: string, count: number, unit: string): Omit<Time, 'start' | 'end'> {
  const [year = 0, month = 1] = anchor.split('-').map(Number)
  if (unit === 'day') return shifted(anchor, -count)
  if (unit === 'week') {
    const around = Date.parse(anchor.slice(0, 10)) - count * 7 * 86_400_000
    return {
      type: 'DATE',
      timex: null,
      from: iso(new Date(around - 3 * 86_400_000)),
      to: iso(new Date(around + 3 * 86_400_000)),
    }
  }
  if (unit === 'month') {
    const at = utc(year, month - count, 1)
    return monthSpan(at.getUTCFullYear(), at.getUTCMonth() + 1)
  }
  const then = pad(year - count, 4)
  return { type: 'DATE', timex: then, from: `${then}-01-01`, to: `${then}-12-31` }
}

function calendarUnit(which: string, unit: string, anchor: AnchorDay): Omit<Time, 'start' | 'end'> {
  if (!anchor) return { type: 'DATE', timex: null, from: null, to: null }
  const step = which === 'last' || which === 'past' ? -1 : which === 'this' ? 0 : 1
  const [year = 0, month = 1] = anchor.split('-').map(Number)
  if (unit === 'year') {
    const value = pad(year + step, 4)
    return { type: 'DATE', timex: value, from: `${value}-01-01`, to: `${value}-12-31` }
  }
  if (unit === 'month') {
    const at = utc(year, month + step, 1)
    return monthSpan(at.getUTCFullYear(), at.getUTCMonth() + 1)
  }
  const at = new Date(Date.parse(anchor.slice(0, 10)))
  const monday =
    Date.parse(anchor.slice(0, 10)) - ((at.getUTCDay() + 6) % 7) * 86_400_000 + step * 7 * 86_400_000
  return {
    type: 'DATE',
    timex: isoWeek(new Date(monday)),
    from: iso(new Date(monday)),
    to: iso(new Date(monday + 6 * 86_400_000)),
  }
}

/** ISO 8601 week of a Monday: the week belongs to the year that holds its Thursday. */
function isoWeek(monday: Date): string {
  const thursday = new Date(monday.getTime() + 3 * 86_400_000)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - first) / (7 * 86_400_000)) + 1
  return `${thursday.getUTCFullYear()}-W${pad(week)}`
}

function duration(count: number, unit: string): Omit<Time, 'start' | 'end'> | null {
  if (count < 0) return null
  const timex =
    unit === 'hour'
      ? `PT${count}H`
      : `P${unit === 'decade' ? count * 10 : count}${unit === 'decade' ? 'Y' : (unit[0] ?? 'd').toUpperCase()}`
  return { type: 'DURATION', timex, from: null, to: null }
}
