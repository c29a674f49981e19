import type { Holidays } from '../../records/holidays.ts'
import { byFirstWord } from './by-first-word.ts'
import { type Clock, type Expression, type Found, found, type Mod, type Moment } from './moment.ts'
import { readClock, readDayPart, readHourOfPart } from './read-clock.ts'
import { readLength, readLengthMod } from './read-length.ts'
import { readMoment } from './read-moment.ts'
import { readPointer } from './read-pointed.ts'
import { readRange } from './read-range.ts'
import { readSet } from './read-set.ts'
import { readVague } from './read-vague.ts'
import { readWindow } from './read-window.ts'
import { isHyphen, isMid, type TimePage } from './time-page.ts'
import { dayParts, units } from './time-words.ts'

/** The longest expression of time that begins at token i; null where none does. */
export function readExpression(page: TimePage, i: number, holidays: Holidays): Expression | null {
  let best: Expression | null = null
  const offer = (each: Expression | null) => {
    if (each && (best === null || each.to > best.to)) best = each
  }
  const set = readSet(page, i)
  if (set) offer({ from: i, to: set.end, mod: null, meaning: { kind: 'set', timex: set.value } })
  offer(readWindow(page, i))
  offer(readWhen(page, i, holidays))
  const length = readLength(page, i)
  if (length)
    offer({
      from: i,
      to: length.end,
      mod: length.value.mod,
      meaning: { kind: 'length', lengths: length.value.lengths, window: null },
    })
  const vague = readVague(page, i)
  if (vague) {
    const moment: Moment = { at: 'reference', value: vague.value }
    offer({
      from: i,
      to: vague.end,
      mod: null,
      meaning: { kind: 'moment', moment, clock: null, isSoFar: null },
    })
  }
  return best
}

interface Lead {
  readonly mod: Mod | null
  readonly isSoFar: -1 | 1 | null
}

/** A moment with what qualifies it and its time of day: “early next week”, “late on Monday”, “10 p.m. on Friday”. */
function readWhen(page: TimePage, i: number, holidays: Holidays): Expression | null {
  const lead = readLead(page, i)
  const at = lead?.end ?? i
  const { mod, isSoFar } = lead?.value ?? { mod: null, isSoFar: null }
  const whole = (end: number, moment: Moment, clock: Clock | null): Expression => ({
    from: i,
    to: end,
    mod,
    meaning: { kind: 'moment', moment, clock, isSoFar },
  })
  const timed = readTimed(page, at, holidays)
  const moment = readMoment(page, at, holidays) ?? (lead ? readBareUnit(page, at) : null)
  if (timed && (!moment || timed.end >= moment.end))
    return whole(timed.end, timed.value.moment, timed.value.clock)
  if (!moment) return null
  if (isDay(moment.value)) {
    const clocked = readAfterDay(page, moment.end)
    if (clocked) return whole(clocked.end, moment.value, clocked.value)
  }
  const range = lead ? null : readRange(page, i, moment, holidays)
  return range ? whole(range.end, range.value, null) : whole(moment.end, moment.value, null)
}

/** “the end of the month”, “later in the day”, “earlier in the year”: the article’s own. */
function readBareUnit({ lower }: TimePage, i: number): Found<Moment> | null {
  if (lower[i] !== 'the' || !/^(?:of|in)$/.test(lower[i - 1] ?? '')) return null
  const unit = units.get(lower[i + 1] ?? '')
  if (unit !== 'day' && unit !== 'week' && unit !== 'month' && unit !== 'year' && unit !== 'decade')
    return null
  return lower[i + 1] === unit ? found(i + 2, { at: 'unit', unit, which: 'this', isFiscal: false }) : null
}

/** Whether a moment is a single day, on which a clock may stand. */
export function isDay(moment: Moment): boolean {
  switch (moment.at) {
    case 'weekday':
    case 'month-day':
      return true
    case 'part':
      return moment.part.kind === 'day' || moment.part.kind === 'holiday'
    case 'unit':
    case 'shift':
      return moment.unit === 'day'
    case 'nth':
      return moment.unit === 'day'
    default:
      return false
  }
}

const today: Moment = { at: 'unit', unit: 'day', which: 'this', isFiscal: false }
const yesterday: Moment = { at: 'shift', count: 1, unit: 'day', way: -1, from: 'publication' }

