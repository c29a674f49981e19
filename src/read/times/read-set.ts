import { pad } from './calendar.ts'
import { type Found, found } from './moment.ts'
import { readAmount } from './read-number.ts'
import { isCapital, type TimePage } from './time-page.ts'
import { dayPartPlurals, dayParts, months, seasons, units, weekdayPlurals, weekdays } from './time-words.ts'
import { toPeriod } from './to-period.ts'

const words: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['nightly', 'XXXX-XX-XXTNI'],
  ['weekly', 'P1W'],
  ['biweekly', 'P2W'],
  ['fortnightly', 'P2W'],
  ['monthly', 'P1M'],
  ['yearly', 'P1Y'],
  ['annually', 'P1Y'],
  ['biannually', 'P6M'],
])

/**
 * What recurs, as the TIMEX3 value of its period or pattern: “every Friday”, “each July”, “every two years”, “twice a
 * week”, “Tuesday nights”, “daily”.
 */
export function readSet(page: TimePage, i: number): Found<string> | null {
  const { lower } = page
  const word = lower[i] ?? ''
  if (word === 'every' || word === 'each') return readEvery(page, i)
  const adverb = words.get(word)
  // A paper’s name: “the Daily Herald”.
  if (adverb !== undefined) return isCapital(page, i) && i > 0 ? null : found(i + 1, adverb)
  const plural = weekdayPlurals.get(word)
  if (
    plural !== undefined && word !== 'sundays'
      ? isCapital(page, i) || lower[i - 1] === 'on'
      : plural !== undefined
  )
    return found(i + 1, `XXXX-WXX-${plural}`)
  const weekday = weekdays.get(word)
  const part = dayPartPlurals.get(lower[i + 1] ?? '')
  if (weekday !== undefined && part !== undefined) return found(i + 2, `XXXX-WXX-${weekday}T${part}`)
  return readTimes(page, i)
}

function readEvery(page: TimePage, i: number): Found<string> | null {
  const { lower } = page
  const isOther = lower[i + 1] === 'other'
  const amount = readAmount(page, i + 1)
  const at = isOther ? i + 2 : amount && amount.value !== null ? amount.end : i + 1
  const count = (isOther ? 2 : (amount?.value ?? 1)) * 1
  const word = lower[at] ?? ''
  const weekday = weekdays.get(word)
  if (weekday !== undefined) {
    const part = dayParts.get(lower[at + 1] ?? '')
    return part === undefined
      ? found(at + 1, `XXXX-WXX-${weekday}`)
      : found(at + 2, `XXXX-WXX-${weekday}T${part}`)
  }
  const month = months.get(word)
  if (month !== undefined && isCapital(page, at)) return found(at + 1, `XXXX-${pad(month)}`)
  const season = seasons.get(word)
  if (season !== undefined) return found(at + 1, `XXXX-${season}`)
  const part = dayParts.get(word)
  if (part !== undefined) return found(at + 1, `XXXX-XX-XXT${part}`)
  if (word === 'weekday') return found(at + 1, 'XXXX-WXX')
  const unit = units.get(word)
  if (unit === undefined || (unit === 'second' && !word.endsWith('s'))) return null
  return unit === 'weekend' ? found(at + 1, 'XXXX-WXX-WE') : found(at + 1, toPeriod(count, unit))
}

/** “twice a week”, “once every two years”, “three times a day” */
function readTimes(page: TimePage, i: number): Found<string> | null {
  const { lower } = page
  let at = i + 1
  if (lower[i] !== 'once' && lower[i] !== 'twice') {
    const amount = readAmount(page, i)
    if (!amount || lower[amount.end] !== 'times') return null
    at = amount.end + 1
  }
  if (lower[at] === 'every' || lower[at] === 'each') return readEvery(page, at)
  if (lower[at] !== 'a' && lower[at] !== 'an' && lower[at] !== 'per') return null
  const unit = units.get(lower[at + 1] ?? '')
  return unit === undefined || lower[at + 1]?.endsWith('s') ? null : found(at + 2, toPeriod(1, unit))
}
