import { pad } from './calendar.ts'
import { type Clock, type Found, found } from './moment.ts'
import { isCapital, isGlued, type TimePage } from './time-page.ts'
import { dayParts, smallNumbers, timeZones } from './time-words.ts'

/** A time on the clock: “10 p.m.”, “10:35 a.m. EDT”, “17:30”, “1730 GMT”, “noon”, “4 in the morning”, “half past three”. */
export function readClock(page: TimePage, i: number): Found<Clock> | null {
  const { lower } = page
  const word = lower[i] ?? ''
  const at = word === 'around' || word === 'about' || word === 'exactly' ? i + 1 : i
  const named = readNamed(page, at)
  if (named) return named
  const hour = readHour(page, at)
  if (!hour) return null
  const half = readHalfOfDay(page, hour.end)
  const { hours, minutes, seconds, isSure } = hour.value
  if (half) {
    if (hours > 12 || (hours === 0 && half.value)) return null
    const shifted = half.value === 'pm' ? (hours === 12 ? 12 : hours + 12) : hours === 12 ? 0 : hours
    return withZone(page, half.end, toClock(shifted, minutes, seconds))
  }
  const zone = readZone(page, hour.end)
  if (isSure && (zone || isAfterAt(page, i)))
    return withZone(page, hour.end, toClock(hours, minutes, seconds))
  return zone?.value ? found(zone.end, toClock(hours, minutes, seconds)) : null
}

const toClock = (hours: number, minutes: number, seconds: number | null): Clock =>
  `${pad(hours)}:${pad(minutes)}${seconds === null ? '' : `:${pad(seconds)}`}`

interface Hour {
  readonly hours: number
  readonly minutes: number
  readonly seconds: number | null
  /** Whether the digits alone show a clock: “17:30”. */
  readonly isSure: boolean
}

function readHour({ lower }: TimePage, i: number): Found<Hour> | null {
  const word = lower[i] ?? ''
  const [, hour, minute, second] = /^(\d{1,2})[:.](\d{2})(?::(\d{2}))?$/.exec(word) ?? []
  if (hour !== undefined) {
    const isColon = word.includes(':')
    return Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 59
      ? null
      : found(i + 1, {
          hours: Number(hour),
          minutes: Number(minute),
          seconds: second === undefined ? null : Number(second),
          isSure: isColon,
        })
  }
  const [, plain, more] = /^(\d{2})(\d{2})$/.exec(word) ?? []
  if (plain !== undefined)
    return Number(plain) > 24 || Number(more) > 59
      ? null
      : found(i + 1, { hours: Number(plain), minutes: Number(more), seconds: null, isSure: false })
  const value = /^\d{1,2}$/.test(word) ? Number(word) : smallNumbers.get(word)
  if (value === undefined || value < 1 || value > 24) return null
  return found(i + 1, { hours: value, minutes: 0, seconds: null, isSure: false })
}

/** “p.m.”, “am”, “in the morning”, “o’clock in the evening”; “o’clock” alone tells no half and is taken as it stands. */
function readHalfOfDay({ lower, tokens }: TimePage, i: number): Found<'am' | 'pm'> | null {
  const isClock = lower[i] === "o'clock" || lower[i] === 'o’clock'
  const at = isClock ? i + 1 : i
  const word = lower[at] ?? ''
  if (/^p\.?m\.?$/.test(word)) return found(at + 1, 'pm')
  if (/^a\.?m\.?$/.test(word) && tokens[at]?.upos !== 'AUX') return found(at + 1, 'am')
  if (word === 'in' && lower[at + 1] === 'the') {
    if (lower[at + 2] === 'morning') return found(at + 3, 'am')
    if (lower[at + 2] === 'afternoon' || lower[at + 2] === 'evening') return found(at + 3, 'pm')
  }
  if (word === 'at' && lower[at + 1] === 'night') return found(at + 2, 'pm')
  return isClock ? found(at, 'am') : null
}