/** A time of day that stands first: “10 p.m. on Friday”, “this morning”, “last night”, “tonight”, “the night of May 3”. */
function readTimed(
  page: TimePage,
  i: number,
  holidays: Holidays,
): Found<{ moment: Moment; clock: Clock }> | null {
  const { lower } = page
  const word = lower[i] ?? ''
  if (word === 'tonight') {
    const hour = readHourOfPart(page, i + 1, 'NI')
    return found(hour?.end ?? i + 1, { moment: today, clock: hour?.value ?? 'NI' })
  }
  if (word === 'overnight') return found(i + 1, { moment: { at: 'overnight' }, clock: 'NI' })
  const clock = readClock(page, i)
  if (clock) {
    const at = /^(?:on|,|of)$/.test(lower[clock.end] ?? '') ? clock.end + 1 : clock.end
    const day = readMoment(page, at, holidays)
    if (day && isDay(day.value)) return found(day.end, { moment: day.value, clock: clock.value })
    if (lower[at] === 'tonight') return found(at + 1, { moment: today, clock: clock.value })
    const part = readPointedPart(page, at)
    if (part) return found(part.end, { moment: part.value.moment, clock: clock.value })
    return found(clock.end, {
      moment: { at: 'unit', unit: 'day', which: 'that', isFiscal: false },
      clock: clock.value,
    })
  }
  const pointed = readPointedPart(page, i)
  if (pointed) {
    const hour = readHourOfPart(page, pointed.end, pointed.value.clock)
    return hour ? found(hour.end, { moment: pointed.value.moment, clock: hour.value }) : pointed
  }
  // “mid-afternoon yesterday”, “the morning of May 3”, “the night before”
  const the = word === 'the' ? i + 1 : i
  const part = readDayPart(page, the)
  if (!part) return null
  const at = lower[part.end] === 'of' || lower[part.end] === 'on' ? part.end + 1 : part.end
  const day = readMoment(page, at, holidays)
  if (day && isDay(day.value)) return found(day.end, { moment: day.value, clock: part.value })
  // “in the morning”: of the day that is told.
  if (the > i && lower[i - 1] === 'in')
    return found(part.end, {
      moment: { at: 'unit', unit: 'day', which: 'that', isFiscal: false },
      clock: part.value,
    })
  return null
}

/** “this morning”, “last night”, “the next evening”, “that afternoon” */
function readPointedPart(page: TimePage, i: number): Found<{ moment: Moment; clock: Clock }> | null {
  const pointer = readPointer(page, i)
  if (!pointer) return null
  const part = readDayPart(page, pointer.end)
  if (!part || page.lower[part.end]?.endsWith('s')) return null
  switch (pointer.value) {
    case 'last':
      return found(part.end, { moment: yesterday, clock: part.value })
    case 'this':
      return found(part.end, { moment: today, clock: part.value })
    case 'next':
      return null
    default:
      return found(part.end, {
        moment: { at: 'unit', unit: 'day', which: pointer.value, isFiscal: false },
        clock: part.value,
      })
  }
}

/** “Friday morning”, “Friday at 3 p.m.”, “Monday morning at 10”, “tomorrow, 10 a.m.” */
function readAfterDay(page: TimePage, i: number): Found<Clock> | null {
  const { lower } = page
  const part =
    dayParts.has(lower[i] ?? '') || /^(?:early|late|mid)/.test(lower[i] ?? '') ? readDayPart(page, i) : null
  const from = part?.end ?? i
  const at = /^(?:at|,)$/.test(lower[from] ?? '') ? from + 1 : from
  const clock = readClock(page, at) ?? (part ? readHourOfPart(page, part.end, part.value) : null)
  return clock ?? part
}

const leads = byFirstWord(
  (
    [
      ['the very beginning of', 'START', null],
      ['the beginning of', 'START', null],
      ['the start of', 'START', null],
      ['beginning of', 'START', null],
      ['start of', 'START', null],
      ['the early part of', 'START', null],
      ['the middle of', 'MID', null],
      ['middle of', 'MID', null],
      ['the end of', 'END', null],
      ['the close of', 'END', null],
      ['the latter part of', 'END', null],
      ['end of', 'END', null],
      ['the rest of', null, 1],
      ['the remainder of', null, 1],
      ['rest of', null, 1],
      ['earlier in', 'START', -1],
      ['earlier on', 'START', null],
      ['earlier', 'START', -1],
      ['later in', 'END', 1],
      ['later on', 'END', null],
      ['later', 'END', 1],
      ['early on', 'START', null],
      ['early in', 'START', null],
      ['early', 'START', null],
      ['the early', 'START', null],
      ['late on', 'END', null],
      ['late in', 'END', null],
      ['late', 'END', null],
      ['the late', 'END', null],
      ['mid', 'MID', null],
      ['the mid', 'MID', null],
      ['sometime', null, null],
      ['some time', null, null],
    ] as const
  ).map(([phrase, mod, isSoFar]): [string, Lead] => [phrase, { mod, isSoFar }]),
)

/** “early”, “the end of”, “later”, “around”: what qualifies a moment and belongs to its words. */
function readLead(page: TimePage, i: number): Found<Lead> | null {
  const { lower } = page
  if (isMid(page, i)) return found(i, { mod: 'MID', isSoFar: null })
  for (const { words, value: lead } of leads.get(lower[i] ?? '') ?? []) {
    if (!words.every((word, k) => lower[i + k] === word)) continue
    const end = i + words.length
    return found(isHyphen(page, end) ? end + 1 : end, lead)
  }
  const mod = readLengthMod(page, i)
  return mod?.value === 'APPROX' && lower[i] !== 'some'
    ? found(mod.end, { mod: 'APPROX', isSoFar: null })
    : null
}
