import type { Holidays } from '../../records/holidays.ts'
import {
  dayPartPlurals,
  dayParts,
  decades,
  months,
  ordinals,
  scales,
  seasons,
  smallNumbers,
  tensNumbers,
  timeZones,
  units,
  vagueAmounts,
  weekdayPlurals,
  weekdays,
} from './time-words.ts'

const list = (words: string) => words.trim().split(/\s+/)

/** Words that tell time by themselves. */
const cores: ReadonlySet<string> = new Set([
  ...list(`noon midday noontime midnight tonight overnight today yesterday tomorrow hourly daily nightly weekly biweekly
    fortnightly monthly yearly annually biannually now currently current presently nowadays recently recent soon future
    past present daylong weeklong monthlong yearlong decadelong q1 q2 q3 q4 h1 h2 ago moment half weekday period long
    am a.m. pm p.m. a.m p.m o'clock o’clock time term`),
  ...[dayParts, dayPartPlurals, decades, months, seasons, units, weekdayPlurals, weekdays].flatMap(
    (words) => [...words.keys()],
  ),
  ...timeZones,
])

/** Words that an expression can begin with, where one that tells time follows. */
const leads: ReadonlySet<string> = new Set([
  ...list(`the a an another this that these its his her their last latest next coming upcoming forthcoming previous
    preceding prior same following ensuing fiscal earlier later early late mid beginning start middle end sometime some
    more longer greater less fewer at no not up over under about around roughly approximately nearly almost half
    quarter every each once twice right just exactly dozens hundreds thousands scores comparable corresponding ' ’ ‘`),
  ...[ordinals, scales, smallNumbers, tensNumbers].flatMap((words) => [...words.keys()]),
  ...vagueAmounts,
])

/** How many tokens an expression may run before its first word of time: “at least the past eighteen and a half”. */
const reach = 8

/** Whether an expression of time can begin at token i; what spares the readers most of a text. */
export function startsTime(lower: readonly string[], i: number, holidays: Holidays): boolean {
  const word = lower[i] ?? ''
  if (tellsTime(word, holidays)) return true
  if (word === 'nineteen' || word === 'twenty') return true // “nineteen ninety-six”
  if (!leads.has(word) && !isDigit(word)) return false
  for (let k = i + 1; k <= i + reach && k < lower.length; k++)
    if (tellsTime(lower[k] ?? '', holidays)) return true
  return false
}

const isDigit = (word: string) => {
  const first = word.charCodeAt(0)
  return first >= 48 && first <= 57
}

const tellsTime = (word: string, holidays: Holidays) =>
  cores.has(word) ||
  holidays.has(word) ||
  (word.length > 3 && isDigit(word)) ||
  (word.startsWith("'") && isDigit(word.slice(1)))