/** “noon”, “midnight”, “half past three” */
function readNamed(page: TimePage, i: number): Found<Clock> | null {
  const { lower } = page
  const word = lower[i] ?? ''
  if (i > 0 && isCapital(page, i)) return null // “High Noon”
  if (word === 'noon' || word === 'midday' || word === 'noontime') return withZone(page, i + 1, '12:00')
  if (word === 'midnight') return withZone(page, i + 1, '24:00')
  const minutes = word === 'half' ? 30 : word === 'quarter' ? 15 : null
  if (minutes === null || !/^(?:past|to)$/.test(lower[i + 1] ?? '')) return null
  const hour = readHour(page, i + 2)
  if (!hour || hour.value.hours > 12) return null
  const half = readHalfOfDay(page, hour.end)
  const base = hour.value.hours + (half?.value === 'pm' && hour.value.hours < 12 ? 12 : 0)
  const total = base * 60 + (lower[i + 1] === 'past' ? minutes : -minutes)
  return found(half?.end ?? hour.end, toClock(Math.floor(total / 60), total % 60, null))
}

const withZone = (page: TimePage, end: number, clock: Clock): Found<Clock> =>
  found(readZone(page, end)?.end ?? end, clock)

/** “EDT”, “(GMT)”, “local time”, “Moscow time”; the value tells whether it proves that digits are a clock. */
function readZone({ lower, words, tokens }: TimePage, i: number): Found<boolean> | null {
  const at = lower[i] === '(' ? i + 1 : i
  const word = lower[at] ?? ''
  if (timeZones.has(word) && words[at] === word.toUpperCase()) {
    const end = at > i && lower[at + 1] === ')' ? at + 2 : at + 1
    return found(end, true)
  }
  if (at > i) return null
  if (word === 'local' && lower[i + 1] === 'time') return found(i + 2, true)
  if (lower[i + 1] === 'time' && tokens[i]?.upos === 'PROPN') return found(i + 2, true)
  if (/^(?:eastern|central|pacific|mountain|greenwich)$/.test(word))
    if (lower[i + 1] === 'time' || lower[i + 2] === 'time')
      return found(lower[i + 1] === 'time' ? i + 2 : i + 3, true)
  return null
}

const isAfterAt = ({ lower }: TimePage, i: number) =>
  /^(?:at|by|until|till|around|about|from|before|after|since|,|\()$/.test(lower[i - 1] ?? '')

/** “morning”, “late evening”; after a day or a pointer. */
export function readDayPart(page: TimePage, i: number): Found<Clock> | null {
  const { lower } = page
  const at = lower[i] === 'early' || lower[i] === 'late' || lower[i] === 'mid' ? i + 1 : i
  const joint = lower[at] === '-' && isGlued(page, at) ? at + 1 : at
  const word = lower[joint] ?? ''
  const part = dayParts.get(word.startsWith('mid-') ? word.slice(4) : word)
  return part === undefined ? null : found(joint + 1, part)
}

/** The hour after a part of the day, which tells its half: “tomorrow morning at 7”, “tonight around 8”. */
export function readHourOfPart(page: TimePage, i: number, part: Clock): Found<Clock> | null {
  const { lower } = page
  if (!/^(?:at|around|about)$/.test(lower[i] ?? '')) return null
  const at = lower[i + 1] === 'around' || lower[i + 1] === 'about' ? i + 2 : i + 1
  const clock = readClock(page, at)
  if (clock) return clock
  const hour = readHour(page, at)
  if (!hour || hour.value.hours > 12) return null
  const { hours, minutes } = hour.value
  const isLate = part === 'AF' || part === 'EV' || (part === 'NI' && hours > 4)
  return found(
    hour.end,
    toClock(hours % 12 === 0 ? (isLate ? 12 : 0) : isLate ? hours + 12 : hours, minutes, null),
  )
}
