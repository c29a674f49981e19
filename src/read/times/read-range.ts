import type { Holidays } from '../../records/holidays.ts'
import { type Found, found, type Moment } from './moment.ts'
import { readMoment } from './read-moment.ts'
import { isGlued, type TimePage } from './time-page.ts'

/** The whole range where a moment is its first end: “2014-2018”, “from March to June 2024”, “between 2014 and 2018”. */
export function readRange(
  page: TimePage,
  i: number,
  first: Found<Moment>,
  holidays: Holidays,
): Found<Moment> | null {
  const { lower } = page
  const before = lower[i - 1] ?? ''
  const joint = lower[first.end] ?? ''
  const isDash = joint === '-' || joint === '–' || joint === '—'
  const isJoint =
    isDash || /^(?:to|through|until|till)$/.test(joint) || (joint === 'and' && before === 'between')
  if (!isJoint || first.value.at === 'range') return null
  const short = isDash ? readShortYear(page, first) : null
  const last = short ?? readMoment(page, first.end + 1, holidays) ?? readNow(page, first.end + 1)
  if (!last || !isRangeEnd(first.value) || !isRangeEnd(last.value)) return null
  const isAlike = first.value.at === last.value.at
  if (!isAlike && before !== 'from' && before !== 'between') return null
  if (isDash && !isAlike) return null
  return found(last.end, { at: 'range', first: first.value, last: last.value })
}

/** “2014-18” */
function readShortYear(page: TimePage, first: Found<Moment>): Found<Moment> | null {
  if (first.value.at !== 'year' || !isGlued(page, first.end) || !isGlued(page, first.end + 1)) return null
  const [, digits] = /^(\d\d)$/.exec(page.lower[first.end + 1] ?? '') ?? []
  if (digits === undefined) return null
  const year = Math.floor(first.value.year / 100) * 100 + Number(digits)
  return year > first.value.year
    ? found(first.end + 2, { at: 'year', year, isFiscal: first.value.isFiscal })
    : null
}

/** “now”, “the present” */
function readNow({ lower }: TimePage, i: number): Found<Moment> | null {
  const end = lower[i] === 'now' ? i + 1 : lower[i] === 'the' && lower[i + 1] === 'present' ? i + 2 : null
  return end === null ? null : found(end, { at: 'reference', value: 'PRESENT_REF' })
}

const isRangeEnd = (moment: Moment) =>
  /^(?:year|part|weekday|month-day|reference)$/.test(moment.at) ||
  (moment.at === 'unit' && moment.unit === 'day')
